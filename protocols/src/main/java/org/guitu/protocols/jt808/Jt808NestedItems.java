package org.guitu.protocols.jt808;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.guitu.protocols.jt808.Jt808Items.alarmIf;
import static org.guitu.protocols.jt808.Jt808Items.idAndLength;

import org.guitu.protocols.Octets;
import org.guitu.protocols.report.Alarm;

/**
 * Item 0xEB: with one family a list of (length, type, value), with others radio cells or a text. Two of its masks are active-low: a bit
 * that is <em>missing</em> raises the alarm, and all ones means that all is well.
 */
final class Jt808NestedItems {

    private static final int CASE_OPEN_BIT = 12;
    private static final int RUNNING_BIT = 0;
    private static final int STILL_BITS_AT = 23;

    private Jt808NestedItems() {}

    /** Whether the item was understood. */
    static boolean read(Octets value, Jt808Facts facts) {
        if (Jt808RadioItems.isCells(value)) {
            facts.item("cells", Jt808RadioItems.cells2g(value, 3));
            return true;
        }
        if (isText(value)) {
            facts.item("text", value.text(US_ASCII));
            return true;
        }
        return readList(value, facts);
    }

    /** Each length counts type and value (two bytes and more); one that does not fit ends the list. */
    private static boolean readList(Octets list, Jt808Facts facts) {
        int at = 0;
        while (at + 4 <= list.size() && list.u16(at) >= 2 && at + 2 + list.u16(at) <= list.size()) {
            int end = at + 2 + list.u16(at);
            int type = list.u16(at + 2);
            Octets value = list.slice(at + 4, end);
            if (!readOne(type, value, facts)) {
                facts.item("item.EB.%04X".formatted(type), value.hex());
            }
            at = end;
        }
        return at > 0;
    }

    private static boolean readOne(int type, Octets value, Jt808Facts facts) {
        switch (idAndLength(type, value)) {
            case 0x00A8_01, 0x00E1_01 -> facts.battery(value.u8(0));
            case 0x002D_02 -> facts.item("batteryVolt", value.u16(0) / 1000.0);
            case 0x002D_04 -> facts.item("externalVolt", value.u32(0) / 1000.0);
            case 0x0089_04 -> readAlarmMask(value.u32(0), facts);
            case 0x00C5_04 -> readStateMask(value.u32(0), facts);
            case 0x00C6_01 -> alarmIf(value.u8(0) == 3 || value.u8(0) == 4, Alarm.LOW_BATTERY, facts);
            default -> {
                return readText(type, value, facts);
            }
        }
        return true;
    }

    private static boolean readText(int type, Octets value, Jt808Facts facts) {
        switch (type) {
            case 0x00B2 -> facts.item("iccid", Jt808VendorItems.iccid(value));
            // A count, then address and signal of each network as text.
            case 0x00B9 ->
                facts.item(
                        "wifi",
                        value.isEmpty() ? "" : value.slice(1, value.size()).text(US_ASCII));
            case 0x00D5 -> facts.item("imei", value.text(US_ASCII));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void readAlarmMask(long mask, Jt808Facts facts) {
        alarmIf(missing(mask, CASE_OPEN_BIT), Alarm.STRAP_REMOVED, facts);
        alarmIf(missing(mask, RUNNING_BIT), Alarm.POWER_OFF, facts);
        facts.item("item.EB.0089", "%08x".formatted(mask));
    }

    /** Bit 6 missing: vibration. Bits 23 and 24 as a number: 0 moving, 1 still, else not said. */
    private static void readStateMask(long mask, Jt808Facts facts) {
        alarmIf(missing(mask, 6), Alarm.VIBRATION, facts);
        long motion = (mask >> STILL_BITS_AT) & 0x3;
        if (motion <= 1) {
            facts.item("moving", motion == 0);
        }
        facts.item("item.EB.00C5", "%08x".formatted(mask));
    }

    private static boolean missing(long mask, int bit) {
        return (mask & (1L << bit)) == 0;
    }

    private static boolean isText(Octets value) {
        for (int i = 0; i < value.size(); i++) {
            if (value.u8(i) < ' ' || value.u8(i) > '~') {
                return false;
            }
        }
        return !value.isEmpty();
    }
}
