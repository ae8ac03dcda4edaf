package org.guitu.ingest.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.ContentHash;
import org.guitu.protocols.report.Position;
import org.guitu.protocols.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * A report exactly as {@code telemetry.position} keeps it: microseconds, single precision where the column has it. Made from a fresh
 * report or read back, it is the same row; so a judgement from memory and one from the table cannot differ.
 *
 * @param deviceId whose report
 * @param fixTime device time
 * @param contentHash see {@link ContentHash}
 * @param subjectId about whom, by the basis that covered the fix
 * @param receivedAt when the platform received it first
 * @param latitude degrees WGS-84
 * @param longitude degrees WGS-84
 * @param located whether the report says where the device was at {@code fixTime}
 * @param accuracyMeters reported error radius
 * @param speedKmh reported speed
 * @param courseDegrees 0-360
 * @param altitudeMeters above sea level
 * @param satellites satellites used
 * @param hdop horizontal dilution of precision
 * @param batteryPercent 0-100
 * @param source {@link Position.Source#code()}
 * @param alarms {@link Alarm#toBits}
 * @param marks {@link MarkBits}
 */
public record PositionRow(
        long deviceId,
        Instant fixTime,
        long contentHash,
        long subjectId,
        Instant receivedAt,
        @Nullable Double latitude,
        @Nullable Double longitude,
        boolean located,
        @Nullable Float accuracyMeters,
        @Nullable Float speedKmh,
        @Nullable Float courseDegrees,
        @Nullable Float altitudeMeters,
        @Nullable Integer satellites,
        @Nullable Float hdop,
        @Nullable Float batteryPercent,
        int source,
        int alarms,
        int marks) {

    /** The key of a stored report. */
    public record Key(long deviceId, Instant fixTime, long contentHash) {}

    /** By key: rows are written in this order, so that two writers of the same rows wait for each other instead of deadlocking. */
    public static final Comparator<PositionRow> BY_KEY = Comparator.comparingLong(PositionRow::deviceId)
            .thenComparing(PositionRow::fixTime)
            .thenComparingLong(PositionRow::contentHash);

    /**
     * The row of a report that has a plausible time.
     *
     * @throws IllegalArgumentException if it has none
     */
    public static PositionRow of(long deviceId, long subjectId, Report report, Instant receivedAt) {
        Instant fixTime = report.fixTime();
        if (fixTime == null) {
            throw new IllegalArgumentException("a report without a time has no place on the timeline");
        }
        Position at = report.position();
        return new PositionRow(
                deviceId,
                fixTime.truncatedTo(ChronoUnit.MICROS),
                ContentHash.of(report),
                subjectId,
                receivedAt.truncatedTo(ChronoUnit.MICROS),
                at == null ? null : finite(at.latitude()),
                at == null ? null : finite(at.longitude()),
                report.located(),
                at == null ? null : single(at.accuracyMeters()),
                at == null ? null : single(at.speedKmh()),
                at == null ? null : single(at.courseDegrees()),
                at == null ? null : single(at.altitudeMeters()),
                at == null ? null : small(at.satellites()),
                at == null ? null : single(at.hdop()),
                single(report.batteryPercent()),
                at == null ? 0 : at.source().code(),
                Alarm.toBits(report.alarms()),
                MarkBits.of(report.marks()));
    }

    public Key key() {
        return new Key(deviceId, fixTime, contentHash);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static @Nullable Float single(@Nullable Double value) {
        return value == null || !Float.isFinite(value.floatValue()) ? null : value.floatValue();
    }

    private static @Nullable Integer small(@Nullable Integer value) {
        return value == null ? null : Math.clamp(value, 0, Short.MAX_VALUE);
    }
}
