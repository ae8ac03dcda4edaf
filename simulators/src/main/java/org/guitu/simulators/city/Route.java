package org.guitu.simulators.city;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * A way from one place to another, in plane metres.
 *
 * @param line the way; at least two points
 */
public record Route(LineString line) {

    /** A way through these points; two in the same place are one. */
    public static Route through(List<Coordinate> points) {
        List<Coordinate> distinct = new ArrayList<>();
        for (Coordinate point : points) {
            if (distinct.isEmpty() || distinct.getLast().distance(point) > 0.01) {
                distinct.add(point);
            }
        }
        if (distinct.size() == 1) {
            distinct.add(new Coordinate(distinct.getFirst().x + 0.1, distinct.getFirst().y));
        }
        return new Route(new GeometryFactory().createLineString(distinct.toArray(Coordinate[]::new)));
    }

    public double lengthMeters() {
        return line.getLength();
    }

    public Coordinate start() {
        return line.getCoordinateN(0);
    }

    public Coordinate end() {
        return line.getCoordinateN(line.getNumPoints() - 1);
    }

    /** The point so far along; before the start and after the end it is the end point. */
    public Coordinate at(double meters) {
        return new LengthIndexedLine(line).extractPoint(Math.clamp(meters, 0, lengthMeters()));
    }

    /** Degrees clockwise from north in which one walks there, 0 to below 360. */
    public double courseDegrees(double meters) {
        Coordinate here = at(Math.min(meters, lengthMeters() - 1));
        Coordinate ahead = at(Math.min(meters, lengthMeters() - 1) + 1);
        double degrees = StrictMath.toDegrees(StrictMath.atan2(ahead.x - here.x, ahead.y - here.y));
        return (degrees + 360) % 360;
    }

    /** The same way walked back. */
    public Route reversed() {
        return new Route(line.reverse());
    }
}
