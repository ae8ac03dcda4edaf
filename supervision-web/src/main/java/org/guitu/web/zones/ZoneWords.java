package org.guitu.web.zones;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.ScheduleExceptions;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.web.http.Json;
import org.guitu.web.ui.Page;

/** What is said and drawn of a zone. */
public final class ZoneWords {

    /** How many alternatives are described one by one. */
    private static final int PARTS_NAMED = 5;

    private ZoneWords() {}

    /** Its usual hours: every window with its days, and that it reaches into the next day where it does. */
    public static String hours(Page page, ZoneHours hours) {
        String usual = hours.windows().isEmpty()
                ? page.text("zones.always")
                : hours.windows().stream()
                        .map(window -> window(page, window))
                        .collect(Collectors.joining(page.text("zones.window.separator")));
        boolean plain =
                hours.schedule().isEmpty() || hours.zone().equals(page.times().zone());
        return plain ? usual : usual + " (" + hours.zone().getId() + ")";
    }

    /** What departs from the usual hours, a line each, by date; what ended before {@code since} is left out. */
    static List<String> exceptions(Page page, ZoneHours hours, Instant since) {
        LocalDate day = LocalDate.ofInstant(since, hours.zone());
        List<String> lines = new ArrayList<>();
        for (ZoneHours.Pause pause : hours.pauses()) {
            if (!pause.to().toLocalDate().isBefore(day)) {
                lines.add(pause(page, pause));
            }
        }
        new TreeMap<>(hours.dates()).tailMap(day).forEach((date, open) -> lines.add(date(page, date, open)));
        return lines;
    }

    static String pause(Page page, ZoneHours.Pause pause) {
        String span = page.text("zones.pause", local(pause.from()), local(pause.to()));
        return pause.note().isBlank() ? span : page.text("zones.pause.because", span, pause.note());
    }

    private static String date(Page page, LocalDate date, List<ScheduleExceptions.Hours> open) {
        String hours = open.stream()
                .map(one -> page.text(
                        one.to().isAfter(one.from()) ? "zones.date.hours" : "zones.date.hours.next-day",
                        one.from().toString(),
                        one.to().toString()))
                .collect(Collectors.joining(page.text("ui.list.separator")));
        return open.isEmpty()
                ? page.text("zones.date.none", date.toString())
                : page.text("zones.date", date.toString(), hours);
    }

    /** A wall-clock time as everywhere on the pages. */
    static String local(LocalDateTime at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
    }

    private static String window(Page page, WeeklySchedule.Window window) {
        String key = window.to().isAfter(window.from()) ? "zones.window" : "zones.window.next-day";
        return page.text(
                key,
                days(page, window.days()),
                window.from().toString(),
                window.to().toString());
    }

    private static String days(Page page, Set<DayOfWeek> days) {
        if (days.size() == 7) {
            return page.text("zones.days.all");
        }
        return days.stream()
                .sorted()
                .map(day -> day(page, day))
                .collect(Collectors.joining(page.text("ui.list.separator")));
    }

    static String day(Page page, DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, page.lang().locale());
    }

    /** What is ordered beyond the kind, in one line: the ground, and the dwell or the band. */
    static String order(Page page, Order order, String groupName) {
        String terms = terms(page, order);
        String ground = ground(page, order, groupName);
        return terms.isEmpty() ? ground : ground + page.text("zones.window.separator") + terms;
    }

    static String ground(Page page, Order order, String groupName) {
        Area area = order.ground().orElseThrow();
        return area instanceof Area.Group ? page.text("zones.area.group.of", groupName) : area(page, area);
    }

    /** The dwell or the band; {@code ""} without either. */
    static String terms(Page page, Order order) {
        return ZoneOrders.dwellSeconds(order)
                .map(seconds -> page.text("zones.dwell.least", Long.toString(seconds / 60)))
                .or(() -> ZoneOrders.approachMeters(order)
                        .map(meters -> page.text("zones.approach.within", meters(meters))))
                .orElse("");
    }

    static String area(Page page, Area area) {
        return switch (area) {
            case Area.Circle circle -> page.text("zones.area.circle", meters(circle.radiusMeters()));
            case Area.Corridor corridor -> page.text("zones.area.corridor", meters(corridor.bufferMeters()));
            case Area.Polygonal polygonal -> page.text("zones.area.polygon");
            case Area.AnyOf anyOf ->
                page.text(
                        "zones.area.any-of",
                        Integer.toString(anyOf.parts().size()),
                        anyOf.parts().stream()
                                .limit(PARTS_NAMED)
                                .map(part -> area(page, part))
                                .collect(Collectors.joining(page.text("zones.window.separator"))),
                        anyOf.parts().size() > PARTS_NAMED ? page.text("zones.area.more") : "");
            case Area.Group group -> page.text("zones.area.group");
        };
    }

    static String state(Page page, Zone zone, Instant now) {
        return switch (zone.state(now)) {
            case COMING -> page.text("zones.state.COMING", page.times().minute(zone.validFrom()));
            case IN_FORCE ->
                zone.hours()
                        .pausedAt(now)
                        .map(pause -> page.text("zones.state.PAUSED", local(pause.to())))
                        .orElseGet(() -> inForce(page, zone));
            case OVER -> page.text("zones.state.OVER", page.times().minute(zone.until()));
        };
    }

    private static String inForce(Page page, Zone zone) {
        return zone.until().equals(Instant.MAX)
                ? page.text("zones.state.IN_FORCE")
                : page.text("zones.state.UNTIL", page.times().minute(zone.until()));
    }

    static String tone(Zone zone, Instant now) {
        return switch (zone.state(now)) {
            case IN_FORCE -> zone.hours().pausedAt(now).isPresent() ? "warn" : "good";
            case COMING -> "neutral";
            case OVER -> "none";
        };
    }

    /** Zones as the map takes them; one about a group of places has no geometry and is not drawn. */
    public static ObjectNode features(List<Zone> zones) {
        ObjectNode collection = Json.mapper().createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        for (Zone zone : zones) {
            features.add(feature(zone.area(), zone.id(), zone.name(), zone.kind()));
        }
        return collection;
    }

    /** One area as the map takes it. */
    static ObjectNode feature(Area area, long id, String name, RuleKind kind) {
        ObjectNode feature = ZoneArea.write(area);
        feature.withObject("/properties")
                .put("id", id)
                .put("name", name)
                .put("kind", kind.name().toLowerCase(Locale.ROOT));
        return feature;
    }

    private static String meters(double meters) {
        return Long.toString(Math.round(meters));
    }
}
