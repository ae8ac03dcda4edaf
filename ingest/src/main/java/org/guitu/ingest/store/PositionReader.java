package org.guitu.ingest.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads stored reports of a subject in the order of judgement: device time, then content hash. */
public final class PositionReader {

    private static final String SELECT = """
            select device_id, fix_time, content_hash, subject_id, received_at, latitude, longitude, located, accuracy_m, speed_kmh,
                   course_deg, altitude_m, satellites, battery_percent, source, alarms, marks
              from telemetry.position
             where subject_id = ? and fix_time >= ? and fix_time < ?
             order by fix_time, content_hash
             limit ?
            """;

    private static final int FETCH = 2_000;

    /**
     * Hands over the rows with a device time in {@code [from, to)}, one at a time. Within a transaction they are streamed and never all
     * in memory.
     */
    public void read(Handle handle, long subjectId, Instant from, Instant to, int limit, Consumer<PositionRow> rows)
            throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(SELECT)) {
            statement.setFetchSize(FETCH);
            statement.setLong(1, subjectId);
            statement.setObject(2, time(from));
            statement.setObject(3, time(to));
            statement.setInt(4, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.accept(read(row));
                }
            }
        }
    }

    private static PositionRow read(ResultSet row) throws SQLException {
        return new PositionRow(
                row.getLong("device_id"),
                Times.get(row, "fix_time"),
                row.getLong("content_hash"),
                row.getLong("subject_id"),
                Times.get(row, "received_at"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                row.getBoolean("located"),
                row.getObject("accuracy_m", Float.class),
                row.getObject("speed_kmh", Float.class),
                row.getObject("course_deg", Float.class),
                row.getObject("altitude_m", Float.class),
                satellites(row),
                row.getObject("battery_percent", Float.class),
                row.getInt("source"),
                row.getInt("alarms"),
                row.getInt("marks"));
    }

    private static @Nullable Integer satellites(ResultSet row) throws SQLException {
        int value = row.getInt("satellites");
        return row.wasNull() ? null : value;
    }

    private static OffsetDateTime time(Instant instant) {
        if (instant.isBefore(Instant.EPOCH.minusSeconds(1_000_000_000L))) {
            return OffsetDateTime.MIN;
        }
        return instant.isAfter(Instant.parse("9000-01-01T00:00:00Z"))
                ? OffsetDateTime.MAX
                : instant.atOffset(ZoneOffset.UTC);
    }
}
