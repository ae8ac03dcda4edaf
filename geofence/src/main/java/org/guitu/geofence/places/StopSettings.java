package org.guitu.geofence.places;

import java.time.Duration;

/**
 * What counts as a stop.
 *
 * @param radiusMeters how far from its centre one may move about and still be staying; a fix's own error comes on top
 * @param stayMin how long one must have been observed there
 * @param gapAfter a longer silence between two fixes is a gap
 * @param leaveAfter fixes elsewhere end a stop once they last this long; fewer are stray
 * @param splitAfter a longer gap ends a stop even if it goes on at the same place
 * @param sigmaMaxMeters a rougher fix (a cell fix, say) neither makes nor ends a stop
 */
public record StopSettings(
        double radiusMeters,
        Duration stayMin,
        Duration gapAfter,
        Duration leaveAfter,
        Duration splitAfter,
        double sigmaMaxMeters) {

    /** Ten minutes within a hundred metres. Two stray fixes in a row fall within two minutes on the plans in use. */
    public static StopSettings of(Duration gapAfter) {
        return new StopSettings(
                100, Duration.ofMinutes(10), gapAfter, Duration.ofMinutes(2), Duration.ofHours(12), 200);
    }
}
