package org.guitu.simulators.lab;

import org.jspecify.annotations.Nullable;

/**
 * What a receiver makes of an instant, before clock and network have their say.
 *
 * @param second of the day, true time
 * @param origin what made it
 * @param east metres from home's centre
 * @param north metres from home's centre
 * @param accuracyMeters the claim, if made
 * @param satellites if told
 * @param speedKmh if told
 * @param courseDegrees if told
 */
record LabFix(
        double second,
        Origin origin,
        double east,
        double north,
        @Nullable Double accuracyMeters,
        @Nullable Integer satellites,
        @Nullable Double speedKmh,
        @Nullable Double courseDegrees) {}
