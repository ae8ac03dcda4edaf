package org.guitu.web.papers;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Takes the first face out of a TrueType collection: PDF libraries want a file with one face. OpenType 1.9, "The Font File". */
final class FirstFace {

    private static final int COLLECTION = 0x74746366; // ttcf
    private static final int HEAD = 12;
    private static final int RECORD = 16;

    private FirstFace() {}

    /**
     * A font file with one face, unchanged if it is one already.
     *
     * @throws IllegalArgumentException if it is no font file
     */
    static byte[] of(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        try {
            return in.getInt(0) == COLLECTION ? copied(in, in.getInt(HEAD)) : file;
        } catch (IndexOutOfBoundsException cutShort) {
            throw new IllegalArgumentException("the font file is cut short", cutShort);
        }
    }

    private static byte[] copied(ByteBuffer in, int face) {
        int tables = in.getShort(face + 4) & 0xffff;
        int length = HEAD + tables * RECORD;
        for (int i = 0; i < tables; i++) {
            length += padded(in.getInt(face + HEAD + i * RECORD + 12));
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        out.put(0, in, face, HEAD + tables * RECORD);
        int at = HEAD + tables * RECORD;
        for (int i = 0; i < tables; i++) {
            int entry = HEAD + i * RECORD;
            int tableLength = in.getInt(face + entry + 12);
            out.put(at, in, in.getInt(face + entry + 8), tableLength);
            out.putInt(entry + 8, at);
            at += padded(tableLength);
        }
        return Arrays.copyOf(out.array(), at);
    }

    private static int padded(int length) {
        if (length < 0 || length > 1 << 28) {
            throw new IllegalArgumentException("the font file has a table of " + length + " bytes");
        }
        return (length + 3) & ~3;
    }
}
