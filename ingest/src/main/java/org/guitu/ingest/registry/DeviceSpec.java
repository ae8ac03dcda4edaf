package org.guitu.ingest.registry;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Datum;

/**
 * A device as it is entered into the books.
 *
 * @param protocol the wire format's name, e.g. {@code jt808}
 * @param identity as on the wire; JT/T 808 identities are compared without leading zeros
 * @param model the model's name or empty
 * @param clockOffset the zone of the device's clock; empty for the protocol's own default
 * @param datum the datum of the coordinates on the wire
 * @param alarmBits alarm bits that differ from the protocol's default, see {@code DeviceProfile}
 * @param authCode what the terminal must authenticate with; empty: issued at its registration
 * @param sendInterval how often the device is to report, 1 s to 1 day
 * @param buffer how much later than that is still no silence, 0 to 1 day
 */
public record DeviceSpec(
        String protocol,
        String identity,
        String model,
        Optional<ZoneOffset> clockOffset,
        Datum datum,
        Map<Integer, Optional<Alarm>> alarmBits,
        Optional<String> authCode,
        Duration sendInterval,
        Duration buffer) {

    public DeviceSpec {
        alarmBits = Map.copyOf(alarmBits);
        if (protocol.isBlank() || identity.isBlank() || identity.length() > 64) {
            throw new IllegalArgumentException("a device needs a protocol and an identity of at most 64 characters");
        }
        if (authCode.isPresent() && (authCode.get().isEmpty() || authCode.get().length() > 64)) {
            throw new IllegalArgumentException("an authentication code has 1 to 64 characters");
        }
        requireBetween("sendInterval", sendInterval, Duration.ofSeconds(1));
        requireBetween("buffer", buffer, Duration.ZERO);
    }

    /** The standard reading, a report every ten minutes and fifteen minutes' buffer. */
    public static DeviceSpec of(String protocol, String identity) {
        return new DeviceSpec(
                protocol,
                identity,
                "",
                Optional.empty(),
                Datum.WGS84,
                Map.of(),
                Optional.empty(),
                Duration.ofMinutes(10),
                Duration.ofMinutes(15));
    }

    public DeviceSpec withAuthCode(String code) {
        return new DeviceSpec(
                protocol, identity, model, clockOffset, datum, alarmBits, Optional.of(code), sendInterval, buffer);
    }

    public DeviceSpec withPlan(Duration interval, Duration late) {
        return new DeviceSpec(protocol, identity, model, clockOffset, datum, alarmBits, authCode, interval, late);
    }

    public DeviceSpec withModel(String name, Map<Integer, Optional<Alarm>> bits) {
        return new DeviceSpec(protocol, identity, name, clockOffset, datum, bits, authCode, sendInterval, buffer);
    }

    private static void requireBetween(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(name + " must be between " + least + " and one day");
        }
    }
}
