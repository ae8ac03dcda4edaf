package org.guitu.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The one geometry kernel: edges of any number of areas as flat runs of vertices in degrees, and the distance of a point to those of one area.
 *
 * <p>Vertices stay in degrees and are scaled by the frame of the fix, so the answer is best near the edge however large the area is. Runs are
 * parted by NaN, for which every comparison below is false, so the loop needs no other bookkeeping; rings and holes alike are runs: the
 * even-odd rule sorts them out. Edges are grouped in blocks with a bounding box each: a block that cannot hold the nearest edge nor be crossed
 * by the ray is passed over, which makes a county's outline of ten thousand vertices cost little more than a garden's.
 */
final class Edges {

    private static final int BOX = 4;

    final double[] xs;
    final double[] ys;
    /** minX, minY, maxX, maxY of each block. */
    private final double[] boxes;

    private int vertices;
    private int blocks;

    /** Room for areas with this many vertices and blocks in all, as {@link #verticesOf} and {@link #blocksOf} count them. */
    Edges(int vertices, int blocks) {
        xs = new double[vertices];
        ys = new double[vertices];
        boxes = new double[blocks * BOX];
    }

    /** The rings of a polygon or multipolygon, or the lines of a route; circles have none. */
    static List<Coordinate[]> runs(Area area) {
        var runs = new ArrayList<Coordinate[]>();
        switch (area) {
            case Area.Circle circle -> {}
            case Area.Polygonal polygonal -> addRings(polygonal.geometry(), runs);
            case Area.Corridor corridor -> addLines(corridor.geometry(), runs);
            case Area.AnyOf anyOf -> throw new IllegalArgumentException("several areas have no outline");
            case Area.Group group -> throw new IllegalArgumentException("several areas have no outline");
        }
        return runs;
    }

    private static void addRings(Geometry polygonal, List<Coordinate[]> runs) {
        for (int i = 0; i < polygonal.getNumGeometries(); i++) {
            if (polygonal.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                runs.add(polygon.getExteriorRing().getCoordinates());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    runs.add(polygon.getInteriorRingN(hole).getCoordinates());
                }
            }
        }
    }

    private static void addLines(Geometry lines, List<Coordinate[]> runs) {
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            if (lines.getGeometryN(i) instanceof LineString line && !line.isEmpty()) {
                runs.add(line.getCoordinates());
            }
        }
    }

    static int verticesOf(List<Coordinate[]> runs) {
        int size = 0;
        for (Coordinate[] run : runs) {
            size = Math.addExact(size, run.length + 1);
        }
        return size;
    }

    static int blocksOf(int vertices) {
        int size = blockSize(vertices);
        return (vertices + size - 1) / size;
    }

    /** Edges a block: few, so that little but the nearest is measured, unless boxes would then be most of the work. */
    private static int blockSize(int vertices) {
        return vertices <= 500 ? 8 : 16;
    }

    int vertices() {
        return vertices;
    }

    int blocks() {
        return blocks;
    }

    long bytes() {
        return 8L * (xs.length + ys.length + boxes.length);
    }

    /** Appends one area, all longitudes within half a turn of {@code referenceLongitude}. */
    void add(List<Coordinate[]> runs, double referenceLongitude) {
        int first = vertices;
        for (Coordinate[] run : runs) {
            for (Coordinate c : run) {
                xs[vertices] = referenceLongitude + LocalFrame.shortWay(c.x - referenceLongitude);
                ys[vertices++] = c.y;
            }
            xs[vertices] = Double.NaN;
            ys[vertices++] = Double.NaN;
        }
        int size = blockSize(vertices - first);
        for (int from = first; from < vertices; from += size) {
            addBlock(from, Math.min(vertices - 1, from + size));
        }
    }

    private void addBlock(int from, int last) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = from; i <= last; i++) {
            if (!Double.isNaN(xs[i])) {
                minX = Math.min(minX, xs[i]);
                minY = Math.min(minY, ys[i]);
                maxX = Math.max(maxX, xs[i]);
                maxY = Math.max(maxY, ys[i]);
            }
        }
        int box = blocks++ * BOX;
        boxes[box] = minX;
        boxes[box + 1] = minY;
        boxes[box + 2] = maxX;
        boxes[box + 3] = maxY;
    }

    /**
     * The squared metres from a point to the nearest edge of one area, with a minus if the area is filled and the point in it.
     *
     * @param first vertex of the area
     * @param end vertex after its last
     * @param block its first
     * @param px longitude of the point, in the turn of the area's reference longitude
     * @param py latitude of the point
     * @param kx metres a degree east there
     * @param ky metres a degree north there
     * @param filled whether the edges bound a surface or are themselves all there is
     * @param limit squared metres beyond which the distance does not matter: it is the answer, with the right sign, if no edge is nearer
     */
    double signedSquare(
            int first, int end, int block, double px, double py, double kx, double ky, boolean filled, double limit) {
        double best = limit;
        boolean inside = false;
        int size = blockSize(end - first);
        for (int box = block * BOX, from = first; from < end; box += BOX, from += size) {
            double minY = boxes[box + 1];
            double maxY = boxes[box + 3];
            int last = Math.min(end - 1, from + size);
            if (filled && py >= minY && py < maxY && px < boxes[box + 2]) {
                inside ^= crossed(from, last, px, py, kx, ky);
            }
            double gapY = ky * (py < minY ? minY - py : py > maxY ? py - maxY : 0);
            double room = best - gapY * gapY;
            if (room > 0) {
                double minX = boxes[box];
                double maxX = boxes[box + 2];
                double gapX = kx * (px < minX ? minX - px : px > maxX ? px - maxX : 0);
                if (gapX * gapX < room) {
                    best = nearest(from, last, px, py, kx, ky, best);
                }
            }
        }
        return inside ? -best : best;
    }

    /** Whether a ray from the point eastward crosses an odd number of the edges that start at {@code from} up to {@code last}, exclusive. */
    private boolean crossed(int from, int last, double px, double py, double kx, double ky) {
        boolean odd = false;
        for (int i = from; i < last; i++) {
            if ((ys[i] > py) != (ys[i + 1] > py)) {
                double ax = (xs[i] - px) * kx;
                double ay = (ys[i] - py) * ky;
                double bx = (xs[i + 1] - px) * kx;
                double by = (ys[i + 1] - py) * ky;
                odd ^= 0 < ax - ay * (bx - ax) / (by - ay);
            }
        }
        return odd;
    }

    /** The least of {@code best} and the squared distances to the edges that start at {@code from} up to {@code last}, exclusive. */
    private double nearest(int from, int last, double px, double py, double kx, double ky, double best) {
        double ax = (xs[from] - px) * kx;
        double ay = (ys[from] - py) * ky;
        for (int i = from + 1; i <= last; i++) {
            double bx = (xs[i] - px) * kx;
            double by = (ys[i] - py) * ky;
            double dx = bx - ax;
            double dy = by - ay;
            double length = dx * dx + dy * dy;
            double along = length == 0 ? 0 : -(ax * dx + ay * dy) / length;
            double t = along < 0 ? 0 : along > 1 ? 1 : along;
            double x = ax + t * dx;
            double y = ay + t * dy;
            double squared = x * x + y * y;
            if (squared < best) {
                best = squared;
            }
            ax = bx;
            ay = by;
        }
        return best;
    }

    /** The square root, the sign kept. */
    static double signedRoot(double signedSquare) {
        return signedSquare < 0 ? -Math.sqrt(-signedSquare) : Math.sqrt(signedSquare);
    }
}
