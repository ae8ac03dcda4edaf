package org.guitu.web.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guitu.geofence.replay.Replay;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.schedule.ScheduleExceptions;
import org.guitu.geofence.schedule.ScheduleReader;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.AreaProblems;
import org.guitu.ingest.registry.ScheduleJson;
import org.guitu.web.http.Json;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Zones as features of GeoJSON (RFC 7946): Polygon, MultiPolygon, Point with {@code radiusM}, LineString with {@code bufferM}; a GeometryCollection with
 * {@code lengthsM} for places of which any one will do. {@code stay_in} may ask for a {@code dwellMinutes}, {@code keep_out} may warn within
 * {@code approachM}; {@code report_every} has {@code fixEveryS}, {@code sendEveryS}, {@code bufferS} and no geometry. A schedule may have {@code dates}
 * and {@code pauses}, see {@link ScheduleJson}.
 */
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
        Optional<WeeklySchedule> schedule = schedule(properties.path("schedule"));
        try {
            return new Replay.Zone(id, order(feature, properties, schedule.isPresent()), schedule);
        } catch (IllegalArgumentException wrong) {
            throw new BadInput(String.valueOf(wrong.getMessage()));
        }
    }

    private static Area ground(JsonNode feature, JsonNode properties) {
        Area area = area(feature.path("geometry"), properties);
        Optional<AreaProblems.Problem> problem = AreaProblems.find(area);
        if (problem.isPresent()) {
            throw new BadInput("the area cannot be used: "
                    + problem.get().reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return area;
    }

    private static Order order(JsonNode feature, JsonNode properties, boolean scheduled) {
        return switch (properties.path("rule").asText("")) {
            case "stay_in" -> {
                Optional<Duration> dwell = properties.has("dwellMinutes")
                        ? Optional.of(Duration.ofMinutes((long) number(properties, "dwellMinutes")))
                        : Optional.empty();
                if (dwell.isPresent() && !scheduled) {
                    throw new BadInput("properties.dwellMinutes needs a schedule to be counted in");
                }
                yield new Order.StayIn(ground(feature, properties), dwell);
            }
            case "keep_out" ->
                new Order.KeepOut(
                        ground(feature, properties), properties.has("approachM") ? number(properties, "approachM") : 0);
            case "report_every" ->
                new Order.ReportEvery(
                        seconds(properties, "fixEveryS"),
                        seconds(properties, "sendEveryS"),
                        seconds(properties, "bufferS"));
            default -> throw new BadInput("properties.rule must be stay_in, keep_out or report_every");
        };
    }

    private static Duration seconds(JsonNode properties, String name) {
        return Duration.ofSeconds((long) number(properties, name));
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
            case ScheduleReader.Reading.Read read -> Optional.of(read.schedule().with(exceptions(json)));
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

    private static ScheduleExceptions exceptions(JsonNode schedule) {
        try {
            return ScheduleJson.exceptions(schedule);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new BadInput("the exceptions of the schedule cannot be used: " + wrong.getMessage());
        }
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
                yield new Area.Circle(centre.y, centre.x, number(properties, "radiusM"));
            }
            case "LineString" -> new Area.Corridor(line(coordinates), number(properties, "bufferM"));
            case "MultiLineString" -> {
                List<LineString> parts = new ArrayList<>();
                coordinates.forEach(part -> parts.add(line(part)));
                Geometry lines = FACTORY.createMultiLineString(parts.toArray(new LineString[0]));
                yield new Area.Corridor(lines, number(properties, "bufferM"));
            }
            case "GeometryCollection" -> anyOf(geometry.path("geometries"), properties.path("lengthsM"));
            default ->
                throw new BadInput(
                        "geometry.type must be Polygon, MultiPolygon, Point, LineString or GeometryCollection");
        };
    }

    private static Area anyOf(JsonNode geometries, JsonNode lengths) {
        List<Area> parts = new ArrayList<>();
        for (int i = 0; i < geometries.size(); i++) {
            ObjectNode length = Json.mapper().createObjectNode();
            length.set("radiusM", lengths.path(i));
            length.set("bufferM", lengths.path(i));
            parts.add(area(geometries.path(i), length));
        }
        return new Area.AnyOf(parts);
    }

    private static double number(JsonNode properties, String name) {
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
