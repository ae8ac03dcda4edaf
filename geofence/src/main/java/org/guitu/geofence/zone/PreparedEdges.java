package org.guitu.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The edges of a polygon (rings and holes alike: the even-odd rule sorts them out) or of a route, as one flat run of vertices in degrees.
 *
 * <p>Vertices stay in degrees and are scaled by the frame of the fix, so the answer is best near the edge however large the area is. Runs are
 * parted by NaN, for which every comparison below is false, so the loop needs no other bookkeeping. Edges are grouped in blocks with a
 * bounding box each: a block that cannot hold the nearest edge nor be crossed by the ray is passed over, which makes a county's outline of
 * ten thousand vertices cost little more than a garden's.
 */
final class PreparedEdges implements PreparedArea {

    private static final int EDGES_A_BLOCK = 16;
    private static final int BOX = 4;

    private final double[] xs;
    private final double[] ys;
    /** minX, minY, maxX, maxY of each block. */
    private final double[] boxes;

    private final double referenceLongitude;
    private final boolean filled;
    private final double bufferMeters;

    private PreparedEdges(List<Coordinate[]> runs, boolean filled, double bufferMeters) {
        this.filled = filled;
        this.bufferMeters = bufferMeters;
        int size = 0;
        for (Coordinate[] run : runs) {
            size += run.length + 1;
        }
        xs = new double[size];
        ys = new double[size];
        referenceLongitude = runs.isEmpty() ? 0 : runs.getFirst()[0].x;
        int next = 0;
        for (Coordinate[] run : runs) {
            for (Coordinate c : run) {
                xs[next] = referenceLongitude + LocalFrame.shortWay(c.x - referenceLongitude);
                ys[next++] = c.y;
            }
            xs[next] = Double.NaN;
            ys[next++] = Double.NaN;
        }
        boxes = boxes(xs, ys);
    }

    static PreparedEdges outline(Geometry polygonal) {
        var runs = new ArrayList<Coordinate[]>();
        for (int i = 0; i < polygonal.getNumGeometries(); i++) {
            if (polygonal.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                runs.add(polygon.getExteriorRing().getCoordinates());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    runs.add(polygon.getInteriorRingN(hole).getCoordinates());
                }
            }
        }
        return new PreparedEdges(runs, true, 0);
    }

    static PreparedEdges corridor(Geometry lines, double bufferMeters) {
        var runs = new ArrayList<Coordinate[]>();
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            if (lines.getGeometryN(i) instanceof LineString line && !line.isEmpty()) {
                runs.add(line.getCoordinates());
            }
        }
        return new PreparedEdges(runs, false, bufferMeters);
    }

    private static double[] boxes(double[] xs, double[] ys) {
        int blocks = (xs.length + EDGES_A_BLOCK - 1) / EDGES_A_BLOCK;
        double[] boxes = new double[blocks * BOX];
        for (int block = 0; block < blocks; block++) {
            double minX = Double.POSITIVE_INFINITY;
            double minY = Double.POSITIVE_INFINITY;
            double maxX = Double.NEGATIVE_INFINITY;
            double maxY = Double.NEGATIVE_INFINITY;
            int last = Math.min(xs.length - 1, (block + 1) * EDGES_A_BLOCK);
            for (int i = block * EDGES_A_BLOCK; i <= last; i++) {
                if (!Double.isNaN(xs[i])) {
                    minX = Math.min(minX, xs[i]);
                    minY = Math.min(minY, ys[i]);
                    maxX = Math.max(maxX, xs[i]);
                    maxY = Math.max(maxY, ys[i]);
                }
            }
            boxes[block * BOX] = minX;
            boxes[block * BOX + 1] = minY;
            boxes[block * BOX + 2] = maxX;
            boxes[block * BOX + 3] = maxY;
        }
        return boxes;
    }

    @Override
    public double signedDistance(LocalFrame from) {
        double px = referenceLongitude + LocalFrame.shortWay(from.longitude - referenceLongitude);
        double py = from.latitude;
        double kx = from.metersPerDegreeEast;
        double ky = from.metersPerDegreeNorth;
        double best = Double.POSITIVE_INFINITY;
        boolean inside = false;
        for (int box = 0, first = 0; box < boxes.length; box += BOX, first += EDGES_A_BLOCK) {
            boolean crossable = filled && py >= boxes[box + 1] && py < boxes[box + 3] && px < boxes[box + 2];
            double gapX = kx * Math.max(0, Math.max(boxes[box] - px, px - boxes[box + 2]));
            double gapY = ky * Math.max(0, Math.max(boxes[box + 1] - py, py - boxes[box + 3]));
            boolean near = gapX * gapX + gapY * gapY < best;
            if (!crossable && !near) {
                continue;
            }
            int end = Math.min(xs.length - 1, first + EDGES_A_BLOCK);
            for (int i = first; i < end; i++) {
                double ax = (xs[i] - px) * kx;
                double ay = (ys[i] - py) * ky;
                double bx = (xs[i + 1] - px) * kx;
                double by = (ys[i + 1] - py) * ky;
                if (crossable && (ay > 0) != (by > 0) && 0 < ax - ay * (bx - ax) / (by - ay)) {
                    inside = !inside;
                }
                if (near) {
                    double squared = squaredDistanceOfOrigin(ax, ay, bx - ax, by - ay);
                    if (squared < best) {
                        best = squared;
                    }
                }
            }
        }
        double distance = Math.sqrt(best);
        return filled ? (inside ? -distance : distance) : distance - bufferMeters;
    }

    /** From the origin to the segment that starts at (ax, ay) and runs (dx, dy). */
    private static double squaredDistanceOfOrigin(double ax, double ay, double dx, double dy) {
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : -(ax * dx + ay * dy) / length;
        double t = along < 0 ? 0 : along > 1 ? 1 : along;
        double x = ax + t * dx;
        double y = ay + t * dy;
        return x * x + y * y;
    }
}
