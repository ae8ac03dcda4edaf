package org.guitu.protocols;

import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.protocols.report.DeviceProfile;
import org.guitu.protocols.report.Report;

/**
 * One wire format over a byte stream. Stateless and thread-safe; the same instance serves ingest, simulators, tools and fuzzing.
 *
 * @param <M> the format's sealed message type
 */
public interface DeviceProtocol<M> {

    /** The name used on the command line, in metrics and in the database, e.g. {@code jt808}. */
    String name();

    Framing framing();

    /** Decodes one whole frame, flags included; copies what it keeps and never throws on any input. */
    Decoded<M> decode(ByteBuf frame);

    /** Writes one whole frame, escaped and with its check bytes. */
    void encode(M message, ByteBuf out);

    /** The identity the message itself states, as {@link Report#deviceId()} spells it. */
    String deviceId(M message);

    /** The canonical reports of a message; empty for what carries none. Never throws for a message that {@link #decode} produced. */
    List<Report> reports(M message, SessionFacts session, DeviceProfile profile, Instant receivedAt);

    /**
     * The reply the format wants to a message, or empty where it wants none.
     *
     * @param serverSerial the connection's own increasing number, 0-65535
     */
    Optional<M> reply(M message, Answer answer, int serverSerial);
}
