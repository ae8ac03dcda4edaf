package org.guitu.web.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Which days are worked: Monday to Friday but for holidays, and weekend days that are worked in exchange. Immutable.
 *
 * @param exceptions days that are not as their day of the week says; true: off
 */
public record WorkCalendar(Map<LocalDate, Boolean> exceptions) {

    public WorkCalendar {
        exceptions = Map.copyOf(exceptions);
    }

    /** Weekends alone. */
    public static WorkCalendar plain() {
        return new WorkCalendar(Map.of());
    }

    public boolean isWorkingDay(LocalDate day) {
        Boolean off = exceptions.get(day);
        return off == null ? day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY : !off;
    }

    /** The day itself if it is worked, else the next that is. */
    public LocalDate workingDayFrom(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** Whether the holidays of a year are in the table; without them its terms are counted with weekends alone. */
    public boolean knows(int year) {
        return exceptions.keySet().stream().anyMatch(day -> day.getYear() == year);
    }
}
