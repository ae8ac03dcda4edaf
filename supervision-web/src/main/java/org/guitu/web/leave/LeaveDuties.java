package org.guitu.web.leave;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guitu.web.access.Staff;
import org.guitu.web.duties.Duties;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** What leave obliges to: a decision in time, checks while away, the return, word to the county and to the procuratorate. */
final class LeaveDuties {

    private static final String PAGE = "/people/{person}/leave";

    static final DutyKind DECIDE = DutyKind.until("leave.decide").at(PAGE);
    static final DutyKind RETURN = DutyKind.until("leave.return").at(PAGE);
    static final DutyKind CHECK = DutyKind.until("leave.check").at(PAGE);
    static final DutyKind INFORM = DutyKind.of("leave.inform-procuratorate", LeaveFigures.INFORM_PROCURATORATE_DAYS)
            .at(PAGE);

    /** What an office decided is filed with its county (IM-27). */
    static final DutyKind FILE =
            DutyKind.of("leave.file-county", LeaveFigures.FILE_DAYS_MAX).metByHand();

    private final Duties duties = new Duties();

    /** A decision is due before the first day, or by the end of today where that is later. */
    void applied(Handle handle, Person person, Leave leave, Instant now) {
        Instant tonight = LocalDate.ofInstant(now, leave.zone())
                .plusDays(1)
                .atStartOfDay(leave.zone())
                .toInstant();
        duties.openUntil(
                handle, person, DECIDE, now, leave.from().isAfter(tonight) ? leave.from() : tonight, leave.ref());
    }

    void decided(Handle handle, Staff staff, Leave leave, Instant now) {
        duties.meet(handle, leave.personId(), DECIDE, leave.ref(), staff.id(), now, leave.path());
    }

    /** The return is due at the midnight after the last day; the first check so many days after the first. */
    void granted(Handle handle, Staff staff, Person person, Leave leave, Instant now) {
        duties.openUntil(handle, person, RETURN, leave.from(), leave.until(), leave.ref());
        leave.extendsId()
                .ifPresent(before ->
                        duties.cancel(handle, person.id(), RETURN, "leave:" + before, staff.id(), leave.destination()));
        nextCheck(
                handle,
                person,
                leave,
                leave.from().isAfter(now) ? leave.firstDay() : LocalDate.ofInstant(now, leave.zone()));
    }

    /** Opens the duty to file what an office decided. */
    void file(Handle handle, Person person, Leave leave, Instant now) {
        duties.open(handle, person, FILE, now, leave.ref());
    }

    /** Opens the duty to tell the procuratorate (IM-27). */
    void inform(Handle handle, Person person, Leave leave, Instant now) {
        duties.open(handle, person, INFORM, now, leave.ref());
    }

    void informed(Handle handle, Staff staff, Leave leave, Instant on, String document) {
        duties.meet(handle, leave.personId(), INFORM, leave.ref(), staff.id(), on, document);
    }

    /** A check was made; the next is due so many days after it, if the leave still lasts then. */
    void checked(Handle handle, Staff staff, Person person, Leave leave, Instant at) {
        duties.meet(handle, person.id(), CHECK, leave.ref(), staff.id(), at, leave.path());
        nextCheck(handle, person, leave, LocalDate.ofInstant(at, leave.zone()).plusDays(1));
    }

    void returned(Handle handle, Staff staff, Leave leave, Instant at) {
        duties.meet(handle, leave.personId(), RETURN, leave.ref(), staff.id(), at, leave.path());
        duties.cancel(handle, leave.personId(), CHECK, leave.ref(), staff.id(), leave.destination());
    }

    /** It has ended: nothing of it is owed any more, but word of what was approved, unless it was withdrawn before anybody left. */
    void dropped(Handle handle, Staff staff, Leave leave, Leave.End.Kind how, String reason) {
        List<DutyKind> kinds = how == Leave.End.Kind.WITHDRAWN
                ? List.of(DECIDE, RETURN, CHECK, INFORM, FILE)
                : List.of(DECIDE, RETURN, CHECK);
        for (DutyKind kind : kinds) {
            duties.cancel(handle, leave.personId(), kind, leave.ref(), staff.id(), reason);
        }
    }

    /** The return was a mistake: it is owed again, and so is the next check. */
    void reopened(Handle handle, Person person, Leave leave, Instant now) {
        returnOwed(handle, person, leave);
        nextCheck(handle, person, leave, LocalDate.ofInstant(now, leave.zone()));
    }

    /** The leave goes on to nothing: its own return is owed again. */
    void returnOwed(Handle handle, Person person, Leave leave) {
        duties.openUntil(handle, person, RETURN, leave.from(), leave.until(), leave.ref());
    }

    private void nextCheck(Handle handle, Person person, Leave leave, LocalDate firstUnseen) {
        int every = Limits.of(handle, person.organisationId()).value(LeaveFigures.CHECK_EVERY_DAYS, firstUnseen);
        Instant due = firstUnseen
                .plusDays(Math.max(1, every))
                .atStartOfDay(leave.zone())
                .toInstant();
        if (!due.isAfter(leave.until())) {
            duties.openUntil(
                    handle,
                    person,
                    CHECK,
                    firstUnseen.atStartOfDay(leave.zone()).toInstant(),
                    due,
                    leave.ref());
        }
    }
}
