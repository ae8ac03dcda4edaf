package org.guitu.web.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.ingest.ManualClock;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.web.Browser;
import org.guitu.web.CaseServices;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.devices.DeviceForm;
import org.guitu.web.form.WeeklyHours;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A phone is located in the hours and at the points of its plan, and at all hours only where the county says so. */
class PhonePlanIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> ALL_DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private static CaseWorld world;
    private static Browser officer;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试手机所");
        officer = world.browser(world.officer);
    }

    @Test
    void aPlanIsMadeOfHoursAndPoints() {
        long id = world.person("测试时段");
        assertThat(officer.get("/people/" + id + "/bases/plan").body())
                .contains("本县没有允许对手机连续定位", "随机核查点")
                .doesNotContain("name=\"continuous\"");
        Map<String, String> form = form();
        assertThat(officer.post("/people/" + id + "/bases/plan", form).body()).contains("请填写核查时段或随机核查点");
        form.put("days.0", "MON");
        form.put("from.0", "08:00");
        form.put("to.0", "morning");
        form.put("pointsPerDay", "7");
        HttpResponse<String> wrong = officer.post("/people/" + id + "/bases/plan", form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("请填写开始和结束时间");
        form.put("to.0", "09:30");
        form.put("pointsPerDay", "3");
        assertThat(officer.post("/people/" + id + "/bases/plan", form).statusCode())
                .isEqualTo(303);
        assertThat(officer.get("/people/" + id + "/bases").body())
                .contains("08:00 至 09:30", "每日随机 3 次（08:00 至 20:00，前后 5 分钟）", "今日随机核查点");
        assertThat(officer.get("/api/v1/people/" + id + "/bases").body())
                .contains("\"continuous\":false")
                .doesNotContain("seed");
    }

    @Test
    void allHoursAreForTheCountyToAllow() {
        long id = world.person("测试连续");
        Map<String, String> form = form();
        form.put("continuous", "on");
        HttpResponse<String> refused = officer.post("/people/" + id + "/bases/plan", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("本县没有允许对手机连续定位");
        CaseWorld other = new CaseWorld(WEB, "测试连续所");
        WEB.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into supervision.limit_value (limit_key, organisation_id, unit, value, valid_from, source)"
                                + " values ('orders.phone-continuous-allowed', ?, 'YES_NO', 1, '2020-07-01', '测试')",
                        other.county.id()));
        long there = other.person("测试连续二");
        Browser browser = other.browser(other.officer);
        assertThat(browser.post("/people/" + there + "/bases/plan", form).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/people/" + there + "/bases").body()).contains("连续定位");
    }

    @Test
    void outsideItsHoursOnlyTheHealthOfThePhoneIsKept() throws Exception {
        LocalDate day = world.today().minusDays(1);
        Phone phone = phone(
                "测试时段外",
                PlanForm.weekly(day, day.plusDays(30), List.of(new WeeklyHours.Row(ALL_DAYS, "08:00", "09:00"))),
                day);
        ManualClock clock = new ManualClock(at(day, "07:59"));
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl(), TestIngest.config(), clock)) {
            report(ingest, phone, clock.instant(), 71);
            assertThat(stored(phone)).isZero();
            assertThat(status(phone)).containsEntry("latitude", null).containsEntry("battery_percent", 71f);
            assertThat(status(phone)).containsEntry("subject_id", phone.person());
            clock.set(at(day, "08:00"));
            report(ingest, phone, clock.instant(), 70);
            assertThat(stored(phone)).isEqualTo(1);
            clock.set(at(day, "09:00"));
            report(ingest, phone, clock.instant(), 69);
            assertThat(stored(phone)).isEqualTo(1);
            assertThat(status(phone)).containsEntry("battery_percent", 69f);
            // What the phone had stored is judged by when it was there, not by when it was sent.
            report(ingest, phone, at(day, "08:30"), 70);
            report(ingest, phone, at(day, "07:30"), 72);
            assertThat(stored(phone)).isEqualTo(2);
        }
    }

    @Test
    void whatAPhoneHadStoredBeforeThePlanWasRecordedIsNotCovered() {
        long id = world.person("测试倒填");
        LocalDate day = world.today().minusDays(5);
        Instant before = Instant.now();
        long plan = world.services
                .orders()
                .plan(world.officer, id, PlanForm.random(day, world.today().plusDays(30), 2, "08:00", "20:00"))
                .orThrow();
        assertThat(world.services.orders().list(world.officer, id))
                .singleElement()
                .satisfies(basis -> {
                    assertThat(basis.id()).isEqualTo(plan);
                    assertThat(basis.firstDay()).isEqualTo(day);
                    assertThat(basis.from()).isAfterOrEqualTo(before.minusMillis(1));
                });
        Map<String, String> form = form();
        form.put("firstDay", day.toString());
        form.put("lastDay", world.today().minusDays(1).toString());
        form.put("pointsPerDay", "2");
        assertThat(officer.post("/people/" + world.person("测试已过") + "/bases/plan", form)
                        .body())
                .contains("计划登记之前不得采集位置");
    }

    @Test
    void aFewMinutesAroundEachRandomPointAreCollected() throws Exception {
        LocalDate day = world.today().minusDays(1);
        Phone phone = phone("测试随机点", PlanForm.random(day, day.plusDays(30), 2, "08:00", "20:00"), day);
        Basis plan = world.services.orders().list(world.officer, phone.person()).getFirst();
        Instant point =
                plan.hours().orElseThrow().points().orElseThrow().on(day).getFirst();
        ManualClock clock = new ManualClock(at(day, "23:00"));
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl(), TestIngest.config(), clock)) {
            report(ingest, phone, point.minusSeconds(301), 70);
            report(ingest, phone, point.plusSeconds(300), 70);
            assertThat(stored(phone)).isZero();
            report(ingest, phone, point.minusSeconds(300), 70);
            report(ingest, phone, point, 70);
            report(ingest, phone, point.plusSeconds(299), 70);
            assertThat(stored(phone)).isEqualTo(3);
        }
    }

    private record Phone(long person, long device, String identity) {}

    /** Someone whose phone was registered and planned as that day began. */
    private static Phone phone(String name, PlanForm plan, LocalDate day) {
        CaseServices then = CaseServices.of(WEB.jdbi(), InstantSource.fixed(at(day, "00:00")));
        long person = world.person(name);
        String identity = "test-phone-" + person;
        long device = then.devices()
                .register(world.officer, DeviceForm.of(DeviceSpec.of("osmand", identity)))
                .orThrow();
        then.devices().assign(world.officer, device, person, "").orThrow();
        then.orders().plan(world.officer, person, plan).orThrow();
        return new Phone(person, device, identity);
    }

    private static void report(TestIngest ingest, Phone phone, Instant at, int battery) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + ingest.port("osmand") + "/?id=" + phone.identity() + "&timestamp="
                + at.getEpochSecond() + "&lat=31.2&lon=121.4&accuracy=8&batt=" + battery);
        HttpResponse<String> stored =
                CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(stored.statusCode()).isEqualTo(200);
    }

    private static long stored(Phone phone) {
        return world.count("telemetry.position", "device_id = :id", phone.device());
    }

    private static Map<String, Object> status(Phone phone) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select latitude, subject_id, battery_percent from telemetry.device_status where device_id = :id")
                        .bind("id", phone.device())
                        .mapToMap()
                        .one());
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(java.time.LocalTime.parse(time))
                .atZone(CaseWorld.SHANGHAI)
                .toInstant();
    }

    private static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("firstDay", world.today().toString());
        form.put("lastDay", world.today().plusDays(30).toString());
        form.put("pointsFrom", "08:00");
        form.put("pointsTo", "20:00");
        return form;
    }
}
