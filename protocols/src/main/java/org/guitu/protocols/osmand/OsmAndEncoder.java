package org.guitu.protocols.osmand;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guitu.protocols.Octets;
import org.guitu.protocols.json.JsonLines;
import org.guitu.protocols.osmand.OsmAndMessage.DeviceTime;
import org.jspecify.annotations.Nullable;

/** Writes requests as phones do, in each of the three shapes. */
public final class OsmAndEncoder {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    private OsmAndEncoder() {}

    /** As Traccar Client 9: JSON by POST, the secret as a Bearer token. */
    public static HttpFrame json(OsmAndMessage message) {
        Map<String, Object> location = new LinkedHashMap<>();
        put(location, "timestamp", time(message.time()).orElse(null));
        if (message.located()) {
            location.put("coords", coords(message));
        }
        put(location, "is_moving", message.moving());
        put(location, "event", message.event().orElse(null));
        put(location, "mock", message.mock());
        put(location, "valid", message.valid());
        put(location, "alarm", message.alarm().orElse(null));
        Map<String, Object> battery = new LinkedHashMap<>();
        put(battery, "level", message.batteryPercent() == null ? null : message.batteryPercent() / 100);
        put(battery, "is_charging", message.charging());
        location.put("battery", battery);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("location", location);
        body.put("device_id", message.deviceId());
        Map<String, String> headers = message.secret()
                .map(secret -> Map.of("authorization", "Bearer " + secret))
                .orElse(Map.of());
        return new HttpFrame("POST", "/", JSON, headers, Octets.ofText(JsonLines.of(body), StandardCharsets.UTF_8));
    }

    /** As OsmAnd: everything in the query string. */
    public static HttpFrame query(OsmAndMessage message) {
        return HttpFrame.get("/?" + pairs(message));
    }

    /** As Traccar Client 10: the same keys in a form body. */
    public static HttpFrame form(OsmAndMessage message) {
        return HttpFrame.post("/", FORM, Octets.ofText(pairs(message), StandardCharsets.UTF_8));
    }

    private static Map<String, Object> coords(OsmAndMessage message) {
        Map<String, Object> coords = new LinkedHashMap<>();
        put(coords, "latitude", message.latitude());
        put(coords, "longitude", message.longitude());
        put(coords, "accuracy", message.accuracyMeters());
        Double speed = message.speedKmh();
        put(coords, "speed", speed == null ? -1.0 : speed / Numbers.KMH_PER_METER_PER_SECOND);
        put(coords, "heading", message.courseDegrees() == null ? -1.0 : message.courseDegrees());
        put(coords, "altitude", message.altitudeMeters());
        return coords;
    }

    private static String pairs(OsmAndMessage message) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        pairs.put("id", message.deviceId());
        put(pairs, "timestamp", time(message.time()).orElse(null));
        put(pairs, "lat", message.latitude());
        put(pairs, "lon", message.longitude());
        put(pairs, "speed", message.speedKmh() == null ? null : message.speedKmh() / Numbers.KMH_PER_KNOT);
        put(pairs, "bearing", message.courseDegrees());
        put(pairs, "altitude", message.altitudeMeters());
        put(pairs, "accuracy", message.accuracyMeters());
        put(pairs, "hdop", message.hdop());
        put(pairs, "batt", message.batteryPercent());
        put(pairs, "charge", message.charging());
        put(pairs, "valid", message.valid());
        put(pairs, "mock", message.mock());
        put(pairs, "event", message.event().orElse(null));
        put(pairs, "alarm", message.alarm().orElse(null));
        put(pairs, Secrets.KEY, message.secret().orElse(null));
        return pairs.entrySet().stream()
                .map(pair ->
                        pair.getKey() + "=" + URLEncoder.encode(pair.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> time(DeviceTime time) {
        return switch (time) {
            case DeviceTime.Absent absent -> Optional.empty();
            case DeviceTime.Invalid invalid -> Optional.of(invalid.text());
            case DeviceTime.At at -> Optional.of(at.instant()).map(Instant::toString);
            case DeviceTime.Zoneless zoneless -> Optional.of(zoneless.text());
        };
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
