package org.guitu.web.lifecycle;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStates;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Moves a case on, step by step. Each method is one transaction; a step entered by mistake is undone by a correcting entry alone. */
public final class LifecycleService {

    private final Jdbi jdbi;
    private final PeopleService people;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();
    private final StepDuties duties;
    private final List<StepListener> listeners;

    public LifecycleService(
            Jdbi jdbi, PeopleService people, Audit audit, InstantSource clock, List<StepListener> listeners) {
        this.jdbi = jdbi;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.duties = new StepDuties(clock);
        this.listeners = List.copyOf(listeners);
    }

    /** Takes a step; answers its id. Those of a transfer are taken by {@link TransferService}. */
    public Outcome<Long> take(Staff staff, long personId, CaseStep step, StepForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            if (step.hasOwnPage()) {
                throw new Refused(Problems.FORM, "lifecycle.error.transfer");
            }
            Fields fields = new Fields();
            LocalDate on = fields.date("happenedOn", form.happenedOn());
            String document = step.wantsDocument()
                    ? fields.text("documentNumber", form.documentNumber(), 60)
                    : fields.optionalText("documentNumber", form.documentNumber(), 60);
            String note = fields.optionalText("note", form.note(), 2000);
            fields.refuseIfAny();
            return take(handle, staff, person, step, on, document, note, Fields.isOn(form.papersComplete()));
        }));
    }

    /** The same within the caller's transaction, who holds the person's lock. */
    long take(
            Handle handle,
            Staff staff,
            Person person,
            CaseStep step,
            LocalDate on,
            String document,
            String note,
            boolean papersComplete) {
        CaseFacts facts = facts(handle, person);
        CaseMachine.obstacle(step, facts, on).ifPresent(problem -> {
            throw new Refused(Problems.of(
                    problem.key().startsWith("lifecycle.error.future")
                                    || problem.key().startsWith("lifecycle.error.before")
                            ? "happenedOn"
                            : Problems.FORM,
                    problem));
        });
        Instant at = on.atStartOfDay(person.zone()).toInstant();
        long entry = log.record(
                handle,
                staff.id(),
                person.id(),
                at,
                CaseEntry.of("lifecycle.log.step")
                        .word("lifecycle.step." + step)
                        .text(document.isEmpty() ? note : document)
                        .leadingTo("/people/" + person.id() + "/case"));
        CaseState to =
                step.leadsBack() && TransferStore.open(handle, person.id()).isPresent()
                        ? CaseState.TRANSFERRING
                        : step.to();
        long id = StepStore.insert(
                handle, person.id(), step, Optional.of(facts.state()), to, on, document, note, entry, staff.id());
        duties.follow(handle, person, step, on, papersComplete, staff.id());
        move(handle, staff, person, id, to, on);
        listeners.forEach(listener -> listener.taken(handle, staff, person, step, on, document));
        audit.record(handle, staff.id(), "lifecycle.step", person.id(), "", Map.of("step", step.name()));
        return id;
    }

    /** Undoes the newest step by an entry that says it was a mistake; the case stands again where it stood. */
    public Outcome<Long> undo(Staff staff, long personId, long stepId, String reason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Fields fields = new Fields();
            String why = fields.text("reason", reason, 500);
            fields.refuseIfAny();
            TakenStep last = newest(StepStore.list(handle, personId))
                    .filter(step -> step.id() == stepId)
                    .orElseThrow(() -> new Refused(Problems.FORM, "lifecycle.error.not-newest"));
            if (last.to().closed() && !person.category().supervised()) {
                throw new Refused(Problems.FORM, "lifecycle.error.handed-over");
            }
            if (person.state().filter(last.to()::equals).isEmpty()) {
                throw new Refused(Problems.FORM, "lifecycle.error.not-newest");
            }
            if (last.step() == CaseStep.TRANSFER_ARRIVAL) {
                throw new Refused(Problems.FORM, "lifecycle.error.arrived");
            }
            StepStore.undo(handle, stepId, why, staff.id());
            if (last.step() == CaseStep.NEW_CASE) {
                NewCaseService.undone(handle, staff, person, last, why, clock.instant());
            }
            duties.takeBack(handle, person, last, staff.id(), why);
            TransferStore.undone(handle, personId, last.step(), why, today(person));
            PersonStates.takeBack(handle, personId, last.from(), clock.instant(), staff.id());
            listeners.forEach(listener -> listener.undone(handle, staff, person, last.step(), last.happenedOn(), why));
            log.correct(
                    handle,
                    staff.id(),
                    personId,
                    clock.instant(),
                    CaseEntry.of("lifecycle.log.undone")
                            .word("lifecycle.step." + last.step())
                            .text(why)
                            .leadingTo("/people/" + personId + "/case"),
                    last.entryId());
            audit.record(
                    handle,
                    staff.id(),
                    "lifecycle.undo",
                    personId,
                    "",
                    Map.of("step", last.step().name()));
            return stepId;
        }));
    }

    List<TakenStep> steps(long personId) {
        return jdbi.withHandle(handle -> StepStore.list(handle, personId));
    }

    /** What ended with a case whose end, the newest entry, was undone: to be ordered anew. */
    List<Ended> toOrderAnew(Person person, List<TakenStep> steps) {
        return steps.stream()
                .findFirst()
                .filter(newest -> newest.undoReason().isPresent() && person.supervised())
                .flatMap(TakenStep::leftAt)
                .map(at -> jdbi.withHandle(handle -> Ended.at(handle, person.id(), at)))
                .orElse(List.of());
    }

    CaseFacts facts(Person person) {
        return jdbi.withHandle(handle -> facts(handle, person));
    }

    private CaseFacts facts(Handle handle, Person person) {
        List<TakenStep> steps = StepStore.list(handle, person.id());
        Optional<LocalDate> papers = StepStore.ofCase(handle, person.id()).stream()
                .filter(step ->
                        step.step() == CaseStep.PAPERS && step.undoReason().isEmpty())
                .map(TakenStep::happenedOn)
                .findFirst();
        return new CaseFacts(
                person.state().orElseThrow(() -> new Refused(Problems.FORM, "lifecycle.error.no-case")),
                newest(steps).map(TakenStep::happenedOn),
                today(person),
                person.termTo(),
                papers.map(served -> ReportIn.lastDay(handle, person, served)),
                person.identityNumber().isPresent() || CheckStore.done(handle, person.id(), CheckItem.IDENTITY),
                !InvestigationStore.open(handle, person.id()),
                CheckStore.done(handle, person.id(), CheckItem.SUMMARY));
    }

    private void move(Handle handle, Staff staff, Person person, long stepId, CaseState to, LocalDate on) {
        boolean leaves = person.supervised() && to.closed();
        PersonStates.step(handle, person, to, on, clock.instant(), staff.id());
        if (leaves) {
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            StepStore.left(handle, stepId, at);
            people.left(handle, staff, person.id(), at);
        }
    }

    private LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }

    private static Optional<TakenStep> newest(List<TakenStep> steps) {
        return steps.stream().filter(step -> step.undoReason().isEmpty()).findFirst();
    }
}
