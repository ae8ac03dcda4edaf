package org.guitu.web.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.ingest.ManualClock;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.admit.CollectionHours;
import org.guitu.ingest.admit.RandomPoints;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.ingest.registry.Registry;
import org.guitu.web.Browser;
import org.guitu.web.CaseServices;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.devices.DeviceForm;
import org.guitu.web.duties.DutyService;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Form;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sensitive period locates phones more closely for exactly its days, and leaves every plan as it is. */
class SensitivePlansIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> ALL_DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private static CaseWorld world;
    private static Staff decider;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试敏感所");
        decider = world.staff(world.county, Role.DECIDER);
    }

    @Test
    void itBeginsAndEndsByItself() throws Exception {
        LocalDate day = world.today().minusDays(2);
        Instant before = at(day.minusDays(1), "00:00");
        Phone phone = phone(
                world,
                "测试会期",
                PlanForm.weekly(
                        day.minusDays(1), day.plusDays(30), List.of(new WeeklyHours.Row(ALL_DAYS, "08:00", "09:00"))),
                before);
        declare(decider, before, hours(day, day, "测试大会"));
        assertThat(covers(phone)).containsExactly(at(day, "00:00") + " " + at(day.plusDays(1), "00:00"));

        ManualClock clock = new ManualClock(at(day.plusDays(1), "23:00"));
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl(), TestIngest.config(), clock)) {
            report(ingest, phone, at(day.minusDays(1), "20:30"));
            assertThat(stored(phone)).as("the evening before").isZero();
            report(ingest, phone, at(day, "19:59"));
            assertThat(stored(phone)).isZero();
            report(ingest, phone, at(day, "20:00"));
            report(ingest, phone, at(day, "20:59"));
            assertThat(stored(phone)).as("its own evening").isEqualTo(2);
            report(ingest, phone, at(day, "08:30"));
            assertThat(stored(phone)).as("the plan goes on").isEqualTo(3);
            report(ingest, phone, at(day.plusDays(1), "20:30"));
            assertThat(stored(phone)).as("the evening after").isEqualTo(3);
        }
        assertThat(CaseServices.of(WEB.jdbi(), InstantSource.fixed(at(day, "20:30")))
                        .orders()
                        .collecting(world.officer, phone.person()))
                .isTrue();
        assertThat(CaseServices.of(WEB.jdbi(), InstantSource.fixed(at(day.plusDays(1), "20:30")))
                        .orders()
                        .collecting(world.officer, phone.person()))
                .isFalse();
        assertThat(world.services.orders().list(world.officer, phone.person()))
                .as("the plan was not rewritten")
                .singleElement()
                .satisfies(
                        plan -> assertThat(plan.hours().orElseThrow().points()).isEmpty());
    }

    @Test
    void pointsAreMadeUpToTheNumberAskedForAndSaidWithTheirReason() {
        LocalDate today = world.today();
        Phone phone =
                phone(world, "测试补点", PlanForm.random(today, today.plusDays(30), 2, "08:00", "20:00"), Instant.now());
        Phone enough =
                phone(world, "测试足点", PlanForm.random(today, today.plusDays(30), 5, "08:00", "20:00"), Instant.now());
        long worn = world.person("测试手环");
        world.services
                .devices()
                .assign(world.officer, world.bracelet(), worn, "")
                .orThrow();
        Phone both = phone(world, worn, PlanForm.random(today, today.plusDays(30), 2, "08:00", "20:00"), Instant.now());
        world.authorise(worn, Ground.REFUSED_TO_REPORT, "测敏1号", today);
        CaseWorld neighbour = new CaseWorld(WEB, "测试邻县所");
        Phone elsewhere = phone(
                neighbour, "测试邻县", PlanForm.random(today, today.plusDays(30), 2, "08:00", "20:00"), Instant.now());

        Browser browser = world.browser(decider);
        Map<String, String> form = points(today, today.plusDays(3), "测试国庆", "7");
        assertThat(browser.get("/worklist/sensitive").body()).contains("每日随机核查点至少几次");
        HttpResponse<String> tooMany = browser.post("/worklist/sensitive", form);
        assertThat(tooMany.statusCode()).as("the local limit is six").isEqualTo(422);
        form.put("pointsPerDay", "5");
        assertThat(browser.post("/worklist/sensitive", form).statusCode()).isEqualTo(303);

        assertThat(drawn(phone)).containsExactly(3);
        assertThat(drawn(enough)).isEmpty();
        assertThat(drawn(both)).as("a bracelet is authorised").isEmpty();
        assertThat(drawn(elsewhere)).isEmpty();
        assertThat(browser.get("/worklist/sensitive").body()).contains("手机加密定位：每日随机 5 次");
        String page = world.browser(world.officer)
                .get("/people/" + phone.person() + "/bases")
                .body();
        assertThat(page).contains("敏感时段“测试国庆”（" + today + " 至 " + today.plusDays(3) + "）", "每日随机 3 次");
        assertThat(world.count(
                        "supervision.case_entry", "person_id = :id and kind = 'orders.log.period'", phone.person()))
                .isEqualTo(1);

        // Whoever gets a plan, or loses the authorisation, while it runs is followed too; ticking again changes
        // nothing.
        long basis = world.services.orders().list(world.officer, worn).stream()
                .filter(one -> one.kind() == BasisKind.AUTHORISATION)
                .findFirst()
                .orElseThrow()
                .id();
        world.services.orders().end(world.officer, worn, basis, "不再需要").orThrow();
        assertThat(drawn(both)).containsExactly(3);
        Phone late =
                phone(world, "测试后来", PlanForm.random(today, today.plusDays(30), 1, "08:00", "20:00"), Instant.now());
        assertThat(drawn(late)).containsExactly(4);
        plans(Instant.now()).run(Instant.now());
        assertThat(drawn(phone)).containsExactly(3);
        assertThat(world.count("supervision.basis_cover", "period_id is not null and device_id = :id", phone.device()))
                .isEqualTo(1);

        // Who moves away is located as before.
        Organisation away = neighbour.office;
        world.services
                .people()
                .assign(WEB.member(WEB.root(), Role.DECIDER), late.person(), Long.toString(away.id()), "")
                .orThrow();
        plans(Instant.now()).run(Instant.now());
        assertThat(drawn(late)).isEmpty();
        world.services
                .people()
                .assign(WEB.member(WEB.root(), Role.DECIDER), elsewhere.person(), Long.toString(world.office.id()), "")
                .orThrow();
        plans(Instant.now()).run(Instant.now());
        assertThat(drawn(elsewhere)).as("who has come").containsExactly(3);

        long period = WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select period_id from supervision.sensitive_period where name = '测试国庆'")
                        .mapTo(Long.class)
                        .one());
        assertThat(browser.post("/worklist/sensitive/" + period + "/end", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(drawn(phone)).as("ended early").isEmpty();
        assertThat(world.services.orders().list(world.officer, phone.person()))
                .singleElement()
                .satisfies(plan -> assertThat(plan.endedAt()).isEmpty());
    }

    private record Phone(long person, long device, String identity) {}

    private static Phone phone(CaseWorld where, String name, PlanForm plan, Instant now) {
        return phone(where, where.person(name), plan, now);
    }

    private static Phone phone(CaseWorld where, long person, PlanForm plan, Instant now) {
        CaseServices then = CaseServices.of(WEB.jdbi(), InstantSource.fixed(now));
        String identity = "test-phone-" + person;
        long device = then.devices()
                .register(where.officer, DeviceForm.of(DeviceSpec.of("osmand", identity)))
                .orThrow();
        then.devices().assign(where.officer, device, person, "").orThrow();
        then.orders().plan(where.officer, person, plan).orThrow();
        return new Phone(person, device, identity);
    }

    private static void declare(Staff staff, Instant now, Map<String, List<String>> form) {
        new DutyService(WEB.jdbi(), plans(now), new Audit(), InstantSource.fixed(now))
                .declare(staff, Form.of(form))
                .orThrow();
    }

    private static SensitivePlans plans(Instant now) {
        InstantSource clock = InstantSource.fixed(now);
        return new SensitivePlans(WEB.jdbi(), new Registry(clock), clock);
    }

    private static Map<String, List<String>> hours(LocalDate first, LocalDate last, String name) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        points(first, last, name, "").forEach((key, value) -> form.put(key, List.of(value)));
        form.put("days.0", ALL_DAYS);
        form.put("from.0", List.of("20:00"));
        form.put("to.0", List.of("21:00"));
        return form;
    }

    private static Map<String, String> points(LocalDate first, LocalDate last, String name, String perDay) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", name);
        form.put("firstDay", first.toString());
        form.put("lastDay", last.toString());
        form.put("everyDays", "3");
        form.put("pointsPerDay", perDay);
        form.put("pointsFrom", "08:00");
        form.put("pointsTo", "20:00");
        return form;
    }

    /** What admission was handed for periods and is not over, each with when it holds. */
    private static List<String> covers(Phone phone) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select t.valid_from, t.valid_to from telemetry.basis t
                          join supervision.basis_cover c on c.telemetry_basis_id = t.basis_id
                         where c.device_id = :device and c.period_id is not null""")
                        .bind("device", phone.device())
                        .map((row, context) -> row.getTimestamp(1).toInstant() + " "
                                + row.getTimestamp(2).toInstant())
                        .list());
    }

    /** How many points a day periods add to a phone from now on. */
    private static List<Integer> drawn(Phone phone) {
        return WEB.jdbi()
                .withHandle(handle ->
                        PeriodStore.standing(
                                        handle, phone.person(), Instant.now().plus(Duration.ofSeconds(1)))
                                .stream()
                                .flatMap(cover -> Optional.of(cover.hours()).flatMap(CollectionHours::points).stream())
                                .map(RandomPoints::perDay)
                                .toList());
    }

    private static void report(TestIngest ingest, Phone phone, Instant at) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + ingest.port("osmand") + "/?id=" + phone.identity() + "&timestamp="
                + at.getEpochSecond() + "&lat=31.2&lon=121.4&accuracy=8&batt=70");
        HttpResponse<String> stored =
                CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(stored.statusCode()).isEqualTo(200);
    }

    private static long stored(Phone phone) {
        return world.count("telemetry.position", "device_id = :id", phone.device());
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(CaseWorld.SHANGHAI).toInstant();
    }
}
