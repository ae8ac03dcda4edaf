package org.guitu.web.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.duties.Duties;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Enters what a person did and how the month went. Each method is one transaction. None of them imposes anything. */
public final class ConductService {

    private static final Duration SOURCES_BACK = Duration.ofDays(120);

    private final Jdbi jdbi;
    private final Audit audit;
    private final CaseLog log = new CaseLog();
    private final Duties duties = new Duties();
    private final Incidents incidents;
    private final InstantSource clock;

    public ConductService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        incidents = new Incidents(audit, clock);
    }

    /** All that is known of a person's conduct; empty where the reader may not see the person. */
    Optional<ConductFile> file(Staff reader, long personId) {
        return jdbi.inTransaction(handle -> PersonStore.find(handle, reader, personId)
                .map(person -> ConductFile.read(handle, person, clock.instant())));
    }

    /** What an incident of the person may be entered from. */
    List<IncidentStore.Source> sources(long personId) {
        Instant since = clock.instant().minus(SOURCES_BACK);
        return jdbi.withHandle(handle -> IncidentStore.sources(handle, personId, since));
    }

    /** Enters an incident; answers its id. */
    public Outcome<Long> enter(Staff staff, long personId, IncidentForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = answerable(handle, staff, personId);
            IncidentDraft draft = read(handle, person, form, false);
            return incidents.enter(handle, staff, person, draft);
        }));
    }

    /** Corrects an incident, or enters that an absence has ended; its kind stays. */
    public Outcome<Long> correct(Staff staff, long personId, long incidentId, int version, IncidentForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Incident before = own(handle, personId, incidentId);
            if (before.version() != version) {
                throw new Refused(Problems.VERSION, "conduct.error.overtaken");
            }
            IncidentForm kept = new IncidentForm(
                    before.kind().name(),
                    form.gravity(),
                    form.first(),
                    form.last(),
                    form.admonishedOn(),
                    form.note(),
                    before.source());
            IncidentDraft draft = read(handle, person, kept, true);
            IncidentStore.version(handle, incidentId, draft, false, staff.id());
            note(handle, staff, person, "incident-corrected", "conduct.kind." + before.kind(), draft.note());
            audit.record(handle, staff.id(), "conduct.incident-correct", personId, "", Map.of("incident", incidentId));
            return incidentId;
        }));
    }

    /** Withdraws an incident that was entered by mistake. One that something was decided on stays: that decision is to be taken up first. */
    public Outcome<Long> withdraw(Staff staff, long personId, long incidentId, String reason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Incident before = own(handle, personId, incidentId);
            Fields fields = new Fields();
            String why = fields.text("reason", reason, 500);
            if (before.settled().isPresent()
                    || ConductFile.read(handle, person, clock.instant())
                            .openFor(incidentId)
                            .isPresent()) {
                fields.problem("reason", "conduct.error.relied-on");
            }
            fields.refuseIfAny();
            incidents.withdraw(handle, staff, person, before, why);
            return incidentId;
        }));
    }

    /** Records how a month went, in place of what stood for it, if whoever enters it has seen that. */
    public Outcome<Long> assess(Staff staff, long personId, AssessmentForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = answerable(handle, staff, personId);
            Instant now = clock.instant();
            Fields fields = new Fields();
            AssessmentForm.Read read = form.check(LocalDate.ofInstant(now, person.zone()), fields);
            fields.refuseIfAny();
            if (!form.knew(AssessmentStore.find(handle, personId, read.month()))) {
                throw new Refused(Problems.VERSION, "conduct.error.assessed-meanwhile");
            }
            boolean stood = AssessmentStore.replace(handle, personId, read, staff.id());
            String month = read.month().toString().substring(0, 7);
            duties.meet(
                    handle,
                    personId,
                    ConductDuties.ASSESSMENT,
                    month,
                    staff.id(),
                    now,
                    "/people/" + personId + "/conduct#assessments");
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    now,
                    CaseEntry.of(stood ? "conduct.log.assessed-again" : "conduct.log.assessed")
                            .text(month)
                            .word("conduct.grade." + read.grade())
                            .leadingTo("/people/" + personId + "/conduct"));
            audit.record(handle, staff.id(), "conduct.assess", personId, "", Map.of("month", month));
            return personId;
        }));
    }

    private IncidentDraft read(Handle handle, Person person, IncidentForm form, boolean sourceKnown) {
        Fields fields = new Fields();
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
        IncidentDraft draft = IncidentDraft.read(person, form, today, fields);
        if (!sourceKnown && !form.source().isEmpty() && !IncidentStore.isOf(handle, person.id(), form.source())) {
            fields.problem("source", "conduct.error.source");
        }
        fields.refuseIfAny();
        return draft;
    }

    private void note(Handle handle, Staff staff, Person person, String entry, String kind, String text) {
        log.record(
                handle,
                staff.id(),
                person.id(),
                clock.instant(),
                CaseEntry.of("conduct.log." + entry)
                        .word(kind)
                        .text(text)
                        .leadingTo("/people/" + person.id() + "/conduct"));
    }

    private static Person answerable(Handle handle, Staff staff, long personId) {
        Person person = lock(handle, staff, personId);
        if (!ConductFile.answerable(person)) {
            throw new Refused(Problems.FORM, "conduct.error.not-supervised");
        }
        return person;
    }

    private static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
    }

    private static Incident own(Handle handle, long personId, long incidentId) {
        return IncidentStore.find(handle, personId, incidentId)
                .orElseThrow(() -> new Refused(Problems.FORM, "conduct.error.unknown"));
    }
}
