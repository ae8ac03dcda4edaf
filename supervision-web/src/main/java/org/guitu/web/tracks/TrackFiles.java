package org.guitu.web.tracks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.guitu.ingest.store.TrackPoint;
import org.guitu.web.http.Json;
import org.jspecify.annotations.Nullable;

/** A track as a file. Pure. */
final class TrackFiles {

    private TrackFiles() {}

    /** RFC 4180, UTF-8; instants in UTC, degrees WGS-84, metres, km/h. */
    static byte[] csv(Track track) {
        StringBuilder csv = new StringBuilder(
                "fixTime,receivedAt,lat,lon,located,accuracyM,speedKmh,courseDeg,satellites,batteryPercent,late,alarms,accuracyEstimated\r\n");
        for (TrackPoint point : track.points()) {
            Optional<PointError> error = PointError.of(point);
            csv.append(point.fixTime())
                    .append(',')
                    .append(point.receivedAt())
                    .append(',')
                    .append(text(point.latitude()))
                    .append(',')
                    .append(text(point.longitude()))
                    .append(',')
                    .append(point.located())
                    .append(',')
                    .append(error.map(known -> text(known.meters())).orElse(""))
                    .append(',')
                    .append(text(point.speedKmh()))
                    .append(',')
                    .append(text(point.courseDegrees()))
                    .append(',')
                    .append(text(point.satellites()))
                    .append(',')
                    .append(text(point.batteryPercent()))
                    .append(',')
                    .append(Track.late(point))
                    .append(',')
                    .append(String.join(
                            " ",
                            point.alarms().stream().map(Enum::name).sorted().toList()))
                    .append(',')
                    .append(error.map(PointError::estimated).orElse(false))
                    .append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 7946: a Point for each report that says where. */
    static ObjectNode geoJson(Track track) {
        ObjectNode collection = Json.mapper().createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        for (TrackPoint point : track.points()) {
            if (point.latitude() == null || point.longitude() == null) {
                continue;
            }
            ObjectNode feature = features.addObject().put("type", "Feature");
            feature.putObject("geometry")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(point.longitude())
                    .add(point.latitude());
            ObjectNode properties = feature.putObject("properties")
                    .put("fixTime", point.fixTime().toString())
                    .put("receivedAt", point.receivedAt().toString())
                    .put("located", point.located())
                    .put("late", Track.late(point));
            PointError.of(point)
                    .ifPresent(error ->
                            properties.put("accuracyM", error.meters()).put("accuracyEstimated", error.estimated()));
            if (point.speedKmh() != null) {
                properties.put("speedKmh", point.speedKmh());
            }
            if (point.satellites() != null) {
                properties.put("satellites", point.satellites());
            }
        }
        return collection;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
