package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.ScheduleExceptions;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.PlaceIndex;
import org.guitu.ingest.registry.BasisSpec;
import org.guitu.ingest.registry.PlaceSpec;
import org.guitu.protocols.jt808.Jt808Location;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every kind of order, from the socket to the finding. */
class D03_EveryOrderIT {

    private static final double LAT = 31.2304;
    private static final double LON = 121.4737;
    private static final double AWAY = LAT + 0.01;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    private static final Instant BEFORE = NOON.minus(Duration.ofDays(2));

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

    @Test
    void twoPeopleWhoMustKeepApartAreJudgedTogether() throws Exception {
        ingest.basis(201, ingest.device("013500000201", "code"));
        ingest.basis(202, ingest.device("013500000202", "code"));
        long pair = ingest.database()
                .jdbi()
                .inTransaction(handle -> ingest.registry().pair(handle, RuleKind.KEEP_AWAY, 201, 202));
        long rule = ingest.rule(pair, new Order.KeepAway(500), Optional.empty(), BEFORE);
        try (TestBracelet one = bracelet("013500000201");
                TestBracelet other = bracelet("013500000202")) {
            for (int i = 30; i > 0; i--) {
                Instant at = NOON.minusSeconds(60L * i);
                other.report(at.minusSeconds(20), LAT, LON);
                one.report(at, i > 20 || i < 8 ? AWAY : LAT + 0.0005, LON);
            }
        }
        await().untilAsserted(() -> assertThat(findings(pair)).singleElement().satisfies(finding -> {
            assertThat(finding).containsEntry("kind", "PROXIMITY").containsEntry("rule_id", rule);
            assertThat(instant(finding, "started_at")).isEqualTo(NOON.minusSeconds(60L * 20));
            assertThat(instant(finding, "ended_at")).isEqualTo(NOON.minusSeconds(60L * 7));
        }));
        assertThat(findings(201)).isEmpty();
        assertThat(findings(202)).isEmpty();
    }

    @Test
    void whatTheOtherDeliversLateIsJudgedTogetherAllTheSame() throws Exception {
        ingest.basis(203, ingest.device("013500000203", "code"));
        ingest.basis(204, ingest.device("013500000204", "code"));
        long pair = ingest.database()
                .jdbi()
                .inTransaction(handle -> ingest.registry().pair(handle, RuleKind.KEEP_AWAY, 203, 204));
        ingest.rule(pair, new Order.KeepAway(500), Optional.empty(), BEFORE);
        try (TestBracelet one = bracelet("013500000203")) {
            for (int i = 30; i > 0; i--) {
                one.report(NOON.minusSeconds(60L * i), LAT, LON);
            }
        }
        assertThat(findings(pair)).isEmpty();
        try (TestBracelet other = bracelet("013500000204")) {
            for (int i = 10; i <= 30; i++) {
                other.batch(List.of(Jt808Location.fix(NOON.minusSeconds(60L * i + 20), LAT, LON)));
            }
        }
        await().untilAsserted(() -> assertThat(findings(pair))
                .singleElement()
                .satisfies(
                        finding -> assertThat(instant(finding, "started_at")).isEqualTo(NOON.minusSeconds(60L * 30))));
    }

    @Test
    void aPhoneThatIsNotWithTheBraceletIsASeparation() throws Exception {
        ingest.basis(205, ingest.device("013500000205", "code"));
        plan(205, ingest.device("013500000206", "code"));
        long pair = ingest.database()
                .jdbi()
                .inTransaction(handle -> ingest.registry().pair(handle, RuleKind.STAY_TOGETHER, 205, 205));
        ingest.rule(pair, new Order.StayTogether(200), Optional.empty(), BEFORE);
        try (TestBracelet bracelet = bracelet("013500000205");
                TestBracelet phone = bracelet("013500000206")) {
            for (int i = 30; i > 0; i--) {
                Instant at = NOON.minusSeconds(60L * i);
                phone.report(at.minusSeconds(10), LAT, LON);
                bracelet.report(at, i > 15 ? LAT : AWAY, LON);
            }
        }
        await().untilAsserted(() -> assertThat(findings(pair)).singleElement().satisfies(finding -> {
            assertThat(finding).containsEntry("kind", "SEPARATION").containsEntry("ended_at", null);
            assertThat(instant(finding, "started_at")).isEqualTo(NOON.minusSeconds(60L * 15));
        }));
    }

    @Test
    void silenceIsAFindingAtTwentyFiveMinutesAndHeartbeatsAreNoSilence() throws Exception {
        ingest.basis(207, ingest.device("013500000207", "code"));
        Order plan = new Order.ReportEvery(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(15));
        ingest.rule(207, plan, Optional.empty(), BEFORE);
        try (TestBracelet bracelet = bracelet("013500000207")) {
            bracelet.report(clock.instant(), LAT, LON);
            clock.advance(Duration.ofMinutes(24));
            settle(207);
            assertThat(findings(207)).isEmpty();

            clock.advance(Duration.ofMinutes(1));
            await().untilAsserted(() -> assertThat(findings(207))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding).containsEntry("kind", "COMM_LOSS").containsEntry("ended_at", null);
                        assertThat(instant(finding, "started_at")).isEqualTo(NOON);
                        assertThat(instant(finding, "confirmed_at")).isEqualTo(NOON.plus(Duration.ofMinutes(25)));
                    }));

            // A backlog explains the gap and does not unmake it; from now on packets come, but no fix.
            bracelet.batch(List.of(Jt808Location.fix(NOON.plus(Duration.ofMinutes(10)), LAT, LON)));
            await().untilAsserted(() -> assertThat(findings(207))
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(instant(finding, "ended_at")).isEqualTo(NOON.plus(Duration.ofMinutes(25)))));
            for (int i = 0; i < 5; i++) {
                clock.advance(Duration.ofMinutes(5));
                bracelet.heartbeat();
            }
            await().untilAsserted(() -> assertThat(findings(207))
                    .extracting(finding -> finding.get("kind"))
                    .containsExactly("COMM_LOSS", "NO_FIX"));
        }
    }

    @Test
    void ourOwnDowntimeIsNobodysSilence() throws Exception {
        // Days after all that the other tests leave on record.
        ingest.close();
        clock.advance(Duration.ofDays(5));
        ingest = TestIngest.start(POSTGRES.url(), TestIngest.config(), clock);
        ingest.basis(208, ingest.device("013500000208", "code"));
        Order plan = new Order.ReportEvery(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(15));
        ingest.rule(208, plan, Optional.empty(), BEFORE);
        try (TestBracelet bracelet = bracelet("013500000208")) {
            bracelet.report(clock.instant(), LAT, LON);
        }
        ingest.close();
        clock.advance(Duration.ofMinutes(60));
        ingest = TestIngest.start(POSTGRES.url(), TestIngest.config(), clock);
        clock.advance(Duration.ofMinutes(20));
        settle(208);
        assertThat(findings(208)).isEmpty();
        clock.advance(Duration.ofMinutes(10));
        await().untilAsserted(() -> assertThat(findings(208))
                .singleElement()
                .satisfies(finding -> assertThat(finding.get("kind")).isEqualTo("COMM_LOSS")));
    }

    @Test
    void aPlaceAddedToAGroupCountsFromThenOn() throws Exception {
        ingest.basis(209, ingest.device("013500000209", "code"));
        PlaceSpec far = new PlaceSpec("一小", new Area.Circle(LAT + 1, LON, 150));
        PlaceSpec here = new PlaceSpec("二小", new Area.Circle(LAT, LON, 150));
        long group = ingest.database().jdbi().inTransaction(handle -> {
            long id = ingest.registry().createPlaceGroup(handle, "schools");
            ingest.registry().replacePlaces(handle, id, List.of(far), BEFORE);
            return id;
        });
        Area schools = new Area.Group(group, 0, PlaceIndex.of(List.of()));
        ingest.rule(209, Order.keepOut(schools), Optional.empty(), BEFORE);
        Instant opened = NOON.minus(Duration.ofMinutes(10));
        try (TestBracelet bracelet = bracelet("013500000209")) {
            for (int i = 20; i > 0; i--) {
                bracelet.report(NOON.minusSeconds(60L * i), LAT, LON);
            }
        }
        assertThat(findings(209)).isEmpty();
        ingest.database()
                .jdbi()
                .useTransaction(handle -> ingest.registry().replacePlaces(handle, group, List.of(far, here), opened));
        await().untilAsserted(() -> assertThat(findings(209)).singleElement().satisfies(finding -> {
            assertThat(finding).containsEntry("kind", "EXCLUSION");
            assertThat(instant(finding, "started_at")).isEqualTo(opened);
            assertThat(ingest.rows("select name from telemetry.place where place_id = ?", finding.get("place_id")))
                    .as("the place it names")
                    .singleElement()
                    .satisfies(place -> assertThat(place).containsEntry("name", here.name()));
        }));
        assertThat(ingest.number("select count(*) from telemetry.place where group_id = ?", group))
                .as("a place that stays keeps its row")
                .isEqualTo(2);
    }

    @Test
    void attendanceAlternativesLeaveAndBandsAreReadBackAsOrdered() throws Exception {
        ingest.basis(210, ingest.device("013500000210", "code"));
        Area places = new Area.AnyOf(List.of(new Area.Circle(LAT, LON, 150), new Area.Circle(LAT + 0.1, LON, 200)));
        var leave = new ScheduleExceptions(
                Map.of(),
                List.of(new ScheduleExceptions.Pause(
                        LocalDateTime.of(2026, 11, 18, 11, 40), LocalDateTime.of(2026, 11, 18, 11, 50))));
        ingest.rule(210, Order.stayIn(places), Optional.of(WeeklySchedule.always(ZONE, leave)), BEFORE);
        ingest.rule(210, new Order.KeepOut(new Area.Circle(LAT + 0.01, LON, 150), 300), Optional.empty(), BEFORE);
        try (TestBracelet bracelet = bracelet("013500000210")) {
            for (int i = 30; i > 0; i--) {
                bracelet.report(NOON.minusSeconds(60L * i), LAT + 0.0075, LON);
            }
        }
        await().untilAsserted(() -> assertThat(findings(210))
                .extracting(finding -> finding.get("kind") + " " + instant(finding, "started_at"))
                .containsExactlyInAnyOrder(
                        "BOUNDARY 2026-11-18T03:30:00Z",
                        "BOUNDARY 2026-11-18T03:50:00Z",
                        "APPROACH 2026-11-18T03:30:00Z"));
    }

    /** Gives the clock's lane its turn: a finding that must not be there has had its chance. */
    private void settle(long subject) {
        await().until(() -> ingest.number(
                        "select count(*) from telemetry.subject_state where subject_id = ? and least(wake_at, plan_wake_at) <= ?::timestamptz",
                        subject,
                        clock.instant().toString())
                == 0);
    }

    private void plan(long subject, long device) {
        BasisSpec spec = new BasisSpec(
                BasisSpec.Kind.PHONE_PLAN,
                subject,
                device,
                NOON.minus(Duration.ofDays(30)),
                NOON.plus(Duration.ofDays(30)));
        ingest.database().jdbi().useTransaction(handle -> ingest.registry().grantBasis(handle, spec));
    }

    private TestBracelet bracelet(String phone) throws Exception {
        return TestBracelet.authenticated(ingest.port("jt808"), phone, "code");
    }

    private List<Map<String, Object>> findings(long subject) {
        return ingest.rows(
                "select * from telemetry.finding where subject_id = ? and standing order by started_at, kind", subject);
    }

    private static Instant instant(Map<String, Object> row, String column) {
        Timestamp at = (Timestamp) row.get(column);
        return at == null ? Instant.MAX : at.toInstant();
    }
}
