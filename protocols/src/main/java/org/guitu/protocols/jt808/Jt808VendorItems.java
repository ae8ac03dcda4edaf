package org.guitu.protocols.jt808;

import static org.guitu.protocols.jt808.Jt808Items.alarmIf;
import static org.guitu.protocols.jt808.Jt808Items.idAndLength;

import java.nio.charset.StandardCharsets;
import org.guitu.protocols.Octets;
import org.guitu.protocols.report.Alarm;

/**
 * Items of battery and wearable devices. No vendor agrees with another and several use one id for different things, so each reading also
 * asks for the length it was seen with, and for a value that can be.
 */
final class Jt808VendorItems {

    private static final int CHARGING = 0xFF;

    private Jt808VendorItems() {}

    /** Whether the item was understood. */
    static boolean read(Jt808Item item, String model, Jt808Facts facts) {
        return readPower(item.id(), item.value(), facts)
                || readWearing(item.id(), item.value(), facts)
                || Jt808RadioItems.read(item.id(), item.value(), facts)
                || readByModel(item.id(), item.value(), model, facts)
                || (item.id() == 0xEB && Jt808NestedItems.read(item.value(), facts));
    }

    private static boolean readPower(int id, Octets value, Jt808Facts facts) {
        switch (idAndLength(id, value)) {
            case 0x06_01, 0xD4_01, 0xE1_01, 0xE9_01, 0xFE_01 -> readPercent(value.u8(0), facts);
            case 0x56_02 -> readLevel(value.u8(0), value.u8(1), facts);
            case 0x61_02 -> facts.item("externalVolt", value.u16(0) / 100.0);
            case 0x69_02 -> facts.item("batteryVolt", value.u16(0) / 100.0);
            case 0x82_02, 0xD3_02 -> facts.item("externalVolt", value.u16(0) / 10.0);
            case 0xE4_02 -> {
                facts.charging(value.u8(0) == 0);
                facts.battery(value.u8(1));
            }
            case 0xE3_06 -> {
                if (!plausiblePack(value.u8(1), value.u16(2))) {
                    return false;
                }
                facts.battery(value.u8(1));
                facts.item("batteryVolt", value.u16(2) / 100.0);
            }
            case 0xF7_06 -> {
                facts.item("batteryVolt", value.u32(0) / 1000.0);
                facts.charging(value.u8(4) == 2 || value.u8(4) == 3);
                facts.battery(value.u8(5));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void readPercent(int value, Jt808Facts facts) {
        if (value == CHARGING) {
            facts.charging(true);
        } else {
            facts.battery(value);
        }
    }

    /** The percentage is filled by some devices only; the others send 0 or nonsense (205) there. */
    private static void readLevel(int level, int percent, Jt808Facts facts) {
        if (percent >= 1 && percent <= 100) {
            facts.battery(percent);
        } else if (level <= 10) {
            facts.battery(level * 10);
        }
    }

    /** A lithium cell between 2.5 and 5 V; other vendors put text and cells under this id. */
    private static boolean plausiblePack(int percent, int centivolts) {
        return percent >= 1 && percent <= 100 && centivolts >= 250 && centivolts <= 500;
    }

    private static boolean readWearing(int id, Octets value, Jt808Facts facts) {
        switch (idAndLength(id, value)) {
            case 0xDA_03 -> readStrap(value.u16(0), value.u8(2), facts);
            case 0xE7_08 -> {
                alarmIf((value.u16(0) & 0x1) != 0, Alarm.VIBRATION, facts);
                alarmIf((value.u16(0) & 0xE) != 0, Alarm.SOS, facts);
                facts.item("item.E7", value.hex());
            }
            case 0xF8_02 -> facts.item("steps", value.u16(0));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Bit 0 set: the strap's circuit is closed. */
    private static void readStrap(int timesCut, int state, Jt808Facts facts) {
        boolean closed = (state & 0x1) != 0;
        alarmIf(!closed, Alarm.STRAP_REMOVED, facts);
        facts.item("strapClosed", closed);
        facts.item("strapCuts", timesCut);
        facts.item("moving", (state & 0x4) != 0);
        facts.item("coverBit", (state & 0x8) != 0);
    }

    private static boolean readByModel(int id, Octets value, String model, Jt808Facts facts) {
        if (id == 0x57 && value.size() == 8 && Jt808Profiles.reportsDoorInItem57(model)) {
            alarmIf((value.u16(4) & 0x1) != 0, Alarm.DOOR, facts);
            facts.item("item.57", value.hex());
            return true;
        }
        if (id == 0xF8 && value.size() >= 19 && Jt808Profiles.identifiesItselfInItemF8(model)) {
            facts.item("imei", value.slice(1, 9).hex().substring(1));
            facts.item("iccid", iccid(value.slice(9, 19)));
            facts.item(
                    "hardware",
                    value.slice(19, value.size())
                            .text(StandardCharsets.US_ASCII)
                            .replace("\0", ""));
            return true;
        }
        return false;
    }

    /** Digits as packed, without the F that fills an odd count. */
    static String iccid(Octets packed) {
        String digits = packed.hex();
        return digits.endsWith("f") ? digits.substring(0, digits.length() - 1) : digits;
    }
}
