package org.guitu.ingest.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Set;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Position;
import org.guitu.protocols.report.Report;
import org.guitu.protocols.report.Report.Mark;
import org.jspecify.annotations.Nullable;

/**
 * What makes two reports of one device the same report: time, place and what the device raises. Serial, header, kind of message, late
 * marker, receive time and raw items are left out, because a report sent again (in a batch, from the store, by another connection) may
 * differ in all of these. The value is stored: never change how it is made.
 */
public final class ContentHash {

    private static final int WHAT_DEPENDS_ON_ARRIVAL = ~MarkBits.of(Set.of(Mark.BUFFERED, Mark.TIME_SUSPECT));

    private ContentHash() {}

    /** The first 64 bits of a SHA-256 over the report's content. */
    public static long of(Report report) {
        ByteBuffer content = ByteBuffer.allocate(128);
        putTime(content, report.fixTime());
        Position at = report.position();
        content.put((byte) (at == null ? 0 : 1));
        if (at != null) {
            content.putDouble(at.latitude()).putDouble(at.longitude()).put((byte) (at.valid() ? 1 : 0));
            put(content, at.accuracyMeters());
            put(content, at.speedKmh());
            put(content, at.courseDegrees());
            put(content, at.altitudeMeters());
            content.putInt(at.satellites() == null ? -1 : at.satellites());
            content.put((byte) at.source().code());
        }
        put(content, report.batteryPercent());
        content.put((byte) (report.charging() == null ? 2 : report.charging() ? 1 : 0));
        content.putInt(Alarm.toBits(report.alarms()));
        content.putInt(MarkBits.of(report.marks()) & WHAT_DEPENDS_ON_ARRIVAL);
        return ByteBuffer.wrap(sha256(content.flip())).getLong();
    }

    private static void putTime(ByteBuffer content, @Nullable Instant time) {
        if (time == null) {
            content.putLong(Long.MIN_VALUE).putInt(0);
        } else {
            content.putLong(time.getEpochSecond()).putInt(time.getNano() / 1_000);
        }
    }

    private static void put(ByteBuffer content, @Nullable Double value) {
        content.putDouble(value == null ? Double.NaN : value);
    }

    private static byte[] sha256(ByteBuffer content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
