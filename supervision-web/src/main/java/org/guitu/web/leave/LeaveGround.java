package org.guitu.web.leave;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.zone.Area;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.orders.BasisKind;
import org.guitu.web.orders.BasisStore;
import org.guitu.web.people.Person;
import org.guitu.web.rules.RuleChanges;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneChanges;
import org.jdbi.v3.core.Handle;

/**
 * What approved leave does to the rule book, for exactly its days: the areas a person must be in at home are out of force, and in their
 * place the destination united with the residence is ordered. Where no residence boundary is known, the first and the last day are for
 * travel and only the days between are ordered. Forbidden places stay forbidden. How often the person's device has to report is out of force
 * too, for on leave one is seen after by phone and video (IM-28), but not where a bracelet is authorised in those days.
 */
final class LeaveGround {

    private final ZoneChanges zones;
    private final RuleChanges rules;

    LeaveGround(ZoneChanges zones, RuleChanges rules) {
        this.zones = zones;
        this.rules = rules;
    }

    void open(Handle handle, Staff staff, Person person, Leave leave, Instant now) {
        Instant begins = leave.from().isBefore(now) ? now : leave.from();
        List<Area> residence = new ArrayList<>();
        zones.boundaries(handle, person.id(), begins, leave.until()).forEach(zone -> residence.add(zone.area()));
        for (Zone zone : zones.stayIns(handle, person.id(), begins, leave.until())) {
            pause(handle, staff, leave, zone, now);
        }
        if (!authorised(handle, person.id(), begins, leave.until())) {
            rules.reportPlans(handle, person.id(), begins, leave.until())
                    .forEach(rule -> rules.pause(handle, staff, leave.ref(), rule, leave.from(), leave.until(), now));
        }
        boolean travel = residence.isEmpty();
        Instant from =
                travel ? leave.firstDay().plusDays(1).atStartOfDay(leave.zone()).toInstant() : leave.from();
        Instant to = travel ? leave.lastDay().atStartOfDay(leave.zone()).toInstant() : leave.until();
        if (to.isAfter(from) && to.isAfter(now)) {
            zones.order(
                    handle,
                    staff,
                    leave.ref(),
                    person,
                    leave.destination(),
                    united(AreaForm.stored(leave.area()), residence),
                    Optional.empty(),
                    from,
                    to,
                    List.of(),
                    now);
        }
    }

    private static boolean authorised(Handle handle, long personId, Instant from, Instant to) {
        return BasisStore.ofPerson(handle, personId).stream()
                .filter(basis -> basis.kind() == BasisKind.AUTHORISATION && !basis.revoked())
                .anyMatch(basis -> basis.from().isBefore(to) && basis.until().isAfter(from));
    }

    /** An area the person must be in was ordered while leave stands: it is out of force for the leave, unless it is meant for its days alone. */
    void ordered(Handle handle, Staff staff, Leave leave, long zoneId, Instant now) {
        Instant begins = leave.from().isBefore(now) ? now : leave.from();
        zones.stayIns(handle, leave.personId(), begins, leave.until()).stream()
                .filter(zone -> zone.id() == zoneId)
                .filter(zone ->
                        zone.validFrom().isBefore(leave.from()) || zone.until().isAfter(leave.until()))
                .forEach(zone -> pause(handle, staff, leave, zone, now));
    }

    private void pause(Handle handle, Staff staff, Leave leave, Zone zone, Instant now) {
        String why = leave.decision()
                .map(Leave.Decision::document)
                .filter(document -> !document.isEmpty())
                .map(document -> leave.destination() + " · " + document)
                .orElse(leave.destination());
        zones.pause(handle, staff, leave.ref(), zone, leave.from(), leave.until(), why, now);
    }

    void close(Handle handle, Staff staff, Leave leave, Instant now) {
        zones.takeBack(handle, staff, leave.personId(), leave.ref(), now);
        rules.takeBack(handle, staff, leave.personId(), leave.ref(), now);
    }

    /** One area of several; their own parts stand side by side. */
    static Area united(Area destination, List<Area> residence) {
        List<Area> parts = new ArrayList<>(parts(destination));
        residence.forEach(area -> parts.addAll(parts(area)));
        if (parts.size() > Area.AnyOf.PARTS_MAX) {
            throw new Refused(Problems.FORM, "leave.error.too-many-areas", Area.AnyOf.PARTS_MAX);
        }
        return parts.size() == 1 ? parts.getFirst() : new Area.AnyOf(parts);
    }

    private static List<Area> parts(Area area) {
        return area instanceof Area.AnyOf anyOf ? anyOf.parts() : List.of(area);
    }
}
