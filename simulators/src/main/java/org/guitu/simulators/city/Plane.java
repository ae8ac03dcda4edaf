package org.guitu.simulators.city;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The flat drawing board of a city: x metres east and y metres north of its origin. Equirectangular about the origin's latitude; over the
 * few kilometres of the city the error stays below a metre.
 *
 * @param origin where x and y are zero
 */
public record Plane(LatLon origin) {

    /** The point of the plane under a point on the ground. */
    public Coordinate toPlane(LatLon point) {
        return new Coordinate(
                (point.longitude() - origin.longitude()) * metersPerDegreeEast(),
                (point.latitude() - origin.latitude()) * LatLon.METERS_PER_DEGREE);
    }

    /** The point on the ground at a point of the plane. */
    public LatLon toLatLon(Coordinate point) {
        return new LatLon(
                origin.latitude() + point.y / LatLon.METERS_PER_DEGREE,
                origin.longitude() + point.x / metersPerDegreeEast());
    }

    /** A copy of a plane geometry in WGS-84 degrees, x = longitude. */
    public Geometry toGeographic(Geometry shape) {
        Geometry copy = shape.copy();
        copy.apply((CoordinateFilter) c -> {
            LatLon point = toLatLon(c);
            c.x = point.longitude();
            c.y = point.latitude();
        });
        copy.geometryChanged();
        return copy;
    }

    private double metersPerDegreeEast() {
        return LatLon.METERS_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(origin.latitude()));
    }
}
