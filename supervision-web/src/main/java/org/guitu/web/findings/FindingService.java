package org.guitu.web.findings;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.registry.PlaceSpec;
import org.guitu.ingest.review.Explanation;
import org.guitu.ingest.review.Explanations;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.guitu.web.tracks.StatedPurpose;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneHours;
import org.guitu.web.zones.ZoneStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Explains findings for a stated purpose. Nothing is read of a place before the audit row is committed. */
public final class FindingService {

    private final Jdbi jdbi;
    private final Explanations explanations;
    private final Audit audit;
    private final InstantSource clock;

    public FindingService(Jdbi jdbi, Explanations explanations, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.explanations = explanations;
        this.audit = audit;
        this.clock = clock;
    }

    /** The person a finding is about; empty where there is none of this id, or the person lies outside the reader's subtree. */
    public Optional<Person> person(Staff staff, long findingId) {
        return explanations.about(findingId).flatMap(about -> person(staff, about));
    }

    private Optional<Person> person(Staff staff, Explanation.About about) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, staff, about.personId()));
    }

    /** States the purpose; answers the viewing's id. */
    public Outcome<Long> open(Staff staff, long findingId, String purpose, String reason) {
        return Outcome.of(() -> {
            Explanation.About about = explanations.about(findingId).orElseThrow(FindingService::unknown);
            Person person = person(staff, about).orElseThrow(FindingService::unknown);
            Fields fields = new Fields();
            StatedPurpose stated = StatedPurpose.read(purpose, reason, fields);
            fields.refuseIfAny();
            return jdbi.inTransaction(handle -> {
                long viewing = FindingViewingStore.insert(handle, staff, findingId, stated, clock.instant());
                record(handle, staff, person.id(), stated, findingId);
                // How far one was from another tells of the other too.
                about.otherPersonId().ifPresent(other -> record(handle, staff, other, stated, findingId));
                return viewing;
            });
        });
    }

    private void record(Handle handle, Staff staff, long personId, StatedPurpose stated, long findingId) {
        audit.record(handle, staff.id(), "findings.view", personId, stated.words(), Map.of("finding", findingId));
    }

    /** A viewing this reader opened not long ago, of a finding about a person he or she may still see. */
    public Optional<FindingViewing> find(Staff staff, long findingId, long viewingId) {
        return person(staff, findingId)
                .flatMap(person -> jdbi.withHandle(handle -> FindingViewingStore.find(handle, viewingId)))
                .filter(viewing -> viewing.findingId() == findingId && viewing.staffId() == staff.id())
                .filter(viewing -> viewing.open(clock.instant()));
    }

    /** The explanation for a reader whose viewing was found. */
    Why read(Staff staff, long findingId) {
        Explanation why = explanations.find(findingId).orElseThrow(FindingService::unknown);
        Explanation.About about = why.about();
        return jdbi.withHandle(handle -> new Why(
                PersonStore.find(handle, staff, about.personId()).orElseThrow(FindingService::unknown),
                about.otherPersonId().isPresent()
                        ? PersonStore.find(handle, staff, about.otherPersonId().getAsLong())
                        : Optional.empty(),
                why,
                zones(handle, about.personId(), why)));
    }

    /** The zone with the area that was judged: it may have been drawn anew since. Of a group of places the one it was, under the zone's name too. */
    private static List<Zone> zones(Handle handle, long personId, Explanation why) {
        Optional<Rule> rule = why.rule();
        if (rule.isEmpty()) {
            return List.of();
        }
        Optional<Zone> named = ZoneStore.ofPerson(handle, personId).stream()
                .filter(zone -> zone.ruleId() == rule.get().id())
                .findFirst();
        if (why.place().isPresent()) {
            PlaceSpec place = why.place().get();
            String name = named.map(zone -> zone.name() + " · " + place.name()).orElse(place.name());
            return List.of(drawn(personId, rule.get(), name, place.area()));
        }
        return rule.get().order().ground().filter(ground -> !(ground instanceof Area.Group)).stream()
                .map(ground -> drawn(personId, rule.get(), named.map(Zone::name).orElse(""), ground))
                .toList();
    }

    private static Zone drawn(long personId, Rule rule, String name, Area area) {
        return new Zone(
                rule.id(),
                personId,
                rule.id(),
                1,
                name,
                Zone.on(rule.order(), area),
                "",
                ZoneHours.of(rule.schedule()),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private static Refused unknown() {
        return new Refused(Problems.FORM, "findings.error.unknown");
    }
}
