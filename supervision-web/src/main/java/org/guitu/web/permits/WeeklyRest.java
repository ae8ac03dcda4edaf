package org.guitu.web.permits;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.schedule.WeeklySchedule;

/** The hours of the week that a schedule leaves out, to the minute. Pure. */
final class WeeklyRest {

    private static final int DAY_MINUTES = 24 * 60;
    private static final int WEEK_MINUTES = 7 * DAY_MINUTES;

    private WeeklyRest() {}

    /** In the same time zone; empty if the schedule leaves out nothing. */
    static Optional<WeeklySchedule> of(WeeklySchedule schedule) {
        BitSet open = new BitSet(WEEK_MINUTES);
        for (WeeklySchedule.Window window : schedule.windows()) {
            window.days().forEach(day -> mark(open, day, window));
        }
        List<WeeklySchedule.Window> rest = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int midnight = (day.getValue() - 1) * DAY_MINUTES;
            int from = open.nextClearBit(midnight);
            while (from < midnight + DAY_MINUTES) {
                int next = open.nextSetBit(from);
                int to = next < 0 ? midnight + DAY_MINUTES : Math.min(next, midnight + DAY_MINUTES);
                rest.add(new WeeklySchedule.Window(EnumSet.of(day), time(from - midnight), time(to - midnight)));
                from = open.nextClearBit(to);
            }
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of(new WeeklySchedule(schedule.zone(), rest));
    }

    private static void mark(BitSet open, DayOfWeek day, WeeklySchedule.Window window) {
        int from = (day.getValue() - 1) * DAY_MINUTES + minutes(window.from());
        int length = minutes(window.to()) - minutes(window.from());
        int to = from + (length > 0 ? length : length + DAY_MINUTES);
        open.set(from, Math.min(to, WEEK_MINUTES));
        if (to > WEEK_MINUTES) {
            open.set(0, to - WEEK_MINUTES);
        }
    }

    private static int minutes(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static LocalTime time(int minutes) {
        return LocalTime.ofSecondOfDay((minutes % DAY_MINUTES) * 60L);
    }
}
