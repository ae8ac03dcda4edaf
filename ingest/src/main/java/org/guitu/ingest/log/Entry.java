package org.guitu.ingest.log;

import java.time.Instant;
import java.util.OptionalLong;
import org.guitu.protocols.report.Report;

/** One thing to be made durable. */
public sealed interface Entry {

    /** When the platform received it. */
    Instant receivedAt();

    /**
     * What a device on the books said. Whether its position is kept is decided by the basis, where it is stored.
     *
     * @param connected whether it came over a connection that stays
     */
    record Reported(long deviceId, Report report, boolean connected, Instant receivedAt) implements Entry {}

    /** A device's connection came or went; a sign of life if it came. */
    record Connection(long deviceId, boolean connected, Instant receivedAt) implements Entry {}

    /**
     * Something refused, for the quarantine.
     *
     * @param deviceId the device, if it is on the books and certain
     * @param protocol the wire format's name
     * @param reason a short English phrase without any value from the frame
     * @param atByte offset of the offending byte
     * @param bytes the frame, or its header alone
     * @param totalBytes how long the frame was
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Rejected(
            OptionalLong deviceId,
            String protocol,
            String reason,
            int atByte,
            byte[] bytes,
            int totalBytes,
            Instant receivedAt)
            implements Entry {}
}
