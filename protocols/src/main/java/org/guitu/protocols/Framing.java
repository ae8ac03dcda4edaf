package org.guitu.protocols;

/** How one frame is cut from the stream: described by the protocol, performed by {@code ingest}. */
public sealed interface Framing {

    /**
     * Frames between flag bytes (JT/T 808 §4.4.1: {@code 7E … 7E}). Two frames may share one flag; runs of flags are filler; what comes
     * before the first flag is dropped. The cut frame is handed over with its flags.
     *
     * @param flag the flag byte, 0-255
     * @param maxFrameBytes longest escaped frame, flags included; longer input cannot be resynchronised and closes the connection
     */
    record Flagged(int flag, int maxFrameBytes) implements Framing {}

    /**
     * One frame is one HTTP request.
     *
     * @param maxBodyBytes longest body; a longer one is answered 413
     */
    record Http(int maxBodyBytes) implements Framing {}
}
