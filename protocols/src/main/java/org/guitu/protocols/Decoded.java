package org.guitu.protocols;

/**
 * What became of one frame.
 *
 * @param <M> the protocol's sealed message type
 */
public sealed interface Decoded<M> {

    /** The frame was whole and understood. */
    record Message<M>(M message) implements Decoded<M> {}

    /**
     * The frame was whole and says who sent it, but its body is not what its type promises: it goes to quarantine with its bytes, carries
     * no reports, and is answered with {@link Answer.Refused} because of {@link Answer.Reason#MESSAGE_ERROR}.
     *
     * @param message the message as far as it could be read
     * @param reason a short English phrase, without any value taken from the frame
     */
    record BadBody<M>(M message, String reason) implements Decoded<M> {}

    /**
     * The frame is refused: it goes to quarantine with its bytes and is never acknowledged as received.
     *
     * @param reason a short English phrase, without any value taken from the frame
     * @param atByte offset of the offending byte in the frame, 0-based; 0 where none can be named
     */
    record Malformed<M>(String reason, int atByte) implements Decoded<M> {}
}
