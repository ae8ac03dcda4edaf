package org.guitu.protocols.jt808;

import org.guitu.protocols.Octets;

/**
 * One additional item of a location body (§8.18, table 27): id, length, value.
 *
 * @param id 0-255; from 0xE0 (and in practice elsewhere too) the vendor's own
 * @param value 0-255 bytes
 */
public record Jt808Item(int id, Octets value) {

    /** Odometer. */
    public static Jt808Item odometer(double kilometers) {
        return u32(0x01, Math.round(kilometers * 10));
    }

    /** Strength of the radio network, 0-31 or device-specific. */
    public static Jt808Item signal(int strength) {
        return u8(0x30, strength);
    }

    /** Satellites used for the fix. */
    public static Jt808Item satellites(int count) {
        return u8(0x31, count);
    }

    /** Battery level in percent, as wearables without a vendor list of their own send it. */
    public static Jt808Item battery(int percent) {
        return u8(0xD4, percent);
    }

    /** Strap circuit of wearables: how often it was cut, and whether it is closed now. */
    public static Jt808Item strap(int timesCut, boolean closed) {
        return new Jt808Item(0xDA, Octets.of((byte) (timesCut >> 8), (byte) timesCut, (byte) (closed ? 1 : 0)));
    }

    private static Jt808Item u8(int id, int value) {
        return new Jt808Item(id, Octets.of((byte) value));
    }

    private static Jt808Item u32(int id, long value) {
        return new Jt808Item(
                id, Octets.of((byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value));
    }
}
