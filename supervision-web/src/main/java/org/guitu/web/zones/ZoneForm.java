package org.guitu.web.zones;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.web.http.Json;

/**
 * A zone as written in a form: raw text, {@code ""} where left empty.
 *
 * @param kind {@code STAY_IN} or {@code KEEP_OUT}
 * @param area GeoJSON, see {@link ZoneArea}; empty where {@code placeId} says which area
 * @param radiusMeters of a circle, goes before the one in the GeoJSON
 * @param bufferMeters of a route, goes before the one in the GeoJSON
 * @param placeId a place kept for reuse
 * @param keepPlace {@code on}: keep the area as a place under the zone's name
 * @param always {@code on}: in force at all hours, the windows are not read
 * @param timeZone of the windows, e.g. {@code Asia/Shanghai}
 * @param validFrom by the wall clock of the responsible organisation, {@code 2026-11-30T00:00}; empty: now
 * @param validTo the same; empty: until ended
 * @param correction {@code on} with a revision: it was meant so from the beginning, the past is judged again
 */
public record ZoneForm(
        String name,
        String kind,
        String area,
        String radiusMeters,
        String bufferMeters,
        String placeId,
        String keepPlace,
        String always,
        String timeZone,
        List<Window> windows,
        String validFrom,
        String validTo,
        String correction,
        String note) {

    /** One row of the weekly editor: {@code MON} ... {@code SUN}, {@code HH:mm}. */
    public record Window(List<String> days, String from, String to) {
        public Window {
            days = List.copyOf(days);
        }
    }

    public ZoneForm {
        windows = List.copyOf(windows);
    }

    static final String DEFAULT_TIME_ZONE = "Asia/Shanghai";

    /** A zone in force from now on. */
    public static ZoneForm of(String name, RuleKind kind, Area area, Optional<WeeklySchedule> schedule) {
        return new ZoneForm(
                name,
                kind.name(),
                Json.write(ZoneArea.write(area)),
                "",
                "",
                "",
                "",
                schedule.isPresent() ? "" : "on",
                schedule.map(weekly -> weekly.zone().getId()).orElse(DEFAULT_TIME_ZONE),
                schedule.map(ZoneSchedule::rows).orElse(List.of()),
                "",
                "",
                "",
                "");
    }

    /**
     * The same, from an instant.
     *
     * @param zone of the organisation responsible for the person
     */
    public ZoneForm from(Instant instant, ZoneId zone) {
        return new ZoneForm(
                name,
                kind,
                area,
                radiusMeters,
                bufferMeters,
                placeId,
                keepPlace,
                always,
                timeZone,
                windows,
                local(instant, zone),
                validTo,
                correction,
                note);
    }

    static String local(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
