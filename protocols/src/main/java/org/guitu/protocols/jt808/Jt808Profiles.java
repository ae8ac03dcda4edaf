package org.guitu.protocols.jt808;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Datum;
import org.guitu.protocols.report.DeviceProfile;

/**
 * Models and families whose bits deviate from the standard, by name. Reserved alarm bits are reused by makers of wearables, and no two
 * agree; an operator may set yet another table in a {@link DeviceProfile} of his own.
 */
public final class Jt808Profiles {

    /** Wearables with a light sensor: 15 battery low, 16 vibration, 17 taken off. */
    public static final String LIGHT_SENSOR = "light-sensor";

    /** Wearables with a strap circuit: 15 vibration, 16 case, 17 strap. */
    public static final String STRAP_CIRCUIT = "strap-circuit";

    /** Padlocks worn or hung: 0 and 4 taken off, 1 case; they have no SOS button. */
    public static final String PADLOCK = "padlock";

    private static final Map<Integer, Optional<Alarm>> LIGHT_SENSOR_BITS = Map.of(
            15, Optional.of(Alarm.LOW_BATTERY),
            16, Optional.of(Alarm.VIBRATION),
            17, Optional.of(Alarm.STRAP_REMOVED));
    private static final Map<Integer, Optional<Alarm>> STRAP_CIRCUIT_BITS = Map.of(
            15, Optional.of(Alarm.VIBRATION),
            16, Optional.of(Alarm.TAMPER),
            17, Optional.of(Alarm.STRAP_REMOVED));
    private static final Map<Integer, Optional<Alarm>> PADLOCK_BITS = Map.of(
            0, Optional.of(Alarm.STRAP_REMOVED),
            1, Optional.of(Alarm.TAMPER),
            4, Optional.of(Alarm.STRAP_REMOVED));
    private static final Map<Integer, Optional<Alarm>> MOVEMENT_BITS = Map.of(16, Optional.of(Alarm.MOVEMENT));

    private static final Set<String> DOOR_IN_ITEM_57 = Set.of("MV710G", "MV810G");
    private static final Set<String> IDENTITY_IN_ITEM_F8 = Set.of("GL100", "GL100M", "VL300");

    private static final Map<String, Map<Integer, Optional<Alarm>>> BITS = bits();

    private Jt808Profiles() {}

    /** The profile of that model or family, in any case; the standard reading under the given name if it is not known. */
    public static DeviceProfile named(String model) {
        return new DeviceProfile(model, Optional.empty(), Datum.WGS84, BITS.getOrDefault(key(model), Map.of()));
    }

    /** Models and families that {@link #named} knows. */
    public static List<String> names() {
        return BITS.keySet().stream().sorted().toList();
    }

    static boolean reportsDoorInItem57(String model) {
        return DOOR_IN_ITEM_57.contains(key(model));
    }

    static boolean identifiesItselfInItemF8(String model) {
        return IDENTITY_IN_ITEM_F8.contains(key(model));
    }

    private static Map<String, Map<Integer, Optional<Alarm>>> bits() {
        Map<String, Map<Integer, Optional<Alarm>>> bits = new HashMap<>();
        bits.put(key(LIGHT_SENSOR), LIGHT_SENSOR_BITS);
        bits.put(key(STRAP_CIRCUIT), STRAP_CIRCUIT_BITS);
        bits.put(key(PADLOCK), PADLOCK_BITS);
        bits.put("G-360P", PADLOCK_BITS);
        bits.put("G-508P", PADLOCK_BITS);
        bits.put("AL300", MOVEMENT_BITS);
        DOOR_IN_ITEM_57.forEach(model -> bits.put(model, Map.of()));
        IDENTITY_IN_ITEM_F8.forEach(model -> bits.put(model, Map.of()));
        return Map.copyOf(bits);
    }

    private static String key(String model) {
        return model.toUpperCase(Locale.ROOT);
    }
}
