package org.guitu.ingest.admit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.guitu.geofence.schedule.ScheduleReader;
import org.guitu.geofence.schedule.WeeklySchedule;

/** The hours of a phone's plan as stored, see the column {@code basis.hours}. */
public final class HoursJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HoursJson() {}

    public static String write(CollectionHours hours) {
        ObjectNode root = JSON.createObjectNode();
        hours.weekly().ifPresent(schedule -> write(schedule, root.putObject("weekly")));
        hours.points()
                .ifPresent(points -> root.putObject("points")
                        .put("seed", points.seed())
                        .put("perDay", points.perDay())
                        .put("from", points.from().toString())
                        .put("to", points.to().toString())
                        .put("timezone", points.zone().getId())
                        .put("minutesAround", points.minutesAround()));
        return root.toString();
    }

    /** Reads {@link #write}; throws {@link RuntimeException} for anything else. */
    public static CollectionHours read(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            return new CollectionHours(weekly(root.path("weekly")), points(root.path("points")));
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("stored hours are not JSON", damaged);
        }
    }

    private static void write(WeeklySchedule schedule, ObjectNode node) {
        node.put("timezone", schedule.zone().getId());
        ArrayNode windows = node.putArray("windows");
        for (WeeklySchedule.Window window : schedule.windows()) {
            ObjectNode one = windows.addObject();
            ArrayNode days = one.putArray("days");
            new TreeSet<>(window.days()).forEach(day -> days.add(day.name()));
            one.put("from", window.from().toString()).put("to", window.to().toString());
        }
    }

    private static Optional<WeeklySchedule> weekly(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        List<ScheduleReader.RawWindow> windows = new ArrayList<>();
        for (JsonNode window : node.path("windows")) {
            List<String> days = new ArrayList<>();
            window.path("days").forEach(day -> days.add(day.asText()));
            windows.add(new ScheduleReader.RawWindow(
                    days, window.path("from").asText(), window.path("to").asText()));
        }
        return switch (ScheduleReader.read(node.path("timezone").asText(), windows)) {
            case ScheduleReader.Reading.Read read -> Optional.of(read.schedule());
            case ScheduleReader.Reading.Refused refused ->
                throw new IllegalArgumentException("stored hours cannot be read");
        };
    }

    private static Optional<RandomPoints> points(JsonNode node) {
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.of(new RandomPoints(
                        node.path("seed").asLong(),
                        node.path("perDay").asInt(),
                        LocalTime.parse(node.path("from").asText()),
                        LocalTime.parse(node.path("to").asText()),
                        ZoneId.of(node.path("timezone").asText()),
                        node.path("minutesAround").asInt()));
    }
}
