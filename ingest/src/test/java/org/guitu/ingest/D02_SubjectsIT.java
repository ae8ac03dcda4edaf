package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.registry.BasisSpec;
import org.guitu.protocols.jt808.Jt808Location;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The judgement of subjects whose state is damaged or who carry two devices. */
class D02_SubjectsIT {

    private static final double LAT = 31.2304;
    private static final double LON = 121.4737;
    private static final double AWAY = LAT + 0.01;
    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");

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
    void aDamagedCheckpointThatIsWokenByTheClockRetractsNothing() throws Exception {
        ingest.basis(130, ingest.device("013500000130", "code"));
        rule(130, RuleKind.KEEP_OUT);
        try (TestBracelet bracelet = bracelet("013500000130")) {
            for (int i = 20; i > 0; i--) {
                bracelet.report(NOON.minusSeconds(30L * i), LAT, LON);
            }
        }
        await().untilAsserted(() -> assertThat(findings(130)).hasSize(1));
        Object id = findings(130).getFirst().get("finding_id");

        ingest.database()
                .jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "update telemetry.subject_state set checkpoint = '\\x00', wake_at = '2026-11-18T03:00:00Z' where subject_id = 130"));
        await().until(() -> ingest.number(
                        "select count(*) from telemetry.subject_state where subject_id = 130 and length(checkpoint) > 1 and dirty_from is null")
                == 1);

        assertThat(findings(130))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding).containsEntry("finding_id", id).containsEntry("ended_at", null));
        assertThat(ingest.number("select count(*) from telemetry.finding where subject_id = 130"))
                .isEqualTo(1);
    }

    @Test
    void aPhoneLeftAtHomeDoesNotVouchForTheBraceletThatWentOut() throws Exception {
        ingest.basis(131, ingest.device("013500000131", "code"));
        plan(131, ingest.device("013500000132", "code"));
        rule(131, RuleKind.STAY_IN);
        try (TestBracelet bracelet = bracelet("013500000131");
                TestBracelet phone = bracelet("013500000132")) {
            for (int i = 20; i > 0; i--) {
                bracelet.batch(List.of(Jt808Location.fix(NOON.minusSeconds(30L * i), AWAY, LON)));
                phone.batch(List.of(Jt808Location.fix(NOON.minusSeconds(30L * i), LAT, LON)));
            }
        }
        await().untilAsserted(() -> assertThat(findings(131))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding).containsEntry("kind", "BOUNDARY").containsEntry("ended_at", null)));
        assertThat(ingest.number("select count(*) from telemetry.position where subject_id = 131"))
                .as("the phone's reports are stored all the same")
                .isEqualTo(40);
    }

    @Test
    void whenTheAuthorisationIsTakenBackThePhoneSpeaksAgain() throws Exception {
        long basis = ingest.basis(133, ingest.device("013500000133", "code"));
        plan(133, ingest.device("013500000134", "code"));
        rule(133, RuleKind.STAY_IN);
        try (TestBracelet phone = bracelet("013500000134")) {
            for (int i = 20; i > 0; i--) {
                phone.report(NOON.minusSeconds(30L * i), AWAY, LON);
            }
        }
        assertThat(findings(133)).isEmpty();

        ingest.database()
                .jdbi()
                .useTransaction(handle -> ingest.registry().endBasis(handle, basis, NOON.minus(Duration.ofDays(1))));
        await().untilAsserted(() -> assertThat(findings(133)).hasSize(1));
    }

    private void rule(long subject, RuleKind kind) {
        ingest.rule(subject, kind, new Area.Circle(LAT, LON, 150), Optional.empty(), NOON.minus(Duration.ofDays(2)));
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
        return ingest.rows("select * from telemetry.finding where subject_id = ? and standing", subject);
    }
}
