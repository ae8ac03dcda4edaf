package org.guitu.web.places;

import java.time.Duration;
import java.util.List;
import org.guitu.geofence.places.Near;
import org.guitu.web.access.Organisation;
import org.guitu.web.places.QuestionStore.Subject;

/**
 * The answer who was near a place.
 *
 * @param near certainly or possibly, the certain first, then the nearest
 * @param partly seen, and elsewhere, for a part of the period only; the longest unobserved first
 * @param unseen of whom nothing is known
 * @param elsewhere how many were observed all the time, and elsewhere
 */
record NearPeople(
        Question question,
        Question.About.Near place,
        Organisation organisation,
        List<Found> near,
        List<Part> partly,
        Unseen unseen,
        int elsewhere) {

    /** Someone who was, or may have been, near. */
    record Found(Subject subject, Near near) {

        boolean certain() {
            return near.verdict() == Near.Verdict.CERTAIN;
        }
    }

    /** Someone seen elsewhere, but not all the time. */
    record Part(Subject subject, Duration unobserved) {}
}
