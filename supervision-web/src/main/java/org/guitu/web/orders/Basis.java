package org.guitu.web.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One basis as known now.
 *
 * @param ground of an authorisation
 * @param from when it begins: midnight of its first day
 * @param until when it ends: midnight after its last day, or earlier if it was lifted
 * @param endedAt when it was lifted early
 * @param revoked it was granted by mistake and taken back
 */
public record Basis(
        long id,
        long personId,
        BasisKind kind,
        Optional<Ground> ground,
        String approvedBy,
        String documentNumber,
        String assessment,
        Optional<Long> renews,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant from,
        Instant until,
        Optional<Instant> endedAt,
        String endReason,
        boolean revoked,
        Instant recordedAt) {

    /** How long after recording a basis may be taken back as a mistake; later it is ended, with a reason. */
    static final long REVOCABLE_HOURS = 24;

    /** Where it stands. */
    public enum State {
        COMING,
        LIVE,
        OVER,
        REVOKED
    }

    public State state(Instant now) {
        if (revoked) {
            return State.REVOKED;
        }
        if (!until.isAfter(now)) {
            return State.OVER;
        }
        return from.isAfter(now) ? State.COMING : State.LIVE;
    }

    /** Whole days that remain, today not counted. */
    public long daysLeft(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(today, lastDay));
    }

    boolean revocable(Instant now) {
        return !revoked
                && endedAt.isEmpty()
                && recordedAt.plus(REVOCABLE_HOURS, ChronoUnit.HOURS).isAfter(now);
    }
}
