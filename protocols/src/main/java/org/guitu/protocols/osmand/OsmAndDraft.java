package org.guitu.protocols.osmand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.protocols.osmand.OsmAndMessage.DeviceTime;
import org.guitu.protocols.report.Report.Item;
import org.jspecify.annotations.Nullable;

/** An {@link OsmAndMessage} in the making; what is not set stays absent. Not thread-safe. */
public final class OsmAndDraft {

    private final String deviceId;
    private Optional<String> secret = Optional.empty();
    private DeviceTime time = new DeviceTime.Absent();
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private @Nullable Double accuracyMeters;
    private @Nullable Double speedKmh;
    private @Nullable Double courseDegrees;
    private @Nullable Double altitudeMeters;
    private @Nullable Double hdop;
    private @Nullable Double batteryPercent;
    private @Nullable Boolean charging;
    private @Nullable Boolean valid;
    private @Nullable Boolean mock;
    private @Nullable Boolean moving;
    private Optional<String> event = Optional.empty();
    private Optional<String> alarm = Optional.empty();
    private final List<Item> attributes = new ArrayList<>();

    OsmAndDraft(String deviceId) {
        this.deviceId = deviceId;
    }

    public OsmAndDraft secret(String value) {
        secret = Optional.of(value);
        return this;
    }

    public OsmAndDraft at(Instant instant) {
        return time(new DeviceTime.At(instant));
    }

    public OsmAndDraft time(DeviceTime value) {
        time = value;
        return this;
    }

    /** Degrees. */
    public OsmAndDraft place(double lat, double lon) {
        latitude = lat;
        longitude = lon;
        return this;
    }

    /** Metres. */
    public OsmAndDraft accuracy(@Nullable Double value) {
        accuracyMeters = value;
        return this;
    }

    /** km/h. */
    public OsmAndDraft speed(@Nullable Double value) {
        speedKmh = value;
        return this;
    }

    /** Degrees. */
    public OsmAndDraft course(@Nullable Double value) {
        courseDegrees = value;
        return this;
    }

    /** Metres. */
    public OsmAndDraft altitude(@Nullable Double value) {
        altitudeMeters = value;
        return this;
    }

    public OsmAndDraft hdop(@Nullable Double value) {
        hdop = value;
        return this;
    }

    /** Percent. */
    public OsmAndDraft battery(@Nullable Double value) {
        batteryPercent = value;
        return this;
    }

    public OsmAndDraft charging(@Nullable Boolean value) {
        charging = value;
        return this;
    }

    public OsmAndDraft valid(@Nullable Boolean value) {
        valid = value;
        return this;
    }

    public OsmAndDraft mock(@Nullable Boolean value) {
        mock = value;
        return this;
    }

    public OsmAndDraft moving(@Nullable Boolean value) {
        moving = value;
        return this;
    }

    public OsmAndDraft event(String value) {
        event = Optional.of(value);
        return this;
    }

    public OsmAndDraft alarm(String value) {
        alarm = Optional.of(value);
        return this;
    }

    public OsmAndDraft attribute(String key, Object value) {
        attributes.add(new Item(key, value));
        return this;
    }

    public OsmAndMessage build() {
        return new OsmAndMessage(
                deviceId,
                secret,
                time,
                latitude,
                longitude,
                accuracyMeters,
                speedKmh,
                courseDegrees,
                altitudeMeters,
                hdop,
                batteryPercent,
                charging,
                valid,
                mock,
                moving,
                event,
                alarm,
                attributes);
    }
}
