package org.guitu.web.form;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guitu.geofence.schedule.ScheduleReader;
import org.guitu.geofence.schedule.ScheduleReader.RawWindow;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.web.http.Form;

/** The weekly windows of an order between its form and the judge. */
public final class WeeklyHours {

    public static final ZoneId DEFAULT_TIME_ZONE = ZoneId.of("Asia/Shanghai");

    private WeeklyHours() {}

    /** One row of the weekly editor: {@code MON} ... {@code SUN}, {@code HH:mm}. */
    public record Row(List<String> days, String from, String to) {
        public Row {
            days = List.copyOf(days);
        }

        boolean isBlank() {
            return days.isEmpty() && from.isBlank() && to.isBlank();
        }
    }

    /** Reads the editor; rows left wholly empty are skipped. Problems go to {@code timeZone}, {@code windows} or {@code window.N}. */
    public static Optional<WeeklySchedule> read(String timeZone, List<Row> editor, Fields fields) {
        List<RawWindow> windows = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < editor.size(); i++) {
            Row row = editor.get(i);
            if (!row.isBlank()) {
                windows.add(new RawWindow(row.days(), row.from(), row.to()));
                rows.add(i);
            }
        }
        return switch (ScheduleReader.read(timeZone.isBlank() ? DEFAULT_TIME_ZONE.getId() : timeZone, windows)) {
            case ScheduleReader.Reading.Read read -> Optional.of(read.schedule());
            case ScheduleReader.Reading.Refused refused -> {
                refused.problems().forEach(problem -> note(problem, rows, fields));
                yield Optional.empty();
            }
        };
    }

    private static void note(ScheduleReader.Problem problem, List<Integer> rows, Fields fields) {
        String key = "ui.schedule."
                + problem.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String field = problem.reason() == ScheduleReader.Reason.UNKNOWN_TIME_ZONE
                ? "timeZone"
                : problem.window() < 0 ? "windows" : "window." + rows.get(problem.window());
        fields.problem(field, key, problem.text());
    }

    /** The rows of the editor for windows that are in force. */
    public static List<Row> rows(List<WeeklySchedule.Window> windows) {
        return windows.stream()
                .map(window -> new Row(
                        window.days().stream().sorted().map(WeeklyHours::day).toList(),
                        window.from().toString(),
                        window.to().toString()))
                .toList();
    }

    /**
     * The rows as sent in {@code days.N}, {@code from.N} and {@code to.N}, up to the last that is not blank; {@link #read} refuses too many.
     *
     * @param list all values of a field
     * @param text the one value of a field, empty if there is none
     */
    public static List<Row> sent(Function<String, List<String>> list, Function<String, String> text) {
        List<Row> rows = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < Form.FIELDS_MAX; i++) {
            rows.add(new Row(list.apply("days." + i), text.apply("from." + i), text.apply("to." + i)));
            count = rows.getLast().isBlank() ? count : i + 1;
        }
        return List.copyOf(rows.subList(0, count));
    }

    /** The other way: fills the fields that {@link #sent} reads. */
    public static void fill(List<Row> rows, Map<String, List<String>> values) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            values.put("days." + i, row.days());
            values.put("from." + i, List.of(row.from()));
            values.put("to." + i, List.of(row.to()));
        }
    }

    /** The rows in words, {@code Mon, Tue 08:00–18:00}. */
    public static String words(List<Row> rows, Locale locale) {
        return rows.stream()
                .map(row -> Arrays.stream(DayOfWeek.values())
                                .filter(day -> row.days().contains(day(day)))
                                .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                                .collect(Collectors.joining(", "))
                        + " " + row.from() + "–" + row.to())
                .collect(Collectors.joining("; "));
    }

    /** What the API calls a field that {@link #read} names: the path in the body of the request. Any other field stays as it is. */
    public static String apiName(String field) {
        return switch (field) {
            case "timeZone" -> "schedule.timezone";
            case "windows" -> "schedule.weekly";
            default -> field.startsWith("window.") ? field.replaceFirst("window", "schedule.weekly") : field;
        };
    }

    /** {@code MON} ... {@code SUN}. */
    public static String day(DayOfWeek day) {
        return day.name().substring(0, 3);
    }
}
