package org.guitu.simulators.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The river's course from west to east. The whole street plan leans on it: roads near the water follow its bends, roads far away run
 * straight, as in cities that grew from their banks.
 */
final class River {

    private static final double STEP = 90;

    private final double bend;
    private final double ripple;
    private final double swell;

    River(RandomGenerator random) {
        this.bend = random.nextDouble(0.6, 1.4);
        this.ripple = random.nextDouble(0, 2 * StrictMath.PI);
        this.swell = random.nextDouble(0, 2 * StrictMath.PI);
    }

    /** The y of the middle of the stream at x. */
    double middle(double x) {
        return -0.07 * x - 120 + 500 * StrictMath.sin(x / 1500 + bend) + 120 * StrictMath.sin(x / 700 + ripple);
    }

    /** Half the width of the water at x. */
    double halfWidth(double x) {
        return 105 + 22 * StrictMath.sin(x / 640 + swell) + 75 * bump(x, islandX(), 420);
    }

    /** Where the island lies. */
    double islandX() {
        return -1750 + 300 * StrictMath.sin(swell);
    }

    /** The middle of the stream as a line over the whole board. */
    LineString course(GeometryFactory shapes, double fromX, double toX) {
        return shapes.createLineString(band(fromX, toX, 0).toArray(Coordinate[]::new));
    }

    /** The water itself, widened on both sides by some metres (negative: narrowed). */
    Polygon water(GeometryFactory shapes, double fromX, double toX, double widenMeters) {
        List<Coordinate> ring = new ArrayList<>(side(fromX, toX, 1, widenMeters));
        ring.addAll(side(fromX, toX, -1, widenMeters).reversed());
        ring.add(ring.getFirst().copy());
        return shapes.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private List<Coordinate> side(double fromX, double toX, int sign, double widenMeters) {
        List<Coordinate> bank = new ArrayList<>();
        for (double x = fromX; x <= toX; x += STEP) {
            double slope = (middle(x + 1) - middle(x - 1)) / 2;
            double length = StrictMath.hypot(1, slope);
            double away = sign * (halfWidth(x) + widenMeters);
            bank.add(new Coordinate(x - slope / length * away, middle(x) + away / length));
        }
        return bank;
    }

    private List<Coordinate> band(double fromX, double toX, double away) {
        List<Coordinate> line = new ArrayList<>();
        for (double x = fromX; x <= toX; x += STEP) {
            line.add(new Coordinate(x, middle(x) + away));
        }
        return line;
    }

    private static double bump(double x, double at, double width) {
        double d = (x - at) / width;
        return StrictMath.exp(-d * d);
    }
}
