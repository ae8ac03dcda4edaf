package org.guitu.ingest.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Position;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads stored tracks. Who may look, and why, is the caller's business. Thread-safe. */
public final class Tracks {

    private final Database database;

    public Tracks(Database database) {
        this.database = database;
    }

    /**
     * The reports of a subject with a device time in {@code [from, to)}, oldest first, all devices together.
     *
     * @param limit at most this many, the oldest; greater than 0
     */
    public List<TrackPoint> track(long subjectId, Instant from, Instant to, int limit) {
        try {
            return database.jdbi().inTransaction(handle -> read(handle, subjectId, from, to, limit));
        } catch (SQLException failed) {
            throw new IllegalStateException("could not read the track of subject " + subjectId, failed);
        }
    }

    private static List<TrackPoint> read(Handle handle, long subjectId, Instant from, Instant to, int limit)
            throws SQLException {
        List<TrackPoint> points = new ArrayList<>();
        try (PositionCursor cursor = new PositionCursor(handle, subjectId, from, to, limit)) {
            for (PositionRow row = cursor.next(); row != null; row = cursor.next()) {
                points.add(point(row));
            }
        }
        return points;
    }

    private static TrackPoint point(PositionRow row) {
        return new TrackPoint(
                row.deviceId(),
                row.fixTime(),
                row.contentHash(),
                row.receivedAt(),
                row.latitude(),
                row.longitude(),
                row.located(),
                wide(row.accuracyMeters()),
                wide(row.speedKmh()),
                wide(row.courseDegrees()),
                row.satellites(),
                wide(row.batteryPercent()),
                Position.Source.ofCode(row.source()),
                Alarm.ofBits(row.alarms()));
    }

    private static @Nullable Double wide(@Nullable Float value) {
        return value == null ? null : value.doubleValue();
    }
}
