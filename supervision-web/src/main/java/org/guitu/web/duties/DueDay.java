package org.guitu.web.duties;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.guitu.web.calendar.LegalDays;
import org.guitu.web.limits.Figure;

/** When a duty is due: the one place where a figure and an event become an instant. Pure. */
final class DueDay {

    private DueDay() {}

    /**
     * The first instant at which it is too late: the midnight after the last day, or so many hours after the event.
     *
     * @param zone of the responsible organisation, whose days are counted
     */
    static Instant after(Instant event, Figure figure, boolean custody, LegalDays days, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(event, zone);
        int n = figure.value();
        return switch (figure.unit()) {
            case DAYS -> midnightAfter(custody ? LegalDays.lastDayInCustody(day, n) : days.lastDay(day, n), zone);
            case WORKING_DAYS -> midnightAfter(days.lastWorkingDay(day, n), zone);
            case MONTHS -> midnightAfter(custody ? day.plusMonths(n) : days.lastDayOfMonths(day, n), zone);
            case HOURS -> event.plus(Duration.ofHours(n));
            case MINUTES -> event.plus(Duration.ofMinutes(n));
            case COUNT, YES_NO ->
                throw new IllegalArgumentException(figure.limit().key() + " is no length of time");
        };
    }

    /** The first instant at which it is too late for what is due so many days before a day. */
    static Instant before(LocalDate day, Figure figure, ZoneId zone) {
        return switch (figure.unit()) {
            case DAYS -> midnightAfter(LegalDays.daysBefore(day, figure.value()), zone);
            case MONTHS -> midnightAfter(day.minusMonths(figure.value()), zone);
            case WORKING_DAYS, HOURS, MINUTES, COUNT, YES_NO ->
                throw new IllegalArgumentException(figure.limit().key() + " is not reckoned backwards");
        };
    }

    private static Instant midnightAfter(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
