package org.guitu.web.resettlement;

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
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.limits.LimitTable;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Category;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStates;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Begins, changes and ends help. Each method is one transaction, but for the door of the state machine, which has its own. */
public final class ResettlementService {

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();
    private final ResettlementDuties duties = new ResettlementDuties();

    public ResettlementService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes over somebody who has left corrections, in the transaction of the last step of the case: from here on the person is released, and
     * nothing of supervision may be ordered. Where help stands already nothing is done.
     *
     * @param endedOn the last day of corrections
     */
    public void receive(Handle handle, Staff staff, Person person, LocalDate endedOn) {
        if (ResettlementStore.standing(handle, person.id()).isPresent()) {
            return;
        }
        PersonStates.category(handle, person.id(), Category.RELEASED, clock.instant(), staff.id());
        begin(handle, staff, person, Origin.CORRECTIONS, endedOn, List.of(), null);
    }

    /** Takes over somebody whose corrections have ended; answers the id. A hand-over by mistake is ended as such, which gives the case back. */
    public Outcome<Long> takeOver(Staff staff, long personId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            if (!toBeTakenOver(person)) {
                throw new Refused(Problems.FORM, "resettlement.error.not-ended");
            }
            LocalDate today = today(person);
            receive(
                    handle,
                    staff,
                    person,
                    person.termTo().filter(end -> end.isBefore(today)).orElse(today));
            return standing(handle, personId).id();
        }));
    }

    /** Ends help for somebody who has been received into corrections again, in the transaction of that step. */
    public void receivedAgain(Handle handle, Staff staff, Person person, LocalDate on) {
        ResettlementStore.standing(handle, person.id()).ifPresent(standing -> {
            Ending.end(handle, standing, on, EndReason.RE_OFFENDED, "", staff.id());
            log.record(
                    handle,
                    staff.id(),
                    person.id(),
                    clock.instant(),
                    entry("ended", person.id())
                            .word("resettlement.end." + EndReason.RE_OFFENDED)
                            .text("-"));
            audit.record(
                    handle, staff.id(), "resettlement.end", person.id(), "", Map.of("resettlement", standing.id()));
        });
    }

    /** Whether corrections have ended as they should and nobody has taken the person over. */
    static boolean toBeTakenOver(Person person) {
        return person.category().supervised()
                && person.state()
                        .filter(state -> state == CaseState.CLOSED_EXPIRED || state == CaseState.CLOSED_PARDON)
                        .isPresent();
    }

    /** Begins help for somebody who is released; answers the id. */
    public Outcome<Long> start(Staff staff, long personId, ResettlementForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Fields fields = new Fields();
            Origin origin = fields.choice("origin", form.origin(), Origin.class);
            LocalDate releasedOn = fields.date("releasedOn", form.releasedOn());
            List<KeyReason> reasons = KeyReasons.read(form.keyReasons(), fields);
            if (person.category() != Category.RELEASED) {
                fields.problem(Problems.FORM, "resettlement.error.not-released");
            } else if (ResettlementStore.standing(handle, personId).isPresent()) {
                fields.problem(Problems.FORM, "resettlement.error.standing");
            }
            fields.refuseIfAny();
            return begin(handle, staff, person, origin, releasedOn, reasons, null);
        }));
    }

    /** Within the caller's transaction. */
    long begin(
            Handle handle,
            Staff staff,
            Person person,
            Origin origin,
            LocalDate releasedOn,
            List<KeyReason> reasons,
            @Nullable Long inmateId) {
        Instant now = clock.instant();
        LimitTable limits = Limits.of(handle, person.organisationId());
        LocalDate untilOn = until(limits, origin, releasedOn);
        long id = ResettlementStore.insert(
                handle, person.id(), origin, releasedOn, untilOn, reasons, inmateId, staff.id());
        openDuties(handle, person, id, origin, releasedOn, !reasons.isEmpty(), limits);
        log.record(
                handle,
                staff.id(),
                person.id(),
                now,
                entry("begun", person.id())
                        .word("resettlement.origin." + origin)
                        .day(releasedOn)
                        .day(untilOn));
        audit.record(handle, staff.id(), "resettlement.begin", person.id(), "", Map.of("resettlement", id));
        return id;
    }

    /** Changes the day of release, where it was served, or why somebody is a key person. */
    public Outcome<Long> change(Staff staff, long personId, ResettlementForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Resettlement before = standing(handle, personId);
            notOvertaken(before, form.version());
            Fields fields = new Fields();
            Origin origin = fields.choice("origin", form.origin(), Origin.class);
            LocalDate releasedOn = fields.date("releasedOn", form.releasedOn());
            List<KeyReason> reasons = KeyReasons.read(form.keyReasons(), fields);
            fields.refuseIfAny();
            LimitTable limits = Limits.of(handle, person.organisationId());
            ResettlementStore.update(
                    handle, before, origin, releasedOn, until(limits, origin, releasedOn), reasons, staff.id());
            Resettlement after = standing(handle, personId);
            int days = limits.value(ResettlementDuties.FIRST_VISIT_DAYS, today(person));
            duties.change(handle, person, before, after, clock.instant(), days, staff.id());
            discharge(handle, person, after, staff.id());
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    clock.instant(),
                    entry("changed", personId).day(releasedOn).text(reasons.size()));
            audit.record(handle, staff.id(), "resettlement.change", personId, "", Map.of("resettlement", before.id()));
            return before.id();
        }));
    }

    /**
     * The prison's notice came in, and its receipt went out.
     *
     * @param version as read
     */
    public Outcome<Long> notice(Staff staff, long personId, String noticeOn, String receiptOn, String version) {
        return act(staff, personId, "notice", (handle, person, standing, fields) -> {
            notOvertaken(standing, version);
            LocalDate notice = fields.date("noticeOn", noticeOn);
            Optional<LocalDate> receipt = fields.optionalDate("receiptOn", receiptOn);
            past(fields, "noticeOn", notice, person);
            receipt.ifPresent(day -> past(fields, "receiptOn", day, person));
            if (receipt.isPresent() && receipt.get().isBefore(notice)) {
                fields.problem("receiptOn", "resettlement.error.receipt-before");
            }
            fields.refuseIfAny();
            ResettlementStore.notice(handle, standing, notice, receipt, staff.id());
            return entry("notice", personId)
                    .day(notice)
                    .text(receipt.map(LocalDate::toString).orElse("-"));
        });
    }

    /**
     * Somebody met the person at the gate, or why nobody did.
     *
     * @param version as read
     */
    public Outcome<Long> met(Staff staff, long personId, String metOn, String metBy, String notMet, String version) {
        return act(staff, personId, "met", (handle, person, standing, fields) -> {
            notOvertaken(standing, version);
            Optional<LocalDate> on = fields.optionalDate("metOn", metOn);
            String by = fields.optionalText("metBy", metBy, 100);
            String why = fields.optionalText("notMet", notMet, 300);
            on.ifPresent(day -> past(fields, "metOn", day, person));
            if (on.isPresent() == !why.isEmpty()) {
                fields.problem("metOn", "resettlement.error.met-or-not");
            }
            if (on.isPresent() && by.isEmpty()) {
                fields.problem("metBy", "ui.form.required");
            }
            fields.refuseIfAny();
            ResettlementStore.met(handle, standing, on, by, why, staff.id());
            return on.isPresent()
                    ? entry("met", personId).day(on.get()).text(by)
                    : entry("not-met", personId).text(why);
        });
    }

    /** Ends help before its time. */
    public Outcome<Long> end(Staff staff, long personId, String rawReason, String rawNote) {
        return act(staff, personId, "end", (handle, person, standing, fields) -> {
            EndReason reason = fields.choice("reason", rawReason, EndReason.class);
            String note = fields.optionalText("note", rawNote, 500);
            if (reason == EndReason.EXPIRED) {
                fields.problem("reason", "resettlement.error.by-itself");
            }
            fields.refuseIfAny();
            Ending.end(handle, standing, today(person), reason, note, staff.id());
            if (reason == EndReason.MISTAKE && standing.origin() == Origin.CORRECTIONS) {
                giveBack(handle, staff, person);
            }
            return entry("ended", personId).word("resettlement.end." + reason).text(note.isEmpty() ? "-" : note);
        });
    }

    /** The person is again of the category the case was. */
    private void giveBack(Handle handle, Staff staff, Person person) {
        if (person.state().filter(CaseState::closed).isPresent()) {
            PersonStates.categoryBeforeRelease(handle, person.id())
                    .ifPresent(
                            before -> PersonStates.category(handle, person.id(), before, clock.instant(), staff.id()));
        }
    }

    /** People of the subtree whose corrections have ended and whom nobody has taken over, the newest first. */
    List<Person> toTakeOver(Staff staff, int limit) {
        return jdbi.withHandle(handle -> ResettlementStore.toTakeOver(handle, staff, limit).stream()
                .map(id -> PersonStore.find(handle, staff, id))
                .flatMap(Optional::stream)
                .toList());
    }

    Optional<Resettlement> standing(long personId) {
        return jdbi.withHandle(handle -> ResettlementStore.standing(handle, personId));
    }

    List<Resettlement> ofPerson(long personId) {
        return jdbi.withHandle(handle -> ResettlementStore.ofPerson(handle, personId));
    }

    static CaseEntry entry(String name, long personId) {
        return CaseEntry.of("resettlement.log." + name).leadingTo("/people/" + personId + "/resettlement");
    }

    static Resettlement standing(Handle handle, long personId) {
        return ResettlementStore.standing(handle, personId)
                .orElseThrow(() -> new Refused(Problems.FORM, "resettlement.error.none"));
    }

    private static void notOvertaken(Resettlement standing, String version) {
        if (!Integer.toString(standing.version()).equals(version)) {
            throw new Refused(Problems.VERSION, "resettlement.error.overtaken");
        }
    }

    private void openDuties(
            Handle handle,
            Person person,
            long id,
            Origin origin,
            LocalDate releasedOn,
            boolean key,
            LimitTable limits) {
        int days = limits.value(ResettlementDuties.FIRST_VISIT_DAYS, today(person));
        duties.open(handle, person, id, origin, releasedOn, key, clock.instant(), days);
    }

    /** Meets what was done already. */
    private void discharge(Handle handle, Person person, Resettlement standing, long by) {
        standing.receiptOn().ifPresent(day -> meet(handle, person, ResettlementDuties.NOTICE, standing, day, by));
        standing.metOn().ifPresent(day -> meet(handle, person, ResettlementDuties.MEET, standing, day, by));
        if (!standing.notMet().isEmpty()) {
            duties.meet(handle, person.id(), ResettlementDuties.MEET, standing.id(), by, clock.instant());
        }
        HelpStore.firstVisit(handle, standing.id(), standing.releasedOn())
                .ifPresent(day -> meet(handle, person, ResettlementDuties.FIRST_VISIT, standing, day, by));
    }

    private void meet(
            Handle handle,
            Person person,
            org.guitu.web.duties.DutyKind kind,
            Resettlement standing,
            LocalDate day,
            long by) {
        duties.meet(
                handle,
                person.id(),
                kind,
                standing.id(),
                by,
                day.atStartOfDay(person.zone()).toInstant());
    }

    private interface Work {
        CaseEntry on(Handle handle, Person person, Resettlement standing, Fields fields);
    }

    private Outcome<Long> act(Staff staff, long personId, String action, Work work) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Resettlement standing = standing(handle, personId);
            CaseEntry entry = work.on(handle, person, standing, new Fields());
            log.record(handle, staff.id(), personId, clock.instant(), entry);
            audit.record(
                    handle, staff.id(), "resettlement." + action, personId, "", Map.of("resettlement", standing.id()));
            ResettlementStore.standing(handle, personId).ifPresent(now -> discharge(handle, person, now, staff.id()));
            return standing.id();
        }));
    }

    private static LocalDate until(LimitTable limits, Origin origin, LocalDate releasedOn) {
        int months = limits.value(origin.months(), releasedOn.isBefore(EARLIEST) ? EARLIEST : releasedOn);
        return releasedOn.plusMonths(months).minusDays(1);
    }

    /** From when on figures are known; of a release before it the first holds. */
    private static final LocalDate EARLIEST = LocalDate.of(2020, 7, 1);

    private void past(Fields fields, String field, LocalDate day, Person person) {
        if (!fields.has(field) && day.isAfter(today(person))) {
            fields.problem(field, "resettlement.error.future");
        }
    }

    private LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }

    private static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
    }
}
