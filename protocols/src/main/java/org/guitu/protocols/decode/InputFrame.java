package org.guitu.protocols.decode;

import java.util.Map;

/** One frame as the input spells it. */
sealed interface InputFrame {

    /** Bytes of a stream. */
    record Stream(FrameBytes bytes) implements InputFrame {}

    /** A request in its parts: method, uri, contentType, headers, body. */
    record Request(Map<?, ?> parts) implements InputFrame {}
}
