package org.guitu.web.permits;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Option;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.Place;
import org.guitu.web.zones.Zone;

/**
 * The form that applies for a permit.
 *
 * @param opens what may be opened: forbidden places and orders to keep away; none with TRAVEL
 */
public record PermitFormView(
        Form form,
        Permit.Kind kind,
        String title,
        String action,
        String cancel,
        List<Option> relations,
        List<Option> opens,
        List<AreaForm.Part> parts,
        List<Option> places,
        List<Option> days,
        List<Row> rows,
        boolean always,
        String mapJson,
        String placesJson) {

    /** One row of the weekly editor; {@code crossing} says that it reaches into the next day. */
    public record Row(int index, List<String> days, String from, String to, String crossing) {}

    static PermitFormView of(
            Page page,
            Form form,
            Permit.Kind kind,
            Person person,
            List<Option> opens,
            List<Zone> zones,
            List<Place> places) {
        String base = "/people/" + person.id() + "/permits";
        return new PermitFormView(
                form,
                kind,
                page.text("permits.new." + kind + ".title", person.name()),
                base + "/new",
                base,
                Option.of(Permit.Relation.class, "permits.relation", page),
                opens,
                AreaForm.parts(page, form),
                places.stream()
                        .map(place -> new Option(Long.toString(place.id()), place.name()))
                        .toList(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Option(
                                WeeklyHours.day(day),
                                day.getDisplayName(TextStyle.SHORT, page.lang().locale())))
                        .toList(),
                rows(page, form),
                Fields.isOn(form.text("always")),
                AreaForm.map(page, form, zones),
                AreaForm.places(places));
    }

    /** The rows as sent, and one to spare for readers without scripts. */
    private static List<Row> rows(Page page, Form form) {
        List<WeeklyHours.Row> sent = new ArrayList<>(WeeklyHours.sent(form::list, form::text));
        sent.add(new WeeklyHours.Row(List.of(), "", ""));
        List<Row> rows = new ArrayList<>();
        for (WeeklyHours.Row row : sent) {
            rows.add(new Row(
                    rows.size(), row.days(), row.from(), row.to(), crosses(row) ? page.text("zones.crossing") : ""));
        }
        return rows;
    }

    private static boolean crosses(WeeklyHours.Row row) {
        try {
            return !LocalTime.parse(row.to()).isAfter(LocalTime.parse(row.from()));
        } catch (DateTimeParseException unfinished) {
            return false;
        }
    }
}
