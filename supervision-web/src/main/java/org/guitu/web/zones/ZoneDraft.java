package org.guitu.web.zones;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.registry.RuleSpec;
import org.guitu.web.form.Fields;

/**
 * A zone's form once it is read and found good in itself.
 *
 * @param validTo empty: until ended
 */
record ZoneDraft(
        String name,
        RuleKind kind,
        Area area,
        Optional<WeeklySchedule> schedule,
        Instant validFrom,
        Optional<Instant> validTo,
        Optional<Long> placeId,
        String note) {

    private static final Duration BACK_MAX = Duration.ofDays(366);

    /**
     * Reads the whole form at once; empty if there is a problem.
     *
     * @param place the area of the chosen place, for a form without a drawing
     * @param since when the zone began, for a revision; else now
     */
    static Optional<ZoneDraft> read(
            ZoneForm form, Optional<Place> place, ZoneId zone, Instant now, Instant since, Fields fields) {
        String name = fields.text("name", form.name(), 60);
        RuleKind kind = fields.choice("kind", form.kind(), RuleKind.class);
        String drawn = form.area().isBlank() ? place.map(Place::area).orElse("") : form.area();
        Optional<Area> area = ZoneArea.read(drawn, form.radiusMeters(), form.bufferMeters(), fields);
        Optional<WeeklySchedule> schedule = isOn(form.always()) ? Optional.empty() : ZoneSchedule.read(form, fields);
        Instant from = fields.optionalDateTime("validFrom", form.validFrom())
                .map(local -> local.atZone(zone).toInstant())
                .orElse(since);
        Optional<Instant> to = fields.optionalDateTime("validTo", form.validTo())
                .map(local -> local.atZone(zone).toInstant());
        if (from.isBefore(now.minus(BACK_MAX)) && from.isBefore(since)) {
            fields.problem("validFrom", "zones.error.too-far-back");
        }
        if (to.isPresent() && !to.get().isAfter(from)) {
            fields.problem("validTo", "zones.error.reversed");
        } else if (to.isPresent() && !to.get().isAfter(now)) {
            fields.problem("validTo", "zones.error.already-over");
        }
        String note = fields.optionalText("note", form.note(), 1000);
        return area.map(read -> new ZoneDraft(name, kind, read, schedule, from, to, place.map(Place::id), note));
    }

    RuleSpec spec(long personId) {
        return new RuleSpec(personId, Zone.order(kind, area), schedule, validFrom, validTo.orElse(Instant.MAX));
    }

    static boolean isOn(String box) {
        return box.equals("on") || box.equals("true");
    }
}
