package org.guitu.ingest.registry;

import org.guitu.geofence.zone.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
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
     * The area of a stored rule.
     *
     * @param meters radius of a point, buffer of a line; else ignored
     * @throws IllegalArgumentException for a geometry that is no area
     */
    public static Area of(Geometry geometry, double meters) {
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
        };
    }

    /** The length to be stored; NaN where the geometry says it all. */
    public static double meters(Area area) {
        return switch (area) {
            case Area.Circle circle -> circle.radiusMeters();
            case Area.Polygonal polygonal -> Double.NaN;
            case Area.Corridor corridor -> corridor.bufferMeters();
        };
    }
}
