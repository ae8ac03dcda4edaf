package org.guitu.web.places;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.http.Json;
import org.guitu.web.tracks.Purpose;
import org.guitu.web.ui.Page;

/**
 * The words of the forms that ask about all people of an organisation.
 *
 * @param mapJson the place already chosen, if any
 * @param fit what the map opens on, {@code ""} for the whole city
 */
public record AskView(Form form, List<Option> purposes, List<Option> organisations, String mapJson, String fit) {

    static AskView of(Page page, Form form, List<Option> organisations) {
        ObjectNode slot = Json.mapper().createObjectNode();
        boolean chosen = place(form, slot);
        return new AskView(
                form,
                Option.of(Purpose.class, "tracks.purpose", page),
                organisations,
                Json.slot(slot),
                chosen ? "area" : "");
    }

    /** Puts the circle of a form that is shown again back on the map. */
    private static boolean place(Form form, ObjectNode slot) {
        try {
            double latitude = Double.parseDouble(form.text("latitude"));
            double longitude = Double.parseDouble(form.text("longitude"));
            double radius = Double.parseDouble(form.text("radiusMeters"));
            if (!(Math.abs(latitude) <= 85
                    && Math.abs(longitude) <= 180
                    && radius > 0
                    && radius <= NearForm.RADIUS_MAX)) {
                return false;
            }
            ObjectNode area = slot.putObject("area").put("type", "Feature");
            area.putObject("geometry")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(longitude)
                    .add(latitude);
            area.putObject("properties").put("radiusM", radius);
            return true;
        } catch (NumberFormatException notYet) {
            return false;
        }
    }

    /** The fields of a period and of the reader's own organisation, to begin with. */
    static Map<String, String> period(Staff staff, Instant from, Instant to) {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("organisationId", Long.toString(staff.organisation().id()));
        filled.put("from", Fields.dateTime(from, staff.organisation().zone()));
        filled.put("to", Fields.dateTime(to, staff.organisation().zone()));
        return filled;
    }
}
