package org.guitu.web.alerts;

import java.time.Instant;
import java.util.Optional;
import org.guitu.geofence.judgement.FindingKind;
import org.jdbi.v3.core.Handle;

/**
 * The door by which the clock of a case opens an alert that no judge finds, and by which what clears it ends it. Works in the caller's
 * transaction; the caller remembers the alert's id, and so opens it once. Thread-safe.
 */
public final class CaseAlerts {

    /**
     * Opens an alert that rings.
     *
     * @param what what it is about, in the words of the case, e.g. where someone went
     * @param startedAt from when on it is so
     * @return the alert's id
     */
    public long open(Handle handle, long personId, FindingKind kind, String what, Instant startedAt, Instant now) {
        long alertId = handle.createQuery("""
                        insert into supervision.alert (person_id, kind, severity, place_name, started_at, confirmed_at, raised_at,
                               depth_m, fixes, retrospective, opened_at, rings_at)
                        values (:person, :kind, :severity, :what, :started, :started, :now, 0, 0, false, :now, :now)
                        returning alert_id""")
                .bind("person", personId)
                .bind("kind", kind.name())
                .bind("severity", Severity.of(kind).name())
                .bind("what", what)
                .bind("started", startedAt)
                .bind("now", now)
                .mapTo(Long.class)
                .one();
        AlertStore.addStep(handle, alertId, now, null, StepKind.OPENED, "", Optional.empty());
        return alertId;
    }

    /** Says that it is no longer so; an alert that has ended is left as it is. */
    public void end(Handle handle, long alertId, Instant endedAt, Instant now) {
        int ended = handle.createUpdate("""
                        update supervision.alert set ended_at = greatest(started_at, :ended),
                               change_xid = pg_current_xact_id(), change_seq = nextval('supervision.alert_change_seq')
                         where alert_id = :alert and ended_at is null""")
                .bind("ended", endedAt)
                .bind("alert", alertId)
                .execute();
        if (ended > 0) {
            AlertStore.addStep(handle, alertId, now, null, StepKind.ENDED, "", Optional.empty());
        }
    }
}
