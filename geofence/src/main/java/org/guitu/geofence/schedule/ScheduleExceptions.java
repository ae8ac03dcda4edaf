package org.guitu.geofence.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * What departs from the weekly pattern, by the wall clock of the schedule's zone.
 *
 * @param days on such a date these hours open instead of the weekly windows that would open on it: a holiday. No hours: none opens. A window that
 *     opened the evening before runs on as it was
 * @param pauses stretches in which nothing is in force, whatever else says: approved leave
 */
public record ScheduleExceptions(Map<LocalDate, List<Hours>> days, List<Pause> pauses) {

    /** The weekly pattern and nothing else. */
    public static final ScheduleExceptions NONE = new ScheduleExceptions(Map.of(), List.of());

    /** How many of either kind a schedule can have. */
    public static final int COUNT_MAX = 400;

    /** Opens at {@code from}; if {@code to} is not after it, closes on the next day. */
    public record Hours(LocalTime from, LocalTime to) {}

    /**
     * Nothing is in force.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public record Pause(LocalDateTime from, LocalDateTime to) {
        public Pause {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a pause must begin before it ends");
            }
        }
    }

    public ScheduleExceptions {
        if (days.size() > COUNT_MAX || pauses.size() > COUNT_MAX) {
            throw new IllegalArgumentException("more than " + COUNT_MAX + " exceptions");
        }
        days = Map.copyOf(days);
        pauses = List.copyOf(pauses);
    }

    boolean isNone() {
        return days.isEmpty() && pauses.isEmpty();
    }
}
