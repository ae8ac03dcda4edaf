package org.guitu.web.zones;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.zone.Area;
import org.guitu.web.http.Form;
import org.guitu.web.http.Json;

/** Between the fields of the page and the zone's form; row {@code n} of the weekly editor is {@code days.n}, {@code from.n}, {@code to.n}. */
final class ZoneFields {

    private static final int ROWS_MAX = 100;

    private ZoneFields() {}

    static ZoneForm read(Form form) {
        return new ZoneForm(
                form.text("name"),
                form.text("kind"),
                form.text("area"),
                form.text("radiusMeters"),
                form.text("bufferMeters"),
                form.text("placeId"),
                form.text("keepPlace"),
                form.text("always"),
                form.text("timeZone"),
                windows(form),
                form.text("validFrom"),
                form.text("validTo"),
                form.text("correction"),
                form.text("note"));
    }

    static List<ZoneForm.Window> windows(Form form) {
        List<ZoneForm.Window> windows = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < ROWS_MAX; i++) {
            ZoneForm.Window window =
                    new ZoneForm.Window(form.list("days." + i), form.text("from." + i), form.text("to." + i));
            windows.add(window);
            if (!window.days().isEmpty()
                    || !window.from().isEmpty()
                    || !window.to().isEmpty()) {
                last = i;
            }
        }
        return List.copyOf(windows.subList(0, last + 1));
    }

    static Form blank() {
        return Form.filled(Map.of("always", "on", "timeZone", ZoneForm.DEFAULT_TIME_ZONE));
    }

    /** A zone as it stands, for changing it. */
    static Form filled(Zone zone, ZoneId local) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("name", List.of(zone.name()));
        values.put("kind", List.of(zone.kind().name()));
        values.put("area", List.of(Json.write(ZoneArea.write(zone.area()))));
        switch (zone.area()) {
            case Area.Circle circle -> values.put("radiusMeters", List.of(plain(circle.radiusMeters())));
            case Area.Corridor corridor -> values.put("bufferMeters", List.of(plain(corridor.bufferMeters())));
            case Area.Polygonal polygonal -> {}
            case Area.AnyOf anyOf -> {}
            case Area.Group group -> {}
        }
        values.put("always", List.of(zone.schedule().isPresent() ? "" : "on"));
        values.put(
                "timeZone",
                List.of(zone.schedule().map(weekly -> weekly.zone().getId()).orElse(ZoneForm.DEFAULT_TIME_ZONE)));
        List<ZoneForm.Window> rows = zone.schedule().map(ZoneSchedule::rows).orElse(List.of());
        for (int i = 0; i < rows.size(); i++) {
            values.put("days." + i, rows.get(i).days());
            values.put("from." + i, List.of(rows.get(i).from()));
            values.put("to." + i, List.of(rows.get(i).to()));
        }
        zone.validTo().ifPresent(to -> values.put("validTo", List.of(ZoneForm.local(to, local))));
        values.put("note", List.of(zone.note()));
        return Form.of(values);
    }

    /** Metres without a needless {@code .0}. */
    private static String plain(double meters) {
        return meters == Math.rint(meters) ? Long.toString((long) meters) : Double.toString(meters);
    }
}
