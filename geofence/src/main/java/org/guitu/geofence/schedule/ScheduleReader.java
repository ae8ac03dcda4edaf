package org.guitu.geofence.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a schedule from the words of a form or a file and says everything that is wrong with it at once. */
public final class ScheduleReader {

    /** More windows than this is a mistake, not an order. */
    public static final int WINDOWS_MAX = 100;

    private ScheduleReader() {}

    /**
     * One window as written.
     *
     * @param days {@code MON} … {@code SUN} or the full English names, any case
     * @param from {@code HH:mm} or {@code HH:mm:ss}
     * @param to the same; {@code 24:00} is midnight at the day's end
     */
    public record RawWindow(List<String> days, String from, String to) {}

    /** What reading came to. */
    public sealed interface Reading {
        record Read(WeeklySchedule schedule) implements Reading {}

        record Refused(List<Problem> problems) implements Reading {}
    }

    /** Why a schedule cannot be used. */
    public enum Reason {
        UNKNOWN_TIME_ZONE,
        NO_WINDOWS,
        TOO_MANY_WINDOWS,
        NO_DAYS,
        UNKNOWN_DAY,
        NOT_A_TIME
    }

    /**
     * One problem.
     *
     * @param window index of the window to blame, -1 for the schedule as a whole
     * @param text the offending word, empty if one is missing
     */
    public record Problem(Reason reason, int window, String text) {}

    /** Reads a whole schedule. */
    public static Reading read(String timeZone, List<RawWindow> windows) {
        var problems = new ArrayList<Problem>();
        ZoneId zone = zone(timeZone, problems);
        if (windows.isEmpty()) {
            problems.add(new Problem(Reason.NO_WINDOWS, -1, ""));
        }
        if (windows.size() > WINDOWS_MAX) {
            problems.add(new Problem(Reason.TOO_MANY_WINDOWS, -1, String.valueOf(windows.size())));
            return new Reading.Refused(List.copyOf(problems));
        }
        var read = new ArrayList<WeeklySchedule.Window>();
        for (int i = 0; i < windows.size(); i++) {
            Set<DayOfWeek> days = days(windows.get(i).days, i, problems);
            LocalTime from = time(windows.get(i).from, i, problems);
            LocalTime to = time(windows.get(i).to, i, problems);
            if (from != null && to != null) {
                read.add(new WeeklySchedule.Window(days, from, to));
            }
        }
        return problems.isEmpty() && zone != null
                ? new Reading.Read(new WeeklySchedule(zone, read))
                : new Reading.Refused(List.copyOf(problems));
    }

    private static @Nullable ZoneId zone(String text, List<Problem> problems) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException unknown) {
            problems.add(new Problem(Reason.UNKNOWN_TIME_ZONE, -1, text));
            return null;
        }
    }

    private static Set<DayOfWeek> days(List<String> words, int window, List<Problem> problems) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (String word : words) {
            DayOfWeek day = day(word.strip().toUpperCase(Locale.ROOT));
            if (day == null) {
                problems.add(new Problem(Reason.UNKNOWN_DAY, window, word));
            } else {
                days.add(day);
            }
        }
        if (words.isEmpty()) {
            problems.add(new Problem(Reason.NO_DAYS, window, ""));
        }
        return days;
    }

    private static @Nullable DayOfWeek day(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word.equals(day.name()) || word.equals(day.name().substring(0, 3))) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable LocalTime time(String text, int window, List<Problem> problems) {
        String word = text.strip();
        try {
            return word.equals("24:00") || word.equals("24:00:00") ? LocalTime.MIDNIGHT : LocalTime.parse(word);
        } catch (DateTimeException wrong) {
            problems.add(new Problem(Reason.NOT_A_TIME, window, text));
            return null;
        }
    }
}
