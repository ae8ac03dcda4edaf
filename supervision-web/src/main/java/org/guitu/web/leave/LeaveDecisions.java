package org.guitu.web.leave;

import java.time.Instant;
import java.util.List;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStates;
import org.jdbi.v3.core.Handle;

/** The decision about leave, by whom the days of it say, and its taking back. */
final class LeaveDecisions {

    private final LeaveBook book;
    private final List<LongLeaveListener> listeners;

    LeaveDecisions(LeaveBook book, List<LongLeaveListener> listeners) {
        this.book = book;
        this.listeners = List.copyOf(listeners);
    }

    Outcome<Long> decide(Staff staff, long personId, long leaveId, DecisionForm form) {
        return Outcome.of(() -> book.jdbi.inTransaction(handle -> {
            Person person = LeaveBook.lock(handle, staff, personId);
            Leave leave = LeaveBook.own(handle, personId, leaveId);
            Instant now = book.clock.instant();
            Fields fields = new Fields();
            boolean approved = fields.choice("decision", form.decision(), DecisionForm.Decision.class)
                    == DecisionForm.Decision.APPROVED;
            String document = fields.optionalText("documentNumber", form.documentNumber(), 80);
            String reason = approved
                    ? fields.optionalText("reason", form.reason(), 500)
                    : fields.text("reason", form.reason(), 500);
            fields.refuseIfAny();
            LeaveAuthority authority = book.authority(handle, person, leave);
            refuseUnlessDecidable(handle, staff, person, leave, authority, approved, now);
            LeaveStore.reckoned(handle, leaveId, authority);
            LeaveStore.decide(
                    handle,
                    leaveId,
                    approved,
                    now,
                    staff.id(),
                    staff.organisation().id(),
                    document,
                    reason);
            book.duties.decided(handle, staff, leave, now);
            Leave decided = LeaveBook.own(handle, personId, leaveId);
            if (approved) {
                granted(handle, staff, person, decided, now);
            }
            book.record(
                    handle,
                    staff,
                    decided,
                    approved ? "leave.approve" : "leave.refuse",
                    now,
                    LeaveWords.entry(approved ? "leave.log.approved" : "leave.log.refused", decided)
                            .text(approved ? staff.organisation().name() : reason));
            book.reckonWaiting(handle, person);
            return leaveId;
        }));
    }

    private static void refuseUnlessDecidable(
            Handle handle,
            Staff staff,
            Person person,
            Leave leave,
            LeaveAuthority authority,
            boolean approved,
            Instant now) {
        Leave.State state = leave.state(now);
        if (state != Leave.State.WAITING && state != Leave.State.LAPSED) {
            throw new Refused(Problems.FORM, "leave.error.decided");
        }
        if (!authority.level().allows(staff.organisation().level())) {
            throw new Refused(
                    Problems.FORM, "leave.error.level." + authority.level(), authority.days(), authority.totalDays());
        }
        if (!approved) {
            return;
        }
        LeaveBook.refuseUnlessSupervised(person);
        if (state == Leave.State.LAPSED) {
            throw LeaveService.over();
        }
        boolean goesOn = leave.extendsId()
                .map(before -> LeaveBook.own(handle, person.id(), before).standing())
                .orElse(true);
        if (!goesOn) {
            throw new Refused(Problems.FORM, "leave.error.extends-gone");
        }
    }

    private void granted(Handle handle, Staff staff, Person person, Leave leave, Instant now) {
        book.ground.open(handle, staff, person, leave, now);
        book.duties.granted(handle, staff, person, leave, now);
        if (staff.organisation().level().compareTo(Organisation.Level.COUNTY) > 0) {
            book.duties.file(handle, person, leave, now);
        }
        if (leave.authority() == LeaveAuthority.Level.CITY) {
            book.duties.inform(handle, person, leave, now);
            listeners.forEach(listener -> listener.approved(handle, staff, person, leave));
        }
    }

    Outcome<Long> revoke(Staff staff, long personId, long leaveId, String reason) {
        return Outcome.of(() -> book.jdbi.inTransaction(handle -> {
            Person person = LeaveBook.lock(handle, staff, personId);
            Leave leave = LeaveBook.own(handle, personId, leaveId);
            Instant now = book.clock.instant();
            Fields fields = new Fields();
            String why = fields.text("reason", reason, 500);
            Leave.State state = leave.state(now);
            if (state != Leave.State.COMING && state != Leave.State.AWAY) {
                fields.problem(Problems.FORM, "leave.error.not-revocable");
            } else if (!leave.authority().allows(staff.organisation().level())) {
                fields.problem(
                        Problems.FORM, "leave.error.level." + leave.authority(), leave.days(), leave.totalDays());
            }
            fields.refuseIfAny();
            long entry = book.record(
                    handle,
                    staff,
                    leave,
                    "leave.revoke",
                    now,
                    LeaveWords.entry("leave.log.revoked", leave).text(why));
            book.end(handle, staff, person, leave, Leave.End.Kind.REVOKED, now, why, entry);
            if (state == Leave.State.AWAY
                    && person.state().filter(CaseState.ON_LEAVE::equals).isPresent()) {
                PersonStates.set(handle, personId, CaseState.ACTIVE, now, staff.id());
            }
            new LeaveReturns(book).goesOnToNothing(handle, person, leave);
            return leaveId;
        }));
    }
}
