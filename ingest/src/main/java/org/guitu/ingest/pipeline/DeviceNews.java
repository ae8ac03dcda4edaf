package org.guitu.ingest.pipeline;

import java.time.Instant;
import org.guitu.ingest.log.Entry;
import org.guitu.ingest.store.PositionRow;
import org.guitu.ingest.store.StatusTable;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Report;
import org.jspecify.annotations.Nullable;

/** What a batch says is newest about one device. Not thread-safe. */
final class DeviceNews {

    private final long deviceId;
    private Instant lastSeenAt = Instant.MIN;
    private @Nullable Long subjectId;
    private boolean nobodys;
    private @Nullable PositionRow fix;
    private @Nullable Instant healthAt;
    private @Nullable Float batteryPercent;
    private @Nullable Boolean charging;
    private @Nullable Integer alarms;
    private boolean connected;

    DeviceNews(long deviceId) {
        this.deviceId = deviceId;
    }

    void connection(Entry.Connection entry) {
        seen(entry.receivedAt(), entry.connected());
    }

    /**
     * Takes a report in.
     *
     * @param holder who carries the device now, if anyone does
     */
    void report(Entry.Reported entry, @Nullable Long holder) {
        seen(entry.receivedAt(), entry.connected());
        subjectId = holder;
        nobodys = holder == null;
        Report report = entry.report();
        Instant fixTime = report.fixTime();
        Instant at = report.timed() && fixTime != null ? fixTime : entry.receivedAt();
        boolean saysMore = report.position() != null
                || report.batteryPercent() != null
                || report.charging() != null
                || !report.alarms().isEmpty();
        if (saysMore && (healthAt == null || !at.isBefore(healthAt))) {
            healthAt = at;
            batteryPercent = report.batteryPercent() == null
                    ? batteryPercent
                    : (Float) report.batteryPercent().floatValue();
            charging = report.charging() == null ? charging : report.charging();
            alarms = Alarm.toBits(report.alarms());
        }
    }

    /** Takes a stored place in, unless it belongs to one who no longer carries the device. */
    void place(PositionRow row) {
        boolean holders = subjectId != null && subjectId == row.subjectId();
        if (row.located() && holders && (fix == null || !row.fixTime().isBefore(fix.fixTime()))) {
            fix = row;
        }
    }

    StatusTable.News finished() {
        return new StatusTable.News(
                deviceId, subjectId, nobodys, lastSeenAt, fix, healthAt, batteryPercent, charging, alarms, connected);
    }

    private void seen(Instant at, boolean connection) {
        lastSeenAt = at.isAfter(lastSeenAt) ? at : lastSeenAt;
        connected = connection;
    }
}
