package org.guitu.protocols.jt808;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.guitu.protocols.Octets;

/** The envelope of a frame (§4.4): flags, escapes, check byte. */
public final class Jt808Frame {

    static final int FLAG = 0x7E;
    private static final int ESCAPE = 0x7D;
    private static final int ESCAPED_ESCAPE = 0x01;
    private static final int ESCAPED_FLAG = 0x02;

    private Jt808Frame() {}

    /** The content between the flags, or why there is none. */
    sealed interface Opened {
        record Content(Octets headAndBody) implements Opened {}

        record Broken(String reason, int atByte) implements Opened {}
    }

    /** A whole frame with its flags and without its escapes, for reading by people; empty if an escape is broken. */
    public static Optional<Octets> unescaped(ByteBuf frame) {
        ByteBuf plain = Unpooled.buffer(frame.readableBytes());
        plain.writeByte(FLAG);
        int broken = unescape(frame, plain);
        plain.writeByte(FLAG);
        return broken >= 0 ? Optional.empty() : Optional.of(Octets.read(plain, plain.readableBytes()));
    }

    /** Strips flags, escapes and check byte. */
    static Opened open(ByteBuf frame) {
        int start = frame.readerIndex();
        int size = frame.readableBytes();
        if (size < 2 || frame.getUnsignedByte(start) != FLAG || frame.getUnsignedByte(start + size - 1) != FLAG) {
            return new Opened.Broken("no flag at both ends", 0);
        }
        ByteBuf plain = Unpooled.buffer(size);
        int broken = unescape(frame, plain);
        if (broken >= 0) {
            return new Opened.Broken("broken escape", broken);
        }
        int length = plain.readableBytes();
        if (length < 2) {
            return new Opened.Broken("too short for a frame", 0);
        }
        if (check(plain, 0, length) != 0) {
            return new Opened.Broken("check byte differs", size - 2);
        }
        return new Opened.Content(Octets.read(plain, length - 1));
    }

    /** Adds the check byte, the escapes and the flags. */
    static void close(ByteBuf headAndBody, ByteBuf out) {
        int length = headAndBody.readableBytes();
        int check = check(headAndBody, headAndBody.readerIndex(), length);
        out.writeByte(FLAG);
        for (int i = 0; i < length; i++) {
            escape(headAndBody.getUnsignedByte(headAndBody.readerIndex() + i), out);
        }
        escape(check, out);
        out.writeByte(FLAG);
    }

    /** Copies what stands between the flags; returns the offset of a byte that no escape allows, or -1. */
    private static int unescape(ByteBuf frame, ByteBuf out) {
        int start = frame.readerIndex();
        int last = frame.readableBytes() - 1;
        int at = 1;
        while (at < last) {
            int octet = frame.getUnsignedByte(start + at);
            if (octet == FLAG) {
                return at;
            }
            if (octet != ESCAPE) {
                out.writeByte(octet);
                at++;
                continue;
            }
            int code = at + 1 < last ? frame.getUnsignedByte(start + at + 1) : FLAG;
            if (code != ESCAPED_ESCAPE && code != ESCAPED_FLAG) {
                return at;
            }
            out.writeByte(code == ESCAPED_ESCAPE ? ESCAPE : FLAG);
            at += 2;
        }
        return -1;
    }

    private static void escape(int octet, ByteBuf out) {
        switch (octet) {
            case ESCAPE -> out.writeByte(ESCAPE).writeByte(ESCAPED_ESCAPE);
            case FLAG -> out.writeByte(ESCAPE).writeByte(ESCAPED_FLAG);
            default -> out.writeByte(octet);
        }
    }

    /** XOR of all bytes (§4.4.2); with the check byte included it is 0. */
    private static int check(ByteBuf bytes, int from, int length) {
        int check = 0;
        for (int i = from; i < from + length; i++) {
            check ^= bytes.getUnsignedByte(i);
        }
        return check;
    }
}
