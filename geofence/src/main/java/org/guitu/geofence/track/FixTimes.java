package org.guitu.geofence.track;

import java.time.Duration;
import java.time.Instant;

/**
 * Which device times can be. A clock that fails says 1970, 1980 (the epoch of GPS), twenty years ago (a rollover of its week counter) or
 * tomorrow; such a report says nothing about where somebody was when, and one from the future would make all that follow late.
 *
 * <p>Both bounds are held against the arrival, never against a date: so old tracks can be judged again as they were. Errors within the bounds
 * are left to the evidence, where the neighbours outvote a fix that claims their time and another place.
 */
public final class FixTimes {

    /** How far a device's clock may run ahead of ours. */
    public static final Duration AHEAD_MAX = Duration.ofMinutes(10);

    /** How long a device may keep a report: ten days is the largest store known, with room for a winter in a drawer. */
    public static final Duration KEPT_MAX = Duration.ofDays(60);

    private FixTimes() {}

    /** Whether a report that claims this time can have arrived then. If not, it is stored untimed and judged by nobody. */
    public static boolean possible(Instant fixTime, Instant receivedAt) {
        return !fixTime.isAfter(receivedAt.plus(AHEAD_MAX)) && !fixTime.isBefore(receivedAt.minus(KEPT_MAX));
    }
}
