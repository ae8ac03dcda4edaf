package org.guitu.web.zones;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.guitu.geofence.schedule.ScheduleReader;
import org.guitu.geofence.schedule.ScheduleReader.RawWindow;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.ingest.registry.ScheduleJson;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Json;

/**
 * The hours of a zone as stored and as the API writes them: {@code {"timezone", "weekly":[{"days","from","to"}], "dates":[{"date","hours":[{"from",
 * "to"}]}], "pauses":[{"from","to","note"}]}}; without {@code weekly}: at all hours.
 */
final class ZoneHoursJson {

    private ZoneHoursJson() {}

    static ObjectNode write(ZoneHours hours) {
        ObjectNode json =
                Json.mapper().createObjectNode().put("timezone", hours.zone().getId());
        if (!hours.windows().isEmpty()) {
            ArrayNode weekly = json.putArray("weekly");
            for (WeeklyHours.Row row : WeeklyHours.rows(hours.windows())) {
                ObjectNode window = weekly.addObject();
                ArrayNode days = window.putArray("days");
                row.days().forEach(days::add);
                window.put("from", row.from()).put("to", row.to());
            }
        }
        if (!hours.dates().isEmpty()) {
            ArrayNode dates = json.putArray("dates");
            new TreeMap<>(hours.dates()).forEach((date, open) -> {
                ArrayNode opened =
                        dates.addObject().put("date", date.toString()).putArray("hours");
                open.forEach(one -> opened.addObject()
                        .put("from", one.from().toString())
                        .put("to", one.to().toString()));
            });
        }
        if (!hours.pauses().isEmpty()) {
            ArrayNode pauses = json.putArray("pauses");
            hours.pauses()
                    .forEach(pause -> pauses.addObject()
                            .put("from", pause.from().toString())
                            .put("to", pause.to().toString())
                            .put("note", pause.note()));
        }
        return json;
    }

    /** Hours that were stored, and so were good when they were. */
    static ZoneHours stored(String json) {
        try {
            JsonNode root = Json.mapper().readTree(json);
            return new ZoneHours(
                    ZoneId.of(root.path("timezone").asText()),
                    windows(root),
                    ScheduleJson.exceptions(root).days(),
                    pauses(root));
        } catch (JacksonException damaged) {
            throw new IllegalStateException("a stored schedule is no JSON", damaged);
        }
    }

    private static List<WeeklySchedule.Window> windows(JsonNode root) {
        if (!root.has("weekly")) {
            return List.of();
        }
        List<RawWindow> windows = new ArrayList<>();
        for (JsonNode window : root.path("weekly")) {
            List<String> days = new ArrayList<>();
            window.path("days").forEach(day -> days.add(day.asText()));
            windows.add(new RawWindow(
                    days, window.path("from").asText(), window.path("to").asText()));
        }
        if (ScheduleReader.read(root.path("timezone").asText(), windows)
                instanceof ScheduleReader.Reading.Read(WeeklySchedule schedule)) {
            return schedule.windows();
        }
        throw new IllegalStateException("a stored schedule cannot be read any more");
    }

    private static List<ZoneHours.Pause> pauses(JsonNode root) {
        List<ZoneHours.Pause> pauses = new ArrayList<>();
        root.path("pauses")
                .forEach(pause -> pauses.add(new ZoneHours.Pause(
                        LocalDateTime.parse(pause.path("from").asText()),
                        LocalDateTime.parse(pause.path("to").asText()),
                        pause.path("note").asText())));
        return pauses;
    }
}
