package org.guitu.web.zones;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.web.form.Fields;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Json;

/**
 * A zone as written in a form: raw text, {@code ""} where left empty.
 *
 * @param kind {@code STAY_IN} or {@code KEEP_OUT}
 * @param dwellMinutes with {@code STAY_IN}: at least so long within each window; empty: all the time
 * @param approachMeters with {@code KEEP_OUT}: a warning within this of it; empty: none
 * @param validFrom by the wall clock of the responsible organisation, {@code 2026-11-30T00:00}; empty: now
 * @param validTo the same; empty: until ended
 * @param correction {@code on} with a revision: it was meant so from the beginning, the past is judged again
 */
public record ZoneForm(
        String name,
        String kind,
        Ground ground,
        String dwellMinutes,
        String approachMeters,
        Times times,
        String validFrom,
        String validTo,
        String correction,
        String note) {

    /**
     * Where.
     *
     * @param area GeoJSON, see {@link ZoneArea}; empty where {@code placeId}, {@code parts} or {@code placeGroupId} say which area
     * @param radiusMeters of a circle, goes before the one in the GeoJSON
     * @param bufferMeters of a route, goes before the one in the GeoJSON
     * @param parts further alternatives, each GeoJSON
     * @param placeId a place kept for reuse
     * @param keepPlace {@code on}: keep the area as a place under the zone's name
     * @param placeGroupId with {@code KEEP_OUT}: all places of a group, in place of an area
     */
    public record Ground(
            String area,
            String radiusMeters,
            String bufferMeters,
            List<String> parts,
            String placeId,
            String keepPlace,
            String placeGroupId) {
        public Ground {
            parts = List.copyOf(parts);
        }

        /** What was drawn and nothing else. */
        public static Ground of(String area) {
            return new Ground(area, "", "", List.of(), "", "", "");
        }
    }

    /**
     * When.
     *
     * @param always {@code on}: in force at all hours, the windows are not read
     * @param timeZone of all that follows, e.g. {@code Asia/Shanghai}
     */
    public record Times(
            String always, String timeZone, List<WeeklyHours.Row> windows, List<OddDay> dates, List<PauseRow> pauses) {
        public Times {
            windows = List.copyOf(windows);
            dates = List.copyOf(dates);
            pauses = List.copyOf(pauses);
        }

        static Times of(ZoneHours hours) {
            return new Times(
                    hours.windows().isEmpty() ? "on" : "",
                    hours.zone().getId(),
                    WeeklyHours.rows(hours.windows()),
                    OddDay.rows(hours),
                    hours.pauses().stream().map(PauseRow::of).toList());
        }
    }

    /** A date with other hours; without hours it is not in force then. Several rows may name one date. */
    public record OddDay(String date, String from, String to) {

        boolean isBlank() {
            return date.isBlank() && from.isBlank() && to.isBlank();
        }

        static List<OddDay> rows(ZoneHours hours) {
            return hours.dates().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .flatMap(entry -> entry.getValue().isEmpty()
                            ? java.util.stream.Stream.of(
                                    new OddDay(entry.getKey().toString(), "", ""))
                            : entry.getValue().stream()
                                    .map(open -> new OddDay(
                                            entry.getKey().toString(),
                                            open.from().toString(),
                                            open.to().toString())))
                    .toList();
        }
    }

    /** A stretch in which it is not in force, {@code 2026-11-30T08:00}, and why. */
    public record PauseRow(String from, String to, String note) {

        boolean isBlank() {
            return from.isBlank() && to.isBlank() && note.isBlank();
        }

        static PauseRow of(ZoneHours.Pause pause) {
            return new PauseRow(pause.from().toString(), pause.to().toString(), pause.note());
        }
    }

    /** A zone in force from now on. */
    public static ZoneForm of(String name, RuleKind kind, Area area, Optional<WeeklySchedule> schedule) {
        return new ZoneForm(
                name,
                kind.name(),
                Ground.of(Json.write(ZoneArea.write(area))),
                "",
                "",
                Times.of(ZoneHours.of(schedule)),
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
                ground,
                dwellMinutes,
                approachMeters,
                times,
                Fields.dateTime(instant, zone),
                validTo,
                correction,
                note);
    }
}
