package org.guitu.protocols;

import io.netty.buffer.ByteBuf;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;

/** Immutable bytes with value equality, read big-endian. What a message keeps of a frame once the frame's buffer is gone. */
public final class Octets {

    /** No bytes. */
    public static final Octets EMPTY = new Octets(new byte[0]);

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the bytes. */
    public static Octets of(byte... bytes) {
        return new Octets(bytes.clone());
    }

    /** Copies the next {@code length} bytes and moves the reader past them. */
    public static Octets read(ByteBuf in, int length) {
        byte[] bytes = new byte[length];
        in.readBytes(bytes);
        return new Octets(bytes);
    }

    /**
     * Reads pairs of hexadecimal digits.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Octets ofHex(CharSequence hex) {
        return new Octets(HEX.parseHex(hex));
    }

    /** The text's bytes in that charset. */
    public static Octets ofText(String text, Charset charset) {
        return new Octets(text.getBytes(charset));
    }

    public int size() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The byte at {@code index}, 0-255. */
    public int u8(int index) {
        return bytes[index] & 0xFF;
    }

    /** Two bytes from {@code index}, 0-65535. */
    public int u16(int index) {
        return (u8(index) << 8) | u8(index + 1);
    }

    /** Four bytes from {@code index}, 0 to 2^32 - 1. */
    public long u32(int index) {
        return ((long) u16(index) << 16) | u16(index + 2);
    }

    /** The bytes from {@code from} (included) to {@code to} (excluded). */
    public Octets slice(int from, int to) {
        return new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    public String text(Charset charset) {
        return new String(bytes, charset);
    }

    /** Lower-case hexadecimal digits. */
    public String hex() {
        return HEX.formatHex(bytes);
    }

    /** A copy. */
    public byte[] toArray() {
        return bytes.clone();
    }

    public void writeTo(ByteBuf out) {
        out.writeBytes(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
