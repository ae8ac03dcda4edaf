package org.guitu.ingest.registry;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.zone.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.PrecisionModel;

/** Areas as stored: a geometry in WGS-84, and a length in metres where a point or a line needs one. */
public final class Areas {

    private static final int WGS84 = 4326;
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), WGS84);

    private Areas() {}

    /**
     * The area of a stored rule or place.
     *
     * @param lengths of each part: radius of a point, buffer of a line; else ignored
     * @throws IllegalArgumentException for a geometry that is no area
     */
    public static Area of(Geometry geometry, List<Optional<Double>> lengths) {
        if (geometry.getClass() == GeometryCollection.class) {
            var parts = new ArrayList<Area>();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                parts.add(one(geometry.getGeometryN(i), length(lengths, i)));
            }
            return new Area.AnyOf(parts);
        }
        return one(geometry, length(lengths, 0));
    }

    private static double length(List<Optional<Double>> lengths, int part) {
        return part < lengths.size() ? lengths.get(part).orElse(Double.NaN) : Double.NaN;
    }

    private static Area one(Geometry geometry, double meters) {
        return switch (geometry) {
            case Point centre -> new Area.Circle(centre.getY(), centre.getX(), meters);
            case Polygonal polygonal -> new Area.Polygonal((Geometry) polygonal);
            case Lineal lineal -> new Area.Corridor((Geometry) lineal, meters);
            default -> throw new IllegalArgumentException("no area: " + geometry.getGeometryType());
        };
    }

    /** The geometry to be stored, with its SRID. */
    public static Geometry geometry(Area area) {
        return switch (area) {
            case Area.Circle circle -> FACTORY.createPoint(new Coordinate(circle.longitude(), circle.latitude()));
            case Area.Polygonal polygonal -> FACTORY.createGeometry(polygonal.geometry());
            case Area.Corridor corridor -> FACTORY.createGeometry(corridor.geometry());
            case Area.AnyOf anyOf ->
                FACTORY.createGeometryCollection(
                        anyOf.parts().stream().map(Areas::geometry).toArray(Geometry[]::new));
            case Area.Group group -> throw new IllegalArgumentException("a group is stored by its id");
        };
    }

    /** The lengths to be stored, one for each part; empty where the geometry says it all. */
    public static List<Optional<Double>> lengths(Area area) {
        return switch (area) {
            case Area.Circle circle -> List.of(Optional.of(circle.radiusMeters()));
            case Area.Polygonal polygonal -> List.of(Optional.empty());
            case Area.Corridor corridor -> List.of(Optional.of(corridor.bufferMeters()));
            case Area.AnyOf anyOf ->
                anyOf.parts().stream().flatMap(part -> lengths(part).stream()).toList();
            case Area.Group group -> List.of();
        };
    }

    /** The lengths of a column {@code lengths_m}. */
    public static List<Optional<Double>> lengths(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return List.of();
        }
        var lengths = new ArrayList<Optional<Double>>();
        for (Double length : (Double[]) array.getArray()) {
            lengths.add(Optional.ofNullable(length));
        }
        return lengths;
    }
}
