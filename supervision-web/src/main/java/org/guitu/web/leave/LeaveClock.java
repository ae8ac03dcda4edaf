package org.guitu.web.leave;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.web.alerts.CaseAlerts;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.clockwork.Tick;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.PersonStates;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Notes what happens to leave by the clock alone: its first day, and that it is over without a return report. Each is noted once, under the
 * person's row lock.
 */
public final class LeaveClock implements Tick {

    private static final int BATCH_MAX = 500;

    private final Jdbi jdbi;
    private final CaseLog log = new CaseLog();
    private final CaseAlerts alerts = new CaseAlerts();

    public LeaveClock(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "leave";
    }

    @Override
    public void run(Instant now) {
        List<Long> due;
        long after = 0;
        do {
            long from = after;
            due = jdbi.withHandle(handle -> due(handle, now, from));
            for (long leaveId : due) {
                jdbi.useTransaction(handle -> note(handle, leaveId, now));
                after = leaveId;
            }
        } while (due.size() == BATCH_MAX);
    }

    /**
     * What has something to note, and nothing that only seems so: leave that another goes on from is not overdue, nor is that of people who are held
     * or lost, however long it stays unreported.
     */
    private static List<Long> due(Handle handle, Instant now, long after) {
        return handle.createQuery("""
                        select l.leave_id from supervision.leave l
                         where l.approved and l.end_kind is null and l.leave_id > :after
                           and ((l.begun_at is null and l.first_day::timestamp at time zone l.time_zone <= :now)
                             or (l.alert_id is null and (l.last_day + 1)::timestamp at time zone l.time_zone <= :now
                                 and not exists (select 1 from supervision.leave x where x.extends_leave_id = l.leave_id and x.approved
                                                    and (x.end_kind is null or x.end_kind in ('RETURNED', 'CLOSED')))
                                 and exists (select 1 from supervision.person_state z where z.person_id = l.person_id
                                                and z.superseded_at is null and z.valid_to is null
                                                and z.state in ('ACTIVE', 'ON_LEAVE'))))
                         order by l.leave_id limit :max""")
                .bind("after", after)
                .bind("now", now)
                .bind("max", BATCH_MAX)
                .mapTo(Long.class)
                .list();
    }

    private void note(Handle handle, long leaveId, Instant now) {
        Optional<CaseState> state = lock(handle, leaveId);
        Leave leave = LeaveStore.find(handle, leaveId).filter(Leave::standing).orElse(null);
        if (leave == null) {
            return;
        }
        if (leave.begunAt().isEmpty() && !leave.from().isAfter(now)) {
            begin(handle, leave, state, now);
        }
        boolean at = state.filter(known -> known == CaseState.ACTIVE || known == CaseState.ON_LEAVE)
                .isPresent();
        if (leave.state(now) == Leave.State.OVERDUE && leave.alertId().isEmpty() && at) {
            overdue(handle, leave, now);
        }
    }

    /** The person's row, locked first as by everybody else; where the case stands. */
    private static Optional<CaseState> lock(Handle handle, long leaveId) {
        handle.createQuery("""
                        select 1 from supervision.person
                         where person_id = (select person_id from supervision.leave where leave_id = :leave) for update""").bind("leave", leaveId).mapTo(Integer.class).findOne();
        return handle.createQuery("""
                        select state from supervision.person_state
                         where person_id = (select person_id from supervision.leave where leave_id = :leave)
                           and superseded_at is null and valid_to is null""")
                .bind("leave", leaveId)
                .mapTo(String.class)
                .findOne()
                .map(CaseState::valueOf);
    }

    private void begin(Handle handle, Leave leave, Optional<CaseState> state, Instant now) {
        Leave.Decision decision = leave.decision().orElseThrow();
        Instant from = decision.at().isAfter(leave.from()) ? decision.at() : leave.from();
        LeaveStore.begun(handle, leave.id(), now);
        if (state.filter(CaseState.ACTIVE::equals).isPresent()) {
            PersonStates.set(handle, leave.personId(), CaseState.ON_LEAVE, from, decision.byId());
        }
        log.record(
                handle,
                null,
                leave.personId(),
                from,
                LeaveWords.entry("leave.log.begun", leave).leadingTo(leave.path()));
    }

    private void overdue(Handle handle, Leave leave, Instant now) {
        long alert = alerts.open(
                handle, leave.personId(), FindingKind.OVERDUE_RETURN, leave.destination(), leave.until(), now);
        LeaveStore.alerted(handle, leave.id(), alert);
        log.record(
                handle,
                null,
                leave.personId(),
                leave.until(),
                CaseEntry.of("leave.log.overdue").text(leave.destination()).leadingTo(leave.path()));
    }
}
