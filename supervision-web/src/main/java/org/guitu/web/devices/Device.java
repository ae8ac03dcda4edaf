package org.guitu.web.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A device as known now, with what was last heard of it.
 *
 * @param version grows with each change
 * @param clockOffset empty for the protocol's own default
 * @param state where it is in its life
 * @param wearerId who wears it now
 * @param batteryPercent 0-100, as last reported
 */
public record Device(
        long id,
        int version,
        Protocol protocol,
        String identity,
        String model,
        Duration sendInterval,
        Duration buffer,
        String datum,
        Optional<String> clockOffset,
        String inventoryNumber,
        String note,
        long organisationId,
        String organisationName,
        DeviceState state,
        Instant stateSince,
        Optional<Instant> retiredAt,
        Optional<Long> wearerId,
        Optional<String> wearerName,
        Optional<Instant> wornSince,
        Optional<Instant> lastSeenAt,
        Optional<Double> batteryPercent,
        boolean connected) {

    public DeviceKind kind() {
        return protocol.kind();
    }

    /** What the device's last report, or its absence, means. */
    public Signal signal(Instant now) {
        if (retiredAt.isPresent()) {
            return Signal.RETIRED;
        }
        if (lastSeenAt.isEmpty()) {
            return Signal.NEVER_SEEN;
        }
        boolean late = Duration.between(lastSeenAt.get(), now).compareTo(sendInterval.plus(buffer)) > 0;
        if (!late) {
            return Signal.HEARD;
        }
        return wearerId.isPresent() ? Signal.SILENT : Signal.RESTING;
    }

    /** Silence is longer than the plan (send interval) and the buffer together. */
    public enum Signal {
        HEARD,
        /** Worn, and nothing was heard for longer than its plan allows. */
        SILENT,
        /** Not worn; its silence means nothing. */
        RESTING,
        NEVER_SEEN,
        RETIRED
    }
}
