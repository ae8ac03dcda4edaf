package org.guitu.protocols.jt808;

import org.guitu.protocols.Octets;

/**
 * One terminal parameter (§8.9, tables 11 and 12).
 *
 * @param id e.g. 0x0001 heartbeat interval in s, 0x0029 default reporting interval in s
 * @param value 0-255 bytes
 */
public record Jt808Parameter(long id, Octets value) {

    /** A parameter whose value is a 32-bit number. */
    public static Jt808Parameter u32(long id, long value) {
        return new Jt808Parameter(
                id, Octets.of((byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value));
    }
}
