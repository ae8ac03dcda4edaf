package org.guitu.simulators.noise;

import org.guitu.simulators.city.LatLon;
import org.jspecify.annotations.Nullable;

/**
 * What the receiver says.
 *
 * @param fixed whether it has a fix now
 * @param position the fix, else the last one it had, else null
 * @param accuracyMeters the error radius it claims; wild fixes claim a small one
 * @param satellites satellites used, 0 without a fix
 * @param wild whether this fix is far from the truth; known to the simulation alone
 */
public record Observation(
        boolean fixed, @Nullable LatLon position, double accuracyMeters, int satellites, boolean wild) {}
