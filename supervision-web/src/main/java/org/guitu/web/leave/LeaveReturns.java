package org.guitu.web.leave;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guitu.web.access.Staff;
import org.guitu.web.alerts.CaseAlerts;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStates;
import org.jdbi.v3.core.Handle;

/** The return report (销假): early, in time or late; and what ends leave without one. */
final class LeaveReturns {

    private final LeaveBook book;
    private final CaseAlerts alerts = new CaseAlerts();

    LeaveReturns(LeaveBook book) {
        this.book = book;
    }

    Outcome<Long> returned(Staff staff, long personId, long leaveId, String rawAt, String rawNote) {
        return Outcome.of(() -> book.jdbi.inTransaction(handle -> {
            Person person = LeaveBook.lock(handle, staff, personId);
            Leave leave = LeaveBook.own(handle, personId, leaveId);
            Instant now = book.clock.instant();
            Fields fields = new Fields();
            Instant at = LeaveService.instant(fields, "returnedAt", rawAt, person, now);
            String note = fields.optionalText("note", rawNote, 500);
            Leave.State state = leave.state(now);
            if (state != Leave.State.AWAY && state != Leave.State.OVERDUE) {
                fields.problem(Problems.FORM, "leave.error.not-away");
            } else if (at.isAfter(now)) {
                fields.problem("returnedAt", "leave.error.returned-later");
            } else if (at.isBefore(leave.from())) {
                fields.problem("returnedAt", "leave.error.returned-before");
            }
            fields.refuseIfAny();
            withdrawWhatGoesOn(handle, staff, person, leave, now);
            book.duties.returned(handle, staff, leave, at);
            long entry = book.record(handle, staff, leave, "leave.return", at, told(leave, at));
            book.end(handle, staff, person, leave, Leave.End.Kind.RETURNED, at, note, entry);
            leave.alertId().ifPresent(alert -> alerts.end(handle, alert, at, now));
            if (person.state().filter(CaseState.ON_LEAVE::equals).isPresent()) {
                PersonStates.set(handle, personId, CaseState.ACTIVE, at, staff.id());
            }
            return leaveId;
        }));
    }

    private static CaseEntry told(Leave leave, Instant at) {
        if (!at.isAfter(leave.until())) {
            return CaseEntry.of("leave.log.returned").instant(at).text(leave.destination());
        }
        Duration late = Duration.between(leave.until(), at);
        return CaseEntry.of("leave.log.returned-late")
                .instant(at)
                .text(leave.destination())
                .text(late.toDays())
                .text(late.toHoursPart());
    }

    /** Who is back does not go on from here: leave that was to follow is not needed any more. */
    private void withdrawWhatGoesOn(Handle handle, Staff staff, Person person, Leave leave, Instant now) {
        for (Leave next : LeaveStore.ofPerson(handle, person.id())) {
            boolean follows = next.extendsId().filter(id -> id == leave.id()).isPresent();
            if (follows
                    && next.end().isEmpty()
                    && next.decision().map(Leave.Decision::approved).orElse(true)) {
                long entry = book.record(
                        handle,
                        staff,
                        next,
                        "leave.withdraw",
                        now,
                        LeaveWords.entry("leave.log.withdrawn", next).text(leave.destination()));
                withdrawWhatGoesOn(handle, staff, person, next, now);
                book.end(handle, staff, person, next, Leave.End.Kind.WITHDRAWN, now, "", entry);
            }
        }
    }

    Outcome<Long> undo(Staff staff, long personId, long leaveId, String reason) {
        return Outcome.of(() -> book.jdbi.inTransaction(handle -> {
            Person person = LeaveBook.lock(handle, staff, personId);
            Leave leave = LeaveBook.own(handle, personId, leaveId);
            Instant now = book.clock.instant();
            Fields fields = new Fields();
            String why = fields.text("reason", reason, 500);
            fields.refuseIfAny();
            LeaveBook.refuseUnlessSupervised(person);
            List<Leave> all = LeaveStore.ofPerson(handle, personId);
            if (leave.end().map(end -> end.kind() != Leave.End.Kind.RETURNED).orElse(true)
                    || all.stream().anyMatch(other -> later(other, leave))) {
                throw new Refused(Problems.FORM, "leave.error.return-not-undoable");
            }
            long entry = LeaveStore.reopen(handle, leaveId, why, staff.id(), now);
            Leave again = LeaveBook.own(handle, personId, leaveId);
            if (again.until().isAfter(now)) {
                book.ground.open(handle, staff, person, again, now);
            }
            book.duties.reopened(handle, person, again, now);
            PersonStates.set(handle, personId, CaseState.ON_LEAVE, now, staff.id());
            book.correct(
                    handle,
                    staff,
                    again,
                    "leave.undo-return",
                    CaseEntry.of("leave.log.return-undone").text(why),
                    entry);
            book.reckonWaiting(handle, person);
            return leaveId;
        }));
    }

    private static boolean later(Leave other, Leave leave) {
        return other.id() != leave.id()
                && other.end().isEmpty()
                && other.decision().map(Leave.Decision::approved).orElse(true)
                && !other.lastDay().isBefore(leave.firstDay());
    }

    /** Leave that went on from another is gone: the return from that other is owed again. */
    void goesOnToNothing(Handle handle, Person person, Leave leave) {
        leave.extendsId()
                .map(before -> LeaveBook.own(handle, person.id(), before))
                .filter(before -> leave.approved() && before.standing())
                .ifPresent(before -> book.duties.returnOwed(handle, person, before));
    }

    /** The case is over: whatever stands of leave is closed with it. Duties are dropped by those who keep them. */
    void closed(Handle handle, Staff staff, long personId, Instant at) {
        for (Leave leave : LeaveStore.ofPerson(handle, personId)) {
            if (leave.end().isEmpty()
                    && leave.decision().map(Leave.Decision::approved).orElse(true)) {
                long entry = book.record(
                        handle,
                        staff,
                        leave,
                        "leave.close",
                        at.truncatedTo(ChronoUnit.MILLIS),
                        LeaveWords.entry("leave.log.closed", leave));
                LeaveStore.end(handle, leave.id(), Leave.End.Kind.CLOSED, at, "", staff.id(), at, entry);
                book.ground.close(handle, staff, leave, at);
                leave.alertId().ifPresent(alert -> alerts.end(handle, alert, at, at));
            }
        }
    }
}
