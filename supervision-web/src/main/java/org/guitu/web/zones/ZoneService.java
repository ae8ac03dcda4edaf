package org.guitu.web.zones;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.guitu.ingest.registry.PlaceSpec;
import org.guitu.ingest.registry.Registry;
import org.guitu.ingest.registry.RuleSpec;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.guitu.web.people.ReleaseListener;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Orders zones, revises and ends them. Each method is one transaction over our rows and the rule book. */
public final class ZoneService implements ReleaseListener {

    static final String OVERTAKEN = "zones.error.overtaken";

    private final Jdbi jdbi;
    private final Registry registry;
    private final InstantSource clock;
    private final ZoneChanges changes;
    private final List<ZoneListener> listeners;

    public ZoneService(Jdbi jdbi, Registry registry, Audit audit, InstantSource clock, List<ZoneListener> listeners) {
        this.listeners = List.copyOf(listeners);
        this.jdbi = jdbi;
        this.registry = registry;
        this.clock = clock;
        this.changes = new ZoneChanges(registry, audit);
    }

    /** Orders a zone for a person; answers the zone id. */
    public Outcome<Long> create(Staff staff, long personId, ZoneForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Instant now = clock.instant();
            ZoneDraft draft = ZoneReading.read(handle, staff, person, form, now);
            long ruleId = registry.putRule(handle, draft.spec(personId));
            long zoneId = ZoneStore.insert(handle, personId, ruleId, staff.id());
            ZoneStore.insertRevision(handle, zoneId, 1, draft, draft.validFrom(), staff.id());
            record(handle, staff, "create", personId, zoneId, draft.name());
            if (Fields.isOn(form.ground().keepPlace())
                    && ZoneOrders.placeGroupId(draft.order()).isEmpty()) {
                ZoneStore.insertPlace(handle, staff, draft);
            }
            Zone ordered = own(handle, personId, zoneId);
            listeners.forEach(listener -> listener.ordered(handle, staff, person, ordered, now));
            return zoneId;
        }));
    }

    /**
     * Changes a zone: a new revision, in force from now on, or from the zone's beginning where the form says that it corrects a mistake.
     * Refused with {@link Problems#VERSION} if someone else has changed it since {@code version}.
     */
    public Outcome<Long> revise(Staff staff, long personId, long zoneId, int version, ZoneForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Zone before = own(handle, personId, zoneId);
            Instant now = clock.instant();
            if (before.version() != version) {
                throw new Refused(Problems.VERSION, OVERTAKEN);
            }
            if (before.state(now) == Zone.State.OVER) {
                throw new Refused(Problems.FORM, "zones.error.over");
            }
            ZoneDraft draft = ZoneReading.revision(handle, staff, person, form, now, before.validFrom());
            boolean correction = Fields.isOn(form.correction());
            Instant from = correction ? earlier(before.validFrom(), draft.validFrom()) : now;
            registry.reviseRule(handle, before.ruleId(), draft.spec(personId), from);
            ZoneStore.insertRevision(handle, zoneId, version + 1, draft, from, staff.id());
            record(handle, staff, "revise", personId, zoneId, draft.name());
            return zoneId;
        }));
    }

    /** Ends a zone now. */
    public Outcome<Long> end(Staff staff, long personId, long zoneId, String reason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            lock(handle, staff, personId);
            Zone zone = own(handle, personId, zoneId);
            Instant now = clock.instant();
            Fields fields = new Fields();
            String why = fields.optionalText("reason", reason, 500);
            if (zone.state(now) == Zone.State.OVER) {
                fields.problem(Problems.FORM, "zones.error.over");
            }
            fields.refuseIfAny();
            changes.end(handle, staff, zone, now, why);
            return zoneId;
        }));
    }

    /** Takes the end of a zone back: it goes on as if it had not been ended, and the time between is judged by it. */
    public Outcome<Long> undoEnd(Staff staff, long personId, long zoneId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Zone zone = own(handle, personId, zoneId);
            Instant ended = zone.endedAt().orElseThrow(() -> new Refused(Problems.FORM, "zones.error.not-ended"));
            ZoneReading.refuseReleased(person);
            if (zone.validTo().isPresent() && !zone.validTo().get().isAfter(clock.instant())) {
                throw new Refused(Problems.FORM, "zones.error.over");
            }
            registry.reviseRule(
                    handle,
                    zone.ruleId(),
                    new RuleSpec(
                            personId,
                            zone.order(),
                            zone.schedule(),
                            zone.validFrom(),
                            zone.validTo().orElse(Instant.MAX)),
                    ended);
            ZoneStore.reopen(handle, zoneId);
            record(handle, staff, "undo-end", personId, zoneId, zone.name());
            return zoneId;
        }));
    }

    /**
     * Puts a zone out of force for approved leave: a new revision with one more pause, in force from now on, or from the pause's beginning where
     * that is past.
     *
     * @param row by the wall clock of the responsible organisation; with why
     */
    public Outcome<Long> suspend(Staff staff, long personId, long zoneId, ZoneForm.PauseRow row) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            ZoneReading.refuseReleased(person);
            Zone zone = own(handle, personId, zoneId);
            Instant now = clock.instant();
            Fields fields = new Fields();
            Optional<ZoneHours.Pause> pause = ZoneExceptions.pause(row, "pauseFrom", "pauseTo", "pauseNote", fields);
            if (row.note().isBlank()) {
                fields.problem("pauseNote", "ui.form.required");
            }
            if (zone.state(now) == Zone.State.OVER) {
                fields.problem(Problems.FORM, "zones.error.over");
            }
            Instant from = pause.map(known -> known.from().atZone(person.zone()).toInstant())
                    .orElse(now);
            Instant since = ZoneStore.effectiveFrom(handle, zone);
            if (from.isBefore(now) && from.isBefore(since)) {
                fields.problem("pauseFrom", "zones.error.pause.before-version");
            }
            if (zone.hours().pauses().size() >= ZoneExceptions.COUNT_MAX) {
                fields.problem(Problems.FORM, "zones.error.exceptions", ZoneExceptions.COUNT_MAX);
            }
            fields.refuseIfAny();
            ZoneHours hours = zone.hours()
                    .with(pause.orElseThrow().in(person.zone(), zone.hours().zone()));
            changes.rewrite(handle, staff, zone, hours, from.isBefore(now) ? from : now, "suspend");
            return zoneId;
        }));
    }

    /** Takes a pause back, from now on: what of it is past stays as it was. Its ends are by the wall clock of the zone's hours. */
    public Outcome<Long> resume(Staff staff, long personId, long zoneId, String from, String to) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            ZoneReading.refuseReleased(person);
            Zone zone = own(handle, personId, zoneId);
            Instant now = clock.instant();
            if (zone.state(now) == Zone.State.OVER) {
                throw new Refused(Problems.FORM, "zones.error.over");
            }
            Fields fields = new Fields();
            Optional<ZoneHours.Pause> pause =
                    ZoneExceptions.pause(new ZoneForm.PauseRow(from, to, ""), "from", "to", "to", fields);
            fields.refuseIfAny();
            ZoneHours hours = zone.hours()
                    .without(pause.orElseThrow().from(), pause.orElseThrow().to());
            if (hours.equals(zone.hours())) {
                throw new Refused(Problems.FORM, "zones.error.pause.gone");
            }
            changes.rewrite(handle, staff, zone, hours, now, "resume");
            return zoneId;
        }));
    }

    /** All zones of a person, ended ones last; empty if the staff may not see the person. */
    public List<Zone> list(Staff staff, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, staff, personId)
                .map(person -> ZoneStore.ofPerson(handle, personId))
                .orElse(List.of()));
    }

    public Optional<Zone> find(Staff staff, long personId, long zoneId) {
        return jdbi.withHandle(handle ->
                PersonStore.find(handle, staff, personId).flatMap(person -> ZoneStore.find(handle, personId, zoneId)));
    }

    /** The history of a zone that was found, newest first. */
    public List<ZoneRevision> revisions(Zone zone) {
        return jdbi.withHandle(handle -> ZoneStore.revisions(handle, zone.id()));
    }

    /** Places of the group a zone is about, as many as a map can show; none for any other zone. */
    public List<PlaceSpec> groupPlaces(Zone zone) {
        return jdbi.withHandle(handle -> ZoneOrders.placeGroupId(zone.order())
                .map(group -> PlaceGroupStore.places(handle, group, PlaceGroupService.MAPPED_MAX))
                .orElse(List.of()));
    }

    /** The groups of places an order can name. */
    public List<PlaceGroup> groups(Staff staff) {
        return jdbi.withHandle(handle -> PlaceGroupStore.withPlaces(handle, staff));
    }

    public List<Place> places(Staff staff) {
        return jdbi.withHandle(handle -> ZoneStore.places(handle, staff));
    }

    @Override
    public void released(Handle handle, Staff by, long personId, Instant at) {
        for (Zone zone : ZoneStore.ofPerson(handle, personId)) {
            if (zone.state(at) != Zone.State.OVER) {
                changes.end(handle, by, zone, at, "released");
            }
        }
    }

    private void record(Handle handle, Staff staff, String act, long personId, long zoneId, String name) {
        changes.record(handle, staff, act, personId, zoneId, name, clock.instant());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
    }

    private static Zone own(Handle handle, long personId, long zoneId) {
        return ZoneStore.find(handle, personId, zoneId)
                .orElseThrow(() -> new Refused(Problems.FORM, "zones.error.unknown"));
    }
}
