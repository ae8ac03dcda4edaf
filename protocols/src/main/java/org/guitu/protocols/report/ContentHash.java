package org.guitu.protocols.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.guitu.protocols.report.Report.Item;
import org.guitu.protocols.report.Report.Mark;
import org.jspecify.annotations.Nullable;

/**
 * The 64-bit hash of what a report says. The same report sent again hashes equal, whatever has changed around it: serial, header and
 * identity, the late marker and the batch it came in, the receive time and the doubts that hang on it.
 *
 * <p>The value is stored: it must never change for the same content. FNV-1a over a canonical spelling, finished as in MurmurHash3.
 */
public final class ContentHash {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Marks that depend on how and when the report came, not on what it says. */
    private static final Set<Mark> CIRCUMSTANCES = Set.of(Mark.BUFFERED, Mark.TIME_SUSPECT);

    private long state = FNV_OFFSET;

    private ContentHash() {}

    /** The hash; compare it only between reports of one device and one fix time. */
    public static long of(Report report) {
        ContentHash hash = new ContentHash();
        hash.addReport(report);
        return finish(hash.state);
    }

    private void addReport(Report report) {
        addTime(report.fixTime());
        addPosition(report.position());
        add(report.batteryPercent());
        add(report.charging());
        add(Alarm.toBits(report.alarms()));
        for (Mark mark : Mark.values()) {
            if (report.marks().contains(mark) && !CIRCUMSTANCES.contains(mark)) {
                add(mark.name());
            }
        }
        for (Item item : report.items()) {
            if (!item.aboutTransport()) {
                add(item.name());
                add(item.value());
            }
        }
    }

    private void addTime(@Nullable Instant time) {
        add(time == null ? null : time.getEpochSecond());
        add(time == null ? null : time.getNano());
    }

    private void addPosition(@Nullable Position position) {
        if (position == null) {
            add((Object) null);
            return;
        }
        add(position.latitude());
        add(position.longitude());
        add(position.valid());
        add(position.accuracyMeters());
        add(position.speedKmh());
        add(position.courseDegrees());
        add(position.altitudeMeters());
        add(position.satellites());
        add(position.hdop());
        add(position.source().code());
    }

    /** Numbers are spelt as the shortest decimal of a double, so that 5 and 5.0 are one. */
    private void add(@Nullable Object value) {
        String spelling = switch (value) {
            case null -> "-";
            case Number number -> "n" + (number.doubleValue() + 0.0);
            default -> "s" + value;
        };
        for (byte octet : spelling.getBytes(StandardCharsets.UTF_8)) {
            step(octet);
        }
        step((byte) 0);
    }

    private void step(byte octet) {
        state = (state ^ (octet & 0xFF)) * FNV_PRIME;
    }

    private static long finish(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
