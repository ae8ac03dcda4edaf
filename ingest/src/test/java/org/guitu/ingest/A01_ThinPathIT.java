package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.registry.DeviceSpec;
import org.junit.jupiter.api.Test;

/** Register, authenticate, heartbeat, report; stored, acknowledged, judged. */
class A01_ThinPathIT extends IngestTest {

    @Test
    void registersAuthenticatesBeatsAndReports() throws Exception {
        long device = ingest.device(DeviceSpec.of("jt808", "013800000001"));
        ingest.basis(7, device);
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(5);

        try (TestBracelet bracelet = TestBracelet.connect(ingest.port("jt808"), "013800000001")) {
            var registered = bracelet.register();
            assertThat(registered.result()).isZero();
            assertThat(registered.authCode()).isNotEmpty();
            assertThat(bracelet.authenticate(registered.authCode()).result()).isZero();
            assertThat(bracelet.heartbeat().result()).isZero();
            assertThat(bracelet.report(at, 31.2304, 121.4737).result()).isZero();
        }

        Map<String, Object> row = ingest.rows("select * from telemetry.position where device_id = ?", device)
                .getFirst();
        assertThat(row).containsEntry("subject_id", 7L).containsEntry("located", true);
        assertThat((Double) row.get("latitude")).isEqualTo(31.2304);
        assertThat(((java.sql.Timestamp) row.get("fix_time")).toInstant()).isEqualTo(at);
    }

    @Test
    void walkingIntoAForbiddenZoneIsAFindingOnceItIsAcknowledged() throws Exception {
        long device = ingest.device("013800000002", "code");
        ingest.basis(8, device);
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(10));
        long rule = ingest.rule(
                8,
                RuleKind.KEEP_OUT,
                new Area.Circle(31.2304, 121.4737, 150),
                Optional.empty(),
                start.minusSeconds(3600));

        try (TestBracelet bracelet = TestBracelet.authenticated(ingest.port("jt808"), "013800000002", "code")) {
            for (int i = 0; i < 5; i++) {
                bracelet.report(start.plusSeconds(30L * i), 31.2404, 121.4737);
            }
            for (int i = 5; i < 15; i++) {
                bracelet.report(start.plusSeconds(30L * i), 31.2304, 121.4737);
            }
        }

        // Acknowledged means judged as well: no waiting here.
        Map<String, Object> finding = ingest.rows("select * from telemetry.finding where subject_id = 8 and standing")
                .getFirst();
        assertThat(finding)
                .containsEntry("kind", "EXCLUSION")
                .containsEntry("rule_id", rule)
                .containsEntry("device_id", device)
                .containsEntry("retrospective", false)
                .containsEntry("ended_at", null);
        await().untilAsserted(() -> assertThat(
                        ingest.number(
                                "select count(*) from telemetry.finding_history join telemetry.finding using (finding_id) where subject_id = 8 and change = 'OPENED'"))
                .isEqualTo(1));
    }
}
