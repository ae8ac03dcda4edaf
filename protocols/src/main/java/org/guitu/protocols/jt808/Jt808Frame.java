package org.guitu.protocols.jt808;

/** Stub. */
final class Jt808Frame {
    static final int FLAG = 0x7E;

    private Jt808Frame() {}
}
