package org.guitu.ingest.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Stored reports of a subject in the order of judgement: device time, then content hash. Within a transaction they are streamed and never
 * all in memory. Not thread-safe.
 */
public final class PositionCursor implements AutoCloseable {

    private static final String SELECT = """
            select device_id, fix_time, content_hash, subject_id, received_at, latitude, longitude, located, accuracy_m, speed_kmh,
                   course_deg, altitude_m, satellites, hdop, battery_percent, source, alarms, marks
              from telemetry.position
             where subject_id = ? and fix_time >= ? and fix_time < ?
             order by fix_time, content_hash
             limit ?
            """;

    private static final int FETCH = 2_000;

    private final PreparedStatement statement;
    private final ResultSet rows;

    /** Opens it on the reports with a device time in {@code [from, to)}, at most {@code limit}. */
    public PositionCursor(Handle handle, long subjectId, Instant from, Instant to, int limit) throws SQLException {
        statement = handle.getConnection().prepareStatement(SELECT);
        try {
            statement.setFetchSize(FETCH);
            statement.setLong(1, subjectId);
            statement.setObject(2, Times.value(from));
            statement.setObject(3, Times.value(to));
            statement.setInt(4, limit);
            rows = statement.executeQuery();
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }

    /** The next report, or null after the last. */
    public @Nullable PositionRow next() throws SQLException {
        return rows.next() ? read(rows) : null;
    }

    static PositionRow read(ResultSet row) throws SQLException {
        return new PositionRow(
                row.getLong("device_id"),
                Times.get(row, "fix_time"),
                row.getLong("content_hash"),
                row.getLong("subject_id"),
                Times.get(row, "received_at"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                row.getBoolean("located"),
                single(row, "accuracy_m"),
                single(row, "speed_kmh"),
                single(row, "course_deg"),
                single(row, "altitude_m"),
                satellites(row),
                single(row, "hdop"),
                single(row, "battery_percent"),
                row.getInt("source"),
                row.getInt("alarms"),
                row.getInt("marks"));
    }

    private static @Nullable Float single(ResultSet row, String column) throws SQLException {
        float value = row.getFloat(column);
        return row.wasNull() ? null : (Float) value;
    }

    private static @Nullable Integer satellites(ResultSet row) throws SQLException {
        int value = row.getInt("satellites");
        return row.wasNull() ? null : (Integer) value;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
    }
}
