package org.guitu.web.zones;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.guitu.geofence.zone.Area;
import org.guitu.web.form.Fields;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Form;
import org.guitu.web.http.Json;

/**
 * Between the fields of the page and the zone's form. Row {@code n} of the weekly editor is {@code days.n}, {@code from.n}, {@code to.n}; of the
 * dates {@code date.n}, {@code dateFrom.n}, {@code dateTo.n}; of the pauses {@code pauseFrom.n}, {@code pauseTo.n}, {@code pauseNote.n}.
 */
final class ZoneFields {

    private ZoneFields() {}

    static ZoneForm read(Form form) {
        return new ZoneForm(
                form.text("name"),
                form.text("kind"),
                ground(form),
                form.text("dwellMinutes"),
                form.text("approachMeters"),
                new ZoneForm.Times(
                        form.text("always"),
                        form.text("timeZone"),
                        WeeklyHours.sent(form::list, form::text),
                        dates(form),
                        pauses(form)),
                form.text("validFrom"),
                form.text("validTo"),
                form.text("correction"),
                form.text("note"));
    }

    static ZoneForm.Ground ground(Form form) {
        return new ZoneForm.Ground(
                form.text("area"),
                form.text("radiusMeters"),
                form.text("bufferMeters"),
                form.list("part"),
                form.text("placeId"),
                form.text("keepPlace"),
                form.text("placeGroupId"));
    }

    static List<ZoneForm.OddDay> dates(Form form) {
        return rows(
                i -> new ZoneForm.OddDay(form.text("date." + i), form.text("dateFrom." + i), form.text("dateTo." + i)),
                ZoneForm.OddDay::isBlank);
    }

    static List<ZoneForm.PauseRow> pauses(Form form) {
        return rows(
                i -> new ZoneForm.PauseRow(
                        form.text("pauseFrom." + i), form.text("pauseTo." + i), form.text("pauseNote." + i)),
                ZoneForm.PauseRow::isBlank);
    }

    /** All rows up to the last that is not blank; {@link ZoneExceptions} refuses too many. */
    private static <T> List<T> rows(IntFunction<T> read, Predicate<T> blank) {
        List<T> rows = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < Form.FIELDS_MAX; i++) {
            rows.add(read.apply(i));
            last = blank.test(rows.getLast()) ? last : i;
        }
        return List.copyOf(rows.subList(0, last + 1));
    }

    static Form blank() {
        return Form.filled(Map.of("always", "on", "timeZone", WeeklyHours.DEFAULT_TIME_ZONE.getId()));
    }

    /** A zone as it stands, for changing it. */
    static Form filled(Zone zone, ZoneId local) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("name", List.of(zone.name()));
        values.put("kind", List.of(zone.kind().name()));
        ground(zone.area(), values);
        ZoneOrders.dwellSeconds(zone.order())
                .ifPresent(seconds -> values.put("dwellMinutes", List.of(Long.toString(seconds / 60))));
        ZoneOrders.approachMeters(zone.order())
                .ifPresent(meters -> values.put("approachMeters", List.of(plain(meters))));
        times(ZoneForm.Times.of(zone.hours()), values);
        zone.validTo().ifPresent(to -> values.put("validTo", List.of(Fields.dateTime(to, local))));
        values.put("note", List.of(zone.note()));
        return Form.of(values);
    }

    private static void ground(Area area, Map<String, List<String>> values) {
        switch (area) {
            case Area.Group group -> values.put("placeGroupId", List.of(Long.toString(group.id())));
            case Area.AnyOf anyOf ->
                values.put("part", anyOf.parts().stream().map(ZoneFields::json).toList());
            case Area.Circle circle -> {
                values.put("area", List.of(json(circle)));
                values.put("radiusMeters", List.of(plain(circle.radiusMeters())));
            }
            case Area.Corridor corridor -> {
                values.put("area", List.of(json(corridor)));
                values.put("bufferMeters", List.of(plain(corridor.bufferMeters())));
            }
            case Area.Polygonal polygonal -> values.put("area", List.of(json(polygonal)));
        }
    }

    private static void times(ZoneForm.Times times, Map<String, List<String>> values) {
        values.put("always", List.of(times.always()));
        values.put("timeZone", List.of(times.timeZone()));
        WeeklyHours.fill(times.windows(), values);
        for (int i = 0; i < times.dates().size(); i++) {
            ZoneForm.OddDay row = times.dates().get(i);
            values.put("date." + i, List.of(row.date()));
            values.put("dateFrom." + i, List.of(row.from()));
            values.put("dateTo." + i, List.of(row.to()));
        }
        for (int i = 0; i < times.pauses().size(); i++) {
            ZoneForm.PauseRow row = times.pauses().get(i);
            values.put("pauseFrom." + i, List.of(row.from()));
            values.put("pauseTo." + i, List.of(row.to()));
            values.put("pauseNote." + i, List.of(row.note()));
        }
    }

    private static String json(Area area) {
        return Json.write(ZoneArea.write(area));
    }

    /** Metres without a needless {@code .0}. */
    private static String plain(double meters) {
        return meters == Math.rint(meters) ? Long.toString((long) meters) : Double.toString(meters);
    }
}
