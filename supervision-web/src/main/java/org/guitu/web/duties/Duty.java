package org.guitu.web.duties;

import java.time.Instant;
import java.util.Optional;

/**
 * A duty as a row.
 *
 * @param kind {@code <feature>.<name>}
 * @param byHand whether it is met on the person's list of duties
 * @param source the text of law or rule that sets its term, {@code ""} where the instant was given
 * @param eventAt from when its term runs
 * @param dueAt the first instant at which it is too late
 * @param proof in words or the path of a page, once it is met
 */
public record Duty(
        long id,
        long personId,
        String personName,
        String caseNumber,
        String organisationName,
        Optional<Long> officerId,
        String officerName,
        String kind,
        String ref,
        String link,
        boolean byHand,
        String source,
        Instant eventAt,
        Instant dueAt,
        Optional<Instant> metAt,
        String metBy,
        String proof,
        Optional<Instant> cancelledAt,
        String cancelReason) {

    /** Where it stands. */
    public enum State {
        OVERDUE,
        TODAY,
        COMING,
        MET,
        MET_LATE,
        CANCELLED
    }

    /** Where it stands at an instant; {@code tomorrow} is the midnight after it. */
    State state(Instant now, Instant tomorrow) {
        if (cancelledAt.isPresent()) {
            return State.CANCELLED;
        }
        if (metAt.isPresent()) {
            return metAt.get().isBefore(dueAt) ? State.MET : State.MET_LATE;
        }
        if (!dueAt.isAfter(now)) {
            return State.OVERDUE;
        }
        return dueAt.isAfter(tomorrow) ? State.COMING : State.TODAY;
    }
}
