package org.guitu.protocols.jt808;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.guitu.protocols.Octets;

/** Times as six BCD bytes {@code YYMMDDhhmmss}; the century is always 20. */
final class Jt808Time {

    static final int BYTES = 6;

    private Jt808Time() {}

    /** The instant, or empty if the digits are no date (a hexadecimal digit, month 0, February 30). */
    static Optional<Instant> decode(Octets bcd, ZoneOffset zone) {
        int[] fields = new int[BYTES];
        for (int i = 0; i < BYTES; i++) {
            int high = bcd.u8(i) >> 4;
            int low = bcd.u8(i) & 0x0F;
            if (high > 9 || low > 9) {
                return Optional.empty();
            }
            fields[i] = high * 10 + low;
        }
        try {
            return Optional.of(LocalDateTime.of(2000 + fields[0], fields[1], fields[2], fields[3], fields[4], fields[5])
                    .toInstant(zone));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** The six bytes of an instant between 2000 and 2099. */
    static Octets encode(Instant at, ZoneOffset zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return Octets.of(
                bcd(local.getYear() % 100),
                bcd(local.getMonthValue()),
                bcd(local.getDayOfMonth()),
                bcd(local.getHour()),
                bcd(local.getMinute()),
                bcd(local.getSecond()));
    }

    private static byte bcd(int value) {
        return (byte) (((value / 10) << 4) | (value % 10));
    }
}
