package org.guitu.simulators.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Water and hills: what was there before the city. */
final class Landscape {

    private final GeometryFactory shapes;
    private final RandomGenerator random;
    private final Geometry board;
    private final List<Site> sites = new ArrayList<>();

    Landscape(GeometryFactory shapes, RandomGenerator random, River river, Geometry board) {
        this.shapes = shapes;
        this.random = random;
        this.board = board;
        double x = river.islandX();
        Coordinate middle = new Coordinate(x, river.middle(x));
        Polygon island = blob(middle, 300, 52, 0.05, slope(river, x));
        Geometry water = river.water(shapes, -4500, 4500, 0);
        add(SiteKind.RIVER, new Name("归水", "Gui River"), water.difference(island));
        add(SiteKind.RIVER, new Name("棠溪", "Tang Creek"), creek(river));
        add(SiteKind.PARK, new Name("白鹭洲", "Egret Island"), island);
        add(
                SiteKind.PARK,
                new Name("望归山森林公园", "Wanggui Hill Forest Park"),
                blob(new Coordinate(3150, 2350), 780, 520, 0.16, 0.4));
        add(
                SiteKind.PARK,
                new Name("桂岭郊野公园", "Guiling Country Park"),
                blob(new Coordinate(-3250, -2250), 620, 560, 0.18, -0.3));
        add(
                SiteKind.PARK,
                new Name("东篱湿地公园", "Dongli Wetland Park"),
                blob(new Coordinate(3350, river.middle(3350) - 420), 420, 190, 0.12, -0.25));
    }

    List<Site> sites() {
        return sites;
    }

    /** A wobbly oval. */
    Polygon blob(Coordinate centre, double halfWidth, double halfHeight, double wobble, double turn) {
        double one = random.nextDouble(0, 2 * StrictMath.PI);
        double two = random.nextDouble(0, 2 * StrictMath.PI);
        Coordinate[] ring = new Coordinate[49];
        for (int i = 0; i < 48; i++) {
            double angle = 2 * StrictMath.PI * i / 48;
            double swell =
                    1 + wobble * StrictMath.sin(3 * angle + one) + wobble * 0.6 * StrictMath.sin(5 * angle + two);
            double x = StrictMath.cos(angle) * halfWidth * swell;
            double y = StrictMath.sin(angle) * halfHeight * swell;
            ring[i] = new Coordinate(
                    centre.x + x * StrictMath.cos(turn) - y * StrictMath.sin(turn),
                    centre.y + x * StrictMath.sin(turn) + y * StrictMath.cos(turn));
        }
        ring[48] = ring[0].copy();
        return shapes.createPolygon(ring);
    }

    private static double slope(River river, double x) {
        return StrictMath.atan((river.middle(x + 60) - river.middle(x - 60)) / 120);
    }

    /** A brook from the northern hills into the river. */
    private Geometry creek(River river) {
        double start = random.nextDouble(1250, 1550);
        double phase = random.nextDouble(0, 2 * StrictMath.PI);
        List<Coordinate> line = new ArrayList<>();
        for (double y = StreetGrid.HALF_HEIGHT + 100; ; y -= 60) {
            double x = start + 150 * StrictMath.sin(y / 520 + phase) + 60 * StrictMath.sin(y / 230);
            line.add(new Coordinate(x, y));
            if (y < river.middle(x)) {
                break;
            }
        }
        Geometry brook =
                shapes.createLineString(line.toArray(Coordinate[]::new)).buffer(13, 2);
        return brook.difference(river.water(shapes, -4500, 4500, -6));
    }

    private void add(SiteKind kind, Name name, Geometry shape) {
        Geometry shown = DouglasPeuckerSimplifier.simplify(shape.intersection(board), 1);
        for (Polygon part : Blocks.polygons(shown)) {
            if (part.getArea() > 3000) {
                sites.add(new Site(kind, name, part));
            }
        }
    }
}
