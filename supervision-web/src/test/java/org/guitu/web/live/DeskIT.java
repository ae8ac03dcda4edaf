package org.guitu.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.web.Browser;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.alerts.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The live page without scripts: forms and redirects alone. */
class DeskIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private final Town town = new Town(WEB.jdbi());
    private final Organisation office = WEB.below(WEB.root(), "测试司法所");

    private long alert(long person, FindingKind kind, boolean lasting) {
        Instant now = Instant.now();
        long finding = town.finding(
                person,
                kind,
                kind.compareTo(FindingKind.TAMPER) < 0 ? 7L : null,
                now.minusSeconds(60),
                lasting ? null : now,
                false);
        return Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> alertOf(finding), id -> id > 0);
    }

    private static long alertOf(long finding) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select coalesce(max(alert_id), 0) from supervision.alert_finding where finding_id = :id")
                        .bind("id", finding)
                        .mapTo(Long.class)
                        .one());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("location").orElse("");
    }

    private static int audited(String action, long person) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from supervision.audit where action = :action and coalesce(subject_id, 0) = :person")
                        .bind("action", action)
                        .bind("person", person)
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void anOfficerTakesAnAlertFromSeenToClosed() {
        long person = town.person(office, "测试甲");
        long alert = alert(person, FindingKind.JAMMING, true);
        Browser officer = WEB.signedIn(office, Role.OFFICER);

        assertThat(officer.get("/").body()).contains("干扰或屏蔽", "测试甲", "/?alert=" + alert);
        assertThat(officer.get("/?alert=" + alert).body()).contains("接警", "认定并办结");

        HttpResponse<String> seen = officer.post("/alerts/" + alert + "/acknowledge", Map.of());
        assertThat(seen.statusCode()).isEqualTo(303);
        assertThat(location(seen)).isEqualTo("/?alert=" + alert);
        assertThat(officer.post("/alerts/" + alert + "/steps", Map.of("kind", "CALLED", "note", "称在家，信号不好"))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> withoutNote =
                officer.post("/alerts/" + alert + "/resolve", Map.of("outcome", "EQUIPMENT", "note", " "));
        assertThat(withoutNote.statusCode()).isEqualTo(422);
        assertThat(withoutNote.body()).contains("请填写备注");
        assertThat(officer.post("/alerts/" + alert + "/resolve", Map.of("outcome", "EQUIPMENT", "note", "已更换腕带"))
                        .statusCode())
                .isEqualTo(303);

        assertThat(officer.get("/").body()).doesNotContain("/?alert=" + alert);
        String page = officer.get("/?show=all&alert=" + alert).body();
        assertThat(page).contains("称在家，信号不好", "已更换腕带", "设备原因");
        assertThat(audited("alerts.acknowledged", person)).isEqualTo(1);
        assertThat(audited("alerts.called", person)).isEqualTo(1);
        assertThat(audited("alerts.resolved", person)).isEqualTo(1);
    }

    @Test
    void theSecondOfTwoOfficersIsToldWhoWasFirst() {
        long alert = alert(town.person(office, "测试乙"), FindingKind.SOS, true);
        Browser first = WEB.signedIn(office, Role.OFFICER);
        Browser second = WEB.signedIn(office, Role.OFFICER);
        second.get("/?alert=" + alert);

        assertThat(first.post("/alerts/" + alert + "/acknowledge", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(second.post("/alerts/" + alert + "/acknowledge", Map.of()).statusCode())
                .isEqualTo(303);

        assertThat(second.get("/?alert=" + alert).body()).containsPattern("测试test\\d+ 已接警");
        assertThat(steps(alert, "ACKNOWLEDGED")).isEqualTo(1);
    }

    @Test
    void anAlertAboutTwoNamesTheOtherToThoseWhoMaySeeThem() {
        Organisation elsewhere = WEB.below(WEB.root(), "测试别处司法所");
        long person = town.person(office, "测试近一");
        long pair = town.pair("KEEP_AWAY", person, town.person(elsewhere, "测试近二"));
        long alert = alert(pair, FindingKind.PROXIMITY, true);

        assertThat(WEB.signedIn(WEB.root(), Role.OFFICER)
                        .get("/?alert=" + alert)
                        .body())
                .contains("接近禁止接触的人", "与测试近二", "对定位点");
        Browser officer = WEB.signedIn(office, Role.OFFICER);
        assertThat(officer.get("/?alert=" + alert).body()).contains("与另一人").doesNotContain("测试近二");
        assertThat(officer.get("/api/v1/alerts/" + alert).body())
                .contains("PROXIMITY")
                .doesNotContain("otherPerson");
    }

    @Test
    void everyKindOfAlertIsWordedInBothLanguages() {
        long person = town.person(office, "测试各类");
        for (FindingKind kind : FindingKind.values()) {
            alert(person, kind, true);
        }
        Browser officer = WEB.signedIn(office, Role.OFFICER);
        assertThat(officer.get("/?person=" + person).body())
                .contains("失联", "定位失败", "人机分离", "接近禁止区域", "未按要求到场", "到场无法证实")
                .doesNotContain("alerts.kind", "alerts.sure", "alerts.next");
    }

    @Test
    void aStrapThatIsStillOpenCannotBeClosedOver() {
        long alert = alert(town.person(office, "测试丙"), FindingKind.TAMPER, true);
        Browser officer = WEB.signedIn(office, Role.OFFICER);

        HttpResponse<String> refused =
                officer.post("/alerts/" + alert + "/resolve", Map.of("outcome", "TRUE", "note", "已到现场"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("手环扣合之前不能办结", "已到现场");
    }

    @Test
    void whatLiesOutsideTheSubtreeIsNotThere() {
        Organisation other = WEB.below(WEB.root(), "别处司法所");
        long person = town.person(other, "别处甲");
        long alert = alert(person, FindingKind.SOS, true);
        Browser officer = WEB.signedIn(office, Role.OFFICER);

        assertThat(officer.get("/").body()).doesNotContain("别处甲");
        for (String path : new String[] {
            "/?alert=" + alert,
            "/desk/alerts/" + alert,
            "/desk/alerts/" + alert + "/row",
            "/desk/alerts/" + alert + "/map",
            "/desk/people/" + person,
            "/desk/people/" + person + "/map",
            "/api/v1/alerts/" + alert
        }) {
            assertThat(officer.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(officer.post("/alerts/" + alert + "/acknowledge", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAdministratorDoesNotWatchTheDesk() {
        assertThat(WEB.signedIn(office, Role.ADMINISTRATOR).get("/").statusCode())
                .isIn(303, 403);
    }

    @Test
    void watchingIsRecordedOnceAShiftAndEachPersonOpenedEachTime() {
        long person = town.person(office, "测试丁");
        int before = audited("live.desk", 0);
        Browser officer = WEB.signedIn(office, Role.OFFICER);

        officer.get("/");
        officer.get("/?show=all");
        officer.get("/desk/people/" + person);
        officer.get("/desk/people/" + person);

        assertThat(audited("live.desk", 0) - before).isEqualTo(1);
        assertThat(audited("live.person", person)).isEqualTo(2);
    }

    @Test
    void aDeviceNotHeardOfForTooLongIsUnobserved() {
        long person = town.person(office, "测试戊");
        long device = town.bracelet(person, 31.2, 121.4);
        WEB.jdbi()
                .useHandle(h -> h.execute(
                        "update telemetry.device_status set last_seen_at = now() - interval '26 minutes' where device_id = ?",
                        device));

        assertThat(WEB.signedIn(office, Role.OFFICER)
                        .get("/desk/people/" + person)
                        .body())
                .contains("is-silent", "未观测");
    }

    private static int steps(long alert, String kind) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from supervision.alert_step where alert_id = :id and kind = :kind")
                        .bind("id", alert)
                        .bind("kind", kind)
                        .mapTo(Integer.class)
                        .one());
    }
}
