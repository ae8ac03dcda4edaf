package org.guitu.protocols.osmand;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Query and form shape: speed in knots, everything text. */
final class OsmAndForm {

    private static final Set<String> TAKEN = Set.of(
            "id",
            "deviceid",
            "timestamp",
            "lat",
            "lon",
            "location",
            "speed",
            "bearing",
            "heading",
            "altitude",
            "accuracy",
            "hdop",
            "batt",
            "charge",
            "valid",
            "mock",
            "event",
            "alarm",
            Secrets.KEY,
            // The phone's own push address: of no use here and nobody's to keep.
            "notificationToken");

    private OsmAndForm() {}

    /** False if there are coordinates and they are no numbers. */
    static boolean fill(Parameters parameters, OsmAndDraft draft) {
        parameters.first("timestamp").map(Times::parse).ifPresent(draft::time);
        draft.speed(number(parameters, "speed")
                        .map(knots -> knots * Numbers.KMH_PER_KNOT)
                        .orElse(null))
                .course(number(parameters, "bearing")
                        .or(() -> number(parameters, "heading"))
                        .orElse(null))
                .altitude(parameters.first("altitude").flatMap(Numbers::decimal).orElse(null))
                .accuracy(number(parameters, "accuracy").orElse(null))
                .hdop(number(parameters, "hdop").orElse(null))
                .battery(number(parameters, "batt")
                        .filter(percent -> percent <= 100)
                        .orElse(null))
                .charging(parameters.first("charge").flatMap(Numbers::flag).orElse(null))
                .valid(parameters.first("valid").flatMap(Numbers::flag).orElse(null))
                .mock(parameters.first("mock").flatMap(Numbers::flag).orElse(null));
        parameters.first("event").ifPresent(draft::event);
        parameters.first("alarm").ifPresent(draft::alarm);
        addAttributes(parameters, draft);
        return fillPlace(parameters, draft);
    }

    private static Optional<Double> number(Parameters parameters, String key) {
        return parameters.first(key).flatMap(Numbers::known);
    }

    /** {@code lat} and {@code lon}, or {@code location=lat,lon}. */
    private static boolean fillPlace(Parameters parameters, OsmAndDraft draft) {
        String[] pair = parameters.first("location").orElse("").split(",", 3);
        Optional<String> latitude =
                parameters.first("lat").or(() -> pair.length < 2 ? Optional.empty() : Optional.of(pair[0]));
        Optional<String> longitude =
                parameters.first("lon").or(() -> pair.length < 2 ? Optional.empty() : Optional.of(pair[1]));
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return true;
        }
        Optional<Double> lat = latitude.flatMap(Numbers::decimal);
        Optional<Double> lon = longitude.flatMap(Numbers::decimal);
        if (lat.isEmpty() || lon.isEmpty()) {
            return false;
        }
        draft.place(lat.get(), lon.get());
        return true;
    }

    private static void addAttributes(Parameters parameters, OsmAndDraft draft) {
        for (Map.Entry<String, List<String>> entry : parameters.values().entrySet()) {
            if (!TAKEN.contains(entry.getKey())) {
                Attributes.add(draft, entry.getKey(), String.join(";", entry.getValue()));
            }
        }
        parameters
                .first("batt")
                .filter(text -> number(parameters, "batt")
                        .filter(percent -> percent <= 100)
                        .isEmpty())
                .ifPresent(text -> Attributes.add(draft, "batt", text));
    }
}
