package org.guitu.web.zones;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.zone.Area;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Fields;
import org.guitu.web.http.Form;
import org.guitu.web.http.Json;
import org.guitu.web.ui.Page;
import org.jdbi.v3.core.Handle;

/**
 * The door by which another feature's form asks for an area: drawn on the map, kept for reuse, or several. Its template includes {@code
 * zones/draw.jte}.
 */
public final class AreaForm {

    /**
     * One of several alternative places.
     *
     * @param geoJson as the form sends it back
     */
    public record Part(int index, String geoJson, String words) {}

    private AreaForm() {}

    /** The ground as a page sent it. */
    public static ZoneForm.Ground sent(Form form) {
        return ZoneFields.ground(form);
    }

    /** Reads and checks an area; problems go to {@code area}, {@code radiusMeters}, {@code bufferMeters} or {@code placeId}. */
    public static Optional<Area> read(Handle handle, Staff staff, ZoneForm.Ground ground, Fields fields) {
        Optional<Place> place = ZoneReading.place(handle, staff, ground, fields);
        return fields.has("placeId")
                ? Optional.empty()
                : ZoneArea.read(ZoneDraft.shapes(ground, place), ground.radiusMeters(), ground.bufferMeters(), fields);
    }

    /** Checks an area put together from others that were good; problems go to {@code area}. */
    public static void check(Area area, Fields fields) {
        ZoneArea.check(area, fields);
    }

    /** What another button than the one that saves asks for: the form with a shape put on its list or taken off it. */
    public static Optional<Form> step(Form form, List<Place> places) {
        String act = form.text("do");
        if (act.equals(ZoneParts.ADD)) {
            return Optional.of(ZoneParts.added(form, places));
        }
        return act.startsWith(ZoneParts.REMOVE) ? Optional.of(ZoneParts.removed(form, act)) : Optional.empty();
    }

    /** The alternatives on the list of a form. */
    public static List<Part> parts(Page page, Form form) {
        return ZoneFormView.parts(page, form);
    }

    /** What the map of a form shows: the zones of the person and what was drawn. */
    public static String map(Page page, Form form, List<Zone> zones) {
        return Json.slot(ZoneFormView.slot(page, form, zones, Optional.empty()));
    }

    /** The areas of the places one may choose, for the page's script. */
    public static String places(List<Place> places) {
        return Json.slot(ZoneFormView.areas(places));
    }

    /** An area to be stored, as GeoJSON. */
    public static String written(Area area) {
        return Json.write(ZoneArea.write(area));
    }

    /** An area that was stored. */
    public static Area stored(String geoJson) {
        return ZoneArea.stored(geoJson);
    }

    /** What an area is, in words. */
    public static String words(Page page, Area area) {
        return ZoneWords.area(page, area);
    }

    /** A map of one area among zones. */
    public static String map(Area area, String name, List<Zone> zones) {
        ObjectNode slot = Json.mapper().createObjectNode();
        ObjectNode features = ZoneWords.features(zones);
        features.withArray("/features").add(ZoneWords.feature(area, 0, name, RuleKind.STAY_IN));
        slot.set("zones", features);
        return Json.slot(slot);
    }
}
