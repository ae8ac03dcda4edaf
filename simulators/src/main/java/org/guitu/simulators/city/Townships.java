package org.guitu.simulators.city;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The county's boundary and its four townships: the river parts north from south, one avenue parts west from east. */
final class Townships {

    static final Name COUNTY = new Name("安归县", "Angui County");

    /** North-west, north-east, south-west, south-east. */
    static final List<Name> NAMES = List.of(
            new Name("晨光街道", "Chenguang Subdistrict"),
            new Name("东篱镇", "Dongli Town"),
            new Name("晚渡镇", "Wandu Town"),
            new Name("长灯街道", "Changdeng Subdistrict"));

    private Townships() {}

    static List<Site> draw(GeometryFactory shapes, River river, StreetGrid grid, double parting) {
        Polygon county = county(shapes);
        Polygon north = half(shapes, river::middle, 1);
        Polygon west = west(shapes, y -> grid.x(parting, y));
        List<Site> sites = new ArrayList<>();
        sites.add(new Site(SiteKind.DISTRICT, COUNTY, county));
        Geometry upper = county.intersection(north);
        Geometry lower = county.difference(north);
        List<Geometry> quarters = List.of(
                upper.intersection(west), upper.difference(west), lower.intersection(west), lower.difference(west));
        for (int i = 0; i < 4; i++) {
            sites.add(new Site(
                    SiteKind.DISTRICT,
                    NAMES.get(i),
                    SitePlan.largest(quarters.get(i)).orElse(county)));
        }
        return sites;
    }

    private static Polygon county(GeometryFactory shapes) {
        List<Coordinate> ring = new ArrayList<>();
        double w = StreetGrid.HALF_WIDTH - 90;
        double h = StreetGrid.HALF_HEIGHT - 90;
        for (int i = 0; i < 80; i++) {
            double angle = 2 * StrictMath.PI * i / 80;
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle);
            double reach = 0.965 + 0.02 * StrictMath.sin(7 * angle) + 0.015 * StrictMath.sin(13 * angle + 1);
            double x = StrictMath.signum(c) * StrictMath.pow(StrictMath.abs(c), 0.34) * w * reach;
            double y = StrictMath.signum(s) * StrictMath.pow(StrictMath.abs(s), 0.34) * h * reach;
            ring.add(new Coordinate(x, y));
        }
        ring.add(ring.getFirst().copy());
        return shapes.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private static Polygon half(GeometryFactory shapes, DoubleUnaryOperator line, int sign) {
        List<Coordinate> ring = new ArrayList<>();
        for (double x = -5000; x <= 5000; x += 200) {
            ring.add(new Coordinate(x, line.applyAsDouble(x)));
        }
        ring.add(new Coordinate(5000, sign * 5000));
        ring.add(new Coordinate(-5000, sign * 5000));
        ring.add(ring.getFirst().copy());
        return shapes.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private static Polygon west(GeometryFactory shapes, DoubleUnaryOperator line) {
        List<Coordinate> ring = new ArrayList<>();
        for (double y = -5000; y <= 5000; y += 200) {
            ring.add(new Coordinate(line.applyAsDouble(y), y));
        }
        ring.add(new Coordinate(-6000, 5000));
        ring.add(new Coordinate(-6000, -5000));
        ring.add(ring.getFirst().copy());
        return shapes.createPolygon(ring.toArray(Coordinate[]::new));
    }
}
