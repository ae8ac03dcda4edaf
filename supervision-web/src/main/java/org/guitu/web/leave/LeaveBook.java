package org.guitu.web.leave;

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
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.limits.LimitTable;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What every act about leave needs: the person locked, the row, the reckoning, and the record of what was done. */
final class LeaveBook {

    final Jdbi jdbi;
    final InstantSource clock;
    final LeaveDuties duties = new LeaveDuties();
    final LeaveGround ground;
    private final Audit audit;
    private final CaseLog log = new CaseLog();

    LeaveBook(Jdbi jdbi, LeaveGround ground, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.ground = ground;
        this.audit = audit;
        this.clock = clock;
    }

    static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
    }

    static Leave own(Handle handle, long personId, long leaveId) {
        return LeaveStore.find(handle, leaveId)
                .filter(leave -> leave.personId() == personId)
                .orElseThrow(() -> new Refused(Problems.FORM, "leave.error.unknown"));
    }

    /** Only whom we supervise here can be given leave; who is held or lost cannot. */
    static void refuseUnlessSupervised(Person person) {
        Optional<CaseState> state = person.state();
        boolean here = state.filter(now -> now == CaseState.ACTIVE || now == CaseState.ON_LEAVE)
                .isPresent();
        if (!person.supervised() || !here) {
            throw new Refused(Problems.FORM, "leave.error.not-supervised");
        }
    }

    /** Whose decision days are, beside what the person was given already. */
    static LeaveAuthority authority(
            LimitTable table, LocalDate today, LeaveAuthority.Stretch asked, List<Leave> all, long exceptId) {
        List<LeaveAuthority.Stretch> approved = all.stream()
                .filter(other -> other.id() != exceptId)
                .flatMap(other -> other.taken().stream())
                .toList();
        return LeaveAuthority.of(asked, approved, LeaveFigures.authority(table, today));
    }

    /** The same for one that is stored. */
    LeaveAuthority authority(Handle handle, Person person, Leave leave) {
        return authority(
                Limits.of(handle, person.organisationId()),
                today(person),
                new LeaveAuthority.Stretch(leave.firstDay(), leave.lastDay(), false),
                LeaveStore.ofPerson(handle, person.id()),
                leave.id());
    }

    /** What waits may be another's decision now that other leave has changed. */
    void reckonWaiting(Handle handle, Person person) {
        for (Leave leave : LeaveStore.ofPerson(handle, person.id())) {
            if (leave.decision().isEmpty() && leave.end().isEmpty()) {
                LeaveStore.reckoned(handle, leave.id(), authority(handle, person, leave));
            }
        }
    }

    LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }

    /** Leaves word in the audit and on the timeline; answers the timeline's entry. */
    long record(Handle handle, Staff staff, Leave leave, String act, Instant happenedAt, CaseEntry entry) {
        audit.record(handle, staff.id(), act, leave.personId(), "", Map.of("leave", leave.id()));
        return log.record(handle, staff.id(), leave.personId(), happenedAt, entry.leadingTo(leave.path()));
    }

    /** The same for an entry that says that an earlier one was a mistake. */
    void correct(Handle handle, Staff staff, Leave leave, String act, CaseEntry entry, long corrects) {
        audit.record(handle, staff.id(), act, leave.personId(), "", Map.of("leave", leave.id()));
        log.correct(handle, staff.id(), leave.personId(), clock.instant(), entry.leadingTo(leave.path()), corrects);
    }

    /** Ends a leave in whatever way: its zones are taken back for the rest, nothing of it is owed. */
    void end(
            Handle handle,
            Staff staff,
            Person person,
            Leave leave,
            Leave.End.Kind kind,
            Instant at,
            String note,
            long entry) {
        Instant now = clock.instant();
        LeaveStore.end(handle, leave.id(), kind, at, note, staff.id(), now, entry);
        ground.close(handle, staff, leave, now);
        duties.dropped(handle, staff, leave, kind, note.isEmpty() ? leave.destination() : note);
        reckonWaiting(handle, person);
    }
}
