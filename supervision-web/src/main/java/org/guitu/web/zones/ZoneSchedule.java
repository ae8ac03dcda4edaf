package org.guitu.web.zones;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guitu.geofence.schedule.ScheduleReader;
import org.guitu.geofence.schedule.ScheduleReader.RawWindow;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.web.form.Fields;

/** The weekly windows of a zone between the form and the judge. */
final class ZoneSchedule {

    private ZoneSchedule() {}

    /** Reads the editor; rows left wholly empty are skipped. Problems go to {@code timeZone}, {@code windows} or {@code window.N}. */
    static Optional<WeeklySchedule> read(ZoneForm.Times times, Fields fields) {
        List<RawWindow> windows = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < times.windows().size(); i++) {
            ZoneForm.Window window = times.windows().get(i);
            if (!window.days().isEmpty()
                    || !window.from().isBlank()
                    || !window.to().isBlank()) {
                windows.add(new RawWindow(window.days(), window.from(), window.to()));
                rows.add(i);
            }
        }
        String timeZone = times.timeZone().isBlank() ? ZoneForm.DEFAULT_TIME_ZONE.getId() : times.timeZone();
        return switch (ScheduleReader.read(timeZone, windows)) {
            case ScheduleReader.Reading.Read read -> Optional.of(read.schedule());
            case ScheduleReader.Reading.Refused refused -> {
                refused.problems().forEach(problem -> note(problem, rows, fields));
                yield Optional.empty();
            }
        };
    }

    private static void note(ScheduleReader.Problem problem, List<Integer> rows, Fields fields) {
        String key = "zones.error.schedule."
                + problem.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String field = problem.reason() == ScheduleReader.Reason.UNKNOWN_TIME_ZONE
                ? "timeZone"
                : problem.window() < 0 ? "windows" : "window." + rows.get(problem.window());
        fields.problem(field, key, problem.text());
    }

    /** The rows of the editor. */
    static List<ZoneForm.Window> rows(List<WeeklySchedule.Window> windows) {
        return windows.stream()
                .map(window -> new ZoneForm.Window(
                        window.days().stream().sorted().map(ZoneSchedule::day).toList(),
                        window.from().toString(),
                        window.to().toString()))
                .toList();
    }

    /** {@code MON} ... {@code SUN}. */
    static String day(DayOfWeek day) {
        return day.name().substring(0, 3);
    }
}
