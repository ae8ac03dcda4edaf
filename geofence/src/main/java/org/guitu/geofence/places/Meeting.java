package org.guitu.geofence.places;

import java.time.Instant;

/**
 * Two subjects were near each other, both observed all the time.
 *
 * @param from the first instant at which both were
 * @param to the last one
 * @param apartMeters median distance between them
 * @param errorMeters standard error of that distance
 * @param latitude of the middle between them, on average, degrees WGS-84
 * @param longitude the same
 * @param certain whether they were within the distance asked about even if it is off by twice its error; else they may have been
 */
public record Meeting(
        Instant from,
        Instant to,
        double apartMeters,
        double errorMeters,
        double latitude,
        double longitude,
        boolean certain) {}
