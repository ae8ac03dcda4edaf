package org.guitu.geofence.evidence;

import java.time.Instant;

/**
 * One sighting and what it came to for one rule.
 *
 * @param at device time
 * @param contentHash with {@code at}, the key of the fix
 * @param depthMeters signed distance into the violating side
 * @param posterior probability of violation after it
 */
public record Weighed(Instant at, long contentHash, double depthMeters, double posterior) {}
