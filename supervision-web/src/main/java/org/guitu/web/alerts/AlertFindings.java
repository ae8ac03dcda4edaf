package org.guitu.web.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.guitu.ingest.feed.Cursor;
import org.guitu.ingest.feed.FindingRow;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL by which findings become alerts. Every method works in the opener's transaction. */
final class AlertFindings {

    private static final String READER = "findings";

    private AlertFindings() {}

    /** How far the findings have been read; held until the transaction ends, so that only one opener reads at a time. */
    static Cursor lockCursor(Handle handle) {
        handle.createUpdate(
                        "insert into supervision.alert_cursor (reader, cursor) values (:reader, :start) on conflict do nothing")
                .bind("reader", READER)
                .bind("start", Cursor.START.toString())
                .execute();
        return handle.createQuery("select cursor from supervision.alert_cursor where reader = :reader for update")
                .bind("reader", READER)
                .map((rs, c) -> Cursor.parse(rs.getString(1)))
                .one();
    }

    static void moveCursor(Handle handle, Cursor to) {
        handle.createUpdate("update supervision.alert_cursor set cursor = :to where reader = :reader")
                .bind("reader", READER)
                .bind("to", to.toString())
                .execute();
    }

    /** The alert a finding belongs to already. */
    static Optional<Long> alertOf(Handle handle, long findingId) {
        return handle.createQuery("select alert_id from supervision.alert_finding where finding_id = :id")
                .bind("id", findingId)
                .mapTo(Long.class)
                .findOne();
    }

    /** The unresolved alert about the same person, kind and rule whose time is within {@code gap} of the finding's. */
    static Optional<Long> sameCause(Handle handle, FindingRow row, Duration gap) {
        Instant end = row.endedAt();
        return handle.createQuery("""
                        select alert_id from supervision.alert
                        where person_id = :person and kind = :kind and rule_id is not distinct from :rule
                          and state <> 'RESOLVED' and withdrawn_at is null
                          and (ended_at is null or ended_at >= :notBefore)
                          and started_at <= coalesce(:notAfter, 'infinity'::timestamptz)
                        order by started_at desc limit 1 for update
                        """)
                .bind("person", row.subjectId())
                .bind("kind", row.kind().name())
                .bind(
                        "rule",
                        row.ruleId().isPresent() ? Long.valueOf(row.ruleId().getAsLong()) : null)
                .bind("notBefore", row.startedAt().minus(gap))
                .bind("notAfter", end == null ? null : end.plus(gap))
                .mapTo(Long.class)
                .findOne();
    }

    static long insert(Handle handle, FindingRow row) {
        return handle.createQuery("""
                        insert into supervision.alert (person_id, kind, severity, rule_id, other_person_id, place_name, started_at, confirmed_at,
                            raised_at, ended_at, depth_m, fixes, retrospective)
                        values (:person, :kind, :severity, :rule, :other, :place, :started, :confirmed, :raised, :ended, :depth, :fixes, :retrospective)
                        returning alert_id
                        """)
                .bind("person", row.subjectId())
                .bind("kind", row.kind().name())
                .bind("severity", Severity.of(row.kind()).name())
                .bind(
                        "rule",
                        row.ruleId().isPresent() ? Long.valueOf(row.ruleId().getAsLong()) : null)
                .bind("other", other(row))
                .bind("place", row.placeName())
                .bind("started", row.startedAt())
                .bind("confirmed", row.confirmedAt())
                .bind("raised", row.raisedAt())
                .bind("ended", row.endedAt())
                .bind("depth", row.depthMeters())
                .bind("fixes", row.fixes())
                .bind("retrospective", row.retrospective())
                .mapTo(Long.class)
                .one();
    }

    /** The second of two people; of two devices of one person there is none. */
    private static @Nullable Long other(FindingRow row) {
        long other = row.otherSubjectId().orElse(row.subjectId());
        return other == row.subjectId() ? null : (Long) other;
    }

    /** Writes down a finding as it now stands. */
    static void put(Handle handle, long alertId, FindingRow row) {
        handle.createUpdate("""
                        insert into supervision.alert_finding (finding_id, alert_id, place_name, started_at, confirmed_at, ended_at, depth_m,
                            fixes, retrospective, standing, reason)
                        values (:finding, :alert, :place, :started, :confirmed, :ended, :depth, :fixes, :retrospective, :standing, :reason)
                        on conflict (finding_id) do update set place_name = excluded.place_name, started_at = excluded.started_at, confirmed_at = excluded.confirmed_at,
                            ended_at = excluded.ended_at, depth_m = excluded.depth_m, fixes = excluded.fixes,
                            retrospective = excluded.retrospective, standing = excluded.standing, reason = excluded.reason
                        """)
                .bind("finding", row.findingId())
                .bind("alert", alertId)
                .bind("place", row.placeName())
                .bind("started", row.startedAt())
                .bind("confirmed", row.confirmedAt())
                .bind("ended", row.endedAt())
                .bind("depth", row.depthMeters())
                .bind("fixes", row.fixes())
                .bind("retrospective", row.retrospective())
                .bind("standing", row.standing())
                .bind("reason", row.mergedInto().isPresent() ? "merged" : row.retractionReason())
                .execute();
    }

    /** Makes the alert the sum of its standing findings; without any it is withdrawn and keeps what it last said. */
    static void sumUp(Handle handle, long alertId, Instant now, boolean rings) {
        handle.createUpdate("""
                        update supervision.alert a set
                            started_at = coalesce(s.started_at, a.started_at), confirmed_at = coalesce(s.confirmed_at, a.confirmed_at),
                            ended_at = case when s.standing = 0 then a.ended_at else s.ended_at end,
                            depth_m = coalesce(s.depth_m, a.depth_m), fixes = coalesce(s.fixes, a.fixes), occurrences = s.standing,
                            retrospective = coalesce(s.retrospective, a.retrospective), place_name = coalesce(s.place_name, a.place_name),
                            withdrawn_at = case when s.standing > 0 then null else coalesce(a.withdrawn_at, :now) end,
                            withdrawal_reason = case when s.standing > 0 then null else s.reason end,
                            rings_at = case when :rings then :now else a.rings_at end,
                            change_xid = pg_current_xact_id(), change_seq = nextval('supervision.alert_change_seq')
                        from (select count(*) filter (where standing) as standing,
                                min(started_at) filter (where standing) as started_at,
                                min(confirmed_at) filter (where standing) as confirmed_at,
                                case when bool_or(ended_at is null) filter (where standing) then null
                                    else max(ended_at) filter (where standing) end as ended_at,
                                max(depth_m) filter (where standing) as depth_m,
                                (array_agg(place_name order by started_at desc) filter (where standing))[1] as place_name,
                                sum(fixes) filter (where standing)::integer as fixes,
                                bool_and(retrospective) filter (where standing) as retrospective,
                                max(reason) filter (where not standing) as reason
                            from supervision.alert_finding where alert_id = :id) s
                        where a.alert_id = :id
                        """)
                .bind("id", alertId)
                .bind("now", now)
                .bind("rings", rings)
                .execute();
    }
}
