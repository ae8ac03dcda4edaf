package org.guitu.simulators.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Sets buildings into a block in rows along its streets, the way plots are really cut. */
final class Layout {

    /**
     * What is set.
     *
     * @param width metres along the row, before variation
     * @param depth metres across the row
     * @param gap metres between neighbours in a row
     * @param pitch metres from row to row
     * @param vary share by which sizes vary, 0-1
     * @param share share of plots that are built on, 0-1
     * @param wings share of buildings with a wing: an L instead of a box
     */
    record Style(double width, double depth, double gap, double pitch, double vary, double share, double wings) {}

    private final GeometryFactory shapes;
    private final RandomGenerator random;

    Layout(GeometryFactory shapes, RandomGenerator random) {
        this.shapes = shapes;
        this.random = random;
    }

    /** Buildings within an area, clear of its edge as far as the area itself is. */
    List<Polygon> fill(Geometry area, Style style) {
        double angle = angle(area);
        AffineTransformation upright = AffineTransformation.rotationInstance(-angle);
        AffineTransformation back = AffineTransformation.rotationInstance(angle);
        Geometry turned = upright.transform(area);
        PreparedGeometry ground = PreparedGeometryFactory.prepare(turned);
        Envelope box = turned.getEnvelopeInternal();
        List<Polygon> placed = new ArrayList<>();
        int rows = Math.max(1, (int) Math.floor((box.getHeight() - style.depth()) / style.pitch()) + 1);
        double slack = (box.getHeight() - (rows - 1) * style.pitch() - style.depth()) / 2;
        for (int row = 0; row < rows; row++) {
            double y = box.getMinY() + slack + row * style.pitch();
            double x = box.getMinX() + random.nextDouble(0, 6);
            while (x < box.getMaxX()) {
                double width = vary(style.width(), style.vary());
                double depth = vary(style.depth(), style.vary());
                boolean built = random.nextDouble() < style.share();
                boolean wing = random.nextDouble() < style.wings();
                Polygon plan = wing ? winged(x, y, width, depth) : box(x, y, width, depth);
                if (!ground.contains(plan)) {
                    x += 7;
                    continue;
                }
                if (built) {
                    placed.add((Polygon) back.transform(plan));
                }
                x += width + style.gap();
            }
        }
        return placed;
    }

    /** The direction of the block's streets nearest to east, in radians between -45 and 45 degrees. */
    static double angle(Geometry area) {
        Coordinate[] box = MinimumDiameter.getMinimumRectangle(area).getCoordinates();
        if (box.length < 3) {
            return 0;
        }
        double angle = StrictMath.atan2(box[1].y - box[0].y, box[1].x - box[0].x);
        double quarter = StrictMath.PI / 2;
        return angle - quarter * StrictMath.rint(angle / quarter);
    }

    /** A box of a size around a point, turned by an angle. */
    Polygon turnedBox(Coordinate centre, double width, double depth, double angle) {
        Polygon plan = box(centre.x - width / 2, centre.y - depth / 2, width, depth);
        return (Polygon)
                AffineTransformation.rotationInstance(angle, centre.x, centre.y).transform(plan);
    }

    private double vary(double value, double share) {
        return value * (1 + share * random.nextDouble(-1, 1));
    }

    private Polygon box(double x, double y, double width, double depth) {
        return ring(x, y, x + width, y, x + width, y + depth, x, y + depth);
    }

    private Polygon winged(double x, double y, double width, double depth) {
        double notch = width * random.nextDouble(0.4, 0.65);
        double waist = depth * random.nextDouble(0.4, 0.6);
        return random.nextBoolean()
                ? ring(
                        x, y, x + width, y, x + width, y + waist, x + notch, y + waist, x + notch, y + depth, x,
                        y + depth)
                : ring(
                        x, y, x + width, y, x + width, y + depth, x + notch, y + depth, x + notch, y + waist, x,
                        y + waist);
    }

    private Polygon ring(double... xy) {
        Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < xy.length / 2; i++) {
            ring[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        ring[xy.length / 2] = ring[0].copy();
        return shapes.createPolygon(ring);
    }
}
