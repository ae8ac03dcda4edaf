package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.registry.RuleSpec;
import org.guitu.protocols.jt808.Jt808Location;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The judgement as stored: by the clock alone, late, shuffled, by a changed rule. */
class D01_JudgementIT {

    private static final double LAT = 31.2304;
    private static final double LON = 121.4737;
    private static final double AWAY = LAT + 0.01;
    private static final Instant EVENING = Instant.parse("2026-11-18T12:40:00Z");
    private static final WeeklySchedule NIGHTS = new WeeklySchedule(
            ZoneId.of("Asia/Shanghai"),
            List.of(new WeeklySchedule.Window(
                    EnumSet.allOf(DayOfWeek.class), LocalTime.of(21, 0), LocalTime.of(6, 0))));

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("telemetry", TestIngest::migrate);

    private final ManualClock clock = new ManualClock(EVENING);
    private TestIngest ingest;

    @BeforeEach
    void start() {
        ingest = TestIngest.start(POSTGRES.url(), TestIngest.config(), clock);
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    @Test
    void aCurfewThatBeginsByTheClockAloneIsAFindingWithoutAReport() throws Exception {
        wearer(101, "013500000101");
        long rule = ingest.rule(101, RuleKind.STAY_IN, home(), Optional.of(NIGHTS), EVENING.minus(Duration.ofDays(1)));
        try (TestBracelet bracelet = bracelet("013500000101")) {
            for (int i = 0; i < 20; i++) {
                clock.advance(Duration.ofMinutes(1));
                if (i < 19) {
                    bracelet.report(clock.instant().minusSeconds(5), AWAY, LON);
                }
            }
            assertThat(findings(101)).isEmpty();

            clock.set(Instant.parse("2026-11-18T13:00:00.500Z"));
            long begun = System.nanoTime();
            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !findings(101).isEmpty());
            System.out.printf("curfew by the clock: finding after %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        }
        assertThat(findings(101)).singleElement().satisfies(finding -> {
            assertThat(finding).containsEntry("kind", "CURFEW").containsEntry("rule_id", rule);
            assertThat(instant(finding, "started_at")).isEqualTo(Instant.parse("2026-11-18T13:00:00Z"));
            assertThat(finding).containsEntry("ended_at", null).containsEntry("retrospective", false);
        });
    }

    @Test
    void aLateBacklogIsFoldedAgainAndItsBreachIsRetrospective() throws Exception {
        long device = wearer(102, "013500000102");
        ingest.rule(102, RuleKind.KEEP_OUT, home(), Optional.empty(), EVENING.minus(Duration.ofDays(2)));
        Instant begin = EVENING.minus(Duration.ofHours(3));
        List<Jt808Location> inside = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            inside.add(Jt808Location.fix(begin.plusSeconds(3600 + 60L * i), LAT, LON));
        }
        try (TestBracelet bracelet = bracelet("013500000102")) {
            for (int i = 0; i < 30; i++) {
                bracelet.report(begin.plusSeconds(60L * i), AWAY, LON);
            }
            for (int i = 90; i < 120; i++) {
                bracelet.report(begin.plusSeconds(60L * i), AWAY, LON);
            }
            assertThat(findings(102)).isEmpty();
            assertThat(bracelet.batch(inside).result()).isZero();
        }
        await().untilAsserted(() -> assertThat(findings(102)).hasSize(1));
        Map<String, Object> finding = findings(102).getFirst();
        assertThat(finding)
                .containsEntry("kind", "EXCLUSION")
                .containsEntry("retrospective", true)
                .containsEntry("device_id", device);
        assertThat(finding.get("ended_at")).isNotNull();
        await().untilAsserted(() -> assertThat(
                        ingest.rows("select * from telemetry.subject_state where subject_id = 102"))
                .singleElement()
                .satisfies(state ->
                        assertThat(state).containsEntry("dirty_from", null).containsEntry("refold_from", null)));
    }

    @Test
    void anyOrderOfArrivalEndsInTheSameStandingFindings() throws Exception {
        List<Jt808Location> walk = new ArrayList<>();
        Instant begin = EVENING.minus(Duration.ofHours(30));
        for (int i = 0; i < 300; i++) {
            boolean in = (i > 50 && i < 80) || (i > 200 && i < 240);
            walk.add(Jt808Location.fix(begin.plusSeconds(300L * i), in ? LAT : AWAY, LON + i * 1e-6));
        }
        long inOrder = 103;
        wearer(inOrder, "013500000103");
        ingest.rule(inOrder, RuleKind.KEEP_OUT, home(), Optional.empty(), begin.minusSeconds(60));
        send("013500000103", walk);
        settled(inOrder);
        long seed = 20261118;
        for (long subject = 104; subject < 107; subject++) {
            wearer(subject, "013500000" + subject);
            ingest.rule(subject, RuleKind.KEEP_OUT, home(), Optional.empty(), begin.minusSeconds(60));
            List<Jt808Location> shuffled = new ArrayList<>(walk);
            shuffled.addAll(walk.subList(40, 120));
            Collections.shuffle(shuffled, new Random(seed + subject));
            send("013500000" + subject, shuffled);
            settled(subject);
            assertThat(standing(subject)).as("seed %d", seed + subject).isEqualTo(standing(inOrder));
        }
        assertThat(standing(inOrder)).hasSize(2);
    }

    @Test
    void aRuleOrderedForThePastIsJudgedAgainstWhatIsStored() throws Exception {
        wearer(110, "013500000110");
        Instant begin = EVENING.minus(Duration.ofHours(2));
        List<Jt808Location> stay = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            stay.add(Jt808Location.fix(begin.plusSeconds(120L * i), LAT, LON));
        }
        send("013500000110", stay);
        assertThat(findings(110)).isEmpty();

        long rule = ingest.rule(110, RuleKind.KEEP_OUT, home(), Optional.empty(), begin.plusSeconds(1800));
        await().untilAsserted(() -> assertThat(findings(110)).hasSize(1));
        assertThat(findings(110).getFirst()).containsEntry("rule_id", rule).containsEntry("ended_at", null);

        // The zone was drawn in the wrong place: corrected, the finding is taken back, visibly.
        ingest.database()
                .jdbi()
                .useTransaction(handle -> ingest.registry()
                        .reviseRule(
                                handle,
                                rule,
                                new RuleSpec(
                                        110,
                                        Order.keepOut(new Area.Circle(LAT + 1, LON, 150)),
                                        Optional.empty(),
                                        begin.plusSeconds(1800),
                                        Instant.MAX),
                                begin.plusSeconds(1800)));
        await().untilAsserted(() -> assertThat(findings(110)).isEmpty());
        assertThat(ingest.rows("select retraction_reason from telemetry.finding where subject_id = 110"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("retraction_reason")).isNotNull());
        assertThat(ingest.rows("select change from telemetry.finding_history join telemetry.finding using (finding_id)"
                        + " where subject_id = 110 order by recorded_at, change"))
                .extracting(row -> row.get("change"))
                .containsExactlyInAnyOrder("OPENED", "RETRACTED");
    }

    @Test
    void aReFoldWhoseProcessDiedIsTakenUpAgain() throws Exception {
        wearer(120, "013500000120");
        send("013500000120", List.of(Jt808Location.fix(EVENING.minusSeconds(60), LAT, LON)));
        ingest.database()
                .jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "update telemetry.subject_state set refold_from = now() - interval '400 days', checkpoint = '\\x00' where subject_id = 120"));
        settled(120);
        assertThat(
                        ingest.number(
                                "select count(*) from telemetry.subject_state where subject_id = 120 and length(checkpoint) > 1"))
                .isEqualTo(1);
    }

    @Test
    void aJudgementThatFailsKeepsNoReportFromBeingStored() throws Exception {
        long device = wearer(121, "013500000121");
        ingest.database().jdbi().useTransaction(handle -> {
            handle.execute("update telemetry.rule_book set version = version + 1 where subject_id = 121");
            handle.execute(
                    "insert into telemetry.rule (rule_id, revision, subject_id, kind, area, valid_from, book_version) values"
                            + " (9121, 1, 121, 'KEEP_OUT', 'SRID=4326;GEOMETRYCOLLECTION EMPTY', '2026-01-01', 1)");
        });
        try (TestBracelet bracelet = bracelet("013500000121")) {
            for (int i = 0; i < 20; i++) {
                assertThat(bracelet.report(EVENING.minusSeconds(600 - 30L * i), LAT, LON)
                                .result())
                        .isZero();
            }
        }
        assertThat(ingest.number("select count(*) from telemetry.position where device_id = ?", device))
                .isEqualTo(20);
        assertThat(findings(121)).isEmpty();

        ingest.database().jdbi().useTransaction(handle -> {
            handle.execute(
                    "update telemetry.rule set area = 'SRID=4326;POINT(121.4737 31.2304)', lengths_m = array[150] where rule_id = 9121");
            handle.execute("update telemetry.rule_book set version = version + 1 where subject_id = 121");
        });
        clock.advance(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(findings(121)).hasSize(1));
    }

    private long wearer(long subject, String phone) {
        long device = ingest.device(phone, "code");
        ingest.basis(subject, device);
        return device;
    }

    private TestBracelet bracelet(String phone) throws Exception {
        return TestBracelet.authenticated(ingest.port("jt808"), phone, "code");
    }

    private void send(String phone, List<Jt808Location> locations) throws Exception {
        try (TestBracelet bracelet = bracelet(phone)) {
            for (int from = 0; from < locations.size(); from += 20) {
                bracelet.batch(locations.subList(from, Math.min(locations.size(), from + 20)));
            }
        }
    }

    private void settled(long subject) {
        await().until(() -> ingest.number(
                        "select count(*) from telemetry.subject_state where subject_id = ? and (dirty_from is not null or refold_from is not null)",
                        subject)
                == 0);
    }

    private List<String> standing(long subject) {
        return ingest
                .rows(
                        "select kind, started_at, ended_at from telemetry.finding where subject_id = ? and standing order by started_at",
                        subject)
                .stream()
                .map(row -> row.get("kind") + " " + row.get("started_at") + " " + row.get("ended_at"))
                .toList();
    }

    private List<Map<String, Object>> findings(long subject) {
        return ingest.rows("select * from telemetry.finding where subject_id = ? and standing", subject);
    }

    private static Area home() {
        return new Area.Circle(LAT, LON, 150);
    }

    private static Instant instant(Map<String, Object> row, String column) {
        return ((java.sql.Timestamp) row.get(column)).toInstant();
    }
}
