package org.guitu.web.zones;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.AreaProblems;
import org.guitu.web.form.Fields;
import org.guitu.web.http.Json;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * An area as the map and the API write it: a GeoJSON Feature or bare geometry (RFC 7946) - a Polygon or MultiPolygon, a Point with
 * {@code radiusM}, a LineString with {@code bufferM} (both metres, in {@code properties}). Alternative places are a GeometryCollection with
 * {@code lengthsM}: for each geometry its radius or buffer, null for a polygon. A group of places is a Feature without a geometry.
 */
public final class ZoneArea {

    static final int CORNERS_MAX = 2_000;
    static final int METERS_MAX = 200_000;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private ZoneArea() {}

    /**
     * Reads and checks an area; problems go to the field {@code area}, {@code radiusMeters} or {@code bufferMeters}.
     *
     * @param shapes GeoJSON; several are alternatives
     * @param radiusMeters of the last shape, goes before the feature's {@code radiusM}; may be blank
     * @param bufferMeters of the last shape, goes before the feature's {@code bufferM}; may be blank
     */
    static Optional<Area> read(List<String> shapes, String radiusMeters, String bufferMeters, Fields fields) {
        List<Area> parts = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            boolean last = i == shapes.size() - 1;
            parsed(shapes.get(i), last ? radiusMeters : "", last ? bufferMeters : "", fields)
                    .ifPresent(area -> parts.addAll(area instanceof Area.AnyOf anyOf ? anyOf.parts() : List.of(area)));
        }
        if (shapes.isEmpty()) {
            fields.problem("area", "zones.error.no-area");
        }
        if (parts.size() > Area.AnyOf.PARTS_MAX) {
            fields.problem("area", "zones.error.too-many-parts", Area.AnyOf.PARTS_MAX);
        }
        if (parts.isEmpty() || fields.has("area")) {
            return Optional.empty();
        }
        Area area = parts.size() == 1 ? parts.getFirst() : new Area.AnyOf(parts);
        check(area, fields);
        return fields.has("area") ? Optional.empty() : Optional.of(area);
    }

    private static Optional<Area> parsed(String geoJson, String radiusMeters, String bufferMeters, Fields fields) {
        try {
            return of(Json.mapper().readTree(geoJson), radiusMeters, bufferMeters, fields);
        } catch (JacksonException malformed) {
            fields.problem("area", "zones.error.area-unreadable");
            return Optional.empty();
        }
    }

    /** One Feature or geometry, not yet checked. */
    private static Optional<Area> of(JsonNode root, String radiusMeters, String bufferMeters, Fields fields) {
        try {
            JsonNode geometry = root.path("type").asText().equals("Feature") ? root.path("geometry") : root;
            JsonNode properties = root.path("properties");
            return geometry.path("type").asText().equals("GeometryCollection")
                    ? anyOf(geometry.path("geometries"), properties.path("lengthsM"), fields)
                    : one(
                            geometry,
                            new Lengths(radiusMeters, properties.path("radiusM")),
                            new Lengths(bufferMeters, properties.path("bufferM")),
                            fields);
        } catch (IllegalArgumentException malformed) {
            // JTS says with an IllegalArgumentException that a ring is not closed or has too few points.
            fields.problem("area", "zones.error.area-unreadable");
            return Optional.empty();
        }
    }

    /** Reads and checks one Feature or geometry of a file. */
    static Optional<Area> read(JsonNode root, Fields fields) {
        Optional<Area> area = of(root, "", "", fields);
        area.ifPresent(read -> check(read, fields));
        return fields.has("area") ? Optional.empty() : area;
    }

    /** A length as typed, which goes before the one in the GeoJSON. */
    private record Lengths(String typed, JsonNode drawn) {}

    private static Optional<Area> one(JsonNode geometry, Lengths radius, Lengths buffer, Fields fields) {
        return switch (geometry.path("type").asText()) {
            case "Point" -> circle(geometry, meters("radiusMeters", radius.typed(), radius.drawn(), fields));
            case "LineString" -> corridor(geometry, meters("bufferMeters", buffer.typed(), buffer.drawn(), fields));
            case "Polygon" -> Optional.of(new Area.Polygonal(polygon(geometry.path("coordinates"))));
            case "MultiPolygon" -> Optional.of(new Area.Polygonal(multiPolygon(geometry.path("coordinates"))));
            default -> throw new IllegalArgumentException("type");
        };
    }

    private static Optional<Area> anyOf(JsonNode geometries, JsonNode lengths, Fields fields) {
        if (geometries.size() > Area.AnyOf.PARTS_MAX) {
            fields.problem("area", "zones.error.too-many-parts", Area.AnyOf.PARTS_MAX);
            return Optional.empty();
        }
        List<Area> parts = new ArrayList<>();
        for (int i = 0; i < geometries.size(); i++) {
            Lengths drawn = new Lengths("", lengths.path(i));
            one(geometries.path(i), drawn, drawn, fields).ifPresent(parts::add);
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.size() == 1 ? parts.getFirst() : new Area.AnyOf(parts));
    }

    static void check(Area area, Fields fields) {
        if (corners(area) > CORNERS_MAX) {
            fields.problem("area", "zones.error.too-many-corners", CORNERS_MAX);
            return;
        }
        AreaProblems.find(area)
                .ifPresent(problem -> fields.problem(
                        "area",
                        "zones.error.area."
                                + problem.reason()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-')));
    }

    private static int corners(Area area) {
        return switch (area) {
            case Area.Circle circle -> 1;
            case Area.Polygonal polygonal -> polygonal.geometry().getNumPoints();
            case Area.Corridor corridor -> corridor.geometry().getNumPoints();
            case Area.AnyOf anyOf ->
                anyOf.parts().stream().mapToInt(ZoneArea::corners).sum();
            case Area.Group group -> 0;
        };
    }

    /** The Feature to store, to send and to hand to the map. */
    public static ObjectNode write(Area area) {
        ObjectNode feature = Json.mapper().createObjectNode().put("type", "Feature");
        ObjectNode properties = Json.mapper().createObjectNode();
        switch (area) {
            case Area.Circle circle -> {
                properties.put("radiusM", circle.radiusMeters());
                ArrayNode at = geometry(feature, "Point");
                at.add(circle.longitude()).add(circle.latitude());
            }
            case Area.Corridor corridor -> {
                properties.put("bufferM", corridor.bufferMeters());
                points(geometry(feature, "LineString"), corridor.geometry());
            }
            case Area.Polygonal polygonal
            when polygonal.geometry() instanceof Polygon polygon -> rings(geometry(feature, "Polygon"), polygon);
            case Area.Polygonal polygonal -> {
                ArrayNode parts = geometry(feature, "MultiPolygon");
                for (int i = 0; i < polygonal.geometry().getNumGeometries(); i++) {
                    rings(parts.addArray(), (Polygon) polygonal.geometry().getGeometryN(i));
                }
            }
            case Area.AnyOf anyOf -> {
                ArrayNode lengths = properties.putArray("lengthsM");
                ArrayNode parts = feature.putObject("geometry")
                        .put("type", "GeometryCollection")
                        .putArray("geometries");
                for (Area part : anyOf.parts()) {
                    ObjectNode written = write(part);
                    parts.add(written.path("geometry"));
                    JsonNode radius = written.path("properties").path("radiusM");
                    JsonNode length = radius.isNumber()
                            ? radius
                            : written.path("properties").path("bufferM");
                    lengths.add(length.isNumber() ? length : Json.mapper().nullNode());
                }
            }
            case Area.Group group -> {
                feature.putNull("geometry");
                properties.put("placeGroupId", group.id());
            }
        }
        feature.set("properties", properties);
        return feature;
    }

    /** An area that was stored, and so was good when it was. */
    static Area stored(String geoJson) {
        Fields fields = new Fields();
        return read(List.of(geoJson), "", "", fields)
                .orElseThrow(() -> new IllegalStateException("a stored area cannot be read any more"));
    }

    private static double meters(String field, String raw, JsonNode property, Fields fields) {
        double value = -1;
        try {
            value = raw.isBlank() ? property.asDouble(-1) : Double.parseDouble(raw.strip());
        } catch (NumberFormatException notANumber) {
            // stays out of range
        }
        if (!(value >= 1 && value <= METERS_MAX)) {
            fields.problem(field, "zones.error.meters", METERS_MAX / 1_000);
        }
        return value;
    }

    private static Optional<Area> circle(JsonNode geometry, double radius) {
        Coordinate centre = coordinate(geometry.path("coordinates"));
        return radius > 0 ? Optional.of(new Area.Circle(centre.y, centre.x, radius)) : Optional.empty();
    }

    private static Optional<Area> corridor(JsonNode geometry, double buffer) {
        LineString line = GEOMETRIES.createLineString(coordinates(geometry.path("coordinates")));
        return buffer > 0 ? Optional.of(new Area.Corridor(line, buffer)) : Optional.empty();
    }

    private static MultiPolygon multiPolygon(JsonNode parts) {
        List<Polygon> polygons = new ArrayList<>();
        parts.forEach(part -> polygons.add(polygon(part)));
        return GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        if (!rings.isArray() || rings.isEmpty()) {
            throw new IllegalArgumentException("no outline");
        }
        List<LinearRing> read = new ArrayList<>();
        rings.forEach(ring -> read.add(GEOMETRIES.createLinearRing(coordinates(ring))));
        return GEOMETRIES.createPolygon(
                read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate[] coordinates(JsonNode list) {
        List<Coordinate> coordinates = new ArrayList<>();
        list.forEach(item -> coordinates.add(coordinate(item)));
        return coordinates.toArray(Coordinate[]::new);
    }

    private static Coordinate coordinate(JsonNode pair) {
        if (!pair.isArray()
                || pair.size() < 2
                || !pair.get(0).isNumber()
                || !pair.get(1).isNumber()) {
            throw new IllegalArgumentException("no position");
        }
        return new Coordinate(pair.get(0).asDouble(), pair.get(1).asDouble());
    }

    private static ArrayNode geometry(ObjectNode feature, String type) {
        return feature.putObject("geometry").put("type", type).putArray("coordinates");
    }

    private static void rings(ArrayNode into, Polygon polygon) {
        points(into.addArray(), polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            points(into.addArray(), polygon.getInteriorRingN(i));
        }
    }

    private static void points(ArrayNode into, Geometry line) {
        for (Coordinate point : line.getCoordinates()) {
            into.addArray().add(point.x).add(point.y);
        }
    }
}
