package org.guitu.ingest.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.Times;
import org.guitu.protocols.report.Alarm;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * Changes in the order of (transaction, sequence). A transaction that is still open could yet commit rows with a lesser id than one
 * already visible; so only what is older than every open transaction is shown, and a reader who goes on from the last cursor misses
 * nothing. Thread-safe.
 */
public final class Feed {

    private static final String PAGE = """
            select %s from telemetry.%s
             where (change_xid, change_seq) > (:xid::text::xid8, :seq) and change_xid < pg_snapshot_xmin(pg_current_snapshot())
             order by change_xid, change_seq limit :limit
            """;

    private static final String FINDINGS = PAGE.formatted("""
            finding_id, coalesce((select first_subject_id from telemetry.pair where pair_id = subject_id), subject_id) as subject_id,
            (select second_subject_id from telemetry.pair where pair_id = subject_id) as other_subject_id, device_id, kind, rule_id,
            (select name from telemetry.place where place_id = finding.place_id) as place_name, started_at, confirmed_at, raised_at,
            ended_at, depth_m, fixes, retrospective, standing, retraction_reason, merged_into, split_from, change_xid::text::bigint as xid, change_seq""", "finding");

    private static final String STATUSES = PAGE.formatted("""
            device_id, subject_id, last_seen_at, fix_time, latitude, longitude, accuracy_m, speed_kmh, course_deg, battery_percent,
            charging, alarms, connected, change_xid::text::bigint as xid, change_seq""", "device_status");

    private final Database database;

    public Feed(Database database) {
        this.database = database;
    }

    /** The cursor of one who wants only what comes from now on. */
    public Cursor latest() {
        // Everything below the oldest open transaction has been; the sequence starts at 1, so 0 stands before all of
        // the next ones.
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                        .mapTo(Long.class)
                        .map(xmin -> new Cursor(xmin, 0))
                        .one());
    }

    /** Findings changed after {@code after}, at most {@code limit}. */
    public Page<FindingRow> findingsAfter(Cursor after, int limit) {
        List<FindingRow> rows = page(FINDINGS, after, limit, (row, context) -> finding(row));
        return new Page<>(rows, rows.isEmpty() ? after : rows.getLast().cursor());
    }

    /** Device statuses changed after {@code after}, at most {@code limit}. */
    public Page<StatusRow> statusesAfter(Cursor after, int limit) {
        List<StatusRow> rows = page(STATUSES, after, limit, (row, context) -> status(row));
        return new Page<>(rows, rows.isEmpty() ? after : rows.getLast().cursor());
    }

    private <T> List<T> page(String sql, Cursor after, int limit, RowMapper<T> mapper) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind("xid", after.xid())
                        .bind("seq", after.seq())
                        .bind("limit", limit)
                        .map(mapper)
                        .list());
    }

    private static FindingRow finding(ResultSet row) throws SQLException {
        return new FindingRow(
                row.getLong("finding_id"),
                row.getLong("subject_id"),
                id(row, "other_subject_id"),
                id(row, "device_id"),
                FindingKind.valueOf(row.getString("kind")),
                id(row, "rule_id"),
                row.getString("place_name"),
                Times.get(row, "started_at"),
                Times.get(row, "confirmed_at"),
                Times.get(row, "raised_at"),
                Times.find(row, "ended_at"),
                row.getDouble("depth_m"),
                row.getInt("fixes"),
                row.getBoolean("retrospective"),
                row.getBoolean("standing"),
                row.getString("retraction_reason"),
                id(row, "merged_into"),
                id(row, "split_from"),
                cursor(row));
    }

    private static StatusRow status(ResultSet row) throws SQLException {
        return new StatusRow(
                row.getLong("device_id"),
                id(row, "subject_id"),
                Times.get(row, "last_seen_at"),
                Times.find(row, "fix_time"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                wide(row, "accuracy_m"),
                wide(row, "speed_kmh"),
                wide(row, "course_deg"),
                wide(row, "battery_percent"),
                row.getObject("charging", Boolean.class),
                Alarm.ofBits(row.getInt("alarms")),
                row.getBoolean("connected"),
                cursor(row));
    }

    private static Cursor cursor(ResultSet row) throws SQLException {
        return new Cursor(row.getLong("xid"), row.getLong("change_seq"));
    }

    private static OptionalLong id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static @Nullable Double wide(ResultSet row, String column) throws SQLException {
        float value = row.getFloat(column);
        return row.wasNull() ? null : (Double) (double) value;
    }
}
