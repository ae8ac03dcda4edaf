package org.guitu.ingest.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guitu.geofence.schedule.ScheduleExceptions;
import org.guitu.geofence.schedule.WeeklySchedule;

/**
 * Schedules as stored: {@code {"timezone":"Asia/Shanghai","weekly":[{"days":["MON"],"from":"21:00","to":"06:00"}]}}, and where there are exceptions
 * {@code "dates":[{"date":"2026-10-01","hours":[{"from":"22:00","to":"06:00"}]}],"pauses":[{"from":"2026-03-02T08:00","to":"2026-03-05T20:00"}]}.
 */
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
        ScheduleExceptions exceptions = schedule.exceptions();
        if (!exceptions.days().isEmpty()) {
            ArrayNode dates = root.putArray("dates");
            new TreeMap<>(exceptions.days()).forEach((date, hours) -> {
                ArrayNode opened =
                        dates.addObject().put("date", date.toString()).putArray("hours");
                hours.forEach(open -> opened.addObject()
                        .put("from", open.from().toString())
                        .put("to", open.to().toString()));
            });
        }
        if (!exceptions.pauses().isEmpty()) {
            ArrayNode pauses = root.putArray("pauses");
            exceptions
                    .pauses()
                    .forEach(pause -> pauses.addObject()
                            .put("from", pause.from().toString())
                            .put("to", pause.to().toString()));
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
            return new WeeklySchedule(ZoneId.of(root.path("timezone").asText()), windows, exceptions(root));
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("a stored schedule is not JSON", damaged);
        }
    }

    /** Reads the exceptions of a schedule; throws {@link java.time.DateTimeException} or {@link IllegalArgumentException} for what is none. */
    public static ScheduleExceptions exceptions(JsonNode root) {
        Map<LocalDate, List<ScheduleExceptions.Hours>> dates = new HashMap<>();
        for (JsonNode node : root.path("dates")) {
            List<ScheduleExceptions.Hours> hours = new ArrayList<>();
            for (JsonNode open : node.path("hours")) {
                hours.add(new ScheduleExceptions.Hours(
                        LocalTime.parse(open.path("from").asText()),
                        LocalTime.parse(open.path("to").asText())));
            }
            dates.put(LocalDate.parse(node.path("date").asText()), hours);
        }
        List<ScheduleExceptions.Pause> pauses = new ArrayList<>();
        for (JsonNode node : root.path("pauses")) {
            pauses.add(new ScheduleExceptions.Pause(
                    LocalDateTime.parse(node.path("from").asText()),
                    LocalDateTime.parse(node.path("to").asText())));
        }
        return new ScheduleExceptions(dates, pauses);
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
