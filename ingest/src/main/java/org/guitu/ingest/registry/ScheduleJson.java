package org.guitu.ingest.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guitu.geofence.schedule.WeeklySchedule;

/** Schedules as stored: {@code {"timezone":"Asia/Shanghai","weekly":[{"days":["MON"],"from":"21:00","to":"06:00"}]}}. */
public final class ScheduleJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ScheduleJson() {}

    public static String write(WeeklySchedule schedule) {
        ObjectNode root =
                JSON.createObjectNode().put("timezone", schedule.zone().getId());
        ArrayNode weekly = root.putArray("weekly");
        for (WeeklySchedule.Window window : schedule.windows()) {
            ObjectNode node = weekly.addObject();
            ArrayNode days = node.putArray("days");
            new TreeSet<>(window.days()).forEach(day -> days.add(day.name().substring(0, 3)));
            node.put("from", window.from().toString()).put("to", window.to().toString());
        }
        return root.toString();
    }

    /** Reads {@link #write}; throws {@link RuntimeException} for anything else. */
    public static WeeklySchedule read(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            List<WeeklySchedule.Window> windows = new ArrayList<>();
            for (JsonNode node : root.path("weekly")) {
                windows.add(new WeeklySchedule.Window(
                        days(node.path("days")),
                        LocalTime.parse(node.path("from").asText()),
                        LocalTime.parse(node.path("to").asText())));
            }
            return new WeeklySchedule(ZoneId.of(root.path("timezone").asText()), windows);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("a stored schedule is not JSON", damaged);
        }
    }

    private static Set<DayOfWeek> days(JsonNode words) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonNode word : words) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day.name().startsWith(word.asText())) {
                    days.add(day);
                }
            }
        }
        return days;
    }
}
