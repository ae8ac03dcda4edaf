package org.guitu.web.zones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.http.Json;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The words of the form that orders or changes a zone. */
public record ZoneFormView(
        Form form,
        String title,
        String action,
        String cancel,
        Optional<Integer> version,
        List<Option> kinds,
        List<Option> places,
        List<String> timeZones,
        List<Option> days,
        List<Row> rows,
        boolean always,
        String mapJson,
        String placesJson) {

    /** How many empty rows wait below the filled ones, for readers without scripts. */
    private static final int SPARE_ROWS = 1;

    /**
     * One row of the weekly editor.
     *
     * @param crossing the words that it reaches into the next day, {@code ""} if it does not
     */
    public record Row(int index, List<String> days, String from, String to, String crossing) {}

    static ZoneFormView of(
            Page page, Form form, Person person, Optional<Zone> zone, List<Zone> others, List<Place> places) {
        String base = "/people/" + person.id() + "/zones";
        ObjectNode slot = Json.mapper().createObjectNode();
        slot.set("zones", ZoneWords.features(others));
        area(form).ifPresent(area -> slot.set("area", area));
        ObjectNode areas = Json.mapper().createObjectNode();
        places.forEach(place -> areas.putRawValue(
                Long.toString(place.id()), new com.fasterxml.jackson.databind.util.RawValue(place.area())));
        return new ZoneFormView(
                form,
                zone.map(known -> page.text("zones.edit.title", known.name()))
                        .orElse(page.text("zones.new.title", person.name())),
                zone.map(known -> base + "/" + known.id() + "/edit").orElse(base + "/new"),
                zone.map(known -> base + "/" + known.id()).orElse(base),
                zone.map(Zone::version),
                Option.of(RuleKind.class, "zones.kind", page),
                places.stream()
                        .map(place -> new Option(Long.toString(place.id()), place.name()))
                        .toList(),
                List.of("Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "Asia/Macau", "Asia/Taipei", "UTC"),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Option(ZoneSchedule.day(day), ZoneWords.day(page, day)))
                        .toList(),
                rows(page, form),
                ZoneDraft.isOn(form.text("always")),
                Json.slot(slot),
                Json.slot(areas));
    }

    private static List<Row> rows(Page page, Form form) {
        List<Row> rows = new ArrayList<>();
        List<ZoneForm.Window> windows = ZoneFields.windows(form);
        for (int i = 0; i < windows.size() + SPARE_ROWS; i++) {
            ZoneForm.Window window = i < windows.size() ? windows.get(i) : new ZoneForm.Window(List.of(), "", "");
            rows.add(new Row(
                    i, window.days(), window.from(), window.to(), crosses(window) ? page.text("zones.crossing") : ""));
        }
        return rows;
    }

    private static boolean crosses(ZoneForm.Window window) {
        try {
            return !LocalTime.parse(window.to()).isAfter(LocalTime.parse(window.from()));
        } catch (DateTimeParseException unfinished) {
            return false;
        }
    }

    /** What was drawn, if the map can read it; what it cannot stays in the field, with its problem. */
    private static Optional<JsonNode> area(Form form) {
        try {
            JsonNode node = Json.mapper().readTree(form.text("area"));
            return node.path("type").asText().equals("Feature") ? Optional.of(node) : Optional.empty();
        } catch (com.fasterxml.jackson.core.JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
