package org.guitu.web.zones;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.zone.Area;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Refused;
import org.guitu.web.http.Form;
import org.guitu.web.http.Json;

/**
 * The list of alternative places on the form, for readers without scripts too: a button sends the whole form, which comes back with the shape drawn
 * last put on the list, or one taken off it. Nothing is saved by it.
 */
final class ZoneParts {

    /** The value of the button {@code do} that adds; the one that removes is followed by the number of the part. */
    static final String ADD = "add-part";

    static final String REMOVE = "remove-part.";

    private ZoneParts() {}

    /** The form with the drawing, or the place chosen, as one more alternative; with its problem if it is none. */
    static Form added(Form form, List<Place> places) {
        Optional<Place> place = places.stream()
                .filter(known -> Long.toString(known.id()).equals(form.text("placeId")))
                .findFirst();
        String drawn = form.text("area").isBlank() ? place.map(Place::area).orElse("") : form.text("area");
        Fields fields = new Fields();
        List<String> shapes = drawn.isBlank() ? List.of() : List.of(drawn);
        Optional<Area> area = ZoneArea.read(shapes, form.text("radiusMeters"), form.text("bufferMeters"), fields);
        List<String> parts = new ArrayList<>(form.list("part"));
        area.ifPresent(read -> alternatives(read).forEach(one -> parts.add(Json.write(ZoneArea.write(one)))));
        if (parts.size() > Area.AnyOf.PARTS_MAX) {
            fields.problem("area", "zones.error.too-many-parts", Area.AnyOf.PARTS_MAX);
        }
        try {
            fields.refuseIfAny();
        } catch (Refused refused) {
            return org.guitu.web.form.Answers.refused(form, refused.problems());
        }
        return with(
                form,
                Map.of(
                        "part", parts,
                        "area", List.of(),
                        "radiusMeters", List.of(),
                        "bufferMeters", List.of(),
                        "placeId", List.of()));
    }

    /** The form without one of its parts. */
    static Form removed(Form form, String act) {
        List<String> parts = new ArrayList<>(form.list("part"));
        try {
            int index = Integer.parseInt(act.substring(REMOVE.length()));
            if (index >= 0 && index < parts.size()) {
                parts.remove(index);
            }
        } catch (NumberFormatException noNumber) {
            // nothing is named, nothing is removed
        }
        return with(form, Map.of("part", parts));
    }

    private static Form with(Form form, Map<String, List<String>> changes) {
        Map<String, List<String>> values = new HashMap<>(form.values());
        values.putAll(changes);
        return Form.of(values);
    }

    private static List<Area> alternatives(Area area) {
        return area instanceof Area.AnyOf anyOf ? anyOf.parts() : List.of(area);
    }

    /** The areas of a form's parts; one that cannot be read is left out. */
    static List<Area> areas(Form form) {
        return form.list("part").stream()
                .flatMap(part -> ZoneArea.read(List.of(part), "", "", new Fields()).stream())
                .toList();
    }
}
