package org.guitu.geofence.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.scenario.TestZones;
import org.guitu.geofence.scenario.Track;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * What all benchmarks judge: one person's five rules and a month of their fixes, one a minute. Everything that touches the judge's interface
 * is here.
 */
public final class Workload {

    static final int MONTH_FIXES = 43_200;
    static final GeometryFactory FACTORY = new GeometryFactory();

    /** As many corners as JTS and PostGIS draw a circle with by default. */
    private static final int CIRCLE_CORNERS = 32;

    private Workload() {}

    static Judge judge() {
        return new Judge();
    }

    /** Which five zones a person has. */
    public enum Zones {
        /** A boundary of forty corners and four circles, most of them elsewhere. */
        ORDINARY,
        /** Five outlines of a hundred corners, all about the person, so that no box spares a look at them. */
        DETAILED
    }

    static RuleBook book(Zones zones) {
        return TestZones.book(rules(zones).toArray(Rule[]::new));
    }

    /** The ground of the five rules. */
    static List<Area> areas(Zones zones) {
        return rules(zones).stream()
                .map(rule -> rule.order().ground().orElseThrow())
                .toList();
    }

    private static List<Rule> rules(Zones zones) {
        return switch (zones) {
            case ORDINARY ->
                List.of(
                        always(1, RuleKind.STAY_IN, outline(40, 5_000, 0)),
                        always(2, RuleKind.KEEP_OUT, TestZones.school()),
                        TestZones.curfew("21:00-06:00 Asia/Shanghai"),
                        always(4, RuleKind.KEEP_OUT, TestZones.circle(-3000, 500, 200)),
                        TestZones.rule(
                                5,
                                RuleKind.KEEP_OUT,
                                TestZones.circle(900, -900, 120),
                                Optional.of(TestZones.daily("08:00-18:00"))));
            case DETAILED ->
                IntStream.rangeClosed(1, 5)
                        .mapToObj(id -> always(id, RuleKind.STAY_IN, outline(100, 1_000 + 1_000 * id, 1.3 * id)))
                        .toList();
        };
    }

    private static Rule always(long id, RuleKind kind, Area area) {
        return TestZones.rule(id, kind, area, Optional.empty());
    }

    /** A jagged ring, its centre a third of its radius from home in some direction: few live in the very middle. */
    private static Area outline(int count, double radiusMeters, double towards) {
        double east = TestZones.LONGITUDE + radiusMeters / 3 / TestZones.METERS_EAST * Math.cos(towards);
        double north = TestZones.LATITUDE + radiusMeters / 3 / TestZones.METERS_NORTH * Math.sin(towards);
        var corners = new Coordinate[count + 1];
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count;
            double meters = radiusMeters * (1 + 0.2 * (i % 2));
            corners[i] = new Coordinate(
                    east + meters / TestZones.METERS_EAST * Math.cos(angle),
                    north + meters / TestZones.METERS_NORTH * Math.sin(angle));
        }
        corners[count] = corners[0];
        return new Area.Polygonal(FACTORY.createPolygon(corners));
    }

    /** A month at home and at work, two fixes in a hundred wild. */
    static List<Fix> month(long seed) {
        var random = new Random(seed);
        var fixes = new ArrayList<Fix>(MONTH_FIXES);
        Instant at = Track.at("00:00");
        for (int i = 0; i < MONTH_FIXES; i++) {
            int minute = i % 1440;
            double east = minute > 480 && minute < 1080 ? 900 : 0;
            boolean wild = random.nextInt(50) == 0;
            double spread = wild ? 200 : 12;
            fixes.add(Track.fix(at, at, east + spread * random.nextGaussian(), spread * random.nextGaussian(), 10));
            at = at.plusSeconds(60);
        }
        return fixes;
    }

    /** The same month, the last night of it spent twenty kilometres away: the boundary and the curfew are being broken at its end. */
    static List<Fix> monthEndingAway(long seed) {
        List<Fix> fixes = month(seed);
        for (int i = MONTH_FIXES - 1440; i < MONTH_FIXES - 360; i++) {
            Instant at = fixes.get(i).at();
            fixes.set(i, Track.fix(at, at, 20_000 + i % 17, i % 13, 10));
        }
        return fixes.subList(0, MONTH_FIXES - 360);
    }

    /** An area as software without circles holds it. */
    static Polygon drawn(Area area) {
        return switch (area) {
            case Area.Circle circle -> drawn(circle);
            case Area.Polygonal polygonal -> (Polygon) polygonal.geometry();
            default -> throw new IllegalArgumentException("circles and polygons only");
        };
    }

    private static Polygon drawn(Area.Circle circle) {
        double metersEast = TestZones.METERS_NORTH * Math.cos(Math.toRadians(circle.latitude()));
        var corners = new Coordinate[CIRCLE_CORNERS + 1];
        for (int i = 0; i < CIRCLE_CORNERS; i++) {
            double angle = 2 * Math.PI * i / CIRCLE_CORNERS;
            corners[i] = new Coordinate(
                    circle.longitude() + circle.radiusMeters() / metersEast * Math.cos(angle),
                    circle.latitude() + circle.radiusMeters() / TestZones.METERS_NORTH * Math.sin(angle));
        }
        corners[CIRCLE_CORNERS] = corners[0];
        return FACTORY.createPolygon(corners);
    }
}
