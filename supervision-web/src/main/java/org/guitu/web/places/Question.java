package org.guitu.web.places;

import java.time.Duration;
import java.time.Instant;
import org.guitu.web.tracks.Purpose;

/**
 * A question as it was asked.
 *
 * @param about what was asked
 * @param from of the period, inclusive
 * @param to exclusive
 */
record Question(
        long id, long staffId, About about, Purpose purpose, String reason, Instant from, Instant to, Instant askedAt) {

    /** How long one may look at the answer before the purpose is asked again. */
    static final Duration LASTS = Duration.ofHours(1);

    boolean open(Instant now) {
        return now.isBefore(askedAt.plus(LASTS));
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** What is asked. */
    sealed interface About {

        /** The usual places of a person, and what departed from them. */
        record Habits(long personId) implements About {}

        /**
         * Who was near a place.
         *
         * @param organisationId of whose people, with all below it
         * @param latitude degrees WGS-84
         * @param longitude degrees WGS-84
         * @param radiusMeters {@link NearForm#RADIUS_MIN} to {@link NearForm#RADIUS_MAX}
         */
        record Near(long organisationId, double latitude, double longitude, int radiusMeters) implements About {}

        /**
         * Who was together.
         *
         * @param organisationId of whose people, with all below it
         * @param distanceMeters how near
         * @param minutes how long at least
         */
        record Meetings(long organisationId, int distanceMeters, int minutes) implements About {}
    }
}
