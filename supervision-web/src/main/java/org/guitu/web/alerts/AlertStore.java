package org.guitu.web.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The SQL of alerts and their steps. Every method works in the caller's transaction. */
final class AlertStore {

    /** All columns of {@link Alert}, from {@code supervision.alert a}. */
    static final String COLUMNS = """
            a.alert_id, a.person_id, a.kind, a.severity, a.rule_id, a.other_person_id, a.place_name, a.started_at, a.confirmed_at, a.raised_at, a.ended_at, a.depth_m,
            a.fixes, a.occurrences, a.retrospective, a.withdrawn_at, a.withdrawal_reason, a.opened_at, a.rings_at, a.state,
            a.acknowledged_by, a.acknowledged_at, a.verified_by, a.verified_at,
            exists (select 1 from supervision.alert_step s
                    where s.alert_id = a.alert_id and s.kind in ('CALLED', 'VIDEO_CALLED', 'VISITED')) as contacted,
            exists (select 1 from supervision.alert_step s
                    where s.alert_id = a.alert_id and s.kind in ('VIDEO_CALLED', 'VISITED')) as seen,
            a.resolved_by, a.resolved_at, a.outcome
            """;

    static final RowMapper<AlertStep> STEP = ConstructorMapper.of(AlertStep.class);

    private AlertStore() {}

    static Optional<Alert> find(Handle handle, long alertId) {
        return one(handle, alertId, "");
    }

    /** Finds and holds it until the end of the transaction. */
    static Optional<Alert> lock(Handle handle, long alertId) {
        return one(handle, alertId, " for update of a");
    }

    private static Optional<Alert> one(Handle handle, long alertId, String suffix) {
        return handle.createQuery("select " + COLUMNS + " from supervision.alert a where a.alert_id = :id" + suffix)
                .bind("id", alertId)
                .map(ConstructorMapper.of(Alert.class))
                .findOne();
    }

    /** The newest findings behind an alert, those that stand first. */
    static List<Long> findings(Handle handle, long alertId, int limit) {
        return handle.createQuery("""
                        select finding_id from supervision.alert_finding where alert_id = :id
                         order by standing desc, started_at desc limit :limit""")
                .bind("id", alertId)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    /** Writes how far the handling has come. {@code before} tells whose acknowledgement stays. */
    static void putHandling(Handle handle, Alert before, Handling next, long by, Instant at) {
        boolean isNew = next instanceof Handling.New;
        boolean first = before.acknowledgedBy() == null;
        Handling.@Nullable Verified verified = next instanceof Handling.Verified v ? v : null;
        Handling.@Nullable Resolved resolved = next instanceof Handling.Resolved r ? r : null;
        handle.createUpdate("""
                        update supervision.alert set state = :state,
                            acknowledged_by = :acknowledgedBy, acknowledged_at = :acknowledgedAt,
                            verified_by = coalesce(:verifiedBy, verified_by), verified_at = coalesce(:verifiedAt, verified_at),
                            resolved_by = :resolvedBy, resolved_at = :resolvedAt, outcome = :outcome,
                            change_xid = pg_current_xact_id(), change_seq = nextval('supervision.alert_change_seq')
                        where alert_id = :id
                        """)
                .bind("id", before.alertId())
                .bind("state", next.state().name())
                .bind("acknowledgedBy", isNew ? null : first ? Long.valueOf(by) : before.acknowledgedBy())
                .bind("acknowledgedAt", isNew ? null : first ? at : before.acknowledgedAt())
                .bind("verifiedBy", verified == null ? null : Long.valueOf(verified.by()))
                .bind("verifiedAt", verified == null ? null : verified.at())
                .bind("resolvedBy", resolved == null ? null : Long.valueOf(resolved.by()))
                .bind("resolvedAt", resolved == null ? null : resolved.at())
                .bind("outcome", resolved == null ? null : resolved.outcome().name())
                .execute();
    }

    static void addStep(
            Handle handle,
            long alertId,
            Instant at,
            @Nullable Long by,
            StepKind kind,
            String note,
            Optional<Outcome> outcome) {
        handle.createUpdate("""
                        insert into supervision.alert_step (alert_id, at, staff_id, kind, note, outcome)
                        values (:alertId, :at, :by, :kind, :note, :outcome)
                        """)
                .bind("alertId", alertId)
                .bind("at", at)
                .bind("by", by)
                .bind("kind", kind.name())
                .bind("note", note)
                .bind("outcome", outcome.map(Outcome::name).orElse(null))
                .execute();
    }
}
