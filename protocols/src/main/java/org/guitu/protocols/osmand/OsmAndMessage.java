package org.guitu.protocols.osmand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.protocols.report.Report.Item;
import org.jspecify.annotations.Nullable;

/**
 * What a phone said in one request, whichever of the three shapes it came in; units are canonical already.
 *
 * @param deviceId the phone's id, never blank
 * @param secret what the request offers to prove it: query key {@code secret}, Bearer token or the password of Basic auth
 * @param time the device's time
 * @param latitude degrees; null together with the longitude
 * @param longitude degrees
 * @param speedKmh km/h; the wire says knots in query and form, m/s in JSON
 * @param batteryPercent 0-100
 * @param valid the request's own fix flag, where it has one
 * @param mock the phone says that its location provider is faked
 * @param event e.g. {@code motionchange}, {@code heartbeat}
 * @param alarm e.g. {@code sos}
 * @param attributes everything else that was understood or not, by its key on the wire
 */
public record OsmAndMessage(
        String deviceId,
        Optional<String> secret,
        DeviceTime time,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double accuracyMeters,
        @Nullable Double speedKmh,
        @Nullable Double courseDegrees,
        @Nullable Double altitudeMeters,
        @Nullable Double hdop,
        @Nullable Double batteryPercent,
        @Nullable Boolean charging,
        @Nullable Boolean valid,
        @Nullable Boolean mock,
        @Nullable Boolean moving,
        Optional<String> event,
        Optional<String> alarm,
        List<Item> attributes) {

    public OsmAndMessage {
        attributes = List.copyOf(attributes);
    }

    /** A message of this phone, to be filled in. */
    public static OsmAndDraft of(String deviceId) {
        return new OsmAndDraft(deviceId);
    }

    /** The time a request states. */
    public sealed interface DeviceTime {

        /** The request has none. */
        record Absent() implements DeviceTime {}

        /** The request has one and it is no date. */
        record Invalid(String text) implements DeviceTime {}

        /** A date with a zone, or seconds or milliseconds since 1970. */
        record At(Instant instant) implements DeviceTime {}

        /** A date without a zone, read as UTC. */
        record Zoneless(Instant instant, String text) implements DeviceTime {}
    }

    /** Whether the request says where the phone is. */
    public boolean located() {
        return latitude != null && longitude != null;
    }
}
