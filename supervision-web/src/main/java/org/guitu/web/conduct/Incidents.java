package org.guitu.web.conduct;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** The door through which other features enter what went wrong, in their own transaction. It proposes nothing by itself. */
public final class Incidents {

    private final Audit audit;
    private final CaseLog log = new CaseLog();
    private final InstantSource clock;

    public Incidents(Audit audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Enters that the person stayed away from study or public-benefit work although admonished; answers the incident.
     *
     * @param source the session, {@code session:12}
     */
    public long absentFromStudy(
            Handle handle,
            Staff staff,
            Person person,
            LocalDate day,
            LocalDate admonishedOn,
            String note,
            String source) {
        return enter(
                handle,
                staff,
                person,
                new IncidentDraft(
                        IncidentKind.ABSENT_FROM_STUDY,
                        Optional.empty(),
                        day,
                        Optional.empty(),
                        Optional.of(admonishedOn),
                        note,
                        source));
    }

    /**
     * Withdraws what {@link #absentFromStudy} entered, for the person was there or had a reason after all; answers whether it did. What
     * something was decided or put forward because of stays: that is to be taken up first.
     */
    public boolean wasNotAbsent(Handle handle, Staff staff, Person person, String source, String reason) {
        ConductFile file = ConductFile.read(handle, person, clock.instant());
        Optional<Incident> mistaken = file.incidents().stream()
                .filter(incident -> incident.kind() == IncidentKind.ABSENT_FROM_STUDY
                        && incident.source().equals(source)
                        && incident.settled().isEmpty()
                        && file.openFor(incident.id()).isEmpty())
                .findFirst();
        mistaken.ifPresent(incident -> withdraw(handle, staff, person, incident, reason));
        return mistaken.isPresent();
    }

    /** Withdraws one that nothing rests on; callers hold the person's lock. */
    void withdraw(Handle handle, Staff staff, Person person, Incident incident, String reason) {
        IncidentDraft draft = new IncidentDraft(
                incident.kind(),
                incident.gravity(),
                incident.first(),
                incident.last(),
                incident.admonishedOn(),
                reason,
                incident.source());
        IncidentStore.version(handle, incident.id(), draft, true, staff.id());
        log.record(
                handle,
                staff.id(),
                person.id(),
                clock.instant(),
                CaseEntry.of("conduct.log.incident-withdrawn")
                        .word("conduct.kind." + incident.kind())
                        .text(reason)
                        .leadingTo("/people/" + person.id() + "/conduct"));
        audit.record(
                handle, staff.id(), "conduct.incident-withdraw", person.id(), "", Map.of("incident", incident.id()));
    }

    /** Enters an incident that was checked; callers hold the person's lock. */
    long enter(Handle handle, Staff staff, Person person, IncidentDraft draft) {
        long incidentId = IncidentStore.insert(handle, person.id(), draft, staff.id());
        audit.record(handle, staff.id(), "conduct.incident", person.id(), "", Map.of("incident", incidentId));
        log.record(
                handle,
                staff.id(),
                person.id(),
                draft.first().equals(LocalDate.ofInstant(clock.instant(), person.zone()))
                        ? clock.instant()
                        : draft.first().atStartOfDay(person.zone()).toInstant(),
                CaseEntry.of("conduct.log.incident")
                        .word("conduct.kind." + draft.kind())
                        .day(draft.first())
                        .text(draft.note())
                        .leadingTo("/people/" + person.id() + "/conduct"));
        return incidentId;
    }
}
