package org.guitu.web.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guitu.web.form.Difference;
import org.guitu.web.form.Fields;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** Where a form of a zone differs from what someone else has saved meanwhile. Pure. */
final class ZoneDifferences {

    private ZoneDifferences() {}

    /** None unless the form was refused because its editor was overtaken. */
    static List<Difference> of(Page page, Form mine, Person person, Zone zone) {
        boolean overtaken = mine.fault("")
                .filter(fault -> fault.key().equals(ZoneService.OVERTAKEN))
                .isPresent();
        return overtaken ? between(page, ZoneFields.filled(zone, person.zone()), mine) : List.of();
    }

    private static List<Difference> between(Page page, Form theirs, Form mine) {
        List<Difference> differences = new ArrayList<>(Difference.between(
                theirs,
                mine,
                Stream.of("name", "kind", "dwellMinutes", "approachMeters", "validTo", "note")
                        .filter(mine.values()::containsKey)
                        .toList(),
                field -> page.text(
                        switch (field) {
                            case "dwellMinutes" -> "zones.dwell";
                            case "approachMeters" -> "zones.approach";
                            default -> "zones." + field;
                        }),
                (field, value) -> field.equals("kind") && !value.isEmpty() ? page.text("zones.kind." + value) : value));
        if (!ground(theirs).equals(ground(mine))) {
            differences.add(new Difference(
                    page.text("zones.area"), page.text("zones.area.theirs"), page.text("zones.area.yours")));
        }
        String theirHours = hours(page, theirs);
        String myHours = hours(page, mine);
        if (!theirHours.equals(myHours)) {
            differences.add(new Difference(page.text("zones.hours"), theirHours, myHours));
        }
        return differences;
    }

    /** What was drawn or chosen, however it was written. */
    private static List<String> ground(Form form) {
        List<String> shapes = Stream.concat(form.list("part").stream(), Stream.of(form.text("area")))
                .filter(shape -> !shape.isBlank())
                .toList();
        String drawn = ZoneArea.read(shapes, form.text("radiusMeters"), form.text("bufferMeters"), new Fields())
                .map(area -> ZoneArea.write(area).toString())
                .orElseGet(() -> String.join(" ", shapes));
        return List.of(drawn, form.text("placeGroupId"), form.text("placeId"));
    }

    private static String hours(Page page, Form form) {
        return form.text("always").equals("on")
                ? page.text("zones.always")
                : WeeklyHours.words(
                        WeeklyHours.sent(form::list, form::text), page.lang().locale());
    }
}
