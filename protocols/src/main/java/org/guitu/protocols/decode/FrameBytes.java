package org.guitu.protocols.decode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.protocols.Octets;

/**
 * The bytes of one input frame: a beginning, then one piece repeated. A frame of the form {@code @repeat:PREFIX:PIECE*COUNT} is generated
 * part by part and never held whole.
 */
record FrameBytes(Octets prefix, Octets piece, long count) {

    private static final Pattern REPEAT = Pattern.compile("@repeat:([0-9a-fA-F]*):([0-9a-fA-F]+)\\*(\\d{1,12})");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** No frame is read further than this. */
    private static final long MAX_BYTES = 64L << 20;

    /** A frame in hexadecimal digits, blanks allowed, or one to be generated; empty if it is neither or beyond all bounds. */
    static Optional<FrameBytes> ofHex(String text) {
        if (text.startsWith("@")) {
            return generated(text);
        }
        try {
            return Optional.of(plain(Octets.ofHex(BLANKS.matcher(text).replaceAll(""))));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    /** A frame of text, or one to be generated. */
    static Optional<FrameBytes> ofText(String text) {
        return text.startsWith("@repeat:")
                ? generated(text)
                : Optional.of(plain(Octets.ofText(text, StandardCharsets.UTF_8)));
    }

    private static FrameBytes plain(Octets bytes) {
        return new FrameBytes(bytes, Octets.EMPTY, 0);
    }

    private static Optional<FrameBytes> generated(String text) {
        Matcher repeat = REPEAT.matcher(text);
        if (!repeat.matches()
                || repeat.group(1).length() % 2 != 0
                || repeat.group(2).length() % 2 != 0) {
            return Optional.empty();
        }
        FrameBytes frame = new FrameBytes(
                Octets.ofHex(repeat.group(1)), Octets.ofHex(repeat.group(2)), Long.parseLong(repeat.group(3)));
        return frame.size() <= MAX_BYTES ? Optional.of(frame) : Optional.empty();
    }

    long size() {
        return prefix.size() + piece.size() * count;
    }

    /** At most {@code length} bytes from {@code from}. */
    byte[] part(long from, int length) {
        byte[] part = new byte[(int) Math.min(length, size() - from)];
        for (int i = 0; i < part.length; i++) {
            part[i] = (byte) at(from + i);
        }
        return part;
    }

    private int at(long index) {
        return index < prefix.size()
                ? prefix.u8((int) index)
                : piece.u8((int) ((index - prefix.size()) % piece.size()));
    }
}
