package org.guitu.geofence.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.guitu.geofence.zone.LocalFrame;
import org.guitu.geofence.zone.PlaceIndex;
import org.guitu.geofence.zone.PlaceIndex.Nearest;
import org.guitu.geofence.zone.PlaceIndex.Place;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long does a fix take against all places of an agency, and how does that grow with their number?
 *
 * <p>Run: {@code mvn -q -pl geofence test-compile exec:exec@jmh -Djmh.args=PlaceIndexBenchmark}
 *
 * <p>The index tells place and metres within a kilometre; the tree of JTS only whether a place covers the fix.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlaceIndexBenchmark {

    private static final double WITHIN_METERS = 1_000;

    /** Where people are: in the towns. */
    @State(Scope.Benchmark)
    public abstract static class Fixes {

        private static final int COUNT = 1 << 14;

        @Param({"1000", "10000", "100000", "1000000"})
        public int places;

        private final double[][] fixes = new double[COUNT][];
        private int next;

        List<Place> begin() {
            Agency agency = Agency.of(places);
            List<Place> all = agency.places(places);
            for (int i = 0; i < COUNT; i++) {
                fixes[i] = agency.somewhere();
            }
            return all;
        }

        double[] fix() {
            return fixes[next++ & COUNT - 1];
        }
    }

    @State(Scope.Benchmark)
    public static class Index extends Fixes {

        PlaceIndex index = PlaceIndex.of(List.of());

        @Setup
        public void build() {
            index = PlaceIndex.of(begin());
        }
    }

    @State(Scope.Benchmark)
    public static class Tree extends Fixes {

        final STRtree tree = new STRtree();

        @Setup
        public void build() {
            for (Place place : begin()) {
                Polygon polygon = Workload.drawn(place.area());
                tree.insert(polygon.getEnvelopeInternal(), PreparedGeometryFactory.prepare(polygon));
            }
            tree.build();
        }
    }

    @Benchmark
    public Nearest placeIndex(Index state) {
        double[] fix = state.fix();
        return state.index.nearest(LocalFrame.at(fix[0], fix[1]), WITHIN_METERS);
    }

    @Benchmark
    public void jtsTree(Tree state, Blackhole seen) {
        double[] fix = state.fix();
        var at = new Coordinate(fix[1], fix[0]);
        Point point = Workload.FACTORY.createPoint(at);
        state.tree.query(new Envelope(at), place -> seen.consume(((PreparedGeometry) place).covers(point)));
    }
}
