package org.guitu.geofence.places;

import java.time.Duration;

/**
 * What counts as having been together.
 *
 * @param distanceMeters how near
 * @param lastsMin how long at least
 * @param apartAfter apart, or not known well enough, for this long ends a meeting; less is stray
 */
public record MeetingSettings(double distanceMeters, Duration lastsMin, Duration apartAfter) {

    public static MeetingSettings of(double distanceMeters, Duration lastsMin) {
        return new MeetingSettings(distanceMeters, lastsMin, Duration.ofMinutes(2));
    }

    /** A fix rougher than the distance asked about is no evidence of it. */
    public double sigmaMaxMeters() {
        return distanceMeters;
    }

    /** Two positions whose errors together exceed this say nothing about the distance. */
    double errorMetersMax() {
        return 3 * distanceMeters;
    }
}
