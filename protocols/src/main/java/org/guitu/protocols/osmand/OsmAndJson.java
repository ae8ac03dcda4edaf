package org.guitu.protocols.osmand;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON shape of Traccar Client 9: speed in m/s, battery level 0-1, -1 for unknown. */
final class OsmAndJson {

    private OsmAndJson() {}

    /** False if there are coordinates and they are no numbers, or the location is no object. */
    static boolean fill(Map<String, Object> body, OsmAndDraft draft) {
        Object location = body.getOrDefault("location", Map.of());
        if (!(location instanceof Map<?, ?> at)) {
            return false;
        }
        Object timestamp = at.get("timestamp");
        if (timestamp != null) {
            draft.time(Times.parse(timestamp instanceof Number number ? plain(number) : timestamp.toString()));
        }
        draft.moving(Numbers.flag(at.get("is_moving")).orElse(null))
                .mock(Numbers.flag(at.get("mock")).orElse(null))
                .valid(Numbers.flag(at.get("valid")).orElse(null));
        text(at.get("event")).ifPresent(draft::event);
        text(at.get("alarm")).ifPresent(draft::alarm);
        fillBattery(at.get("battery"), draft);
        addAttributes(at, draft);
        return fillPlace(at.get("coords"), draft);
    }

    private static boolean fillPlace(@Nullable Object coords, OsmAndDraft draft) {
        if (coords == null) {
            return true;
        }
        if (!(coords instanceof Map<?, ?> at)) {
            return false;
        }
        draft.accuracy(Numbers.known(at.get("accuracy")).orElse(null))
                .speed(Numbers.known(at.get("speed"))
                        .map(speed -> speed * Numbers.KMH_PER_METER_PER_SECOND)
                        .orElse(null))
                .course(Numbers.known(at.get("heading")).orElse(null))
                .altitude(Numbers.decimal(at.get("altitude")).orElse(null));
        if (at.get("latitude") == null || at.get("longitude") == null) {
            return true;
        }
        Optional<Double> latitude = Numbers.decimal(at.get("latitude"));
        Optional<Double> longitude = Numbers.decimal(at.get("longitude"));
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return false;
        }
        draft.place(latitude.get(), longitude.get());
        return true;
    }

    private static void fillBattery(@Nullable Object battery, OsmAndDraft draft) {
        if (battery instanceof Map<?, ?> at) {
            draft.battery(Numbers.known(at.get("level"))
                            .filter(level -> level <= 1)
                            .map(level -> Math.round(level * 10_000) / 100.0)
                            .orElse(null))
                    .charging(Numbers.flag(at.get("is_charging")).orElse(null));
        }
    }

    private static void addAttributes(Map<?, ?> at, OsmAndDraft draft) {
        Numbers.known(at.get("odometer")).ifPresent(meters -> Attributes.add(draft, "odometer", meters));
        if (at.get("activity") instanceof Map<?, ?> activity) {
            text(activity.get("type")).ifPresent(type -> Attributes.add(draft, "activity", type));
        }
        if (at.get("extras") instanceof Map<?, ?> extras) {
            extras.forEach((key, value) -> {
                if (!(value instanceof Map || value instanceof List)) {
                    Attributes.add(draft, "extras." + key, value);
                }
            });
        }
    }

    /** Whole numbers without a fraction or an exponent. */
    private static String plain(Number number) {
        return number instanceof Long ? number.toString() : "%.3f".formatted(number.doubleValue());
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }
}
