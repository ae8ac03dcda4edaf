package org.guitu.geofence.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * When a rule is in force: weekly windows in a named time zone.
 *
 * @param zone the time zone the windows are written in
 * @param windows may overlap; together they are the hours in force
 */
public record WeeklySchedule(ZoneId zone, List<Window> windows) {

    /**
     * A window that opens on each of {@code days}. If {@code to} is not after {@code from} it closes on the next day; equal times mean
     * twenty-four hours by the wall clock.
     */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Window {
            days = Set.copyOf(days);
        }
    }

    public WeeklySchedule {
        windows = List.copyOf(windows);
    }
}
