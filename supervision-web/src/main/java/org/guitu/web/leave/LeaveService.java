package org.guitu.web.leave;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.zone.Area;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.limits.LimitTable;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.guitu.web.people.ReleaseListener;
import org.guitu.web.rules.RuleChanges;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneChanges;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Applies for leave, decides it, sees after who is away and takes the return report. Each method is one transaction. Thread-safe. */
public final class LeaveService implements ReleaseListener {

    private final LeaveBook book;
    private final LeaveDecisions decisions;
    private final LeaveReturns returns;

    public LeaveService(
            Jdbi jdbi,
            ZoneChanges zones,
            RuleChanges rules,
            Audit audit,
            InstantSource clock,
            List<LongLeaveListener> listeners) {
        this.book = new LeaveBook(jdbi, new LeaveGround(zones, rules), audit, clock);
        this.decisions = new LeaveDecisions(book, listeners);
        this.returns = new LeaveReturns(book);
    }

    /** Records an application; answers the leave's id. */
    public Outcome<Long> apply(Staff staff, long personId, LeaveForm form) {
        return Outcome.of(() -> book.jdbi.inTransaction(handle -> {
            Person person = LeaveBook.lock(handle, staff, personId);
            LeaveBook.refuseUnlessSupervised(person);
            Instant now = book.clock.instant();
            LocalDate today = book.today(person);
            LimitTable table = Limits.of(handle, person.organisationId());
            List<Leave> all = LeaveStore.ofPerson(handle, personId);
            Fields fields = new Fields();
            Optional<Area> area = AreaForm.read(handle, staff, form.ground(), fields);
            LeaveDraft draft = LeaveDraft.read(
                    person, form, area, all, table.value(LeaveFigures.APPLY_AHEAD_DAYS, today), now, fields);
            fields.refuseIfAny();
            LeaveAuthority authority = LeaveBook.authority(table, today, draft.stretch(), all, 0);
            long id = LeaveStore.insert(handle, personId, draft, authority, staff.id());
            Leave leave = LeaveBook.own(handle, personId, id);
            book.duties.applied(handle, person, leave, now);
            book.record(handle, staff, leave, "leave.apply", now, LeaveWords.entry("leave.log.applied", leave));
            return id;
        }));
    }

    /** Approves or refuses; refused where the decision is not the staff's. */
    public Outcome<Long> decide(Staff staff, long personId, long leaveId, DecisionForm form) {
        return decisions.decide(staff, personId, leaveId, form);
    }

    /** Takes an approval back, before or during the leave: at once, for the rest of it. */
    public Outcome<Long> revoke(Staff staff, long personId, long leaveId, String reason) {
        return decisions.revoke(staff, personId, leaveId, reason);
    }

    /**
     * Records that the person is back and has reported, early or late.
     *
     * @param at by the wall clock of the responsible organisation; blank: now
     */
    public Outcome<Long> returned(Staff staff, long personId, long leaveId, String at, String note) {
        return returns.returned(staff, personId, leaveId, at, note);
    }

    /** Takes back a return that was entered by mistake; the leave goes on from now. */
    public Outcome<Long> undoReturn(Staff staff, long personId, long leaveId, String reason) {
        return returns.undo(staff, personId, leaveId, reason);
    }

    /** Withdraws an application, or leave that has not begun. */
    public Outcome<Long> withdraw(Staff staff, long personId, long leaveId, String reason) {
        return Outcome.of(() -> book.jdbi.inTransaction(handle -> {
            Person person = LeaveBook.lock(handle, staff, personId);
            Leave leave = LeaveBook.own(handle, personId, leaveId);
            Instant now = book.clock.instant();
            Fields fields = new Fields();
            String why = fields.text("reason", reason, 500);
            switch (leave.state(now)) {
                case WAITING, LAPSED, COMING -> {}
                default -> fields.problem(Problems.FORM, "leave.error.not-withdrawable");
            }
            fields.refuseIfAny();
            long entry = book.record(
                    handle,
                    staff,
                    leave,
                    "leave.withdraw",
                    now,
                    LeaveWords.entry("leave.log.withdrawn", leave).text(why));
            book.end(handle, staff, person, leave, Leave.End.Kind.WITHDRAWN, now, why, entry);
            returns.goesOnToNothing(handle, person, leave);
            return leaveId;
        }));
    }

    /** Records how someone who is away was seen after. */
    public Outcome<Long> check(Staff staff, long personId, long leaveId, CheckForm form) {
        return Outcome.of(() -> book.jdbi.inTransaction(handle -> {
            Person person = LeaveBook.lock(handle, staff, personId);
            Leave leave = LeaveBook.own(handle, personId, leaveId);
            Instant now = book.clock.instant();
            Fields fields = new Fields();
            LeaveCheck.Way way = fields.choice("way", form.way(), LeaveCheck.Way.class);
            String place = fields.text("place", form.place(), 200);
            String note = fields.optionalText("checkNote", form.note(), 500);
            Instant at = instant(fields, "checkedAt", form.at(), person, now);
            if (!leave.standing() || leave.from().isAfter(now)) {
                fields.problem(Problems.FORM, "leave.error.not-away");
            } else if (at.isAfter(now) || at.isBefore(leave.from())) {
                fields.problem("checkedAt", "leave.error.check-time");
            }
            fields.refuseIfAny();
            LeaveStore.insertCheck(handle, leaveId, at, way, place, note, staff.id());
            book.duties.checked(handle, staff, person, leave, at);
            book.record(
                    handle,
                    staff,
                    leave,
                    "leave.check",
                    at,
                    CaseEntry.of("leave.log.checked").word("leave.way." + way).text(place));
            return leaveId;
        }));
    }

    /** Records that the county told the procuratorate of long leave. */
    public Outcome<Long> informed(Staff staff, long personId, long leaveId, String on, String document) {
        return Outcome.of(() -> book.jdbi.inTransaction(handle -> {
            Person person = LeaveBook.lock(handle, staff, personId);
            Leave leave = LeaveBook.own(handle, personId, leaveId);
            LocalDate today = book.today(person);
            Fields fields = new Fields();
            LocalDate day = fields.optionalDate("informedOn", on).orElse(today);
            String number = fields.text("informedDocument", document, 80);
            if (!leave.approved()
                    || leave.authority() != LeaveAuthority.Level.CITY
                    || leave.informedOn().isPresent()) {
                fields.problem(Problems.FORM, "leave.error.not-to-inform");
            } else if (day.isAfter(today)
                    || day.isBefore(
                            LocalDate.ofInstant(leave.decision().orElseThrow().at(), leave.zone()))) {
                fields.problem("informedOn", "leave.error.informed-day");
            }
            fields.refuseIfAny();
            LeaveStore.informed(handle, leaveId, day, number);
            Instant at = day.equals(today)
                    ? book.clock.instant()
                    : day.atStartOfDay(leave.zone()).toInstant();
            book.duties.informed(handle, staff, leave, at, number);
            book.record(
                    handle,
                    staff,
                    leave,
                    "leave.informed",
                    at,
                    CaseEntry.of("leave.log.informed").text(number));
            return leaveId;
        }));
    }

    /** All leave of a person, the newest days first; empty if the staff may not see the person. */
    public List<Leave> list(Staff staff, long personId) {
        return book.jdbi.withHandle(handle -> PersonStore.find(handle, staff, personId)
                .map(person -> LeaveStore.ofPerson(handle, personId))
                .orElse(List.of()));
    }

    public Optional<Leave> find(Staff staff, long personId, long leaveId) {
        return list(staff, personId).stream()
                .filter(leave -> leave.id() == leaveId)
                .findFirst();
    }

    /** Whose decision a leave is and why, as the figures and the person's other leave now stand. */
    public LeaveAuthority authority(Person person, Leave leave) {
        return book.jdbi.withHandle(handle -> book.authority(handle, person, leave));
    }

    Instant now() {
        return book.clock.instant();
    }

    List<LeaveCheck> checks(Leave leave) {
        return book.jdbi.withHandle(handle -> LeaveStore.checks(handle, leave.id()));
    }

    List<LeaveQuery.Row> query(Staff staff, LeaveQuery.Show show, int limit) {
        return book.jdbi.withHandle(handle -> LeaveQuery.list(handle, staff, show, book.clock.instant(), limit));
    }

    /** A zone was ordered by hand: leave that stands puts it out of force too. */
    public void zoneOrdered(Handle handle, Staff by, Person person, Zone zone, Instant now) {
        LeaveStore.ofPerson(handle, person.id()).stream()
                .filter(leave -> leave.standing() && leave.until().isAfter(now))
                .forEach(leave -> book.ground.ordered(handle, by, leave, zone.id(), now));
    }

    @Override
    public void released(Handle handle, Staff by, long personId, Instant at) {
        returns.closed(handle, by, personId, at);
    }

    static Instant instant(Fields fields, String field, String raw, Person person, Instant now) {
        return fields.optionalInstant(field, raw, person.zone()).orElse(now);
    }

    static Refused over() {
        return new Refused(Problems.FORM, "leave.error.over");
    }
}
