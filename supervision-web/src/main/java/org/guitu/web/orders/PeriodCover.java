package org.guitu.web.orders;

import java.time.Instant;
import java.time.LocalDate;
import org.guitu.ingest.admit.CollectionHours;

/**
 * Hours in which a phone is located beside its plan, because a sensitive period asks for it.
 *
 * @param coverId by which admission knows it
 * @param basisId the plan it stands beside
 */
record PeriodCover(
        long coverId,
        long periodId,
        long basisId,
        long deviceId,
        Instant from,
        Instant to,
        String name,
        LocalDate firstDay,
        LocalDate lastDay,
        CollectionHours hours) {

    /** The same wish, from now on. */
    boolean same(PeriodCover other, Instant now) {
        return periodId == other.periodId
                && basisId == other.basisId
                && deviceId == other.deviceId
                && to.equals(other.to)
                && later(from, now).equals(later(other.from, now));
    }

    PeriodCover between(Instant begin, Instant end) {
        return new PeriodCover(coverId, periodId, basisId, deviceId, begin, end, name, firstDay, lastDay, hours);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
