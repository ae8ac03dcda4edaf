package org.guitu.web.conduct;

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
import org.guitu.web.duties.DutyKind;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Enters what follows a decision: served, sent, copied, objected to, answered, ruled on. Each method is one transaction. */
public final class MeasureService {

    private static final Map<Measure.StepKind, DutyKind> MEETS = Map.of(
            Measure.StepKind.SERVED, ConductDuties.SERVE,
            Measure.StepKind.SENT, ConductDuties.SEND,
            Measure.StepKind.COPIED, ConductDuties.COPY,
            Measure.StepKind.ANSWERED, ConductDuties.OBJECTION,
            Measure.StepKind.RULED, ConductDuties.RULING);

    private final Jdbi jdbi;
    private final Audit audit;
    private final CaseLog log = new CaseLog();
    private final Duties duties = new Duties();
    private final InstantSource clock;

    public MeasureService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Enters a step. An objection is answered by a decider of the county alone. */
    public Outcome<Long> step(Staff staff, long personId, long measureId, StepForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Measure measure = MeasureStore.find(handle, personId, measureId)
                    .orElseThrow(() -> new Refused(Problems.FORM, "conduct.error.unknown"));
            Fields fields = new Fields();
            Measure.StepKind kind = fields.choice("step", form.step(), Measure.StepKind.class);
            if (!measure.next().contains(kind)) {
                throw new Refused(Problems.FORM, "conduct.error.step");
            }
            if (kind == Measure.StepKind.ANSWERED && !Deciders.decides(staff)) {
                throw new Refused(Problems.FORM, "conduct.error.county");
            }
            Instant now = clock.instant();
            StepDraft draft =
                    StepDraft.read(person, measure, kind, form, LocalDate.ofInstant(now, person.zone()), fields);
            fields.refuseIfAny();
            MeasureStore.step(handle, measureId, kind, draft.day(), draft.result(), draft.note(), staff.id());
            move(handle, measure, draft);
            keepDuties(handle, staff, person, measure, draft, now);
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    now,
                    CaseEntry.of("conduct.log.step." + kind
                                    + draft.result().map(result -> "." + result).orElse(""))
                            .word("conduct.measure." + measure.effective())
                            .day(draft.day())
                            .text(draft.note())
                            .leadingTo("/people/" + personId + "/conduct/measures/" + measureId));
            audit.record(
                    handle,
                    staff.id(),
                    "conduct.step",
                    personId,
                    "",
                    Map.of("measure", measureId, "step", kind.name()));
            return measureId;
        }));
    }

    private static void move(Handle handle, Measure measure, StepDraft draft) {
        if (draft.kind() == Measure.StepKind.OBJECTED) {
            MeasureStore.state(handle, measure.id(), Measure.State.OBJECTED, Optional.empty());
        } else if (draft.kind() == Measure.StepKind.ANSWERED) {
            Measure.State state =
                    Measure.State.valueOf(draft.result().orElseThrow().name());
            MeasureStore.state(handle, measure.id(), state, draft.changedTo());
        }
    }

    private void keepDuties(Handle handle, Staff staff, Person person, Measure measure, StepDraft draft, Instant now) {
        String ref = ConductDuties.measure(measure.id());
        Instant at = draft.day().equals(LocalDate.ofInstant(now, person.zone()))
                ? now
                : draft.day().atStartOfDay(person.zone()).toInstant();
        DutyKind met = MEETS.get(draft.kind());
        if (met != null) {
            String proof = "/people/" + person.id() + "/conduct/measures/" + measure.id();
            duties.meet(handle, person.id(), met, ref, staff.id(), at, proof);
        }
        if (draft.kind() == Measure.StepKind.OBJECTED) {
            duties.open(handle, person, ConductDuties.OBJECTION, at, ref);
        }
        if (draft.kind() == Measure.StepKind.SENT
                && measure.kind().addressee() == MeasureKind.Addressee.DECIDING_BODY) {
            duties.open(handle, person, ConductDuties.RULING, at, ref);
        }
        if (draft.result().equals(Optional.of(Measure.Result.WITHDRAWN))) {
            List.of(ConductDuties.SERVE, ConductDuties.SEND, ConductDuties.COPY, ConductDuties.RULING)
                    .forEach(duty -> duties.cancel(handle, person.id(), duty, ref, staff.id(), draft.note()));
        }
    }
}
