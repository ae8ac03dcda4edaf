package org.guitu.web.lifecycle;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.duties.Duties;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problem;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Ticks off what reception and discharge consist of; what is not so cannot be ticked. */
public final class CheckService {

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();
    private final Duties duties = new Duties();

    public CheckService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    public Outcome<Long> tick(Staff staff, long personId, String rawItem, String rawDay, String rawNote) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Fields fields = new Fields();
            CheckItem item = fields.choice("item", rawItem, CheckItem.class);
            LocalDate day = fields.date("doneOn", rawDay);
            String note = item == CheckItem.SUMMARY
                    ? fields.text("note", rawNote, 4000)
                    : fields.optionalText("note", rawNote, 4000);
            if (day.isAfter(LocalDate.ofInstant(clock.instant(), person.zone()))) {
                fields.problem("doneOn", "lifecycle.error.future");
            }
            fields.refuseIfAny();
            if (!person.state().map(item::mayBeDone).orElse(false)) {
                throw new Refused(Problems.FORM, "lifecycle.error.check-state");
            }
            if (CheckStore.done(handle, personId, item)) {
                throw new Refused(Problems.FORM, "lifecycle.error.ticked");
            }
            obstacle(handle, person, item, day).ifPresent(problem -> {
                throw new Refused(Problems.of(Problems.FORM, problem));
            });
            CheckStore.insert(handle, personId, item, day, note, staff.id());
            Instant at = day.atStartOfDay(person.zone()).toInstant();
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    at,
                    CaseEntry.of("lifecycle.log.check")
                            .word("lifecycle.check." + item)
                            .leadingTo("/people/" + personId + "/case"));
            audit.record(handle, staff.id(), "lifecycle.check", personId, "", Map.of("item", item.name()));
            meet(handle, staff, person, item, at);
            return personId;
        }));
    }

    /** Takes back what was ticked by mistake. */
    public Outcome<Long> untick(Staff staff, long personId, String rawItem) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Fields fields = new Fields();
            CheckItem item = fields.choice("item", rawItem, CheckItem.class);
            fields.refuseIfAny();
            if (CheckStore.undo(handle, person.id(), item, staff.id())) {
                log.record(
                        handle,
                        staff.id(),
                        personId,
                        clock.instant(),
                        CaseEntry.of("lifecycle.log.unchecked")
                                .word("lifecycle.check." + item)
                                .leadingTo("/people/" + personId + "/case"));
                audit.record(handle, staff.id(), "lifecycle.uncheck", personId, "", Map.of("item", item.name()));
            }
            return personId;
        }));
    }

    List<Check> list(long personId) {
        return jdbi.withHandle(handle -> CheckStore.list(handle, personId));
    }

    private static java.util.Optional<Problem> obstacle(Handle handle, Person person, CheckItem item, LocalDate day) {
        return switch (item) {
            case TEAM -> TeamRules.obstacle(TeamStore.list(handle, person.id()), person.sex(), day);
            case PLAN ->
                PlanStore.written(handle, person.id())
                        ? java.util.Optional.empty()
                        : java.util.Optional.of(Problem.of("lifecycle.error.no-plan"));
            case IDENTITY,
                    PAPERS,
                    FILE,
                    RIGHTS,
                    CLASS,
                    ANNOUNCEMENT,
                    EXIT_ENTRY,
                    SUMMARY,
                    FAREWELL,
                    CERTIFICATE,
                    NOTICES,
                    HAND_OVER -> java.util.Optional.empty();
        };
    }

    private void meet(Handle handle, Staff staff, Person person, CheckItem item, Instant at) {
        if (item == CheckItem.PAPERS) {
            met(handle, staff, person, StepDuties.PAPERS_MISSING, StepDuties.ONE, at);
        }
        if (item == CheckItem.SUMMARY) {
            person.termTo().ifPresent(last -> met(handle, staff, person, StepDuties.SUMMARY, last.toString(), at));
        }
        List<CheckItem> done =
                CheckStore.list(handle, person.id()).stream().map(Check::item).toList();
        if (done.containsAll(CheckItem.of(CheckItem.Phase.RECEPTION))) {
            met(handle, staff, person, StepDuties.INTAKE, StepDuties.ONE, at);
        }
        // Whose case was terminated gets no certificate.
        boolean certified = done.contains(CheckItem.CERTIFICATE)
                || person.state().filter(CaseState.TERMINATED::equals).isPresent();
        if (certified && done.contains(CheckItem.NOTICES)) {
            met(handle, staff, person, StepDuties.DISCHARGE, StepDuties.ONE, at);
        }
    }

    private void met(Handle handle, Staff staff, Person person, DutyKind kind, String ref, Instant at) {
        duties.meet(handle, person.id(), kind, ref, staff.id(), at, "/people/" + person.id() + "/case");
    }
}
