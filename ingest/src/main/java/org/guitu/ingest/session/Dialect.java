package org.guitu.ingest.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.report.Report;

/**
 * What a session must know of a wire format beyond {@link org.guitu.protocols.DeviceProtocol}. One for each connection, used by its event
 * loop alone.
 *
 * @param <M> the format's message type
 */
public interface Dialect<M> {

    /** What the message does to its session. */
    Step step(M message);

    /** Takes a piece in; the whole message once it is complete. */
    Optional<Decoded<M>> assemble(M piece, Instant now);

    /** Parts of the message that were promised and could not be read. */
    int unreadableParts(M message);

    /**
     * The content of a message that is acknowledged though no report speaks of it, to be kept as it came.
     *
     * @return one item, none if there is nothing in it; absent if it is too much to keep, and has to be declared unsupported
     */
    Optional<List<Report.Item>> opaque(M message);

    /** How many bytes at the beginning of any frame, even one that cannot be read, say who sent it at most. */
    int excerptBytes();

    /** How many bytes at the beginning of a frame say who sent it and nothing else: all that is kept of a stranger's frame. */
    int headerBytes(M message);
}
