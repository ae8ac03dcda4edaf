package org.guitu.web.zones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.zone.Area;
import org.guitu.web.form.Difference;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Option;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Form;
import org.guitu.web.http.Json;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * The words of the form that orders or changes a zone.
 *
 * @param differences between what someone else has saved meanwhile and the form
 * @param preview what it would have raised, where that was asked
 */
public record ZoneFormView(
        Form form,
        String title,
        String action,
        String cancel,
        Optional<Integer> version,
        List<Option> kinds,
        List<Option> places,
        List<Option> groups,
        List<AreaForm.Part> parts,
        List<String> timeZones,
        List<Option> days,
        List<Row> rows,
        List<ZoneForm.OddDay> dates,
        List<ZoneForm.PauseRow> pauses,
        boolean always,
        String mapJson,
        String placesJson,
        Optional<ZonePreviewView> preview,
        List<Difference> differences) {

    /** How many empty rows wait below the filled ones, for readers without scripts. */
    private static final int SPARE_ROWS = 1;

    /**
     * One row of the weekly editor.
     *
     * @param crossing the words that it reaches into the next day, {@code ""} if it does not
     */
    public record Row(int index, List<String> days, String from, String to, String crossing) {}

    /** What the staff may choose from. */
    record Choices(List<Place> places, List<PlaceGroup> groups) {}

    static ZoneFormView of(
            Page page,
            Form form,
            Person person,
            Optional<Zone> zone,
            List<Zone> others,
            Choices choices,
            Optional<ZonePreview> preview) {
        String base = "/people/" + person.id() + "/zones";
        return new ZoneFormView(
                form,
                zone.map(known -> page.text("zones.edit.title", known.name()))
                        .orElse(page.text("zones.new.title", person.name())),
                zone.map(known -> base + "/" + known.id() + "/edit").orElse(base + "/new"),
                zone.map(known -> base + "/" + known.id()).orElse(base),
                zone.map(Zone::version),
                ZoneDraft.KINDS.stream()
                        .map(kind -> new Option(kind.name(), page.text("zones.kind." + kind)))
                        .toList(),
                choices.places().stream()
                        .map(place -> new Option(Long.toString(place.id()), place.name()))
                        .toList(),
                choices.groups().stream()
                        .map(group -> new Option(
                                Long.toString(group.id()),
                                page.text("zones.group.option", group.name(), Long.toString(group.places()))))
                        .toList(),
                parts(page, form),
                List.of("Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "Asia/Macau", "Asia/Taipei", "UTC"),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Option(WeeklyHours.day(day), ZoneWords.day(page, day)))
                        .toList(),
                rows(page, form),
                spared(ZoneFields.dates(form), new ZoneForm.OddDay("", "", "")),
                spared(ZoneFields.pauses(form), new ZoneForm.PauseRow("", "", "")),
                Fields.isOn(form.text("always")),
                Json.slot(slot(page, form, others, preview)),
                Json.slot(areas(choices.places())),
                preview.map(known -> ZonePreviewView.of(page, known)),
                zone.map(known -> ZoneDifferences.of(page, form, person, known)).orElse(List.of()));
    }

    static ObjectNode slot(Page page, Form form, List<Zone> others, Optional<ZonePreview> preview) {
        ObjectNode slot = Json.mapper().createObjectNode();
        ObjectNode zones = ZoneWords.features(others);
        RuleKind kind = form.text("kind").equals(RuleKind.KEEP_OUT.name()) ? RuleKind.KEEP_OUT : RuleKind.STAY_IN;
        List<Area> parts = ZoneParts.areas(form);
        for (int i = 0; i < parts.size(); i++) {
            String name = page.text("zones.part", Integer.toString(i + 1));
            zones.withArray("/features").add(ZoneWords.feature(parts.get(i), -1 - i, name, kind));
        }
        slot.set("zones", zones);
        area(form).ifPresent(area -> slot.set("area", area));
        preview.ifPresent(known -> ZonePreviewView.points(known, slot));
        return slot;
    }

    static ObjectNode areas(List<Place> places) {
        ObjectNode areas = Json.mapper().createObjectNode();
        places.forEach(place -> areas.putRawValue(
                Long.toString(place.id()), new com.fasterxml.jackson.databind.util.RawValue(place.area())));
        return areas;
    }

    static List<AreaForm.Part> parts(Page page, Form form) {
        List<String> sent = form.list("part");
        List<AreaForm.Part> parts = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String words = ZoneArea.read(List.of(sent.get(i)), "", "", new Fields())
                    .map(area -> ZoneWords.area(page, area))
                    .orElse(page.text("zones.part.unreadable"));
            parts.add(new AreaForm.Part(
                    i, sent.get(i), page.text("zones.part", Integer.toString(i + 1)) + " · " + words));
        }
        return parts;
    }

    private static <T> List<T> spared(List<T> rows, T blank) {
        List<T> all = new ArrayList<>(rows);
        all.addAll(Collections.nCopies(SPARE_ROWS, blank));
        return all;
    }

    private static List<Row> rows(Page page, Form form) {
        List<Row> rows = new ArrayList<>();
        List<WeeklyHours.Row> windows = WeeklyHours.sent(form::list, form::text);
        for (int i = 0; i < windows.size() + SPARE_ROWS; i++) {
            WeeklyHours.Row window = i < windows.size() ? windows.get(i) : new WeeklyHours.Row(List.of(), "", "");
            rows.add(new Row(
                    i, window.days(), window.from(), window.to(), crosses(window) ? page.text("zones.crossing") : ""));
        }
        return rows;
    }

    private static boolean crosses(WeeklyHours.Row window) {
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
            boolean drawable = node.path("type").asText().equals("Feature")
                    && !node.path("geometry").path("type").asText().equals("GeometryCollection");
            return drawable ? Optional.of(node) : Optional.empty();
        } catch (com.fasterxml.jackson.core.JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
