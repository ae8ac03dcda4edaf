package org.guitu.simulators.lab;

import org.jspecify.annotations.Nullable;

/**
 * Where the person is at an instant.
 *
 * @param east metres from home's centre
 * @param north metres from home's centre
 * @param indoors whether under a roof
 * @param speed metres a second
 * @param outside the outing, if beyond the edge
 */
record Place(
        double east,
        double north,
        boolean indoors,
        double speed,
        @Nullable Outing outside) {}
