package org.guitu.web.zones;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Json;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The words of one zone's page, with its history. */
public record ZoneView(
        String base,
        String personHref,
        String person,
        String name,
        String kind,
        String kindTone,
        String state,
        String tone,
        String area,
        String hours,
        String note,
        String mapJson,
        List<Version> versions,
        boolean mayRevise,
        boolean mayUndo,
        String fault) {

    /** One revision. */
    public record Version(String title, String what, String recorded, String note) {}

    static ZoneView of(Page page, Person person, Zone zone, List<ZoneRevision> revisions, Instant now, String fault) {
        boolean edit = page.may(Permission.EDIT_ZONES) && person.category().supervised();
        ObjectNode slot = Json.mapper().createObjectNode();
        slot.set("zones", ZoneWords.features(List.of(zone)));
        boolean over = zone.state(now) == Zone.State.OVER;
        return new ZoneView(
                "/people/" + person.id() + "/zones/" + zone.id(),
                "/people/" + person.id(),
                person.name(),
                zone.name(),
                page.text("zones.kind." + zone.kind()),
                zone.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                ZoneWords.state(page, zone, now),
                ZoneWords.tone(zone, now),
                ZoneWords.area(page, zone.area()),
                ZoneWords.hours(page, zone.schedule()),
                zone.note(),
                Json.slot(slot),
                revisions.stream().map(revision -> version(page, revision)).toList(),
                edit && !over,
                edit
                        && zone.endedAt().isPresent()
                        && zone.validTo().map(to -> to.isAfter(now)).orElse(true),
                fault);
    }

    private static Version version(Page page, ZoneRevision revision) {
        return new Version(
                page.text("zones.version", Integer.toString(revision.version()), revision.name()),
                page.text("zones.kind." + revision.kind()) + " · " + ZoneWords.area(page, revision.area()) + " · "
                        + ZoneWords.hours(page, revision.schedule()),
                page.text(
                        "zones.version.recorded",
                        page.times().minute(revision.effectiveFrom()),
                        page.times().minute(revision.recordedAt()),
                        revision.recordedBy()),
                revision.note());
    }
}
