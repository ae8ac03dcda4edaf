package org.guitu.web.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.guitu.ingest.admit.CollectionHours;

/**
 * One basis as known now.
 *
 * @param ground of an authorisation
 * @param approvedBy the head of the county department, by name
 * @param applicationId the application that was approved; empty for what was entered before there were any
 * @param appliedBy who applied, by name
 * @param from when it begins: midnight of its first day, or the moment it was approved
 * @param until when it ends: midnight after its last day, or earlier if it was lifted
 * @param endedAt when it was lifted early, or ends because the term does
 * @param continuous whether positions are collected at all hours
 * @param hours of a phone's plan that is not continuous; programs are not told them, for they say when the next random point is
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
        Optional<Long> applicationId,
        String appliedBy,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant from,
        Instant until,
        Optional<Instant> endedAt,
        String endReason,
        boolean revoked,
        Instant recordedAt,
        boolean continuous,
        @JsonIgnore Optional<CollectionHours> hours) {

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

    /** Whether positions may be kept at an instant, as far as this basis goes. */
    boolean covers(Instant instant) {
        return state(instant) == State.LIVE
                && hours.map(open -> open.cover(instant)).orElse(true);
    }

    /** Whole days that remain, today not counted. */
    public long daysLeft(LocalDate today, ZoneId zone) {
        LocalDate last = LocalDate.ofInstant(until.minusMillis(1), zone);
        return Math.max(0, ChronoUnit.DAYS.between(today, last.isBefore(lastDay) ? last : lastDay));
    }

    /** @param hours how long after recording a basis may be taken back as a mistake */
    boolean revocable(Instant now, int hours) {
        return !revoked
                && endedAt.isEmpty()
                && recordedAt.plus(hours, ChronoUnit.HOURS).isAfter(now);
    }

    /** Whether an authorisation from that day on would go on with this one: it stands, or ended the day before. */
    boolean continuedBy(LocalDate first, Instant now) {
        return kind == BasisKind.AUTHORISATION
                && !revoked
                && endedAt.isEmpty()
                && !first.isBefore(firstDay)
                && (until.isAfter(now) || !lastDay.plusDays(1).isBefore(first));
    }

    /** Whether one may apply to go on from the day after its last. */
    boolean renewable(Instant now) {
        return kind == BasisKind.AUTHORISATION && !revoked && endedAt.isEmpty() && until.isAfter(now);
    }
}
