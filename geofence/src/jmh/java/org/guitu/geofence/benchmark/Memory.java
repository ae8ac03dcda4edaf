package org.guitu.geofence.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.PlaceIndex;
import org.guitu.geofence.zone.PlaceIndex.Place;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** How many bytes do places and watched subjects hold? By comparing the heap before and after. */
final class Memory {

    private static final int PLACES = 100_000;
    private static final int PREPARED = 5_000;
    private static final int SUBJECTS = 250;

    private Memory() {}

    static long indexBytes() {
        return PlaceIndex.of(Agency.of(PLACES).places(PLACES)).bytes();
    }

    /** What a hundred thousand prepared geometries that have been asked once would hold, from a sample. */
    static long preparedGeometriesBytes() {
        List<Place> places = Agency.of(PLACES).places(PREPARED);
        return bytesEach(PREPARED, i -> prepared(places.get(i))) * PLACES;
    }

    private static PreparedGeometry prepared(Place place) {
        Polygon polygon = (Polygon) Workload.drawn(place.area()).copy();
        PreparedGeometry geometry = PreparedGeometryFactory.prepare(polygon);
        geometry.covers(polygon.getInteriorPoint());
        return geometry;
    }

    /** What is held of a subject after its month, rule book and zones not counted. */
    static long subjectBytes(LongFunction<List<Fix>> month) {
        Judge judge = Workload.judge();
        RuleBook book = Workload.book(Workload.Zones.ORDINARY);
        return bytesEach(SUBJECTS, seed -> end(judge, book, month.apply(seed)));
    }

    private static Checkpoint end(Judge judge, RuleBook book, List<Fix> fixes) {
        return judge.fold(Checkpoint.start(), fixes, book, fixes.getLast().at()).end();
    }

    /** The first fifth is made before the heap is looked at: what classes and compilers keep for themselves is nobody's. */
    private static long bytesEach(int count, IntFunction<Object> made) {
        var kept = new ArrayList<Object>(count);
        int first = count / 5;
        long before = 0;
        for (int i = 0; i < count; i++) {
            if (i == first) {
                before = heapBytes();
            }
            kept.add(made.apply(i));
        }
        long each = (heapBytes() - before) / (count - first);
        kept.clear();
        return each;
    }

    private static long heapBytes() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            used = Math.min(
                    used,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return used;
    }
}
