package org.guitu.web.lifecycle;

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
import org.guitu.web.http.Form;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Category;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStates;
import org.guitu.web.people.PersonStore;
import org.guitu.web.people.PersonTerm;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Gives someone on the books another case: who was convicted anew, comes back after a release, or comes out of drug rehabilitation. The file
 * stays one; items, team, plan, decisions and term begin anew, and what belongs to an earlier case stays with it.
 */
public final class NewCaseService {

    /** Where a new case may begin. */
    static final List<CaseState> BEGINNINGS = List.of(CaseState.DECIDED, CaseState.INVESTIGATION);

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();
    private final Duties duties = new Duties();

    public NewCaseService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the person has no case of corrections that runs. */
    static boolean mayBegin(Person person) {
        return person.state().map(CaseState::closed).orElse(true);
    }

    /** Whether the last step that stands, the newest first, is the person's death. */
    static boolean dead(List<TakenStep> steps) {
        return steps.stream()
                .filter(step -> step.undoReason().isEmpty())
                .findFirst()
                .filter(step -> step.step() == CaseStep.DEATH)
                .isPresent();
    }

    /** Begins it, from {@code category}, {@code state}, {@code happenedOn}, {@code documentNumber}, {@code note}; answers the step's id. */
    public Outcome<Long> begin(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Fields fields = new Fields();
            Category category = fields.choice("category", form.text("category"), Category.class);
            CaseState state = fields.choice("state", form.text("state"), CaseState.class);
            LocalDate on = fields.date("happenedOn", form.text("happenedOn"));
            String document = fields.optionalText("documentNumber", form.text("documentNumber"), 60);
            String note = fields.optionalText("note", form.text("note"), 2000);
            if (!fields.has("category") && !category.supervised()) {
                fields.problem("category", "ui.form.choose");
            }
            if (!fields.has("state") && !BEGINNINGS.contains(state)) {
                fields.problem("state", "ui.form.choose");
            }
            checkDay(handle, person, on, fields);
            if (!mayBegin(person)) {
                fields.problem(Problems.FORM, "lifecycle.error.case-runs");
            }
            if (dead(StepStore.list(handle, personId))) {
                fields.problem(Problems.FORM, "lifecycle.error.dead");
            }
            fields.refuseIfAny();
            return begin(handle, staff, person, category, state, on, document, note);
        }));
    }

    private void checkDay(Handle handle, Person person, LocalDate on, Fields fields) {
        if (fields.has("happenedOn")) {
            return;
        }
        Optional<LocalDate> last = StepStore.list(handle, person.id()).stream()
                .filter(step -> step.undoReason().isEmpty())
                .map(TakenStep::happenedOn)
                .findFirst();
        if (on.isAfter(LocalDate.ofInstant(clock.instant(), person.zone()))) {
            fields.problem("happenedOn", "lifecycle.error.future");
        } else if (last.filter(on::isBefore).isPresent()) {
            fields.problem("happenedOn", "lifecycle.error.before-last", last.get());
        }
    }

    private long begin(
            Handle handle,
            Staff staff,
            Person person,
            Category category,
            CaseState state,
            LocalDate on,
            String document,
            String note) {
        Instant now = clock.instant();
        long entry = log.record(
                handle,
                staff.id(),
                person.id(),
                on.atStartOfDay(person.zone()).toInstant(),
                CaseEntry.of("lifecycle.log.new-case")
                        .word("people.category." + category)
                        .word("people.state." + state)
                        .leadingTo("/people/" + person.id() + "/case"));
        long id = StepStore.insert(
                handle, person.id(), CaseStep.NEW_CASE, person.state(), state, on, document, note, entry, staff.id());
        StepStore.before(handle, id, Before.of(person));
        PersonStates.begin(handle, person, category, state, on, now, staff.id());
        PersonTerm.clear(handle, staff, person);
        // What an earlier discharge still wants can be ticked off no more.
        duties.cancel(handle, person.id(), StepDuties.DISCHARGE, StepDuties.ONE, staff.id(), Duties.WITHDRAWN);
        audit.record(handle, staff.id(), "lifecycle.step", person.id(), "", Map.of("step", CaseStep.NEW_CASE.name()));
        return id;
    }

    /** Takes back what began by mistake, but for the state; within the transaction of the correcting entry. */
    static void undone(Handle handle, Staff staff, Person person, TakenStep step, String reason, Instant now) {
        Before before = StepStore.before(handle, step.id());
        PersonStates.takeBack(handle, person, before.category(), before.supervisionClass(), now, staff.id());
        PersonTerm.restore(handle, staff, person, before.termFrom(), before.termTo(), reason);
    }
}
