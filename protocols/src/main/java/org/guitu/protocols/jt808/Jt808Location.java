package org.guitu.protocols.jt808;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.guitu.protocols.Octets;

/**
 * The location body (§8.18), shared by 0x0200, 0x0201, 0x0704 and 0x0210; every field as it stands on the wire.
 *
 * @param alarmBits alarm word; which bit means what depends on the device's profile
 * @param statusBits status word
 * @param latitudeMicroDegrees unsigned, 1e-6 degrees; south by status bit 2
 * @param longitudeMicroDegrees unsigned, 1e-6 degrees; west by status bit 3
 * @param altitudeMeters signed
 * @param speedTenthsKmh 0.1 km/h
 * @param courseDegrees 0-359 from a sane device
 * @param time six bytes {@code YYMMDDhhmmss}, BCD, in the terminal's zone
 * @param items additional items in the order sent
 * @param rest what follows the items and is none: empty, the fixed 18-byte tail of one family, or an item cut short
 */
public record Jt808Location(
        int alarmBits,
        int statusBits,
        long latitudeMicroDegrees,
        long longitudeMicroDegrees,
        int altitudeMeters,
        int speedTenthsKmh,
        int courseDegrees,
        Octets time,
        List<Jt808Item> items,
        Octets rest) {

    /** Status bits (table 25). */
    static final int ACC_ON = 1;

    static final int POSITIONED = 1 << 1;
    static final int SOUTH = 1 << 2;
    static final int WEST = 1 << 3;
    static final int COORDINATES_ENCRYPTED = 1 << 5;

    public Jt808Location {
        items = List.copyOf(items);
    }

    /** A valid standing fix in the standard's zone, +08:00; coordinates in degrees. The rest is added with the {@code with} methods. */
    public static Jt808Location fix(Instant at, double latitude, double longitude) {
        int status = ACC_ON | POSITIONED | (latitude < 0 ? SOUTH : 0) | (longitude < 0 ? WEST : 0);
        return new Jt808Location(
                0,
                status,
                Math.round(Math.abs(latitude) * 1e6),
                Math.round(Math.abs(longitude) * 1e6),
                0,
                0,
                0,
                Jt808Time.encode(at, ZoneOffset.ofHours(8)),
                List.of(),
                Octets.EMPTY);
    }

    /** The same place, as a device repeats it that has no fix now. */
    public Jt808Location withoutFix() {
        return withStatusBits(statusBits & ~POSITIONED);
    }

    public Jt808Location withAlarmBits(int bits) {
        return new Jt808Location(
                bits,
                statusBits,
                latitudeMicroDegrees,
                longitudeMicroDegrees,
                altitudeMeters,
                speedTenthsKmh,
                courseDegrees,
                time,
                items,
                rest);
    }

    public Jt808Location withStatusBits(int bits) {
        return new Jt808Location(
                alarmBits,
                bits,
                latitudeMicroDegrees,
                longitudeMicroDegrees,
                altitudeMeters,
                speedTenthsKmh,
                courseDegrees,
                time,
                items,
                rest);
    }

    /** Speed in km/h, course in degrees, altitude in metres. */
    public Jt808Location withMotion(double speedKmh, double course, double altitude) {
        return new Jt808Location(
                alarmBits,
                statusBits,
                latitudeMicroDegrees,
                longitudeMicroDegrees,
                (int) Math.round(altitude),
                (int) Math.round(speedKmh * 10),
                Math.floorMod((int) Math.round(course), 360),
                time,
                items,
                rest);
    }

    public Jt808Location withItem(Jt808Item item) {
        List<Jt808Item> more = new ArrayList<>(items);
        more.add(item);
        return new Jt808Location(
                alarmBits,
                statusBits,
                latitudeMicroDegrees,
                longitudeMicroDegrees,
                altitudeMeters,
                speedTenthsKmh,
                courseDegrees,
                time,
                more,
                rest);
    }
}
