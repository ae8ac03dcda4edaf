package org.guitu.protocols.jt808;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.DeviceProfile;

/**
 * The alarm word (§8.18, table 24). Bits 0, 20-22, 27, 28 and 31 stay set until the terminal is acknowledged, the rest while the condition
 * lasts: all are states, edges are found later. The driver's, camera's and fuel bits say nothing about a person and stay in the raw word.
 */
final class Jt808Alarms {

    private static final int AREA_BIT = 20;
    private static final int ROUTE_BIT = 21;
    /** Area or route detail (table 29): type, id, direction. */
    private static final int AREA_ITEM = 0x12;

    private static final int AREA_ITEM_BYTES = 6;
    private static final int DIRECTION_AT = 5;

    /** 16 and 17 are reserved by the standard; most wearables raise them for case or strap. */
    private static final Map<Integer, Alarm> STANDARD = Map.ofEntries(
            Map.entry(0, Alarm.SOS),
            Map.entry(1, Alarm.OVERSPEED),
            Map.entry(4, Alarm.GNSS_FAULT),
            Map.entry(5, Alarm.GNSS_ANTENNA_CUT),
            Map.entry(6, Alarm.GNSS_FAULT),
            Map.entry(7, Alarm.LOW_BATTERY),
            Map.entry(8, Alarm.POWER_CUT),
            Map.entry(16, Alarm.TAMPER),
            Map.entry(17, Alarm.TAMPER),
            Map.entry(23, Alarm.GEOFENCE_OUT),
            Map.entry(26, Alarm.OTHER),
            Map.entry(28, Alarm.MOVEMENT),
            Map.entry(29, Alarm.FALL),
            Map.entry(30, Alarm.FALL),
            Map.entry(31, Alarm.DOOR));

    private Jt808Alarms() {}

    static Set<Alarm> of(Jt808Location location, DeviceProfile profile) {
        Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((location.alarmBits() & (1 << bit)) != 0) {
                meaning(bit, location.items(), profile).ifPresent(alarms::add);
            }
        }
        return alarms;
    }

    private static Optional<Alarm> meaning(int bit, List<Jt808Item> items, DeviceProfile profile) {
        Optional<Alarm> own = profile.alarmBits().get(bit);
        if (own != null) {
            return own;
        }
        return bit == AREA_BIT || bit == ROUTE_BIT
                ? Optional.of(crossing(items))
                : Optional.ofNullable(STANDARD.get(bit));
    }

    private static Alarm crossing(List<Jt808Item> items) {
        return items.stream()
                .filter(item -> item.id() == AREA_ITEM && item.value().size() == AREA_ITEM_BYTES)
                .findFirst()
                .map(item -> item.value().u8(DIRECTION_AT) == 0 ? Alarm.GEOFENCE_IN : Alarm.GEOFENCE_OUT)
                .orElse(Alarm.GEOFENCE);
    }
}
