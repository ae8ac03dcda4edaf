package org.guitu.web.zones;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.registry.RuleSpec;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Validity;

/**
 * A zone's form once it is read and found good in itself.
 *
 * @param validTo empty: until ended
 */
record ZoneDraft(
        String name,
        Order order,
        ZoneHours hours,
        Instant validFrom,
        Optional<Instant> validTo,
        Optional<Long> placeId,
        String note) {

    /** The kinds of order that are zones. */
    static final List<RuleKind> KINDS = List.of(RuleKind.STAY_IN, RuleKind.KEEP_OUT);

    /**
     * What a form names by its number.
     *
     * @param place whose area is taken where nothing is drawn
     * @param group whose places are forbidden
     */
    record Named(Optional<Place> place, Optional<PlaceGroup> group) {}

    /**
     * Reads the whole form at once; empty if there is a problem.
     *
     * @param since when the zone began, for a revision; else now
     */
    static Optional<ZoneDraft> read(
            ZoneForm form, Named named, ZoneId zone, Instant now, Instant since, Fields fields) {
        String name = fields.text("name", form.name(), 60);
        RuleKind kind = fields.choice("kind", form.kind(), RuleKind.class);
        if (!KINDS.contains(kind)) {
            fields.problem("kind", "ui.form.choose");
        }
        Optional<Area> area = ground(form.ground(), kind, named, fields);
        ZoneHours hours = ZoneExceptions.read(form.times(), fields);
        Optional<Order> order = ZoneTerms.read(form, kind, area, hours, fields);
        Validity valid = Validity.read(form.validFrom(), form.validTo(), zone, now, since, fields);
        String note = fields.optionalText("note", form.note(), 1000);
        return order.map(read -> new ZoneDraft(
                name, read, hours, valid.from(), valid.to(), named.place().map(Place::id), note));
    }

    private static Optional<Area> ground(ZoneForm.Ground ground, RuleKind kind, Named named, Fields fields) {
        if (ground.placeGroupId().isBlank()) {
            return ZoneArea.read(shapes(ground, named.place()), ground.radiusMeters(), ground.bufferMeters(), fields);
        }
        if (kind != RuleKind.KEEP_OUT) {
            fields.problem("placeGroupId", "zones.error.group.kind");
        }
        if (!ground.area().isBlank()
                || !ground.parts().isEmpty()
                || !ground.placeId().isBlank()) {
            fields.problem("placeGroupId", "zones.error.group.drawn");
        }
        return named.group().map(group -> PlaceGroup.unread(group.id()));
    }

    /** All shapes of a form, that which was drawn last: it is the one that the lengths typed are about. */
    static List<String> shapes(ZoneForm.Ground ground, Optional<Place> place) {
        List<String> shapes = new ArrayList<>(ground.parts());
        String drawn = ground.area().isBlank() ? place.map(Place::area).orElse("") : ground.area();
        if (!drawn.isBlank()) {
            shapes.add(drawn);
        }
        return shapes;
    }

    RuleSpec spec(long personId) {
        return new RuleSpec(personId, order, hours.schedule(), validFrom, validTo.orElse(Instant.MAX));
    }
}
