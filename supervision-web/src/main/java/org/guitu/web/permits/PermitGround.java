package org.guitu.web.permits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.Person;
import org.guitu.web.rules.OrderedRule;
import org.guitu.web.rules.RuleChanges;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneChanges;
import org.jdbi.v3.core.Handle;

/**
 * What a permit does to the rule book for exactly its hours. A meeting or a stay puts the orders it names out of force. Regular travel puts
 * the residence boundaries out of force for its term and orders two things in their place: at all hours the residence united with where one
 * travels, and outside the weekly hours the residence alone. Nights at home and forbidden places stay as they are.
 */
final class PermitGround {

    private final ZoneChanges zones;
    private final RuleChanges rules;

    PermitGround(ZoneChanges zones, RuleChanges rules) {
        this.zones = zones;
        this.rules = rules;
    }

    /** The forbidden places of a person in a stretch. */
    List<Zone> keepOuts(Handle handle, long personId, Instant from, Instant to) {
        return zones.keepOuts(handle, personId, from, to);
    }

    /** The orders to keep away of a person in a stretch. */
    List<OrderedRule> keepAways(Handle handle, long personId, Instant from, Instant to) {
        return rules.keepAways(handle, personId, from, to);
    }

    void open(Handle handle, Staff staff, Person person, Permit permit, Instant now) {
        Instant begins = begins(permit, now);
        if (permit.kind() == Permit.Kind.TRAVEL) {
            travel(handle, staff, person, permit, now);
        }
        for (Zone zone : keepOuts(handle, person.id(), begins, permit.until())) {
            if (permit.zones().contains(zone.id())) {
                zones.pause(handle, staff, permit.ref(), zone, permit.from(), permit.until(), why(permit), now);
            }
        }
        for (OrderedRule rule : keepAways(handle, person.id(), begins, permit.until())) {
            if (permit.rules().contains(rule.id())) {
                rules.pause(handle, staff, permit.ref(), rule, permit.from(), permit.until(), now);
            }
        }
    }

    private static Instant begins(Permit permit, Instant now) {
        return permit.from().isBefore(now) ? now : permit.from();
    }

    void close(Handle handle, Staff staff, Permit permit, Instant now) {
        zones.takeBack(handle, staff, permit.personId(), permit.ref(), now);
        rules.takeBack(handle, staff, permit.personId(), permit.ref(), now);
    }

    private void travel(Handle handle, Staff staff, Person person, Permit permit, Instant now) {
        List<Zone> boundaries = zones.boundaries(handle, person.id(), begins(permit, now), permit.until());
        if (boundaries.isEmpty()) {
            return; // nothing keeps the person here at all hours
        }
        List<Area> parts = new ArrayList<>(parts(AreaForm.stored(permit.area())));
        boundaries.forEach(zone -> parts.addAll(parts(zone.area())));
        if (parts.size() > Area.AnyOf.PARTS_MAX) {
            throw new Refused(Problems.FORM, "permits.error.too-many-areas", Area.AnyOf.PARTS_MAX);
        }
        order(
                handle,
                staff,
                person,
                permit,
                permit.subject(),
                new Area.AnyOf(parts),
                Optional.empty(),
                boundaries,
                now);
        permit.schedule()
                .flatMap(WeeklyRest::of)
                .ifPresent(rest -> boundaries.forEach(zone -> order(
                        handle,
                        staff,
                        person,
                        permit,
                        zone.name(),
                        zone.area(),
                        Optional.of(rest),
                        List.of(zone),
                        now)));
        boundaries.forEach(zone ->
                zones.pause(handle, staff, permit.ref(), zone, permit.from(), permit.until(), why(permit), now));
    }

    private void order(
            Handle handle,
            Staff staff,
            Person person,
            Permit permit,
            String name,
            Area area,
            Optional<WeeklySchedule> schedule,
            List<Zone> inPlaceOf,
            Instant now) {
        zones.order(
                handle,
                staff,
                permit.ref(),
                person,
                name,
                area,
                schedule,
                permit.from(),
                permit.until(),
                inPlaceOf,
                now);
    }

    private static List<Area> parts(Area area) {
        return area instanceof Area.AnyOf anyOf ? anyOf.parts() : List.of(area);
    }

    private static String why(Permit permit) {
        String document = permit.decision().map(Permit.Decision::document).orElse("");
        return document.isEmpty() ? permit.subject() : permit.subject() + " · " + document;
    }
}
