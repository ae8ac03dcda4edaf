package org.guitu.protocols.jt808;

import org.guitu.protocols.Octets;
import org.guitu.protocols.report.Alarm;

/**
 * The additional items of a location body: the standard's (§8.18, table 27) here, the vendors' next door. An id with a length it is not
 * known to have is somebody else's: it is kept raw.
 */
final class Jt808Items {

    private Jt808Items() {}

    static void read(Jt808Item item, String model, Jt808Facts facts) {
        if (!readStandard(item.id(), item.value(), facts) && !Jt808VendorItems.read(item, model, facts)) {
            facts.item("item.%02X".formatted(item.id()), item.value().hex());
        }
    }

    /** Id and length as one number, to choose by both. */
    static int idAndLength(int id, Octets value) {
        return (id << 8) | value.size();
    }

    private static boolean readStandard(int id, Octets value, Jt808Facts facts) {
        switch (idAndLength(id, value)) {
            case 0x01_04 -> facts.item("odometerKm", value.u32(0) / 10.0);
            case 0x11_01, 0x11_05 -> facts.item("overspeedAreaType", value.u8(0));
            case 0x12_06 -> readArea(value, facts);
            case 0x2A_02 -> facts.item("ioBits", "%04x".formatted(value.u16(0)));
            case 0x30_01 -> facts.item("radioSignal", value.u8(0));
            case 0x31_01 -> facts.satellites(value.u8(0));
            // The length of the vendor's block that follows as items of its own.
            case 0xE0_01 -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Table 29; {@link Jt808Alarms} reads the direction. */
    private static void readArea(Octets value, Jt808Facts facts) {
        facts.item("areaType", value.u8(0));
        facts.item("areaId", value.u32(1));
        facts.item("areaDirection", value.u8(5) == 0 ? "in" : "out");
    }

    /** The fixed 18-byte tail that one family sends instead of items. */
    static void readTail(Octets tail, Jt808Facts facts) {
        facts.item("odometerKm", (double) tail.u32(4));
        if (tail.u16(8) > 0) {
            facts.item("batteryVolt", tail.u16(8) / 10.0);
        }
        facts.item("areaId", tail.u32(10));
        facts.item("radioSignal", tail.u8(14));
    }

    static void alarmIf(boolean condition, Alarm alarm, Jt808Facts facts) {
        if (condition) {
            facts.alarm(alarm);
        }
    }
}
