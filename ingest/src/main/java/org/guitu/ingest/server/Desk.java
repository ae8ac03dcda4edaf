package org.guitu.ingest.server;

import java.net.SocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.guitu.ingest.admit.Device;
import org.guitu.ingest.admit.DeviceBook;
import org.guitu.ingest.log.Entries;
import org.guitu.ingest.log.Entry;
import org.guitu.ingest.log.ReportLog;
import org.guitu.ingest.session.AuthCodes;
import org.guitu.ingest.session.Budget;
import org.guitu.ingest.session.Newcomers;
import org.guitu.ingest.session.SessionTable;
import org.guitu.ingest.session.Strangers;
import org.guitu.protocols.report.Report;

/**
 * What all connections of one protocol share: the books, the log, the clock, and how things are put down in the log.
 *
 * @param protocol the wire format's name
 */
record Desk(
        String protocol,
        DeviceBook book,
        Newcomers newcomers,
        AuthCodes codes,
        SessionTable sessions,
        Strangers strangers,
        ReportLog log,
        Budget quarantineBudget,
        InstantSource clock,
        ServerMeters meters) {

    /** Of what there is nothing to wait for. */
    static final CompletionStage<Void> NOTHING_KEPT = CompletableFuture.completedStage(null);

    /** What is kept of one frame at most. */
    private static final int QUARANTINED_BYTES_MAX = 4096;

    /** Which shard a device's entries go to: that of the subject who carries it now. */
    long key(Device device, Instant now) {
        return book.holderAt(device.id(), now).orElse(-device.id());
    }

    /**
     * Logs what a device said.
     *
     * @param connected whether it came over a connection that stays
     * @param more further entries that stand behind the same acknowledgement
     */
    CompletionStage<Void> logReports(
            Device device, List<Report> reports, boolean connected, byte[] frame, Instant at, List<Entry> more) {
        List<Entry> items = new ArrayList<>(more);
        for (Report report : reports) {
            items.add(new Entry.Reported(device.id(), report, connected, at));
        }
        if (reports.isEmpty()) {
            items.add(new Entry.Connection(device.id(), connected, at));
        }
        return log.append(new Entries(key(device, at), protocol, frame, items));
    }

    /** Logs that a connection came or went. */
    CompletionStage<Void> logConnection(Device device, boolean connected, Instant at) {
        Entry entry = new Entry.Connection(device.id(), connected, at);
        return log.append(new Entries(key(device, at), protocol, new byte[0], List.of(entry)));
    }

    /** Logs that the connection of a device is gone of which only the id is still known. */
    void logGone(long deviceId, Instant at) {
        long key = book.holderAt(deviceId, at).orElse(-deviceId);
        log.append(new Entries(key, protocol, new byte[0], List.of(new Entry.Connection(deviceId, false, at))));
    }

    /** Whether a basis covers the device now, as far as the books know: only then may anything be kept that can hold a place. */
    boolean isCovered(long deviceId, Instant now) {
        return book.subjectAt(deviceId, now).isPresent();
    }

    /** The same for a sender that has not proved who it is: only so often from one address, and of it only what the caller excerpts. */
    CompletionStage<Void> quarantineStranger(
            SocketAddress from, String reason, int atByte, byte[] excerpt, int totalBytes, Instant at) {
        return strangers.hasRoom(from)
                ? quarantine(OptionalLong.empty(), reason, atByte, excerpt, totalBytes, at)
                : NOTHING_KEPT;
    }

    /**
     * Puts bytes into the quarantine. Beyond the budget they are counted by the meters and not kept: anybody can send nonsense.
     *
     * @return completes when they are durable, or at once if they are not kept
     */
    CompletionStage<Void> quarantine(
            OptionalLong deviceId, String reason, int atByte, byte[] bytes, int totalBytes, Instant at) {
        if (!quarantineBudget.take()) {
            return NOTHING_KEPT;
        }
        byte[] kept = bytes.length <= QUARANTINED_BYTES_MAX ? bytes : Arrays.copyOf(bytes, QUARANTINED_BYTES_MAX);
        Entry entry = new Entry.Rejected(deviceId, protocol, reason, atByte, kept, totalBytes, at);
        // Spread by the second: the quarantine has no order to keep, and one shard should not bear a flood alone.
        return log.append(new Entries(at.getEpochSecond(), protocol, kept, List.of(entry)));
    }
}
