package org.guitu.protocols.jt808;

import io.netty.buffer.ByteBuf;

/** Stub. */
final class Jt808Encoder {
    private Jt808Encoder() {}

    static void encode(Jt808Message message, ByteBuf out) {
        throw new UnsupportedOperationException();
    }
}
