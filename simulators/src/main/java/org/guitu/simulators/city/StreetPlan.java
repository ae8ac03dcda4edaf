package org.guitu.simulators.city;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LineStringExtracter;

/**
 * Draws the roads: avenues across the whole board, streets where the city is dense enough, lanes here and there within, a ring road, and
 * bridges where chosen avenues meet the river. All other lines end on the riverside avenues.
 */
final class StreetPlan {

    /** Pieces run a little past the road they end on, so that they meet it whatever the rounding; the graph drops the stubs. */
    static final double OVERRUN = 4;

    private static final double SAMPLE = 60;

    private final GeometryFactory shapes;
    private final StreetGrid grid;
    private final Density density;
    private final RandomGenerator random;
    private final Names names;
    private final Polygon corridor;
    private final Polygon water;
    private final Geometry board;
    private final List<Road> roads = new ArrayList<>();

    StreetPlan(
            GeometryFactory shapes,
            StreetGrid grid,
            River river,
            Density density,
            RandomGenerator random,
            Names names,
            Geometry board) {
        this.shapes = shapes;
        this.grid = grid;
        this.density = density;
        this.random = random;
        this.names = names;
        this.board = board;
        this.water = river.water(shapes, -5200, 5200, 4);
        this.corridor = corridor();
    }

    List<Road> draw() {
        ring();
        radial("归心大道", "Guixin Avenue", 330, 560, 1890, 1700);
        radial("远程大道", "Yuancheng Avenue", -1120, -640, -2170, -1560);
        int avenue = 0;
        for (StreetGrid.Line line : grid.uprights()) {
            boolean crosses = line.roadClass() == RoadClass.AVENUE && avenue++ % 2 == 1;
            line(line, grid.levels(), y -> new Coordinate(grid.x(line.at(), y), y), true, crosses);
        }
        for (StreetGrid.Line line : grid.levels()) {
            line(line, grid.uprights(), x -> new Coordinate(x, grid.y(line.at(), x)), false, false);
        }
        return List.copyOf(roads);
    }

    private void line(
            StreetGrid.Line line,
            List<StreetGrid.Line> across,
            DoubleFunction<Coordinate> path,
            boolean upright,
            boolean crosses) {
        Name name = names.road(line.roadClass());
        boolean trunk = StrictMath.abs(line.at()) <= StreetGrid.RIVERSIDE || random.nextInt(5) < 2;
        double from = Double.NaN;
        double to = Double.NaN;
        StreetGrid.Line last = null;
        for (StreetGrid.Line next : across) {
            if (next.roadClass() == RoadClass.LANE) {
                continue; // what a lane would stop at may itself be missing
            }
            if (last != null) {
                double start = parameter(line, last, upright);
                double end = parameter(line, next, upright);
                if (keep(line.roadClass(), path.apply((start + end) / 2), trunk)) {
                    from = Double.isNaN(from) ? start : from;
                    to = end;
                } else {
                    piece(name, line.roadClass(), path, from, to, crosses);
                    from = Double.NaN;
                }
            }
            last = next;
        }
        piece(name, line.roadClass(), path, from, to, crosses);
    }

    private double parameter(StreetGrid.Line line, StreetGrid.Line other, boolean upright) {
        return upright ? grid.crossing(line.at(), other.at()).y : grid.crossing(other.at(), line.at()).x;
    }

    private boolean keep(RoadClass roadClass, Coordinate middle, boolean trunk) {
        double built = density.at(middle.x, middle.y);
        return switch (roadClass) {
            case AVENUE -> trunk || built > random.nextDouble(-0.24, -0.1);
            case STREET -> built > random.nextDouble(-0.12, 0.04);
            case LANE -> built > 0.03 && random.nextDouble() < 0.42 + 0.45 * built;
        };
    }

    private void piece(
            Name name, RoadClass roadClass, DoubleFunction<Coordinate> path, double from, double to, boolean crosses) {
        if (Double.isNaN(from)) {
            return;
        }
        List<Coordinate> points = new ArrayList<>();
        int steps = Math.max(2, (int) Math.ceil((to - from) / SAMPLE));
        for (int i = 0; i <= steps; i++) {
            double overrun = i == 0 ? -OVERRUN : i == steps ? OVERRUN : 0;
            points.add(path.apply(from + (to - from) * i / steps + overrun));
        }
        add(name, roadClass, shapes.createLineString(points.toArray(Coordinate[]::new)), crosses);
    }

    private void ring() {
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            double angle = 2 * StrictMath.PI * i / 120;
            points.add(new Coordinate(
                    power(StrictMath.cos(angle)) * Density.ringX() * 1.03,
                    power(StrictMath.sin(angle)) * Density.ringY() * 1.03 - 80));
        }
        points.add(points.getFirst().copy());
        Name name = new Name("环城大道", "Ring Avenue");
        add(name, RoadClass.AVENUE, shapes.createLineString(points.toArray(Coordinate[]::new)), true);
    }

    /** An avenue that cuts across the grid, from one crossing of avenues to another. */
    private void radial(String zh, String en, double fromX, double fromY, double toX, double toY) {
        List<Coordinate> points = new ArrayList<>();
        Coordinate from = grid.nearestCrossing(fromX, fromY);
        Coordinate to = grid.nearestCrossing(toX, toY);
        double bow = from.distance(to) * 0.06;
        for (int i = 0; i <= 20; i++) {
            double part = i / 20.0;
            double aside = bow * StrictMath.sin(part * StrictMath.PI);
            points.add(
                    new Coordinate(from.x + (to.x - from.x) * part + aside, from.y + (to.y - from.y) * part - aside));
        }
        add(new Name(zh, en), RoadClass.AVENUE, shapes.createLineString(points.toArray(Coordinate[]::new)), false);
    }

    /** A superellipse is kinder to the corner blocks than an ellipse. */
    private static double power(double value) {
        return StrictMath.signum(value) * StrictMath.pow(StrictMath.abs(value), 0.72);
    }

    private void add(Name name, RoadClass roadClass, LineString line, boolean crosses) {
        Geometry shown = line.intersection(board);
        for (LineString piece : parts(shown.difference(corridor))) {
            roads.add(new Road(name, roadClass, false, piece));
        }
        if (crosses) {
            for (LineString piece : parts(shown.intersection(corridor))) {
                Name bridge = piece.intersects(water) ? bridgeName(name) : name;
                roads.add(new Road(bridge, roadClass, piece.intersects(water), piece));
            }
        }
    }

    private static Name bridgeName(Name road) {
        return new Name(road.zh().replace("大道", "大桥"), road.en().replace(" Avenue", " Bridge"));
    }

    /** The ground between the two riverside avenues, less the overrun. */
    private Polygon corridor() {
        List<Coordinate> ring = new ArrayList<>();
        double inside = StreetGrid.RIVERSIDE - OVERRUN;
        for (double x = -5200; x <= 5200; x += SAMPLE) {
            ring.add(new Coordinate(x, grid.y(inside, x)));
        }
        for (double x = 5200; x >= -5200; x -= SAMPLE) {
            ring.add(new Coordinate(x, grid.y(-inside, x)));
        }
        ring.add(ring.getFirst().copy());
        return shapes.createPolygon(ring.toArray(Coordinate[]::new));
    }

    static List<LineString> parts(Geometry geometry) {
        List<LineString> lines = new ArrayList<>();
        for (Object part : LineStringExtracter.getLines(geometry)) {
            if (part instanceof LineString line && line.getLength() > 25) {
                lines.add(line);
            }
        }
        return lines;
    }
}
