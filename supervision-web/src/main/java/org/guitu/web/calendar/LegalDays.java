package org.guitu.web.calendar;

import java.time.LocalDate;

/**
 * How the law counts (CPL-105): the day of the event is not counted; a last day on a holiday moves to the next working day, except where
 * someone is held, whose term is never made longer by that. 以上, 以内 include the number; 以下, 超过 do not (IM-58). Pure.
 */
public final class LegalDays {

    private final WorkCalendar calendar;

    public LegalDays(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** The last day of a term of so many days after an event. */
    public LocalDate lastDay(LocalDate event, int days) {
        return calendar.workingDayFrom(event.plusDays(days));
    }

    /** The last day of a term of so many days in which someone is held. */
    public static LocalDate lastDayInCustody(LocalDate event, int days) {
        return event.plusDays(days);
    }

    /** The last day of a term of so many working days after an event. */
    public LocalDate lastWorkingDay(LocalDate event, int workingDays) {
        LocalDate day = event;
        for (int left = workingDays; left > 0; left--) {
            day = calendar.workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    /** The last day of a term of so many months after an event: the same day of the month, or the month's last where it has no such day. */
    public LocalDate lastDayOfMonths(LocalDate event, int months) {
        return calendar.workingDayFrom(event.plusMonths(months));
    }

    /** The latest day on which something must be done that is due so many days before another. */
    public static LocalDate daysBefore(LocalDate day, int days) {
        return day.minusDays(days);
    }

    /** Days in a stretch of which both ends count, as days of leave are counted. */
    public static int daysIncluded(LocalDate first, LocalDate last) {
        return Math.toIntExact(java.time.temporal.ChronoUnit.DAYS.between(first, last) + 1);
    }
}
