package org.guitu.ingest.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Writes {@code telemetry.position}: each report once, however often it is sent. */
public final class PositionTable {

    private static final String INSERT = """
            insert into telemetry.position (device_id, fix_time, content_hash, subject_id, received_at, latitude, longitude, located,
                accuracy_m, speed_kmh, course_deg, altitude_m, satellites, hdop, battery_percent, source, alarms, marks)
            select * from unnest(?::bigint[], ?::timestamptz[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::float8[], ?::float8[],
                ?::boolean[], ?::real[], ?::real[], ?::real[], ?::real[], ?::smallint[], ?::real[], ?::real[], ?::smallint[], ?::int[], ?::int[])
            on conflict do nothing
            returning device_id, fix_time, content_hash
            """;

    /**
     * Stores rows and returns the keys of those that were not there before.
     *
     * @param rows in the order of {@link PositionRow#BY_KEY}
     */
    public Set<PositionRow.Key> insert(Handle handle, List<PositionRow> rows) throws SQLException {
        Set<PositionRow.Key> fresh = HashSet.newHashSet(rows.size());
        if (rows.isEmpty()) {
            return fresh;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(INSERT)) {
            new Columns<>(statement, rows)
                    .add("int8", PositionRow::deviceId)
                    .add("timestamptz", PositionRow::fixTime)
                    .add("int8", PositionRow::contentHash)
                    .add("int8", PositionRow::subjectId)
                    .add("timestamptz", PositionRow::receivedAt)
                    .add("float8", PositionRow::latitude)
                    .add("float8", PositionRow::longitude)
                    .add("bool", PositionRow::located)
                    .add("float4", PositionRow::accuracyMeters)
                    .add("float4", PositionRow::speedKmh)
                    .add("float4", PositionRow::courseDegrees)
                    .add("float4", PositionRow::altitudeMeters)
                    .add("int2", PositionRow::satellites)
                    .add("float4", PositionRow::hdop)
                    .add("float4", PositionRow::batteryPercent)
                    .add("int2", PositionRow::source)
                    .add("int4", PositionRow::alarms)
                    .add("int4", PositionRow::marks);
            try (ResultSet keys = statement.executeQuery()) {
                while (keys.next()) {
                    fresh.add(new PositionRow.Key(keys.getLong(1), Times.get(keys, "fix_time"), keys.getLong(3)));
                }
            }
        }
        return fresh;
    }
}
