package org.guitu.web.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Principal;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.lifecycle.CaseStep;
import org.guitu.web.lifecycle.StepForm;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DutiesIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final DutyKind KIND = DutyKind.until("duties.talk").metByHand();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试待办所");
        browser = world.browser(world.officer);
    }

    @Test
    void worklistTellsOverdueFromTodayFromComing() {
        open("测试逾期甲", Duration.ofDays(-5));
        open("测试今日乙", Duration.ofSeconds(1));
        open("测试将到丙", Duration.ofDays(3));
        open("测试很远丁", Duration.ofDays(60));

        String page = browser.get("/worklist").body();
        assertThat(page).contains("测试逾期甲", "已逾期 5 天", "已报县级机构", "测试将到丙").doesNotContain("测试很远丁");
        assertThat(page.indexOf("测试逾期甲")).isLessThan(page.indexOf("测试将到丙"));
        assertThat(browser.get("/worklist?who=mine").body()).contains("没有逾期、今日到期或将到期的事项");
        assertThat(world.browser(world.officer(WEB.below(WEB.root(), "测试他所")))
                        .get("/worklist")
                        .body())
                .doesNotContain("测试逾期甲");
    }

    @Test
    void deputySeesWhatThePrincipalMustDo() {
        Staff principal = world.officer(world.office);
        Staff deputy = new Staff(
                world.officer.id(),
                world.officer.userName(),
                world.officer.name(),
                world.office,
                principal.roles(),
                Optional.empty(),
                Optional.of(new Principal(principal.id(), principal.name())));
        long theirs = open("测试被代理", Duration.ofDays(-1));
        long others = open("测试他人办", Duration.ofDays(-1));
        responsible(theirs, principal);
        responsible(others, world.officer(world.office));
        DutyReader reader = new DutyReader(WEB.jdbi(), Instant::now);
        assertThat(reader.worklist(deputy, true, 500).open())
                .extracting(Duty::personId)
                .contains(theirs)
                .doesNotContain(others);
        assertThat(reader.worklist(world.officer, true, 500).open())
                .extracting(Duty::personId)
                .doesNotContain(theirs);
    }

    private static void responsible(long person, Staff officer) {
        WEB.jdbi()
                .useHandle(handle -> handle.execute(
                        "update supervision.assignment set officer_id = ? where person_id = ?", officer.id(), person));
    }

    @Test
    void dutyIsOpenOnceAndMetOnceWithItsProof() {
        long id = open("测试一次", Duration.ofDays(2));
        open(id, Duration.ofDays(9));
        List<Duty> duties = of(id);
        assertThat(duties).hasSize(1);
        String path = "/people/" + id + "/duties/" + duties.getFirst().id();
        String today = world.today().toString();
        assertThat(browser.post(path, Map.of("day", today, "proof", "")).statusCode())
                .isEqualTo(422);
        assertThat(browser.post(path, Map.of("day", world.today().plusDays(1).toString(), "proof", "x"))
                        .body())
                .contains("不能晚于今天");
        assertThat(browser.post(path, Map.of("day", today, "proof", "谈话记录第3页")).statusCode())
                .isEqualTo(303);
        assertThat(browser.post(path, Map.of("day", today, "proof", "又一次")).statusCode())
                .isEqualTo(422);
        assertThat(browser.get("/people/" + id + "/duties").body())
                .contains("按期办结", "谈话记录第3页")
                .doesNotContain("又一次");
    }

    @Test
    void reportsComeBackAtThePaceOfTheClass() {
        long id = world.person("测试例行");
        Instant now = Instant.now();
        RoutineDuties tick = new RoutineDuties(WEB.jdbi());
        tick.run(now);
        tick.run(now);
        assertThat(of(id))
                .extracting(Duty::kind)
                .containsExactlyInAnyOrder("duties.report", "duties.written", "duties.talk");
        Duty report = of(id).stream()
                .filter(duty -> duty.kind().equals("duties.report"))
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(now, report.dueAt()))
                .as("half-monthly")
                .isBetween(Duration.ofDays(15), Duration.ofDays(19));
        assertThat(report.source()).isNotBlank();

        browser.post(
                "/people/" + id + "/duties/" + report.id(),
                Map.of("day", world.today().toString(), "proof", "到所"));
        tick.run(now.plus(Duration.ofMinutes(1)));
        assertThat(of(id))
                .filteredOn(duty -> duty.kind().equals("duties.report"))
                .hasSize(2);
    }

    @Test
    void whoIsHeldOwesNoReportsMeanwhileAndBeginsAnewWhenBack() {
        long id = world.person("测试羁押");
        Instant now = Instant.now();
        RoutineDuties tick = new RoutineDuties(WEB.jdbi());
        tick.run(now);
        Duty report = report(id).getFirst();
        browser.post(
                "/people/" + id + "/duties/" + report.id(),
                Map.of("day", world.today().toString(), "proof", "到所"));
        WEB.jdbi().useHandle(handle -> handle.execute("""
                update supervision.duty set met_at = now() - interval '60 days' where person_id = ? and met_at is not null""", id));
        take(id, CaseStep.DETAINED);
        tick.run(now);
        assertThat(of(id))
                .noneMatch(duty -> duty.kind().startsWith("duties.")
                        && duty.metAt().isEmpty()
                        && duty.cancelledAt().isEmpty());
        assertThat(browser.get("/people/" + id + "/duties").body()).contains("外出、羁押或失联期间不作要求");
        take(id, CaseStep.DETENTION_OVER);
        tick.run(Instant.now());
        assertThat(report(id).getFirst().dueAt())
                .as("counted from the return, not from the report two months ago")
                .isAfter(now.plus(Duration.ofDays(14)));
    }

    @Test
    void closerClassAsksSooner() {
        long id = world.person("测试从严");
        Instant now = Instant.now();
        RoutineDuties tick = new RoutineDuties(WEB.jdbi());
        tick.run(now);
        assertThat(talk(id).dueAt()).isAfter(now.plus(Duration.ofDays(29)));
        Person person = world.services.people().find(world.officer, id).orElseThrow();
        world.services
                .people()
                .edit(world.officer, id, person.version(), PersonForm.of(person).with("supervisionClass", "STRICT"))
                .orThrow();
        tick.run(Instant.now());
        assertThat(talk(id).dueAt()).isBetween(now.plus(Duration.ofDays(6)), now.plus(Duration.ofDays(17)));
        assertThat(of(id)).filteredOn(duty -> duty.kind().equals("duties.talk")).hasSize(2);
        tick.run(Instant.now());
        assertThat(of(id)).filteredOn(duty -> duty.kind().equals("duties.talk")).hasSize(2);
    }

    private static void take(long id, CaseStep step) {
        world.services
                .lifecycle()
                .take(world.officer, id, step, StepForm.on(world.today(), "测文" + id))
                .orThrow();
    }

    private static List<Duty> report(long id) {
        return standing(id, "duties.report");
    }

    private static Duty talk(long id) {
        return standing(id, "duties.talk").getFirst();
    }

    private static List<Duty> standing(long id, String kind) {
        return of(id).stream()
                .filter(duty -> duty.kind().equals(kind)
                        && duty.metAt().isEmpty()
                        && duty.cancelledAt().isEmpty())
                .toList();
    }

    @Test
    void sensitivePeriodAsksForChecksAndTakesThemBackWhenItEnds() {
        long id = world.person("测试敏感");
        LocalDate today = world.today();
        Map<String, String> form = Map.of(
                "name",
                "测试大会",
                "firstDay",
                today.toString(),
                "lastDay",
                today.plusDays(6).toString(),
                "everyDays",
                "1");
        assertThat(WEB.signedIn(world.office, Role.SOCIAL_WORKER)
                        .post("/worklist/sensitive", form)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/worklist/sensitive", form).statusCode()).isEqualTo(303);
        RoutineDuties tick = new RoutineDuties(WEB.jdbi());
        tick.run(Instant.now());
        assertThat(of(id)).extracting(Duty::kind).contains("duties.sensitive");

        long period = WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select period_id from supervision.sensitive_period where name = '测试大会'")
                        .mapTo(Long.class)
                        .one());
        assertThat(world.browser(world.officer(WEB.below(WEB.root(), "测试邻所")))
                        .post("/worklist/sensitive/" + period + "/end", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.post("/worklist/sensitive/" + period + "/end", Map.of())
                        .statusCode())
                .isEqualTo(303);
        tick.run(Instant.now());
        assertThat(of(id))
                .filteredOn(duty -> duty.kind().equals("duties.sensitive"))
                .allMatch(duty -> duty.cancelledAt().isPresent());
    }

    private static long open(String name, Duration due) {
        long id = world.person(name);
        open(id, due);
        return id;
    }

    private static void open(long id, Duration due) {
        Person person = world.services.people().find(world.officer, id).orElseThrow();
        Instant now = Instant.now();
        WEB.jdbi()
                .useTransaction(handle -> new Duties()
                        .openUntil(handle, person, KIND, now.minus(Duration.ofDays(10)), now.plus(due), "test"));
    }

    private static List<Duty> of(long id) {
        return WEB.jdbi().withHandle(handle -> DutyStore.ofPerson(handle, world.officer, id));
    }
}
