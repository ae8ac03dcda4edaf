package org.guitu.ingest.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.guitu.ingest.admit.Basis;
import org.guitu.ingest.log.Entries;
import org.guitu.ingest.log.Entry;
import org.guitu.ingest.store.PositionRow;
import org.guitu.ingest.store.QuarantineTable;
import org.guitu.ingest.store.RawItemTable;
import org.guitu.ingest.store.StatusTable;
import org.guitu.ingest.store.UntimedTable;
import org.guitu.protocols.report.Report;

/**
 * A batch sorted by what becomes of it. Without a basis that covers the instant of the fix only the health of the device is kept; a
 * report without a possible time is admitted by the time it was received.
 */
final class Sorted {

    private final List<PositionRow> positions = new ArrayList<>();
    private final List<UntimedTable.Row> untimed = new ArrayList<>();
    private final List<RawItemTable.Row> items = new ArrayList<>();
    private final List<QuarantineTable.Row> quarantine = new ArrayList<>();
    private final Map<Long, DeviceNews> news = new TreeMap<>();
    private final List<Heard> heard = new ArrayList<>();
    private int unadmitted;

    /** The devices that a batch speaks of. */
    static Set<Long> devices(List<Entries> batch) {
        Set<Long> devices = new HashSet<>();
        for (Entries entries : batch) {
            for (Entry entry : entries.items()) {
                if (entry instanceof Entry.Reported reported) {
                    devices.add(reported.deviceId());
                }
            }
        }
        return devices;
    }

    /** Sorts a batch. */
    static Sorted of(List<Entries> batch, Map<Long, List<Basis>> bases) {
        Sorted sorted = new Sorted();
        for (Entries entries : batch) {
            for (Entry entry : entries.items()) {
                switch (entry) {
                    case Entry.Reported reported ->
                        sorted.report(reported, bases.getOrDefault(reported.deviceId(), List.of()));
                    case Entry.Connection connection ->
                        sorted.newsOf(connection.deviceId()).connection(connection);
                    case Entry.Rejected rejected -> sorted.quarantine.add(row(rejected));
                }
            }
        }
        sorted.positions.sort(PositionRow.BY_KEY);
        return sorted;
    }

    private void report(Entry.Reported entry, List<Basis> bases) {
        Report report = entry.report();
        OptionalLong holder = Basis.holderAt(bases, entry.receivedAt());
        DeviceNews device = newsOf(entry.deviceId());
        device.report(entry, holder.isPresent() ? (Long) holder.getAsLong() : null);
        if (holder.isPresent()) {
            heard.add(new Heard(holder.getAsLong(), entry.deviceId(), entry.receivedAt(), report.located()));
        }
        OptionalLong subject = Basis.subjectAt(bases, instantOf(report, entry.receivedAt()));
        if (subject.isEmpty()) {
            unadmitted += claimsAPlaceOrTime(report) ? 1 : 0;
            return;
        }
        if (claimsAPlaceOrTime(report)) {
            if (report.timed()) {
                PositionRow row = PositionRow.of(entry.deviceId(), subject.getAsLong(), report, entry.receivedAt());
                positions.add(row);
                device.place(row);
            } else {
                untimed.add(new UntimedTable.Row(entry.deviceId(), subject.getAsLong(), report, entry.receivedAt()));
            }
        }
        for (Report.Item item : report.items()) {
            items.add(new RawItemTable.Row(entry.deviceId(), item, entry.receivedAt()));
        }
    }

    private static Instant instantOf(Report report, Instant receivedAt) {
        Instant fixTime = report.fixTime();
        return report.timed() && fixTime != null ? fixTime : receivedAt;
    }

    /** Log-ins, heartbeats and answers say nothing for the timeline unless they bring a time or a place of their own. */
    private static boolean claimsAPlaceOrTime(Report report) {
        return report.position() != null
                || report.fixTime() != null
                || report.kind() == Report.Kind.POSITION
                || report.kind() == Report.Kind.ALARM;
    }

    private DeviceNews newsOf(long deviceId) {
        return news.computeIfAbsent(deviceId, DeviceNews::new);
    }

    private static QuarantineTable.Row row(Entry.Rejected entry) {
        return new QuarantineTable.Row(
                entry.receivedAt(),
                entry.deviceId(),
                entry.protocol(),
                entry.reason(),
                entry.atByte(),
                entry.bytes(),
                entry.totalBytes());
    }

    /** In the order of {@link PositionRow#BY_KEY}. */
    List<PositionRow> positions() {
        return positions;
    }

    /** Packets of devices that somebody carried when they came. */
    List<Heard> heard() {
        return heard;
    }

    List<UntimedTable.Row> untimed() {
        return untimed;
    }

    List<RawItemTable.Row> items() {
        return items;
    }

    List<QuarantineTable.Row> quarantine() {
        return quarantine;
    }

    /** Ordered by device. */
    List<StatusTable.News> news() {
        return news.values().stream().map(DeviceNews::finished).toList();
    }

    /** Reports that no basis covers: their places were dropped. */
    int unadmitted() {
        return unadmitted;
    }
}
