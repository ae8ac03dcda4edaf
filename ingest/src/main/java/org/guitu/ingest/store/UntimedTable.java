package org.guitu.ingest.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.ContentHash;
import org.guitu.protocols.report.Position;
import org.guitu.protocols.report.Report;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes {@code telemetry.report_untimed}: reports whose time is absent or cannot be; kept and acknowledged, never judged. */
public final class UntimedTable {

    private static final String INSERT = """
            insert into telemetry.report_untimed (device_id, subject_id, content_hash, received_at, claimed_time, latitude, longitude,
                located, battery_percent, alarms, marks)
            select * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::float8[], ?::float8[],
                ?::boolean[], ?::real[], ?::int[], ?::int[])
            on conflict do nothing
            """;

    /** One report and whose it is. */
    public record Row(long deviceId, long subjectId, Report report, Instant receivedAt) {}

    /** Stores reports, each once. */
    public void insert(Handle handle, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(INSERT)) {
            new Columns<>(statement, rows)
                    .add("int8", Row::deviceId)
                    .add("int8", Row::subjectId)
                    .add("int8", row -> ContentHash.of(row.report()))
                    .add("timestamptz", Row::receivedAt)
                    .add("timestamptz", row -> row.report().fixTime())
                    .add("float8", row -> latitude(row.report().position()))
                    .add("float8", row -> longitude(row.report().position()))
                    .add("bool", row -> row.report().located())
                    .add("float4", row -> row.report().batteryPercent())
                    .add("int4", row -> Alarm.toBits(row.report().alarms()))
                    .add("int4", row -> MarkBits.of(row.report().marks()));
            statement.executeUpdate();
        }
    }

    private static @Nullable Double latitude(@Nullable Position at) {
        return at == null || !Double.isFinite(at.latitude()) ? null : at.latitude();
    }

    private static @Nullable Double longitude(@Nullable Position at) {
        return at == null || !Double.isFinite(at.longitude()) ? null : at.longitude();
    }
}
