package org.guitu.simulators.city;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Writes a city as a GeoJSON FeatureCollection (RFC 7946): the basemap. Members of {@code properties}: {@code kind}
 * (river|park|road|building|school|police|justice|district|station|market), {@code name} (Chinese) and {@code nameEn} where there is a
 * name, {@code class} for roads (avenue|street|lane) and districts (county|township), {@code bridge} for stretches over the river.
 * Features come in the order in which they are best painted. Coordinates have six decimals, a decimetre.
 */
public final class CityGeoJson {

    private static final int DECIMALS = 6;

    private final City city;
    private final JsonGenerator json;

    private CityGeoJson(City city, JsonGenerator json) {
        this.city = city;
        this.json = json;
    }

    /** Writes the whole collection as UTF-8 and leaves the stream open. */
    public static void write(City city, OutputStream out) throws IOException {
        JsonFactory factory = JsonFactory.builder().build();
        try (JsonGenerator json = factory.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            new CityGeoJson(city, json).write();
        }
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
        sites(SiteKind.DISTRICT);
        sites(SiteKind.PARK);
        sites(SiteKind.RIVER);
        for (SiteKind kind : SiteKind.values()) {
            if (kind != SiteKind.DISTRICT && kind != SiteKind.PARK && kind != SiteKind.RIVER) {
                sites(kind);
            }
        }
        for (Building building : city.buildings()) {
            feature("building", null, null, false, building.shape());
        }
        for (RoadClass roadClass : new RoadClass[] {RoadClass.LANE, RoadClass.STREET, RoadClass.AVENUE}) {
            for (Road road : city.roads()) {
                if (road.roadClass() == roadClass) {
                    Geometry line = DouglasPeuckerSimplifier.simplify(road.line(), 1);
                    feature("road", road.name(), roadClass.word(), road.bridge(), line);
                }
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void sites(SiteKind kind) throws IOException {
        for (Site site : city.sites(kind)) {
            String rank = kind != SiteKind.DISTRICT ? null : site.equals(city.county()) ? "county" : "township";
            feature(kind.word(), site.name(), rank, false, site.shape());
        }
    }

    private void feature(String kind, @Nullable Name name, @Nullable String rank, boolean bridge, Geometry shape)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("properties");
        json.writeStringField("kind", kind);
        if (name != null) {
            json.writeStringField("name", name.zh());
            json.writeStringField("nameEn", name.en());
        }
        if (rank != null) {
            json.writeStringField("class", rank);
        }
        if (bridge) {
            json.writeBooleanField("bridge", true);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("geometry");
        geometry(shape);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void geometry(Geometry shape) throws IOException {
        json.writeStringField("type", shape.getGeometryType());
        json.writeFieldName("coordinates");
        if (shape instanceof Polygon polygon) {
            json.writeStartArray();
            line(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                line(polygon.getInteriorRingN(i));
            }
            json.writeEndArray();
        } else {
            line((LineString) shape);
        }
    }

    private void line(LineString line) throws IOException {
        json.writeStartArray();
        for (Coordinate coordinate : line.getCoordinates()) {
            LatLon point = city.ground(coordinate);
            json.writeStartArray();
            number(point.longitude());
            number(point.latitude());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void number(double degrees) throws IOException {
        json.writeNumber(BigDecimal.valueOf(degrees)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString());
    }
}
