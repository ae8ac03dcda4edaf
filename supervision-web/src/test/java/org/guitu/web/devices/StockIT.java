package org.guitu.web.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guitu.ingest.TestBracelet;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.web.Browser;
import org.guitu.web.CaseServices;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.orders.Ground;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonStates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A device from its arrival to the end of its life, and who may be given one. */
class StockIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser officer;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试库存所");
        officer = world.browser(world.officer);
    }

    @Test
    void whatOnlyCameIsLookedAtBeforeAnyoneWearsIt() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("protocol", "jt808");
        form.put("identity", "13911110001");
        form.put("sendIntervalSeconds", "600");
        form.put("bufferSeconds", "900");
        form.put("datum", "WGS84");
        form.put("unchecked", "on");
        String path = officer.post("/devices/new", form)
                .headers()
                .firstValue("location")
                .orElseThrow();
        long id = world.person("测试验收");
        assertThat(officer.get(path).body()).contains("待验收");
        assertThat(assign(path, id).body()).contains("还没有验收入库");
        assertThat(officer.get("/people/" + id + "/devices/assign").body()).doesNotContain("13911110001");
        assertThat(officer.post(path + "/move", Map.of("state", "IN_STOCK", "note", "外观完好"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(assign(path, id).statusCode()).isEqualTo(200);
        assertThat(officer.get(path).body()).contains("佩戴中", "外观完好");
    }

    @ParameterizedTest
    @CsvSource({"LOST, 已登记丢失", "IN_REPAIR, 正在维修"})
    void whatIsLostOrInRepairCannotBePutOn(String state, String words) {
        long device = world.bracelet();
        long id = world.person("测试阶段");
        assertThat(officer.post("/devices/" + device + "/move", Map.of("state", state))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> refused = assign("/devices/" + device, id);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(words);
        officer.post("/devices/" + device + "/move", Map.of("state", "IN_STOCK"));
        assertThat(assign("/devices/" + device, id).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasTakenOffGoesThroughTheStockAgain() {
        long device = world.bracelet();
        long id = world.person("测试再戴");
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        world.services.devices().takeBack(world.officer, device).orThrow();
        assertThat(assign("/devices/" + device, id).body()).contains("取下后还没有重新入库");
        world.services.stock().move(world.officer, device, "IN_STOCK", "").orThrow();
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        assertThat(world.services.stock().ofPerson(world.officer, id))
                .hasSize(2)
                .extracting(worn -> worn.wearing().activationId())
                .doesNotHaveDuplicates();
        assertThat(officer.get("/people/" + id + "/devices").body()).contains("佩戴时长", "掌握比例");
    }

    @Test
    void losingWhatIsWornEndsTheWearingAndWhatIsCollected() {
        long device = world.bracelet();
        long id = world.person("测试丢失");
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        world.authorise(id, Ground.REFUSED_TO_REPORT, "测失1号", world.today());
        assertThat(world.count("telemetry.basis", "subject_id = :id and valid_to > now()", id))
                .isEqualTo(1);
        officer.post("/devices/" + device + "/move", Map.of("state", "LOST", "note", "河边遗失"));
        assertThat(world.count("telemetry.basis", "subject_id = :id and valid_to > now()", id))
                .isZero();
        assertThat(world.services.devices().wornBy(world.officer, id)).isEmpty();
        assertThat(world.count("supervision.case_entry", "person_id = :id and kind = 'devices.log.LOST'", id))
                .isEqualTo(1);
    }

    @Test
    void aStepThatDoesNotExistIsRefused() {
        long device = world.bracelet();
        for (String state : new String[] {"FITTED", "REMOVED", "RETIRED", "RECEIVED", "ANYWHERE"}) {
            assertThat(officer.post("/devices/" + device + "/move", Map.of("state", state))
                            .statusCode())
                    .as(state)
                    .isEqualTo(422);
        }
        assertThat(officer.get("/devices/" + device).body()).contains("在库");
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"RELEASED", "DRUG_REHABILITATION"})
    void whoIsNotInCorrectionsIsGivenNoDevice(Category category) {
        long id = world.person("测试不予佩戴");
        WEB.jdbi()
                .useTransaction(
                        handle -> PersonStates.category(handle, id, category, Instant.now(), world.officer.id()));
        refusedAsReleased(id);
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseState.class,
            names = {"CLOSED_EXPIRED", "CLOSED_PARDON", "TERMINATED", "INVESTIGATION", "AWAITING_REPORT"})
    void aCaseThatIsClosedOrHasNotBegunIsGivenNoDevice(CaseState state) {
        long id = world.person("测试结案佩戴");
        WEB.jdbi().useTransaction(handle -> PersonStates.set(handle, id, state, Instant.now(), world.officer.id()));
        refusedAsReleased(id);
    }

    @Test
    void theStockIsCountedByOrganisationAndStateAndHandedOver() {
        CaseWorld county = new CaseWorld(WEB, "测试调拨所");
        Organisation other = WEB.below(county.county, "测试受拨所");
        long device = county.bracelet();
        county.bracelet();
        Browser above = county.browser(county.officer(county.county));
        assertThat(above.get("/devices/stock").body()).contains("测试调拨所", "在库", ">2<");
        assertThat(above.post("/devices/" + device + "/transfer", Map.of("organisationId", Long.toString(other.id())))
                        .statusCode())
                .isEqualTo(303);
        assertThat(above.get("/devices/stock").body()).contains("测试受拨所");
        assertThat(above.get("/devices/" + device).body()).contains("由 测试调拨所 调往 测试受拨所");
        assertThat(above.get("/devices?state=IN_STOCK&organisation=" + other.id())
                        .body())
                .contains("/devices/" + device)
                .doesNotContain("测试调拨所</td>");
        // An office hands nothing to one it does not see.
        Browser office = county.browser(county.officer);
        long own = county.bracelet();
        assertThat(office.post("/devices/" + own + "/transfer", Map.of("organisationId", Long.toString(other.id())))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theCheckIsTickedByHandAndMeetsItsDuty() {
        long device = world.bracelet();
        long id = world.person("测试检查");
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        assertThat(open(id)).isEqualTo(1);
        assertThat(officer.get("/people/" + id).body()).contains("佩戴检查还没有完成", "测试告警");
        for (FittingItem item : FittingItem.values()) {
            assertThat(officer.post("/devices/" + device + "/check", Map.of("item", item.name()))
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(open(id)).isZero();
        assertThat(world.count(
                        "supervision.duty",
                        "person_id = :id and kind = 'devices.fitting-check' and met_at is not null",
                        id))
                .isEqualTo(1);
        assertThat(officer.get("/people/" + id).body()).doesNotContain("佩戴检查还没有完成");
        assertThat(officer.get("/people/" + id + "/devices").body()).contains("由 " + world.officer.name() + " 确认");
    }

    @Test
    void takingItOffDropsWhatWasNotChecked() {
        long device = world.bracelet();
        long id = world.person("测试未检");
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        world.services.devices().takeBack(world.officer, device).orThrow();
        assertThat(open(id)).isZero();
    }

    @Test
    void theCheckFindsByItselfWhatTheBraceletSays() throws Exception {
        String identity = "13922" + world.officer.id();
        CaseServices then =
                CaseServices.of(WEB.jdbi(), InstantSource.fixed(Instant.now().minus(Duration.ofMinutes(10))));
        long id = world.person("测试自检");
        long device = then.devices()
                .register(
                        world.officer,
                        DeviceForm.of(DeviceSpec.of("jt808", identity).withAuthCode("code")))
                .orThrow();
        then.devices().assign(world.officer, device, id, "").orThrow();
        world.authorise(id, Ground.INJUNCTION_BREACHED, "测检1号", world.today());
        FittingTick tick = new FittingTick(WEB.jdbi());
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl());
                TestBracelet bracelet = TestBracelet.authenticated(ingest.port("jt808"), identity, "code")) {
            Instant now = Instant.now().minusSeconds(20);
            bracelet.report(now, 31.2, 121.4);
            tick.run(Instant.now());
            assertThat(open(id)).isEqualTo(1);
            assertThat(officer.get("/people/" + id).body()).contains("还差：测试告警。");
            bracelet.ask(new Jt808Message.Location(
                    bracelet.header(),
                    Jt808Location.fix(now.plusSeconds(5), 31.2, 121.4).withAlarmBits(1)));
        }
        tick.run(Instant.now());
        assertThat(open(id)).isZero();
        assertThat(officer.get("/people/" + id + "/devices").body()).contains("由设备上报确认");
    }

    @Test
    void eachWearingIsCountedByItself() {
        LocalDate day = world.today().minusDays(2);
        long id = world.person("测试分次");
        long first = world.bracelet();
        String from = day.minusDays(1) + "T08:00";
        world.services.devices().assign(world.officer, first, id, from).orThrow();
        WEB.jdbi().useHandle(handle -> {
            handle.execute("""
                    insert into telemetry.coverage (subject_id, day, zone, observed_s, breach_s, no_packet_s, no_fix_s, powered_off_s,
                           server_down_s, not_authorised_s, computed_at)
                    values (?, ?, 'Asia/Shanghai', 64800, 0, 21600, 0, 0, 0, 0, now())""", id, day);
            handle.execute("""
                    insert into telemetry.finding (subject_id, device_id, kind, started_at, confirmed_at, raised_at, book_version)
                    values (?, ?, 'TAMPER', now() - interval '1 day', now(), now(), 1)""", id, first);
        });
        world.services.devices().takeBack(world.officer, first).orThrow();
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        assertThat(world.services.stock().ofPerson(world.officer, id))
                .extracting(StockService.Worn::compliance)
                .satisfiesExactly(second -> assertThat(second.strapAlarms()).isZero(), earlier -> {
                    assertThat(earlier.strapAlarms()).isEqualTo(1);
                    assertThat(earlier.observedShare()).contains(0.75);
                    assertThat(earlier.worn()).isGreaterThan(Duration.ofDays(2));
                });
        assertThat(officer.get("/people/" + id + "/devices").body()).contains("75%");
        assertThat(officer.get("/devices/" + first).body()).contains("75%");
    }

    private static void refusedAsReleased(long id) {
        HttpResponse<String> refused = assign("/devices/" + world.bracelet(), id);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(world.count("supervision.wearing", "person_id = :id", id)).isZero();
    }

    private static HttpResponse<String> assign(String path, long id) {
        return officer.json("POST", "/api/v1" + path + "/wearing", "{\"personId\":" + id + "}");
    }

    private static long open(long id) {
        return world.count(
                "supervision.duty",
                "person_id = :id and kind = 'devices.fitting-check' and met_at is null and cancelled_at is null",
                id);
    }
}
