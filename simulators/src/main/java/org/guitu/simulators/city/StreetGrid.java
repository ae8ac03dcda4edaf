package org.guitu.simulators.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;

/**
 * The bent grid under the streets: uprights run roughly north, levels roughly east. A level is known by {@code v}, its distance from the
 * middle of the river (negative: south bank), an upright by {@code u}, its x on the river's parallel. Every fourth line is an avenue, the
 * ones between are street and lane in turn.
 */
final class StreetGrid {

    /** The board: a little more than what is shown is drawn, and then cut. */
    static final double HALF_WIDTH = 4000;

    static final double HALF_HEIGHT = 3000;

    /** Half the stream, the bank and half the riverside avenue. */
    static final double RIVERSIDE = 158;

    /** One line of the grid. */
    record Line(double at, RoadClass roadClass) {}

    private final River river;
    private final double sway;
    private final List<Line> uprights;
    private final List<Line> levels;

    StreetGrid(River river, RandomGenerator random) {
        this.river = river;
        this.sway = random.nextDouble(0, 2 * StrictMath.PI);
        this.uprights = lines(random, -HALF_WIDTH - 500, HALF_WIDTH + 500);
        List<Line> both = new ArrayList<>();
        for (Line line : lines(random, RIVERSIDE, HALF_HEIGHT + 900).reversed()) {
            both.add(new Line(-line.at(), line.roadClass()));
        }
        both.addAll(lines(random, RIVERSIDE, HALF_HEIGHT + 900));
        this.levels = both;
    }

    List<Line> uprights() {
        return uprights;
    }

    List<Line> levels() {
        return levels;
    }

    /** The x of upright u at height y. */
    double x(double u, double y) {
        return u + 0.05 * y + 105 * StrictMath.sin(y / 1050 + sway) + 34 * StrictMath.sin(u / 700 + y / 640);
    }

    /** The y of level v at x. Near the water it keeps the river's bends, far away it forgets them. */
    double y(double v, double x) {
        double near = StrictMath.exp(-(StrictMath.abs(v) - RIVERSIDE) / 1500);
        double swelling = StrictMath.signum(v) * (river.halfWidth(x) - 105);
        return v
                + near * (river.middle(x) + swelling)
                + (1 - near) * (-0.03 * x - 90 + 75 * StrictMath.sin(x / 1150 + v / 1900 + sway));
    }

    /** Where upright u meets level v. */
    Coordinate crossing(double u, double v) {
        double y = v;
        double x = u;
        for (int i = 0; i < 12; i++) {
            x = x(u, y);
            y = y(v, x);
        }
        return new Coordinate(x, y);
    }

    /** The crossing of two avenues nearest to a point. */
    Coordinate nearestCrossing(double x, double y) {
        Coordinate asked = new Coordinate(x, y);
        Coordinate best = null;
        for (Line upright : uprights) {
            for (Line level : levels) {
                if (upright.roadClass() == RoadClass.AVENUE && level.roadClass() == RoadClass.AVENUE) {
                    Coordinate crossing = crossing(upright.at(), level.at());
                    best = best == null || crossing.distance(asked) < best.distance(asked) ? crossing : best;
                }
            }
        }
        return best == null ? asked : best;
    }

    private static List<Line> lines(RandomGenerator random, double from, double to) {
        List<Line> lines = new ArrayList<>();
        double at = from;
        while (at < to) {
            double gap = random.nextDouble(640, 800);
            double half = gap * random.nextDouble(0.46, 0.54);
            lines.add(new Line(at, RoadClass.AVENUE));
            lines.add(new Line(at + half * random.nextDouble(0.42, 0.58), RoadClass.LANE));
            lines.add(new Line(at + half, RoadClass.STREET));
            lines.add(new Line(at + half + (gap - half) * random.nextDouble(0.42, 0.58), RoadClass.LANE));
            at += gap;
        }
        lines.add(new Line(at, RoadClass.AVENUE));
        return lines;
    }
}
