package org.guitu.protocols.report;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The alarm vocabulary shared by all wire formats. The bit is stored: never renumber, only append. */
public enum Alarm {
    SOS(0),
    STRAP_REMOVED(1),
    TAMPER(2),
    LOW_BATTERY(3),
    POWER_CUT(4),
    POWER_OFF(5),
    FALL(6),
    GEOFENCE_IN(7),
    GEOFENCE_OUT(8),
    GEOFENCE(9),
    VIBRATION(10),
    JAMMING(11),
    OVERSPEED(12),
    MOVEMENT(13),
    DOOR(14),
    TEMPERATURE(15),
    GNSS_ANTENNA_CUT(16),
    GNSS_FAULT(17),
    OTHER(18);

    private final int bit;

    Alarm(int bit) {
        this.bit = bit;
    }

    /** The neutral word, e.g. {@code strap_removed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The set as one stored number. */
    public static int toBits(Set<Alarm> alarms) {
        int bits = 0;
        for (Alarm alarm : alarms) {
            bits |= 1 << alarm.bit;
        }
        return bits;
    }

    /** The set a stored number stands for; unknown bits are ignored. */
    public static Set<Alarm> ofBits(int bits) {
        EnumSet<Alarm> alarms = EnumSet.noneOf(Alarm.class);
        for (Alarm alarm : values()) {
            if ((bits & 1 << alarm.bit) != 0) {
                alarms.add(alarm);
            }
        }
        return alarms;
    }
}
