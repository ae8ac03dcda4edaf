package org.guitu.geofence.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.LocalFrame;
import org.guitu.geofence.zone.PreparedArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What would plain geometry, with no evidence, cost for a fix against the same five zones?
 *
 * <p>Run: {@code mvn -q -pl geofence test-compile exec:exec@jmh -Djmh.args=OwnZonesBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class OwnZonesBenchmark {

    private final Fix[] fixes = Workload.month(1).toArray(Fix[]::new);
    private Polygon[] polygons = {};
    private PreparedArea[] areas = {};
    private PreparedGeometry[] prepared = {};
    private FlatRing[] rings = {};
    private int next;

    @Param({"ORDINARY", "DETAILED"})
    public Workload.Zones zones = Workload.Zones.ORDINARY;

    @Setup
    public void prepare() {
        List<Area> ground = Workload.areas(zones);
        polygons = ground.stream().map(Workload::drawn).toArray(Polygon[]::new);
        areas = ground.stream().map(PreparedArea::of).toArray(PreparedArea[]::new);
        prepared = Arrays.stream(polygons).map(PreparedGeometryFactory::prepare).toArray(PreparedGeometry[]::new);
        rings = Arrays.stream(polygons).map(FlatRing::of).toArray(FlatRing[]::new);
    }

    private Fix fix() {
        next = next + 1 == fixes.length ? 0 : next + 1;
        return fixes[next];
    }

    private static Point point(Fix fix) {
        return Workload.FACTORY.createPoint(new Coordinate(fix.longitude(), fix.latitude()));
    }

    /** The judge's own measure: signed distance in metres to each zone. */
    @Benchmark
    public double signedDistance() {
        Fix fix = fix();
        LocalFrame frame = LocalFrame.at(fix.latitude(), fix.longitude());
        double sum = 0;
        for (PreparedArea area : areas) {
            sum += area.signedDistance(frame);
        }
        return sum;
    }

    /** The least that could be done: inside or not, by box and ray crossing. */
    @Benchmark
    public int rayCrossing() {
        Fix fix = fix();
        int inside = 0;
        for (FlatRing ring : rings) {
            inside += ring.contains(fix.longitude(), fix.latitude()) ? 1 : 0;
        }
        return inside;
    }

    @Benchmark
    public int jtsPrepared() {
        Point point = point(fix());
        int inside = 0;
        for (PreparedGeometry geometry : prepared) {
            inside += geometry.covers(point) ? 1 : 0;
        }
        return inside;
    }

    @Benchmark
    public int jtsPlain() {
        Point point = point(fix());
        int inside = 0;
        for (Polygon polygon : polygons) {
            inside += polygon.covers(point) ? 1 : 0;
        }
        return inside;
    }

    /** A ring as flat arrays and its box. */
    record FlatRing(double[] xs, double[] ys, double minX, double minY, double maxX, double maxY) {

        static FlatRing of(Polygon polygon) {
            Coordinate[] corners = polygon.getExteriorRing().getCoordinates();
            var box = polygon.getEnvelopeInternal();
            var xs = new double[corners.length];
            var ys = new double[corners.length];
            for (int i = 0; i < corners.length; i++) {
                xs[i] = corners[i].x;
                ys[i] = corners[i].y;
            }
            return new FlatRing(xs, ys, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        }

        boolean contains(double x, double y) {
            if (x < minX || x > maxX || y < minY || y > maxY) {
                return false;
            }
            boolean inside = false;
            for (int i = 0; i + 1 < xs.length; i++) {
                if ((ys[i] > y) != (ys[i + 1] > y)
                        && x < xs[i] + (y - ys[i]) * (xs[i + 1] - xs[i]) / (ys[i + 1] - ys[i])) {
                    inside = !inside;
                }
            }
            return inside;
        }
    }
}
