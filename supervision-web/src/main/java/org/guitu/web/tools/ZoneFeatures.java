package org.guitu.web.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guitu.geofence.replay.Replay;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.schedule.ScheduleReader;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.AreaProblems;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Zones as features of GeoJSON (RFC 7946): Polygon, MultiPolygon, Point with {@code radiusM}, LineString with {@code bufferM}. */
final class ZoneFeatures {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int POINTS_MAX = 100_000;

    private ZoneFeatures() {}

    /**
     * Reads one feature.
     *
     * @throws BadInput if it cannot be used
     */
    static Replay.Zone read(JsonNode feature) {
        JsonNode properties = feature.path("properties");
        String id = properties.path("id").asText("");
        if (id.isEmpty()) {
            throw new BadInput("properties.id is missing");
        }
        Area area = area(feature.path("geometry"), properties);
        Optional<AreaProblems.Problem> problem = AreaProblems.find(area);
        if (problem.isPresent()) {
            throw new BadInput("the area cannot be used: "
                    + problem.get().reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return new Replay.Zone(id, order(properties, area), schedule(properties.path("schedule")));
    }

    private static Order order(JsonNode properties, Area area) {
        return switch (properties.path("rule").asText("")) {
            case "stay_in" -> Order.stayIn(area);
            case "keep_out" -> Order.keepOut(area);
            default -> throw new BadInput("properties.rule must be stay_in or keep_out");
        };
    }

    private static Optional<WeeklySchedule> schedule(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return Optional.empty();
        }
        List<ScheduleReader.RawWindow> windows = new ArrayList<>();
        for (JsonNode window : json.path("weekly")) {
            List<String> days = new ArrayList<>();
            window.path("days").forEach(day -> days.add(day.asText()));
            windows.add(new ScheduleReader.RawWindow(
                    days, window.path("from").asText(), window.path("to").asText()));
        }
        return switch (ScheduleReader.read(json.path("timezone").asText(), windows)) {
            case ScheduleReader.Reading.Read read -> Optional.of(read.schedule());
            case ScheduleReader.Reading.Refused refused ->
                throw new BadInput("the schedule cannot be used: "
                        + refused.problems()
                                .getFirst()
                                .reason()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' '));
        };
    }

    private static Area area(JsonNode geometry, JsonNode properties) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asText("")) {
            case "Polygon" -> new Area.Polygonal(polygon(coordinates));
            case "MultiPolygon" -> {
                List<Polygon> parts = new ArrayList<>();
                coordinates.forEach(part -> parts.add(polygon(part)));
                yield new Area.Polygonal(FACTORY.createMultiPolygon(parts.toArray(new Polygon[0])));
            }
            case "Point" -> {
                Coordinate centre = coordinate(coordinates);
                yield new Area.Circle(centre.y, centre.x, meters(properties, "radiusM"));
            }
            case "LineString" -> new Area.Corridor(line(coordinates), meters(properties, "bufferM"));
            case "MultiLineString" -> {
                List<LineString> parts = new ArrayList<>();
                coordinates.forEach(part -> parts.add(line(part)));
                Geometry lines = FACTORY.createMultiLineString(parts.toArray(new LineString[0]));
                yield new Area.Corridor(lines, meters(properties, "bufferM"));
            }
            default -> throw new BadInput("geometry.type must be Polygon, MultiPolygon, Point or LineString");
        };
    }

    private static double meters(JsonNode properties, String name) {
        JsonNode value = properties.path(name);
        if (!value.isNumber()) {
            throw new BadInput("properties." + name + " is missing or not a number");
        }
        return value.asDouble();
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> read = new ArrayList<>();
        for (JsonNode ring : rings) {
            try {
                read.add(FACTORY.createLinearRing(coordinates(ring)));
            } catch (IllegalArgumentException malformed) {
                throw new BadInput("a ring is not closed or has too few points");
            }
        }
        if (read.isEmpty()) {
            throw new BadInput("the polygon has no ring");
        }
        return FACTORY.createPolygon(
                read.getFirst(), read.subList(1, read.size()).toArray(new LinearRing[0]));
    }

    private static LineString line(JsonNode points) {
        Coordinate[] read = coordinates(points);
        if (read.length < 2) {
            throw new BadInput("a line needs two points");
        }
        return FACTORY.createLineString(read);
    }

    private static Coordinate[] coordinates(JsonNode points) {
        if (points.size() > POINTS_MAX) {
            throw new BadInput("more than " + POINTS_MAX + " points");
        }
        List<Coordinate> read = new ArrayList<>();
        points.forEach(point -> read.add(coordinate(point)));
        return read.toArray(new Coordinate[0]);
    }

    private static Coordinate coordinate(JsonNode point) {
        if (point.size() < 2 || !point.get(0).isNumber() || !point.get(1).isNumber()) {
            throw new BadInput("a point is not [longitude, latitude]");
        }
        return new Coordinate(point.get(0).asDouble(), point.get(1).asDouble());
    }
}
