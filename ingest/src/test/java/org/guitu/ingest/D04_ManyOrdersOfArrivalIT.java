package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.pipeline.PipelineMeters;
import org.guitu.protocols.jt808.Jt808Location;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Late truth through the socket and the database: orders of arrival by the hundred, and ten days at once. */
class D04_ManyOrdersOfArrivalIT {

    private static final double LAT = 31.2304;
    private static final double LON = 121.4737;
    private static final double AWAY = LAT + 0.01;
    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    private static final int PERMUTATIONS = 200;
    private static final long SEED = 20261125;

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("telemetry", TestIngest::migrate);

    private final ManualClock clock = new ManualClock(NOON);
    private TestIngest ingest;

    @BeforeEach
    void start() {
        ingest = TestIngest.start(POSTGRES.url(), TestIngest.config(), clock);
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    /** Twelve hours of errands about a forbidden place and a home, a report every five minutes, some wild, some gaps. */
    private static List<Jt808Location> day(Random random) {
        List<Jt808Location> day = new ArrayList<>();
        Instant at = NOON.minus(Duration.ofHours(13));
        double latitude = AWAY;
        for (int i = 0; i < 140; i++) {
            if (random.nextInt(12) == 0) {
                latitude = random.nextBoolean() ? LAT : AWAY + random.nextInt(3) * 0.004;
            }
            boolean wild = random.nextInt(25) == 0;
            day.add(Jt808Location.fix(
                    at, (wild ? LAT : latitude) + 2e-5 * random.nextGaussian(), LON + 2e-5 * random.nextGaussian()));
            at = at.plusSeconds(random.nextInt(30) == 0 ? 4_000 : 300);
        }
        return day;
    }

    private void wearer(long subject, String phone) {
        ingest.basis(subject, ingest.device(phone, "code"));
        Instant from = NOON.minus(Duration.ofDays(12));
        ingest.rule(subject, new Order.KeepOut(new Area.Circle(LAT, LON, 150), 400), Optional.empty(), from);
        ingest.rule(subject, Order.stayIn(new Area.Circle(AWAY, LON, 500)), Optional.empty(), from);
    }

    @Test
    void twoHundredOrdersOfArrivalEndInTheSameStandingFindings() throws Exception {
        List<Jt808Location> day = day(new Random(SEED));
        wearer(1000, "013500001000");
        send("013500001000", day, new Random(SEED));
        for (int i = 1; i <= PERMUTATIONS; i++) {
            Random random = new Random(SEED + i);
            String phone = "01350000" + (1000 + i);
            wearer(1000 + i, phone);
            List<Jt808Location> shuffled = new ArrayList<>(day);
            int from = random.nextInt(60);
            shuffled.addAll(day.subList(from, from + random.nextInt(80)));
            Collections.shuffle(shuffled, random);
            send(phone, shuffled, random);
        }
        settled();
        Map<Long, List<String>> standing = standing();
        List<String> inOrder = standing.get(1000L);
        System.out.printf(
                "%d permutations from seed %d, %d standing findings each, %d re-folds%n",
                PERMUTATIONS, SEED, inOrder.size(), ingest.timed(PipelineMeters.REFOLD));
        assertThat(inOrder).hasSizeGreaterThan(5);
        for (int i = 1; i <= PERMUTATIONS; i++) {
            assertThat(standing.get(1000L + i)).as("seed %d", SEED + i).isEqualTo(inOrder);
        }
    }

    @Test
    void tenDaysThatArrivePacketByPacketCostAHandfulOfFolds() throws Exception {
        tenDays(2001, "013500002001", false);
        tenDays(2002, "013500002002", true);
        assertThat(standing().get(2002L)).isEqualTo(standing().get(2001L)).hasSize(30);
    }

    /** One point a minute: 14,400, in packets of ten that are each acknowledged; what is live goes on beside it. */
    private void tenDays(long subject, String phone, boolean newestFirst) throws Exception {
        wearer(subject, phone);
        List<Jt808Location> points = new ArrayList<>();
        Instant begin = NOON.minus(Duration.ofDays(10));
        for (int minute = 0; minute < 14_400; minute++) {
            int ofDay = minute % 1_440;
            double latitude = ofDay >= 600 && ofDay < 630 ? LAT : AWAY;
            points.add(Jt808Location.fix(begin.plusSeconds(60L * minute), latitude, LON + minute % 7 * 1e-5));
        }
        if (newestFirst) {
            Collections.reverse(points);
        }
        long folds = ingest.timed(PipelineMeters.REFOLD);
        long begun = System.nanoTime();
        int packets = 0;
        try (TestBracelet bracelet = TestBracelet.authenticated(ingest.port("jt808"), phone, "code")) {
            bracelet.report(NOON, AWAY, LON);
            for (int from = 0; from < points.size(); from += 10) {
                assertThat(bracelet.batch(points.subList(from, from + 10)).result())
                        .isZero();
                packets++;
            }
        }
        settled();
        long cost = ingest.timed(PipelineMeters.REFOLD) - folds;
        System.out.printf(
                "ten days %s: %d packets acknowledged and judged in %d ms, %d folds%n",
                newestFirst ? "newest first" : "oldest first", packets, (System.nanoTime() - begun) / 1_000_000, cost);
        assertThat(cost).isBetween(1L, packets / 20L);
    }

    private void send(String phone, List<Jt808Location> locations, Random random) throws Exception {
        try (TestBracelet bracelet = TestBracelet.authenticated(ingest.port("jt808"), phone, "code")) {
            for (int from = 0; from < locations.size(); ) {
                int to = Math.min(locations.size(), from + 1 + random.nextInt(30));
                bracelet.batch(locations.subList(from, to));
                from = to;
            }
        }
    }

    private void settled() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> ingest.number(
                                "select count(*) from telemetry.subject_state where dirty_from is not null or refold_from is not null")
                        == 0);
    }

    private Map<Long, List<String>> standing() {
        Map<Long, List<String>> standing = new TreeMap<>();
        ingest.rows("select subject_id, kind, started_at, ended_at from telemetry.finding where standing"
                        + " order by subject_id, started_at, kind")
                .forEach(row -> standing.computeIfAbsent((Long) row.get("subject_id"), id -> new ArrayList<>())
                        .add(row.get("kind") + " " + row.get("started_at") + " " + row.get("ended_at")));
        return standing;
    }
}
