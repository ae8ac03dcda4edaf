package org.guitu.geofence.places;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one subject's fixes say about having been near a place.
 *
 * @param sightings fixes in the stretch whose error circle touched the place, oldest first
 * @param nearest the fix in the stretch that came nearest, if there was any
 * @param passed between two fixes the straight way led through the place; the first time it did
 * @param observed how much of the stretch was observed
 * @param unobserved how much was not: of it nothing is said
 */
public record Near(
        Verdict verdict,
        List<Sighting> sightings,
        Optional<Sighting> nearest,
        Optional<Stretch> passed,
        Duration observed,
        Duration unobserved) {

    public Near {
        sightings = List.copyOf(sightings);
    }

    /** How sure it is. */
    public enum Verdict {
        /** Two fixes in a row were inside beyond doubt. */
        CERTAIN,
        /** A fix may have been inside, or the way from one to the next led through. */
        POSSIBLE,
        /** Observed all the time, and elsewhere. */
        ELSEWHERE,
        /** Elsewhere while observed; the rest is unknown. */
        ELSEWHERE_IN_PART,
        /** Nothing is known. That says nothing about where the subject was. */
        NO_DATA
    }

    /**
     * One fix seen from the place.
     *
     * @param errorMeters its standard error
     * @param distanceMeters to the edge of the place; 0 inside
     * @param inside whether it lies inside beyond doubt
     * @param touching whether it may lie inside
     */
    public record Sighting(
            Instant at,
            double latitude,
            double longitude,
            double errorMeters,
            double distanceMeters,
            boolean inside,
            boolean touching) {}
}
