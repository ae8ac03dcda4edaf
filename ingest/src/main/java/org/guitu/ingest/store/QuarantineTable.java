package org.guitu.ingest.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Writes {@code telemetry.quarantine}: what was refused, and why. */
public final class QuarantineTable {

    private static final String INSERT = """
            insert into telemetry.quarantine (received_at, device_id, protocol, reason, at_byte, bytes, total_bytes)
            select * from unnest(?::timestamptz[], ?::bigint[], ?::text[], ?::text[], ?::int[], ?::bytea[], ?::int[])
            """;

    /**
     * One refusal.
     *
     * @param receivedAt when
     * @param deviceId the device if it is on the books and known
     * @param protocol the wire format's name
     * @param reason a short English phrase without any value from the frame
     * @param atByte offset of the offending byte
     * @param bytes the frame, or its header alone
     * @param totalBytes how long the frame was
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(
            Instant receivedAt,
            OptionalLong deviceId,
            String protocol,
            String reason,
            int atByte,
            byte[] bytes,
            int totalBytes) {}

    public void insert(Handle handle, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(INSERT)) {
            new Columns<>(statement, rows)
                    .add("timestamptz", Row::receivedAt)
                    .add(
                            "int8",
                            row -> row.deviceId().isPresent() ? row.deviceId().getAsLong() : null)
                    .add("text", Row::protocol)
                    .add("text", Row::reason)
                    .add("int4", Row::atByte)
                    .add("bytea", Row::bytes)
                    .add("int4", Row::totalBytes);
            statement.executeUpdate();
        }
    }

    /** Deletes what is older than {@code before}. */
    public int forget(Handle handle, Instant before) {
        return handle.execute(
                "delete from telemetry.quarantine where received_at < ?::timestamptz", Times.text(before));
    }
}
