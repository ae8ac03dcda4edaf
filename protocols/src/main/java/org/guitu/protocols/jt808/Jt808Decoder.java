package org.guitu.protocols.jt808;

import io.netty.buffer.ByteBuf;
import org.guitu.protocols.Decoded;

/** Stub. */
final class Jt808Decoder {
    private Jt808Decoder() {}

    static Decoded<Jt808Message> decode(ByteBuf frame) {
        throw new UnsupportedOperationException();
    }
}
