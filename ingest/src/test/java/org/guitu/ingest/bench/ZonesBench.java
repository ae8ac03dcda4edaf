package org.guitu.ingest.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.postgres.LocalCluster;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.DatabaseConfig;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * How many fixes a second are held against a person's own five zones of a hundred corners: judged with evidence, by JTS, and by PostGIS a fix at a time?
 *
 * <p>{@code ./guitu bench zones}; one thread, one run, a private
 * PostgreSQL. The geofence module's own benchmarks have more rows; this one adds the database to them.
 */
public final class ZonesBench {

    private static final double LATITUDE = 31.23;
    private static final double LONGITUDE = 121.47;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private ZonesBench() {}

    public static void main(String[] args) throws Exception {
        List<Polygon> zones = zones();
        List<Fix> fixes = fixes(43_200);
        LocalCluster cluster = PostgresFixture.privateCluster();
        try {
            cluster.start();
            TestIngest.migrate(cluster.url());
            for (int round = 1; round <= 3; round++) {
                System.out.printf(
                        "round %d: judged with evidence %,.0f/s; JTS prepared %,.0f/s; JTS covers %,.0f/s; PostGIS ST_Covers %,.0f/s%n",
                        round,
                        judged(zones, fixes),
                        prepared(zones, fixes),
                        plain(zones, fixes),
                        postgis(cluster, zones, fixes));
            }
        } finally {
            cluster.delete();
        }
    }

    private static double judged(List<Polygon> zones, List<Fix> fixes) {
        List<Rule> rules = new ArrayList<>();
        for (Polygon zone : zones) {
            Order order = Order.stayIn(new Area.Polygonal(zone));
            rules.add(new Rule(rules.size() + 1L, order, Optional.empty(), Instant.MIN, Instant.MAX));
        }
        RuleBook book = new RuleBook(1, rules);
        Judge judge = new Judge();
        return perSecond(
                20,
                fixes.size(),
                () -> judge.fold(
                                Checkpoint.start(), fixes, book, fixes.getLast().at())
                        .findings()
                        .size());
    }

    private static double prepared(List<Polygon> zones, List<Fix> fixes) {
        List<PreparedGeometry> ready =
                zones.stream().map(PreparedGeometryFactory::prepare).toList();
        return perSecond(20, fixes.size(), () -> {
            int covered = 0;
            for (Fix fix : fixes) {
                var point = FACTORY.createPoint(new Coordinate(fix.longitude(), fix.latitude()));
                for (PreparedGeometry zone : ready) {
                    covered += zone.covers(point) ? 1 : 0;
                }
            }
            return covered;
        });
    }

    private static double plain(List<Polygon> zones, List<Fix> fixes) {
        List<Fix> few = fixes.subList(0, 8_000);
        return perSecond(2, few.size(), () -> {
            int covered = 0;
            for (Fix fix : few) {
                var point = FACTORY.createPoint(new Coordinate(fix.longitude(), fix.latitude()));
                for (Polygon zone : zones) {
                    covered += zone.covers(point) ? 1 : 0;
                }
            }
            return covered;
        });
    }

    private static double postgis(LocalCluster cluster, List<Polygon> zones, List<Fix> fixes) throws SQLException {
        try (Database database = Database.open(DatabaseConfig.of(cluster.url()));
                Connection connection = database.dataSource().getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("create temporary table own_zone (area geometry)");
            }
            for (Polygon zone : zones) {
                try (PreparedStatement insert =
                        connection.prepareStatement("insert into own_zone values (st_geomfromtext(?, 4326))")) {
                    insert.setString(1, zone.toText());
                    insert.execute();
                }
            }
            try (PreparedStatement ask = connection.prepareStatement(
                    "select count(*) from own_zone where st_covers(area, st_setsrid(st_makepoint(?, ?), 4326))")) {
                List<Fix> few = fixes.subList(0, 8_000);
                // The server works in another process: by the wall.
                return perSecond(1, few.size(), () -> ask(ask, few), System::nanoTime);
            }
        }
    }

    private static int ask(PreparedStatement ask, List<Fix> fixes) {
        int covered = 0;
        try {
            for (Fix fix : fixes) {
                ask.setDouble(1, fix.longitude());
                ask.setDouble(2, fix.latitude());
                try (ResultSet row = ask.executeQuery()) {
                    row.next();
                    covered += row.getInt(1);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return covered;
    }

    /** By this thread's own processor time, which other work on the machine does not lengthen. */
    private static double perSecond(int times, int each, IntSupplier work) {
        return perSecond(times, each, work, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    private static double perSecond(int times, int each, IntSupplier work, LongSupplier clock) {
        long begun = clock.getAsLong();
        long kept = 0;
        for (int i = 0; i < times; i++) {
            kept += work.getAsInt();
        }
        double seconds = (clock.getAsLong() - begun) / 1e9;
        return kept < 0 ? 0 : (double) times * each / seconds;
    }

    /** Five outlines of a hundred corners, all about the person. */
    private static List<Polygon> zones() {
        List<Polygon> zones = new ArrayList<>();
        for (int zone = 0; zone < 5; zone++) {
            var corners = new Coordinate[101];
            for (int i = 0; i < 100; i++) {
                double angle = 2 * Math.PI * i / 100;
                double far = (0.02 + 0.01 * zone) * (1 + 0.2 * (i % 2));
                corners[i] = new Coordinate(LONGITUDE + far * Math.cos(angle), LATITUDE + far * Math.sin(angle));
            }
            corners[100] = corners[0];
            zones.add(FACTORY.createPolygon(corners));
        }
        return zones;
    }

    private static List<Fix> fixes(int count) {
        var random = new Random(1);
        var fixes = new ArrayList<Fix>(count);
        Instant at = Instant.parse("2026-11-01T00:00:00Z");
        for (int i = 0; i < count; i++) {
            double spread = random.nextInt(50) == 0 ? 0.002 : 0.0001;
            fixes.add(new Fix(
                    at,
                    at,
                    i,
                    LATITUDE + (i / 500 % 3) * 0.01 + spread * random.nextGaussian(),
                    LONGITUDE + spread * random.nextGaussian(),
                    true,
                    10.0,
                    null,
                    null,
                    Fix.Source.GNSS,
                    Set.of()));
            at = at.plusSeconds(60);
        }
        return fixes;
    }
}
