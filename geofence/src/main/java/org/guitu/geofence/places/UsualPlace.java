package org.guitu.geofence.places;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A place to which a subject keeps coming back.
 *
 * @param latitude of its centre, degrees WGS-84
 * @param longitude of its centre, degrees WGS-84
 * @param radiusMeters holds the centres of all its stops
 * @param visits how many stops
 * @param days on how many dates of the wall clock
 * @param observed how long the subject was seen there altogether; gaps count as nothing
 * @param firstSeen beginning of the first stop
 * @param lastSeen end of the last stop
 * @param hours hour by hour of the week
 * @param typical the hours in which the subject is usually there
 */
public record UsualPlace(
        double latitude,
        double longitude,
        double radiusMeters,
        int visits,
        int days,
        Duration observed,
        Instant firstSeen,
        Instant lastSeen,
        WeekHours hours,
        List<TypicalHours> typical) {

    /** Within this distance two places are one in any case. */
    static final double REACH_METERS_MIN = 60;

    public UsualPlace {
        typical = List.copyOf(typical);
    }

    /** Whether a stop was here, given how well both are known. */
    public boolean holds(Stop stop) {
        return stop.distance(latitude, longitude) <= Math.max(radiusMeters, REACH_METERS_MIN) + 2 * stop.errorMeters();
    }
}
