package org.guitu.web.protectedpersons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.guitu.ingest.TestBracelet;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.web.Browser;
import org.guitu.web.CaseServices;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.devices.DeviceForm;
import org.guitu.web.orders.ApplicationForm;
import org.guitu.web.orders.Ground;
import org.guitu.web.rules.ProtectedPeople;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is protected is known to few, and located only by consent, device and order together. */
class ProtectedIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static CaseWorld world;
    private static Browser officer;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试保护所");
        officer = world.browser(world.officer);
    }

    @Test
    void onlyWhoDrawsUpOrdersSeesTheRegister() {
        String path = registered("测试被害人甲");
        assertThat(officer.get("/protected").body()).contains("测试被害人甲");
        assertThat(officer.get(path).body()).contains("没有有效的本人同意");
        for (Role role : new Role[] {Role.PROCURATOR, Role.COMMAND_CENTRE, Role.COUNTY_HEAD, Role.SOCIAL_WORKER}) {
            Browser other = WEB.signedIn(world.county, role);
            assertThat(other.get("/protected").statusCode()).as(role.name()).isEqualTo(403);
            assertThat(other.get(path).statusCode()).as(role.name()).isEqualTo(403);
        }
        Browser elsewhere = WEB.signedIn(WEB.county(WEB.root(), "测试别县"), Role.OFFICER);
        assertThat(elsewhere.get("/protected").body()).doesNotContain("测试被害人甲");
        assertThat(elsewhere.get(path).statusCode()).isEqualTo(404);
        assertThat(elsewhere
                        .post(path + "/consent", Map.of("documentNumber", "x", "signedOn", "2026-01-01"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void consentIsOnPaperAndADeviceNeedsIt() {
        String path = registered("测试被害人乙");
        long device = world.bracelet();
        assertThat(officer.post(path + "/devices", Map.of("deviceId", Long.toString(device)))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> bare = officer.post(
                path + "/consent",
                Map.of(
                        "documentNumber",
                        "",
                        "signedOn",
                        world.today().plusDays(1).toString()));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("不能晚于今天", "请填写此项");
        consent(path);
        assertThat(officer.get(path).body()).contains("测同1号", "本人没有携带设备");
        assertThat(officer.post(path + "/devices", Map.of("deviceId", Long.toString(device)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(officer.get(path).body()).contains("没有人被要求远离此人");
        assertThat(officer.get("/devices/" + device).body()).contains("佩戴中").doesNotContain("测试被害人乙");
        long person = world.person("测试同机");
        assertThat(officer.json("POST", "/api/v1/devices/" + device + "/wearing", "{\"personId\":" + person + "}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(officer.post("/devices/" + device + "/move", Map.of("state", "LOST"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(officer.post("/devices/" + device + "/retire", Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(officer.post(path + "/devices/" + device + "/take-back", Map.of("outcome", "back"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(officer.get("/devices/" + device).body()).contains("已取下");
    }

    @Test
    void whoEditsSecondSeesThatSomebodyWasFirst() {
        String path = registered("测试被害人丙");
        assertThat(officer.post(path + "/edit", Map.of("version", "1", "name", "测试被害人丙", "phone", "000-1"))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> second =
                officer.post(path + "/edit", Map.of("version", "1", "name", "测试被害人丙", "phone", "000-2"));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("case-differences", "000-1", "000-2");
        assertThat(world.count("supervision.protected_person_revision", "protected_id = :id", id(path)))
                .isEqualTo(1);
    }

    @Test
    void consentDeviceAndOrderTogetherLetCollectAndEachAloneEndsIt() {
        String path = registered("测试被害人丁");
        long protectedId = id(path);
        consent(path);
        long device = world.bracelet();
        give(path, device);
        assertThat(live(protectedId)).isZero();
        long person = world.person("测试远离者");
        String rule = ordered(person, protectedId);
        assertThat(live(protectedId)).isEqualTo(1);
        assertThat(officer.get(path).body()).contains("正在采集其设备位置", "测试远离者 须保持距离");
        officer.post(rule + "/end", Map.of("reason", "不再需要"));
        assertThat(live(protectedId)).isZero();
        officer.post(rule + "/undo-end", Map.of());
        assertThat(live(protectedId)).isEqualTo(1);
        officer.post(path + "/devices/" + device + "/take-back", Map.of("outcome", "back"));
        assertThat(live(protectedId)).isZero();
        give(path, world.bracelet());
        assertThat(live(protectedId)).isEqualTo(1);
        officer.post(path + "/withdraw", Map.of("withdrawalReason", "本人要求"));
        assertThat(live(protectedId)).isZero();
        assertThat(officer.get(path).body()).contains("本人要求", "没有有效的本人同意");
        consent(path);
        assertThat(live(protectedId)).isEqualTo(1);
        WEB.jdbi()
                .useTransaction(
                        handle -> world.services.rules().released(handle, world.officer, person, Instant.now()));
        assertThat(live(protectedId)).isZero();
    }

    @Test
    void whoMayNotDrawUpOrdersReadsAProtectedPerson() {
        String path = registered("测试被害人戊");
        long person = world.person("测试被命者");
        String rule = ordered(person, id(path));
        assertThat(officer.get(rule).body()).contains("测试被害人戊");
        Browser procurator = WEB.signedIn(world.county, Role.PROCURATOR);
        assertThat(procurator.get(rule).body()).contains("受保护人").doesNotContain("测试被害人戊");
        assertThat(procurator.get("/people/" + person + "/rules").body())
                .contains("受保护人")
                .doesNotContain("测试被害人戊");
        assertThat(officer.post(
                                "/people/" + person + "/rules/new",
                                Map.of("kind", "KEEP_AWAY", "q", "被害人", "do", "find"))
                        .body())
                .contains("受保护人 · 测试被害人戊");
        assertThat(WEB.signedIn(WEB.county(WEB.root(), "测试又一县"), Role.OFFICER)
                        .get("/people?q=%E8%A2%AB%E5%AE%B3%E4%BA%BA")
                        .body())
                .doesNotContain("测试被害人戊");
    }

    @Test
    void whoIsOrderedToKeepAwayIsNamedOnlyToWhomMayOpenTheFile() {
        String path = registered("测试被害人庚");
        long minor = world.person("测试少年远离");
        long moved = world.person("测试迁走远离");
        ordered(minor, id(path));
        ordered(moved, id(path));
        assertThat(officer.get(path).body()).contains("测试少年远离 须保持距离", "测试迁走远离 须保持距离");
        long elsewhere = WEB.below(WEB.county(WEB.root(), "测试迁往县"), "测试迁往所").id();
        WEB.jdbi().useHandle(handle -> {
            handle.execute("update supervision.person set minor = true where person_id = ?", minor);
            handle.execute(
                    "update supervision.assignment set organisation_id = ? where person_id = ?", elsewhere, moved);
        });
        assertThat(officer.get(path).body())
                .contains("一名社区矫正对象须保持距离")
                .doesNotContain("测试少年远离", "测试迁走远离", "/people/" + minor + "/", "/people/" + moved + "/");
    }

    @Test
    void comingNearIsAnAlertAndHerPlaceIsShownNowhere() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        CaseServices then = CaseServices.of(WEB.jdbi(), InstantSource.fixed(now.minus(Duration.ofHours(3))));
        LocalDate first = LocalDate.ofInstant(now.minus(Duration.ofHours(3)), CaseWorld.SHANGHAI);
        long person = world.person("测试接近者");
        String bracelet = "1377" + world.officer.id();
        String phone = "protected-" + world.officer.id();
        long worn = then.devices()
                .register(
                        world.officer,
                        DeviceForm.of(DeviceSpec.of("jt808", bracelet).withAuthCode("code")))
                .orThrow();
        long hers = then.devices()
                .register(world.officer, DeviceForm.of(DeviceSpec.of("osmand", phone)))
                .orThrow();
        then.devices().assign(world.officer, worn, person, "").orThrow();
        then.authorise(
                world.officer,
                world.head,
                person,
                ApplicationForm.of(Ground.INJUNCTION_BREACHED, "测试证据", first, first.plusDays(30)),
                "测近1号");
        long protectedId = then.protectedPersons()
                .register(world.officer, new ProtectedForm("测试被害人己", "", ""))
                .orThrow();
        then.protectedPersons()
                .consent(world.officer, protectedId, "测同9号", first.toString())
                .orThrow();
        then.protectedPersons().give(world.officer, protectedId, hers).orThrow();
        ordered(then, person, protectedId);
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl());
                TestBracelet one = TestBracelet.authenticated(ingest.port("jt808"), bracelet, "code")) {
            for (int i = 30; i > 0; i--) {
                Instant at = now.minusSeconds(60L * i);
                report(ingest, phone, at.minusSeconds(20));
                one.report(at, i > 20 ? 31.3 : 31.2005, 121.4);
            }
            String alerts = await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> officer.get("/api/v1/alerts?personId=" + person)
                                    .body(),
                            body -> body.contains("PROXIMITY"));
            assertThat(alerts).doesNotContain("测试被害人己");
            assertThat(world.count("telemetry.position", "device_id = :id", hers))
                    .isEqualTo(30);
            assertThat(officer.get("/api/v1/positions").body()).doesNotContain(Long.toString(protectedId));
            assertThat(officer.get("/people/" + protectedId).statusCode()).isEqualTo(404);
            assertThat(officer.get("/people/" + protectedId + "/track").statusCode())
                    .isEqualTo(404);
            world.services
                    .protectedPersons()
                    .withdraw(world.officer, protectedId, "")
                    .orThrow();
            report(ingest, phone, Instant.now().plusSeconds(1));
            assertThat(world.count("telemetry.position", "device_id = :id", hers))
                    .isEqualTo(30);
        }
    }

    private static String registered(String name) {
        HttpResponse<String> made = officer.post("/protected/new", Map.of("name", name, "phone", "000-0000"));
        assertThat(made.statusCode()).isEqualTo(303);
        String path = made.headers().firstValue("location").orElseThrow();
        assertThat(ProtectedPeople.isProtected(id(path))).isTrue();
        return path;
    }

    private static void consent(String path) {
        assertThat(officer.post(
                                path + "/consent",
                                Map.of(
                                        "documentNumber",
                                        "测同1号",
                                        "signedOn",
                                        world.today().toString()))
                        .statusCode())
                .isEqualTo(303);
    }

    private static void give(String path, long device) {
        assertThat(officer.post(path + "/devices", Map.of("deviceId", Long.toString(device)))
                        .statusCode())
                .isEqualTo(303);
    }

    /** Orders to keep away as a page would; answers the rule's path. */
    private static String ordered(long person, long protectedId) {
        HttpResponse<String> made = officer.post(
                "/people/" + person + "/rules/new",
                Map.of(
                        "kind", "KEEP_AWAY",
                        "otherId", Long.toString(protectedId),
                        "meters", "500",
                        "always", "on"));
        assertThat(made.statusCode()).isEqualTo(303);
        return made.headers().firstValue("location").orElseThrow();
    }

    private static void ordered(CaseServices then, long person, long protectedId) {
        then.rules()
                .create(world.officer, person, org.guitu.web.rules.RuleForm.keepAway(protectedId, 500))
                .orThrow();
    }

    private static long live(long protectedId) {
        return world.count(
                "telemetry.basis", "subject_id = :id and kind = 'CONSENT' and valid_to > now()", protectedId);
    }

    private static long id(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    private static void report(TestIngest ingest, String phone, Instant at) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + ingest.port("osmand") + "/?id=" + phone + "&timestamp="
                + at.getEpochSecond() + "&lat=31.2&lon=121.4&accuracy=8");
        HttpResponse<String> stored =
                CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(stored.statusCode()).isEqualTo(200);
    }
}
