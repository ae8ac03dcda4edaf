package org.guitu.web.zones;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.registry.PlaceSpec;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Problem;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.http.Json;

/**
 * Places from a GeoJSON FeatureCollection (RFC 7946): each feature a Point with {@code radiusM}, a LineString with {@code bufferM}, a Polygon or a
 * MultiPolygon, its {@code properties.name} what the place is called. Every feature that is no place is named. Pure.
 *
 * @param places in the order of the file
 * @param faults features that are no place, in the order of the file
 */
record PlaceFile(List<PlaceSpec> places, List<Fault> faults) {

    static final int BYTES_MAX = 10 << 20;
    static final int PLACES_MAX = 100_000;

    private static final int NAME_MAX = 200;

    /**
     * A feature that is no place.
     *
     * @param number from 1
     * @param name as far as it has one
     */
    record Fault(int number, String name, Problem problem) {}

    PlaceFile {
        places = List.copyOf(places);
        faults = List.copyOf(faults);
    }

    /** Reads a file; throws {@link Refused} for one that is no collection of features, or too long. */
    static PlaceFile read(byte[] content) {
        JsonNode root = parsed(content);
        JsonNode features = root.path("features");
        if (!root.path("type").asText().equals("FeatureCollection") || !features.isArray() || features.isEmpty()) {
            throw new Refused("file", "zones.error.file.no-features");
        }
        if (features.size() > PLACES_MAX) {
            throw new Refused("file", "zones.error.file.too-many", PLACES_MAX);
        }
        List<PlaceSpec> places = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Map<PlaceSpec, Integer> seen = new HashMap<>();
        for (int number = 1; number <= features.size(); number++) {
            JsonNode feature = features.get(number - 1);
            String name = feature.path("properties").path("name").asText("").strip();
            Fields fields = new Fields();
            Optional<PlaceSpec> place = place(feature, name, fields);
            Integer first = place.map(seen::get).orElse(null);
            if (first != null) {
                fields.problem("area", "zones.error.file.twice", first);
            }
            Optional<Problem> problem = problem(fields);
            if (problem.isPresent()) {
                faults.add(new Fault(number, name.length() > 60 ? name.substring(0, 60) : name, problem.get()));
            } else {
                places.add(place.orElseThrow());
                seen.put(place.get(), number);
            }
        }
        return new PlaceFile(places, faults);
    }

    private static JsonNode parsed(byte[] content) {
        if (content.length == 0) {
            throw new Refused("file", "zones.error.file.none");
        }
        if (content.length > BYTES_MAX) {
            throw new Refused("file", "zones.error.file.too-large", BYTES_MAX >> 20);
        }
        try {
            return Json.mapper().readTree(content);
        } catch (IOException malformed) {
            throw new Refused("file", "zones.error.file.no-json");
        }
    }

    private static Optional<PlaceSpec> place(JsonNode feature, String name, Fields fields) {
        if (name.isEmpty()) {
            fields.problem("name", "zones.error.file.no-name");
        } else if (name.length() > NAME_MAX) {
            fields.problem("name", "ui.form.long", NAME_MAX);
        }
        Optional<Area> area = ZoneArea.read(feature, fields);
        return problem(fields).isPresent() ? Optional.empty() : area.map(read -> new PlaceSpec(name, read));
    }

    private static Optional<Problem> problem(Fields fields) {
        try {
            fields.refuseIfAny();
            return Optional.empty();
        } catch (Refused refused) {
            Problems problems = refused.problems();
            return problems.byField().values().stream().findFirst();
        }
    }
}
