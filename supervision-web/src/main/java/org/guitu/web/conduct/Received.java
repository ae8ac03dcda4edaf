package org.guitu.web.conduct;

import java.time.LocalDate;
import java.util.Set;

/**
 * A measure that the person has received: served, or granted by the body that was asked. What is not served yet counts for nothing.
 *
 * @param on the day on which it was served or granted
 * @param answers kinds of the incidents it answered
 */
record Received(long measureId, MeasureKind kind, LocalDate on, Set<Ground> grounds, Set<IncidentKind> answers) {

    Received {
        grounds = Set.copyOf(grounds);
        answers = Set.copyOf(answers);
    }
}
