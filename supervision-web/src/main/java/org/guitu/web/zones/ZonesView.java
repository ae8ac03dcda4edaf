package org.guitu.web.zones;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Json;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The words of the page with all zones of a person, on a map and as a list. */
public record ZonesView(long personId, String person, String mapJson, List<Row> rows, boolean mayOrder) {

    /** The next few; the zone's own page has them all. */
    private static final int EXCEPTIONS_SHOWN = 3;

    /** One zone. */
    public record Row(
            String href,
            String name,
            String kind,
            String kindTone,
            String area,
            String hours,
            List<String> exceptions,
            String state,
            String tone) {}

    static ZonesView of(Page page, Person person, List<Zone> zones, Instant now) {
        ObjectNode slot = Json.mapper().createObjectNode();
        slot.set(
                "zones",
                ZoneWords.features(zones.stream()
                        .filter(zone -> zone.state(now) != Zone.State.OVER)
                        .toList()));
        return new ZonesView(
                person.id(),
                person.name(),
                Json.slot(slot),
                zones.stream().map(zone -> row(page, person, zone, now)).toList(),
                page.may(Permission.EDIT_ZONES) && person.supervised());
    }

    private static Row row(Page page, Person person, Zone zone, Instant now) {
        return new Row(
                "/people/" + person.id() + "/zones/" + zone.id(),
                zone.name(),
                page.text("zones.kind." + zone.kind()),
                zone.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                ZoneWords.order(page, zone.order(), zone.groupName()),
                ZoneWords.hours(page, zone.hours()),
                ZoneWords.exceptions(page, zone.hours(), now).stream()
                        .limit(EXCEPTIONS_SHOWN)
                        .toList(),
                ZoneWords.state(page, zone, now),
                ZoneWords.tone(zone, now));
    }
}
