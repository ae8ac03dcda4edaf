package org.guitu.web.zones;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.web.http.Json;
import org.guitu.web.ui.Page;

/** What is said and drawn of a zone. */
public final class ZoneWords {

    private ZoneWords() {}

    /** Its hours: every window with its days, and that it reaches into the next day where it does. */
    public static String hours(Page page, Optional<WeeklySchedule> schedule) {
        return schedule.map(weekly -> weekly.windows().stream()
                                .map(window -> window(page, window))
                                .collect(Collectors.joining(page.text("zones.window.separator")))
                        + (weekly.zone().equals(page.times().zone())
                                ? ""
                                : " (" + weekly.zone().getId() + ")"))
                .orElse(page.text("zones.always"));
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

    static String area(Page page, Area area) {
        return switch (area) {
            case Area.Circle circle -> page.text("zones.area.circle", meters(circle.radiusMeters()));
            case Area.Corridor corridor -> page.text("zones.area.corridor", meters(corridor.bufferMeters()));
            case Area.Polygonal polygonal -> page.text("zones.area.polygon");
            case Area.AnyOf anyOf ->
                anyOf.parts().stream()
                        .map(part -> area(page, part))
                        .collect(Collectors.joining(page.text("ui.list.separator")));
            case Area.Group group -> page.text("zones.area.group");
        };
    }

    static String state(Page page, Zone zone, Instant now) {
        return switch (zone.state(now)) {
            case COMING -> page.text("zones.state.COMING", page.times().minute(zone.validFrom()));
            case IN_FORCE ->
                zone.until().equals(Instant.MAX)
                        ? page.text("zones.state.IN_FORCE")
                        : page.text("zones.state.UNTIL", page.times().minute(zone.until()));
            case OVER -> page.text("zones.state.OVER", page.times().minute(zone.until()));
        };
    }

    static String tone(Zone zone, Instant now) {
        return switch (zone.state(now)) {
            case IN_FORCE -> "good";
            case COMING -> "neutral";
            case OVER -> "none";
        };
    }

    /** Zones as the map takes them. */
    public static ObjectNode features(List<Zone> zones) {
        ObjectNode collection = Json.mapper().createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        for (Zone zone : zones) {
            ObjectNode feature = ZoneArea.write(zone.area());
            feature.withObject("/properties")
                    .put("id", zone.id())
                    .put("name", zone.name())
                    .put("kind", zone.kind().name().toLowerCase(Locale.ROOT));
            features.add(feature);
        }
        return collection;
    }

    private static String meters(double meters) {
        return Long.toString(Math.round(meters));
    }
}
