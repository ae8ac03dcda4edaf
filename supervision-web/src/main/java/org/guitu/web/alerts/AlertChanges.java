package org.guitu.web.alerts;

import java.time.OffsetDateTime;
import java.util.List;
import org.guitu.ingest.feed.Cursor;
import org.guitu.web.alerts.Handling.State;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Alerts in the order in which they changed, by whichever process. As with the feed of findings, only changes older than every open
 * transaction are shown, so that a reader who goes on from the last cursor misses nothing.
 */
public final class AlertChanges {

    private AlertChanges() {}

    /** The cursor of one who wants only what comes from now on. */
    public static Cursor latest(Handle handle) {
        return handle.createQuery("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1")
                .map((rs, context) -> new Cursor(rs.getLong(1), Long.MAX_VALUE))
                .one();
    }

    /** At most {@code limit} alerts that changed after a cursor; one that changed twice appears once, where it changed last. */
    public static List<AlertChange> after(Handle handle, Cursor after, int limit) {
        return handle.createQuery("""
                        select a.alert_id, a.person_id, a.severity, a.state, a.rings_at, o.path,
                            a.change_xid::text::bigint as xid, a.change_seq as seq,
                            (select b.severity from supervision.alert b where b.person_id = a.person_id and b.state <> 'RESOLVED' and b.withdrawn_at is null
                                order by case b.severity when 'CRITICAL' then 0 when 'SERIOUS' then 1 else 2 end limit 1) as urgency
                        from supervision.alert a
                        join supervision.assignment g on g.person_id = a.person_id and g.superseded_at is null and g.valid_to is null
                        join supervision.organisation o on o.organisation_id = g.organisation_id
                        where (a.change_xid, a.change_seq) > (cast(:xid as xid8), :seq)
                          and a.change_xid < pg_snapshot_xmin(pg_current_snapshot())
                        order by a.change_xid, a.change_seq limit :limit
                        """)
                .bind("xid", String.valueOf(after.xid()))
                .bind("seq", after.seq())
                .bind("limit", limit)
                .map((rs, context) -> new AlertChange(
                        new AlertChange.Told(
                                rs.getLong("alert_id"),
                                rs.getLong("person_id"),
                                Severity.valueOf(rs.getString("severity")),
                                State.valueOf(rs.getString("state")),
                                instant(rs.getObject("rings_at", OffsetDateTime.class)),
                                Severity.ofNullable(rs.getString("urgency"))),
                        rs.getString("path"),
                        new Cursor(rs.getLong("xid"), rs.getLong("seq"))))
                .list();
    }

    private static java.time.@Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
