package org.guitu.ingest.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.Traced;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.ManualClock;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.TestBracelet;
import org.guitu.ingest.TestIngest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why a finding stands, what a rule would have raised, what of a day was observed. */
class ReviewIT {

    private static final double LAT = 31.2304;
    private static final double LON = 121.4737;
    private static final double AWAY = LAT + 0.01;
    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    private static final Order KEEP_OUT = Order.keepOut(new Area.Circle(LAT, LON, 150));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

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

    /** An hour with a visit from the 30th to the 20th minute before noon. */
    private void visit(String phone) throws Exception {
        try (TestBracelet bracelet = TestBracelet.authenticated(ingest.port("jt808"), phone, "code")) {
            for (int minute = 60; minute > 0; minute--) {
                bracelet.report(
                        NOON.minusSeconds(60L * minute), minute <= 30 && minute > 20 ? LAT : AWAY, LON + minute * 1e-6);
            }
        }
    }

    private long finding(long subject) {
        await().until(() ->
                ingest.number("select count(*) from telemetry.finding where subject_id = ? and standing", subject)
                        == 1);
        return ingest.number("select finding_id from telemetry.finding where subject_id = ? and standing", subject);
    }

    @Test
    void everyFixOfAFindingIsToldWithItsWeightAndTheProbabilityAfterIt() throws Exception {
        ingest.basis(401, ingest.device("013500000401", "code"));
        ingest.rule(401, KEEP_OUT, Optional.empty(), NOON.minus(Duration.ofDays(1)));
        visit("013500000401");
        Explanation explanation =
                new Explanations(ingest.database(), clock).find(finding(401)).orElseThrow();

        Finding finding = explanation.finding();
        assertThat(finding.start()).isEqualTo(NOON.minusSeconds(1800));
        assertThat(finding.end()).isEqualTo(NOON.minusSeconds(1200));
        List<Traced> trace = explanation.trace();
        assertThat(trace).hasSize(60).allMatch(Traced::inForce);
        Map<Instant, Traced> at = trace.stream().collect(Collectors.toMap(Traced::at, one -> one));
        Traced convincing = at.get(finding.confirmedAt());
        assertThat(convincing.weight()).isPositive();
        assertThat(convincing.posterior()).isGreaterThan(0.9);
        assertThat(convincing.depthMeters()).isBetween(140.0, 151.0);
        Traced after = at.get(NOON.minusSeconds(600));
        assertThat(after.posterior()).isLessThan(0.1);
        assertThat(after.depthMeters()).isNegative();
        assertThat(explanation.history())
                .extracting(Explanation.Change::change)
                .startsWith("OPENED")
                .endsWith("ENDED");
        assertThat(new Explanations(ingest.database(), clock).find(-1)).isEmpty();
    }

    @Test
    void aRuleThatIsNotYetOrderedIsJudgedOverAMonthOfStoredFixes() {
        long device = ingest.device("013500000402", "code");
        ingest.basis(402, device);
        ingest.database().jdbi().useHandle(handle -> handle.execute("""
                        insert into telemetry.position (device_id, fix_time, content_hash, subject_id, received_at, latitude, longitude,
                            located, accuracy_m, source)
                        select ?, at, n, 402, at, case when n % 1440 between 600 and 629 then 31.2304 else 31.2404 end, 121.4737 + n % 7 * 1e-5,
                               true, 8, 1
                          from generate_series(1, 43200) n, lateral (select timestamptz '2026-11-18T04:00:00Z' - n * interval '1 minute' as at) t
                        """, device));
        Previews previews = new Previews(ingest.database());
        Preview preview = null;
        for (int round = 0; round < 3; round++) {
            long begun = System.nanoTime();
            preview = previews.of(402, KEEP_OUT, Optional.empty(), NOON.minus(Duration.ofDays(30)), NOON);
            System.out.printf(
                    "preview of %d fixes: %d findings in %d ms%n",
                    preview.fixes(), preview.findings().size(), (System.nanoTime() - begun) / 1_000_000);
        }
        assertThat(preview.fixes()).isEqualTo(43_200);
        assertThat(preview.findings()).hasSize(30).allMatch(finding -> finding.end() != null);
        assertThat(preview.observed()).isEqualTo(Duration.ofMinutes(43_199));
        assertThat(ingest.number("select count(*) from telemetry.finding where subject_id = 402"))
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> previews.of(402, KEEP_OUT, Optional.empty(), NOON.minus(Duration.ofDays(100)), NOON));
    }

    @Test
    void aDayThatIsOverIsCountedAndCountedAgainWhenLateTruthReachesIt() throws Exception {
        ingest.basis(403, ingest.device("013500000403", "code"));
        ingest.rule(403, KEEP_OUT, Optional.empty(), NOON.minus(Duration.ofDays(1)));
        visit("013500000403");
        finding(403);
        clock.advance(Duration.ofDays(1));
        var turn = new CoverageTurn(ingest.database(), ZONE, clock);
        turn.run();
        assertThat(day(403)).containsEntry("observed_s", 59 * 60).containsEntry("breach_s", 10 * 60);

        try (TestBracelet bracelet = TestBracelet.authenticated(ingest.port("jt808"), "013500000403", "code")) {
            for (int minute = 1; minute <= 60; minute++) {
                bracelet.report(NOON.plusSeconds(60L * minute), AWAY, LON + minute * 1e-6);
            }
        }
        await().until(() -> ingest.number(
                        "select count(*) from telemetry.subject_state where subject_id = 403 and dirty_from is null and refold_from is null")
                == 1);
        turn.run();
        assertThat(day(403)).containsEntry("observed_s", 120 * 60).containsEntry("breach_s", 10 * 60);
        List<DayCoverage> live = new Coverages(ingest.database(), clock)
                .of(403, LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 19), ZONE);
        assertThat(live.getFirst().coverage().observed()).isEqualTo(Duration.ofMinutes(120));
        assertThat(live.getFirst().coverage().total()).isEqualTo(Duration.ofDays(1));
        assertThat(live.getLast().coverage().total()).isEqualTo(Duration.ofHours(12));
    }

    private Map<String, Object> day(long subject) {
        return ingest.rows("select * from telemetry.coverage where subject_id = ? and day = '2026-11-18'", subject)
                .getFirst();
    }
}
