package org.guitu.web.zones;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.registry.Registry;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/**
 * The door by which an approval changes a person's zones for exactly its time, within the caller's own transaction, and takes that back for
 * the rest. Callers hold the person's row lock. What is past stays as it was judged. Thread-safe.
 */
public final class ZoneChanges {

    private static final int NAME_MAX = 60;

    private final Registry registry;
    private final Audit audit;
    private final CaseLog log = new CaseLog();

    public ZoneChanges(Registry registry, Audit audit) {
        this.registry = registry;
        this.audit = audit;
    }

    /** The zones in which a person must be at all hours, in force at some time of a stretch, but for those ordered for an approval. */
    public List<Zone> boundaries(Handle handle, long personId, Instant from, Instant to) {
        Set<Long> ordered = ZoneCauses.ordered(handle, personId);
        return stayIns(handle, personId, from, to).stream()
                .filter(zone -> !ordered.contains(zone.id()))
                .filter(zone ->
                        zone.hours().windows().isEmpty() && zone.hours().dates().isEmpty())
                .toList();
    }

    /** All zones a person must be in, in force at some time of a stretch. */
    public List<Zone> stayIns(Handle handle, long personId, Instant from, Instant to) {
        return inForce(handle, personId, RuleKind.STAY_IN, from, to);
    }

    /** All zones a person must not enter, in force at some time of a stretch. */
    public List<Zone> keepOuts(Handle handle, long personId, Instant from, Instant to) {
        return inForce(handle, personId, RuleKind.KEEP_OUT, from, to);
    }

    private static List<Zone> inForce(Handle handle, long personId, RuleKind kind, Instant from, Instant to) {
        return ZoneStore.ofPerson(handle, personId).stream()
                .filter(zone -> zone.kind() == kind)
                .filter(zone -> zone.validFrom().isBefore(to) && zone.until().isAfter(from))
                .toList();
    }

    /**
     * Puts a zone out of force for a stretch, from now on where it has begun.
     *
     * @param cause {@code <feature>:<its row>}, by which it is taken back
     * @param why shown with the pause
     */
    public void pause(
            Handle handle, Staff staff, String cause, Zone zone, Instant from, Instant to, String why, Instant now) {
        if (zone.hours().pauses().size() >= ZoneExceptions.COUNT_MAX) {
            throw new Refused(Problems.FORM, "zones.error.exceptions", ZoneExceptions.COUNT_MAX);
        }
        ZoneId clock = zone.hours().zone();
        Instant begins = from.isBefore(now) ? now.truncatedTo(ChronoUnit.MINUTES) : from;
        var pause = new ZoneHours.Pause(
                LocalDateTime.ofInstant(begins, clock), LocalDateTime.ofInstant(to, clock), shortened(why));
        rewrite(handle, staff, zone, zone.hours().with(pause), now, "suspend");
        ZoneCauses.add(handle, cause, zone.personId(), zone.id(), pause, staff.id());
    }

    /**
     * Orders a zone for an approval alone.
     *
     * @param inPlaceOf where another approval has put one of these out of force, this one is so too, and comes back with it
     */
    public long order(
            Handle handle,
            Staff staff,
            String cause,
            Person person,
            String name,
            Area area,
            Optional<WeeklySchedule> schedule,
            Instant from,
            Instant to,
            List<Zone> inPlaceOf,
            Instant now) {
        Fields fields = new Fields();
        ZoneArea.check(area, fields);
        fields.refuseIfAny();
        ZoneDraft draft = new ZoneDraft(
                shortened(name),
                Order.stayIn(area),
                schedule.map(weekly -> ZoneHours.of(Optional.of(weekly))).orElse(ZoneHours.always(person.zone())),
                from.isBefore(now) ? now : from,
                Optional.of(to),
                Optional.empty(),
                "");
        long ruleId = registry.putRule(handle, draft.spec(person.id()));
        long zoneId = ZoneStore.insert(handle, person.id(), ruleId, staff.id());
        ZoneStore.insertRevision(handle, zoneId, 1, draft, draft.validFrom(), staff.id());
        ZoneCauses.add(handle, cause, person.id(), zoneId, null, staff.id());
        record(handle, staff, "create", person.id(), zoneId, shortened(name), now);
        for (ZoneCauses.Other other : ZoneCauses.others(handle, cause, inPlaceOf)) {
            if (other.from().isBefore(to) && other.to().isAfter(from)) {
                Zone ordered = ZoneStore.find(handle, person.id(), zoneId).orElseThrow();
                pause(handle, staff, other.cause(), ordered, other.from(), other.to(), "", now);
            }
        }
        return zoneId;
    }

    /** Takes back all that was done for a cause, from now on: pauses stop, zones ordered for it end. Nothing stands of it afterwards. */
    public void takeBack(Handle handle, Staff staff, long personId, String cause, Instant now) {
        for (ZoneCauses.Done done : ZoneCauses.standing(handle, cause)) {
            ZoneStore.find(handle, personId, done.zoneId())
                    .filter(zone -> zone.state(now) != Zone.State.OVER)
                    .ifPresent(zone -> done.pause()
                            .ifPresentOrElse(
                                    pause -> resume(handle, staff, zone, pause, now),
                                    () -> end(handle, staff, zone, now, cause)));
            ZoneCauses.undone(handle, done.id(), now, staff.id());
        }
    }

    private void resume(Handle handle, Staff staff, Zone zone, ZoneHours.Pause pause, Instant now) {
        Optional<ZoneHours.Pause> standing = zone.hours().pauses().stream()
                .filter(known -> known.from().equals(pause.from()) && known.to().equals(pause.to()))
                .findFirst();
        LocalDateTime local = LocalDateTime.ofInstant(now, zone.hours().zone()).truncatedTo(ChronoUnit.MINUTES);
        if (standing.isEmpty() || !standing.get().to().isAfter(local)) {
            return; // somebody has taken it off by hand, or it is over
        }
        ZoneHours without = zone.hours().without(pause.from(), pause.to());
        // What has been of it stays in the hours, so that a later correction of the zone does not judge the days away
        // anew.
        ZoneHours hours = pause.from().isBefore(local)
                ? without.with(
                        new ZoneHours.Pause(pause.from(), local, standing.get().note()))
                : without;
        rewrite(handle, staff, zone, hours, now, "resume");
    }

    /** Ends a zone. */
    void end(Handle handle, Staff staff, Zone zone, Instant at, String reason) {
        registry.endRule(handle, zone.ruleId(), at);
        ZoneStore.end(handle, zone.id(), at, reason, staff.id());
        record(handle, staff, "end", zone.personId(), zone.id(), zone.name(), at);
    }

    /** Gives a zone other hours from an instant on. */
    void rewrite(Handle handle, Staff staff, Zone zone, ZoneHours hours, Instant from, String act) {
        ZoneDraft draft = new ZoneDraft(
                zone.name(), zone.order(), hours, zone.validFrom(), zone.validTo(), Optional.empty(), zone.note());
        registry.reviseRule(handle, zone.ruleId(), draft.spec(zone.personId()), from);
        ZoneStore.insertRevision(handle, zone.id(), zone.version() + 1, draft, from, staff.id());
        record(handle, staff, act, zone.personId(), zone.id(), zone.name(), from);
    }

    /** Puts an act on record, for the audit and on the timeline. */
    void record(Handle handle, Staff staff, String act, long personId, long zoneId, String name, Instant at) {
        audit.record(handle, staff.id(), "zones." + act, personId, "", Map.of("zone", zoneId));
        log.record(
                handle,
                staff.id(),
                personId,
                at,
                CaseEntry.of("zones.log." + act).text(name).leadingTo("/people/" + personId + "/zones/" + zoneId));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= NAME_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, NAME_MAX));
    }
}
