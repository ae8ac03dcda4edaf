package org.guitu.geofence.judgement;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.scenario.TestZones;
import org.guitu.geofence.scenario.Track;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * How long does a fold over a person-month of one-minute fixes (43,200) with five rules take, evidence included? Run: {@code java -cp
 * target/classes:target/test-classes:… org.guitu.geofence.judgement.JudgeSpeed}. Prints, asserts nothing.
 */
public final class JudgeSpeed {

    private static final int FIXES = 43_200;

    private JudgeSpeed() {}

    public static void main(String[] args) {
        List<Fix> fixes = month(new Random(1));
        RuleBook book = book();
        var judge = new Judge(JudgeSettings.defaults());
        for (int round = 0; round < 12; round++) {
            // The thread's own time: other work on the machine does not count.
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Fold fold =
                    judge.fold(Checkpoint.start(), fixes, book, fixes.getLast().at());
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e9;
            System.out.printf(
                    "round %d: %.0f ms, %.0f fixes/s, %d findings, checkpoint %d bytes%n",
                    round,
                    seconds * 1000,
                    FIXES / seconds,
                    fold.findings().size(),
                    fold.end().toBytes().length);
        }
    }

    private static RuleBook book() {
        var corners = new Coordinate[41];
        for (int i = 0; i < 40; i++) {
            double angle = 2 * Math.PI * i / 40;
            corners[i] = new Coordinate(
                    TestZones.LONGITUDE + 0.05 * Math.cos(angle) * (1 + 0.2 * (i % 2)),
                    TestZones.LATITUDE + 0.05 * Math.sin(angle));
        }
        corners[40] = corners[0];
        Area county = new Area.Polygonal(new GeometryFactory().createPolygon(corners));
        return TestZones.book(
                TestZones.rule(1, RuleKind.STAY_IN, county, Optional.empty()),
                TestZones.rule(2, RuleKind.KEEP_OUT, TestZones.school(), Optional.empty()),
                TestZones.curfew("21:00-06:00 Asia/Shanghai"),
                TestZones.rule(4, RuleKind.KEEP_OUT, TestZones.circle(-3000, 500, 200), Optional.empty()),
                TestZones.rule(
                        5,
                        RuleKind.KEEP_OUT,
                        TestZones.circle(900, -900, 120),
                        Optional.of(TestZones.daily("08:00-18:00"))));
    }

    private static List<Fix> month(Random random) {
        var fixes = new ArrayList<Fix>(FIXES);
        Instant at = Track.at("00:00");
        for (int i = 0; i < FIXES; i++) {
            int minute = i % 1440;
            double east = minute > 480 && minute < 1080 ? 900 : 0;
            boolean wild = random.nextInt(50) == 0;
            double spread = wild ? 200 : 12;
            fixes.add(Track.fix(at, at, east + spread * random.nextGaussian(), spread * random.nextGaussian(), 10));
            at = at.plusSeconds(60);
        }
        return fixes;
    }
}
