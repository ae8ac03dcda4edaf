package org.guitu.protocols.report;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a device's model: how its clock, its coordinates and its vendor bits are to be read.
 *
 * @param model the model's name, or {@code ""} for the standard reading
 * @param clockOffset the zone of device clocks that have one by definition (JT/T 808: +08:00 unless the export firmware differs);
 *     empty means the protocol's own default
 * @param datum the datum of the coordinates on the wire
 * @param alarmBits alarm-word bits (0-31) whose meaning differs from the protocol's default; {@code Optional.empty()} as value means
 *     that the bit says nothing
 */
public record DeviceProfile(
        String model, Optional<ZoneOffset> clockOffset, Datum datum, Map<Integer, Optional<Alarm>> alarmBits) {

    private static final DeviceProfile STANDARD = new DeviceProfile("", Optional.empty(), Datum.WGS84, Map.of());

    public DeviceProfile {
        alarmBits = Map.copyOf(alarmBits);
    }

    /** The standard reading of every field. */
    public static DeviceProfile standard() {
        return STANDARD;
    }
}
