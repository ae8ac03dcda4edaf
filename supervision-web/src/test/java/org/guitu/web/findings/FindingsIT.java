package org.guitu.web.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.PlaceIndex;
import org.guitu.ingest.ManualClock;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.ingest.registry.PlaceSpec;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.alerts.Town;
import org.guitu.web.rules.RuleForm;
import org.guitu.web.zones.ZoneForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page and the API that say why a finding stands, over findings that were really judged. */
class FindingsIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final double OUTSIDE = 31.2045;
    private static final double INSIDE = 31.2008;
    private static final double WILD = 31.1985;
    private static final String STATED = "?purpose=ALERT&reason=test";

    private static CaseWorld world;
    private static Browser officer;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试依据所");
        officer = world.browser(world.officer);
    }

    @Test
    void evidenceSaysWhatConvincedAndWhatWasIgnoredAndLeavesAnAuditRow() throws Exception {
        long id = world.person("测试进入");
        long finding = entered(id, "evidence-1");

        assertThat(officer.get("/api/v1/findings/" + finding + "/evidence").statusCode())
                .isEqualTo(400);
        assertThat(audited(id)).isZero();
        HttpResponse<String> answer = officer.get("/api/v1/findings/" + finding + "/evidence" + STATED);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"kind\":\"EXCLUSION\"",
                        "\"part\":\"CONVINCED\"",
                        "\"part\":\"IGNORED\"",
                        "\"posterior\":",
                        "\"sigmaM\":",
                        "\"change\":\"OPENED\"");
        assertThat(audited(id)).isEqualTo(1);

        String ask = officer.get("/findings/" + finding).body();
        assertThat(ask).contains("查看报警依据：测试进入");
        HttpResponse<String> unstated = officer.post("/findings/" + finding, Map.of("purpose", "", "reason", ""));
        assertThat(unstated.statusCode()).isEqualTo(422);
        assertThat(unstated.body()).contains("请选择查看目的");
        String page = officer.get(stated(finding)).body();
        assertThat(page)
                .contains("测试进入进入了禁止区域“测试禁区”", "相互一致：区域内", "可能性", "不采信：与前后定位不合", "<polyline", "why-cross", "guitu-map")
                .doesNotContain("findings.", " style=");
        assertThat(audited(id)).isEqualTo(2);
    }

    @Test
    void whoMayNotSeeThePersonFindsNothingAndAViewingIsOnesOwn() throws Exception {
        long id = world.person("测试借阅");
        long finding = new Town(WEB.jdbi()).finding(id, FindingKind.SOS, null, Instant.now(), null, false);
        String page = stated(finding);
        Browser elsewhere = WEB.signedIn(WEB.below(WEB.root(), "测试别所"), Role.OFFICER);
        assertThat(elsewhere.get("/findings/" + finding).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get(page).statusCode()).isEqualTo(404);
        assertThat(elsewhere.post("/findings/" + finding, form()).statusCode()).isEqualTo(404);
        assertThat(elsewhere
                        .get("/api/v1/findings/" + finding + "/evidence" + STATED)
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer.get("/api/v1/findings/999999/evidence" + STATED).statusCode())
                .isEqualTo(404);
        HttpResponse<String> borrowed =
                world.browser(world.officer(world.office)).get(page);
        assertThat(borrowed.statusCode()).isEqualTo(303);
        assertThat(borrowed.headers().firstValue("location")).contains("/findings/" + finding);
    }

    @Test
    void whenThePositionsAreGoneWhatWasKeptStillTells() throws Exception {
        long id = world.person("测试过期");
        long finding = entered(id, "evidence-2");
        WEB.jdbi().useHandle(handle -> handle.execute("delete from telemetry.position where subject_id = ?", id));
        assertThat(officer.get(stated(finding)).body())
                .contains("定位数据已过保存期", "保留下来的依据", "区域内")
                .doesNotContain("<polyline", "<guitu-map");
        assertThat(officer.get("/api/v1/findings/" + finding + "/evidence" + STATED)
                        .body())
                .contains("\"fixes\":[]", "\"evidence\":[{");
    }

    @Test
    void lostContactShowsTheLimitAndTheLastPacketInsteadOfFixes() throws Exception {
        long id = world.person("测试静默");
        long finding;
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ManualClock clock = new ManualClock(start);
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl(), TestIngest.config(), clock)) {
            new Town(WEB.jdbi()).listening(start, Duration.ofHours(1));
            phone(ingest, id, "evidence-3");
            Order plan = new Order.ReportEvery(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(15));
            ingest.rule(id, plan, Optional.empty(), start.minusSeconds(60));
            report(ingest, "evidence-3", start, OUTSIDE, 8);
            clock.advance(Duration.ofMinutes(25));
            finding = found(id);
        }
        assertThat(officer.get(stated(finding)).body())
                .contains("测试静默的设备没有按约定上报", "约定每 10 分钟发送一次，另有 15 分钟缓冲：满 25 分钟没有任何数据", "最后一次收到数据", "没有停机")
                .doesNotContain("<guitu-map");
        assertThat(officer.get("/api/v1/findings/" + finding + "/evidence" + STATED)
                        .body())
                .contains("\"silentAfterS\":1500", "\"lastPacketAt\":\"" + start);
    }

    @Test
    void theSecondOfTwoIsNamedToThoseWhoMaySeeThem() {
        Town town = new Town(WEB.jdbi());
        long first = world.person("测试甲方");
        long second = world.person("测试乙方");
        long pair = town.pair("KEEP_AWAY", first, second);
        long finding = town.finding(pair, FindingKind.PROXIMITY, 7L, Instant.now(), null, false);
        assertThat(officer.get(stated(finding)).body()).contains("测试甲方与测试乙方的距离小于规定距离");
        assertThat(officer.get("/api/v1/findings/" + finding + "/evidence" + STATED)
                        .body())
                .contains("\"otherPersonId\":" + second);
    }

    @Test
    void twoWhoAreToKeepApartAreExplainedByTheirDistanceAndNotByAPlace() throws Exception {
        long first = world.person("测试近者");
        long second = world.person("测试远者");
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        RuleForm away =
                new RuleForm("KEEP_AWAY", "", "", "", "200", Long.toString(second), "on", "", List.of(), "", "", "");
        world.services.rules().create(world.officer, first, away).orThrow();
        long pair = WEB.jdbi()
                .withHandle(
                        handle -> handle.select("select pair_id from telemetry.pair where first_subject_id = ?", first)
                                .mapTo(Long.class)
                                .one());
        ManualClock clock = new ManualClock(start);
        long finding;
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl(), TestIngest.config(), clock)) {
            phone(ingest, first, "pair-1");
            phone(ingest, second, "pair-2");
            for (int i = 0; i < 10; i++) {
                clock.set(start.plusSeconds(60L * i));
                report(ingest, "pair-2", clock.instant(), 31.2, 8);
                report(ingest, "pair-1", clock.instant().plusSeconds(2), 31.2 + (i < 4 ? 0.005 : 0.0005), 8);
            }
            finding = found(pair);
        }
        String page = officer.get(stated(finding)).body();
        assertThat(page)
                .contains("测试近者与测试远者的距离小于规定距离", "相互一致：比规定近", "<polyline")
                .doesNotContain("<guitu-map");
        String json = officer.get("/api/v1/findings/" + finding + "/evidence" + STATED)
                .body();
        assertThat(audited(first)).isEqualTo(2);
        assertThat(audited(second)).as("it tells of the other too").isEqualTo(2);
        assertThat(json)
                .contains("\"kind\":\"PROXIMITY\"", "\"part\":\"CONVINCED\"")
                .doesNotContain("latitude");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> officer.get("/api/v1/alerts?personId=" + first).body(), body -> body.contains("测试远者"));
    }

    @Test
    void aFindingAboutAGroupOfPlacesNamesAndDrawsTheOneItWas() throws Exception {
        long id = world.person("测试校园");
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        ManualClock clock = new ManualClock(start);
        long finding;
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl(), TestIngest.config(), clock)) {
            phone(ingest, id, "evidence-4");
            List<PlaceSpec> schools = List.of(
                    new PlaceSpec("测试一小", new Area.Circle(31.3, 121.4, 300)),
                    new PlaceSpec("测试二小", new Area.Circle(31.2, 121.4, 300)));
            long group = WEB.jdbi().inTransaction(handle -> {
                long made = ingest.registry().createPlaceGroup(handle, "测试全部学校");
                ingest.registry().replacePlaces(handle, made, schools, start.minusSeconds(3600));
                return made;
            });
            Area all = new Area.Group(group, 1, PlaceIndex.of(List.of()));
            ingest.rule(id, Order.keepOut(all), Optional.empty(), start.minusSeconds(60));
            for (int i = 0; i < 10; i++) {
                clock.set(start.plusSeconds(60L * i));
                report(ingest, "evidence-4", clock.instant(), i < 5 ? OUTSIDE : INSIDE, 8);
            }
            finding = found(id);
        }
        assertThat(officer.get(stated(finding)).body())
                .contains("测试校园进入了禁止区域“测试二小”", "<guitu-map", "\"name\":\"测试二小\"")
                .doesNotContain("测试一小");
        assertThat(officer.get("/api/v1/findings/" + finding + "/evidence" + STATED)
                        .body())
                .contains("\"placeName\":\"测试二小\"");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> officer.get("/api/v1/alerts?personId=" + id).body(), body -> body.contains("测试二小"));
    }

    /** Five fixes outside, a wild one far inside, then inside for good: a finding of the judge. */
    private static long entered(long id, String identity) throws Exception {
        Area zone = new Area.Circle(31.2, 121.4, 300);
        world.services
                .zones()
                .create(world.officer, id, ZoneForm.of("测试禁区", RuleKind.KEEP_OUT, zone, Optional.empty()))
                .orThrow();
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        ManualClock clock = new ManualClock(start);
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl(), TestIngest.config(), clock)) {
            phone(ingest, id, identity);
            for (int i = 0; i < 10; i++) {
                clock.set(start.plusSeconds(60L * i));
                report(ingest, identity, clock.instant(), i < 6 ? OUTSIDE : INSIDE, 8);
                if (i == 3) {
                    clock.advance(Duration.ofSeconds(10));
                    report(ingest, identity, clock.instant(), WILD, 5);
                }
            }
            return found(id);
        }
    }

    private static void phone(TestIngest ingest, long id, String identity) {
        ingest.basis(id, ingest.device(DeviceSpec.of("osmand", identity)));
        ingest.assembly().rereadBooks();
    }

    private static long found(long id) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> WEB.jdbi()
                                .withHandle(handle -> handle.select(
                                                "select coalesce(max(finding_id), 0) from telemetry.finding where subject_id = ? and standing",
                                                id)
                                        .mapTo(Long.class)
                                        .one()),
                        finding -> finding > 0);
    }

    private static void report(TestIngest ingest, String identity, Instant at, double lat, int accuracy)
            throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + ingest.port("osmand") + "/?id=" + identity + "&timestamp="
                + at.getEpochSecond() + "&lat=" + lat + "&lon=121.4&accuracy=" + accuracy);
        HttpResponse<String> stored = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(stored.statusCode()).isEqualTo(200);
    }

    private static String stated(long finding) {
        return officer.post("/findings/" + finding, form())
                .headers()
                .firstValue("location")
                .orElseThrow();
    }

    private static Map<String, String> form() {
        return Map.of("purpose", "ALERT", "reason", "核实测试报警");
    }

    private static long audited(long id) {
        return world.count("supervision.audit", "subject_id = :id and action = 'findings.view'", id);
    }
}
