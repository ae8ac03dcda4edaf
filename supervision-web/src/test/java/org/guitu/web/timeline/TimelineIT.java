package org.guitu.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TimelineIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final CaseLog LOG = new CaseLog();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试经过所");
        browser = world.browser(world.officer);
    }

    @Test
    void entrySaysWhenItWasSoAndWhoEnteredItWhen() {
        long id = world.person("测试经过");
        log(
                id,
                Instant.parse("2026-03-01T02:30:00Z"),
                CaseEntry.of("people.log.class").word("people.class.STRICT"));

        String page = browser.get("/people/" + id + "/timeline").body();

        assertThat(page)
                .contains("管理类别改为严管", "2026-03-01 10:30", world.officer.name() + " 于 ", "补录")
                .contains("建立档案");
        assertThat(page.indexOf("建立档案")).isLessThan(page.indexOf("管理类别改为严管"));
    }

    @Test
    void argumentsAreWordedInTheReadersLanguageAndTime() {
        long id = world.person("测试措辞");
        log(
                id,
                Instant.now(),
                CaseEntry.of("alerts.log.resolved").word("alerts.kind.SOS").day(LocalDate.of(2026, 5, 1)));
        log(id, Instant.now(), CaseEntry.of("people.log.assigned").instant(Instant.parse("2026-05-01T16:00:00Z")));

        assertThat(world.browser(world.officer)
                        .get("/people/" + id + "/timeline")
                        .body())
                .contains("报警办结：求助，认定为2026-05-01", "由2026-05-02 00:00负责");
        Browser english = world.browser(world.officer(world.office)).speaking("en");
        assertThat(english.get("/people/" + id + "/timeline").body()).contains("Alert resolved: SOS", "Entered by");
    }

    @Test
    void correctionNamesWhatItCorrectsAndTheEntryIsMarked() {
        long id = world.person("测试更正");
        long wrong = log(id, Instant.now(), CaseEntry.of("people.log.class").word("people.class.STRICT"));
        assertThat(browser.get("/people/" + id + "/timeline").body()).doesNotContain("已更正");

        WEB.jdbi()
                .useTransaction(handle -> LOG.correct(
                        handle,
                        world.officer.id(),
                        id,
                        Instant.now(),
                        CaseEntry.of("people.log.class").word("people.class.LIGHT"),
                        wrong));

        assertThat(browser.get("/people/" + id + "/timeline").body()).contains("已更正", "管理类别改为宽管", "更正此前的记录：管理类别改为严管");
    }

    @Test
    void pagesHoldFiftyAndLeadOn() {
        long id = world.person("测试分页");
        for (int number = 1; number <= 60; number++) {
            Instant at = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(number));
            log(id, at, CaseEntry.of("people.log.assigned").text("第" + number + "所"));
        }

        String first = browser.get("/people/" + id + "/timeline").body();
        String second = browser.get("/people/" + id + "/timeline?page=2").body();

        assertThat(first).contains("由第60所负责", "由第12所负责", "page=2").doesNotContain("由第11所负责");
        assertThat(second).contains("由第11所负责", "由第1所负责", "page=1").doesNotContain("page=3");
        assertThat(browser.get("/people/" + id + "/timeline?page=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void oneKindCanBeLookedAtAlone() {
        long id = world.person("测试筛选");
        drawZone(id, "测试广场");

        assertThat(browser.get("/people/" + id + "/timeline").body()).contains("划定区域“测试广场”", "建立档案", "feature=zones");
        assertThat(browser.get("/people/" + id + "/timeline?feature=zones").body())
                .contains("划定区域“测试广场”")
                .doesNotContain("建立档案");
        assertThat(browser.get("/people/" + id + "/timeline?feature=nothing").body())
                .contains("还没有记录");
    }

    @Test
    void alertsStandOnTheTimelineWithTheirEnd() {
        long id = world.person("测试报警");
        alert(id, "SOS", "RESOLVED");
        alert(id, "TAMPER", "NEW");

        String page = browser.get("/people/" + id + "/timeline?feature=alerts").body();

        assertThat(page).contains("报警：求助", "报警办结：求助，认定为误报", "报警：拆卸或断带").doesNotContain("报警办结：拆卸或断带");
        assertThat(browser.get("/people/" + id).body()).contains("报警办结：求助，认定为误报");
    }

    @Test
    void whoMayNotSeeAlertsOrZonesDoesNotReadOfThemHere() {
        long id = world.person("测试遮蔽");
        alert(id, "SOS", "NEW");
        drawZone(id, "测试学校");
        Browser social = WEB.signedIn(world.office, Role.SOCIAL_WORKER);

        assertThat(social.get("/people/" + id + "/timeline").body())
                .contains("建立档案")
                .doesNotContain("报警：", "测试学校", "feature=zones", "feature=alerts");
        assertThat(social.get("/people/" + id + "/timeline?feature=zones").body())
                .doesNotContain("测试学校");
    }

    private static void drawZone(long personId, String name) {
        assertThat(browser.post(
                                "/people/" + personId + "/zones/new",
                                Map.of("name", name, "kind", "KEEP_OUT", "area", CaseWorld.SQUARE, "always", "on"))
                        .statusCode())
                .isEqualTo(303);
    }

    private static void alert(long personId, String kind, String state) {
        boolean resolved = state.equals("RESOLVED");
        WEB.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into supervision.alert (person_id, kind, severity, started_at, confirmed_at, raised_at, depth_m, fixes,
                               retrospective, state, acknowledged_by, resolved_by, resolved_at, outcome)
                        values (:person, :kind, 'SERIOUS', now(), now(), now(), 0, 1, false, :state,
                                case when :resolved then :by end, case when :resolved then :by end,
                                case when :resolved then now() end, case when :resolved then 'FALSE' end)""")
                        .bind("person", personId)
                        .bind("kind", kind)
                        .bind("state", state)
                        .bind("resolved", resolved)
                        .bind("by", world.officer.id())
                        .execute());
    }

    private static long log(long personId, Instant at, CaseEntry entry) {
        return WEB.jdbi().inTransaction(handle -> LOG.record(handle, world.officer.id(), personId, at, entry));
    }
}
