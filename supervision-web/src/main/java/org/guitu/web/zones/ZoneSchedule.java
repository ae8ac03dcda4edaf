package org.guitu.web.zones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guitu.geofence.schedule.ScheduleReader;
import org.guitu.geofence.schedule.ScheduleReader.RawWindow;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.web.form.Fields;
import org.guitu.web.http.Json;

/** The weekly schedule of a zone between the form, the database and the judge. */
public final class ZoneSchedule {

    private ZoneSchedule() {}

    /** Reads the editor; rows left wholly empty are skipped. Problems go to {@code timeZone}, {@code windows} or {@code window.N}. */
    static Optional<WeeklySchedule> read(ZoneForm form, Fields fields) {
        List<RawWindow> windows = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < form.windows().size(); i++) {
            ZoneForm.Window window = form.windows().get(i);
            if (!window.days().isEmpty()
                    || !window.from().isBlank()
                    || !window.to().isBlank()) {
                windows.add(new RawWindow(window.days(), window.from(), window.to()));
                rows.add(i);
            }
        }
        String timeZone = form.timeZone().isBlank() ? ZoneForm.DEFAULT_TIME_ZONE : form.timeZone();
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

    /** {@code {"timezone","weekly":[{"days","from","to"}]}}, as the tools and the API write it. */
    public static ObjectNode write(WeeklySchedule schedule) {
        ObjectNode json =
                Json.mapper().createObjectNode().put("timezone", schedule.zone().getId());
        ArrayNode weekly = json.putArray("weekly");
        for (ZoneForm.Window row : rows(schedule)) {
            ObjectNode window = weekly.addObject();
            ArrayNode days = window.putArray("days");
            row.days().forEach(days::add);
            window.put("from", row.from()).put("to", row.to());
        }
        return json;
    }

    /** A schedule that was stored, and so was good when it was. */
    static WeeklySchedule stored(String json) {
        try {
            JsonNode root = Json.mapper().readTree(json);
            List<RawWindow> windows = new ArrayList<>();
            for (JsonNode window : root.path("weekly")) {
                List<String> days = new ArrayList<>();
                window.path("days").forEach(day -> days.add(day.asText()));
                windows.add(new RawWindow(
                        days, window.path("from").asText(), window.path("to").asText()));
            }
            if (ScheduleReader.read(root.path("timezone").asText(), windows)
                    instanceof ScheduleReader.Reading.Read(WeeklySchedule schedule)) {
                return schedule;
            }
        } catch (com.fasterxml.jackson.core.JacksonException damaged) {
            throw new IllegalStateException("a stored schedule is no JSON", damaged);
        }
        throw new IllegalStateException("a stored schedule cannot be read any more");
    }

    /** The rows of the editor. */
    static List<ZoneForm.Window> rows(WeeklySchedule schedule) {
        return schedule.windows().stream()
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
