package org.guitu.web.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.orders.PlanForm;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.PersonStates;
import org.guitu.web.people.SupervisionClass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AsOfIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试往日所");
        browser = world.browser(world.officer);
    }

    /** Entered 60 days ago as normal; ten days ago it was corrected: strict since 40 days ago. */
    @Test
    void correctionAfterTheFactChangesThePastButNotWhatWasKnownThen() {
        long id = aged(world.person("测试更正类别"), 60);
        change(id, SupervisionClass.STRICT, 40);
        recordedAgo("person_class", id, 10);

        assertThat(asOf(id, 30, "")).contains("严管").doesNotContain("普管");
        assertThat(asOf(id, 30, known(5))).contains("严管");
        assertThat(asOf(id, 30, known(20))).contains("普管").doesNotContain("严管");
        assertThat(asOf(id, 50, "")).contains("普管").doesNotContain("严管");
    }

    @Test
    void changeWithinTheDayShowsBothWithTheirTimes() {
        long id = aged(world.person("测试当日"), 60);
        change(id, SupervisionClass.STRICT, 0);

        assertThat(asOf(id, 0, "")).contains("普管", "严管");
    }

    @Test
    void stateResponsibleAndTermStandAsTheyWere() {
        long id = aged(world.person("测试诸事"), 60);
        Organisation other = WEB.below(world.county, "测试后任所");
        WEB.jdbi()
                .useTransaction(
                        handle -> PersonStates.set(handle, id, CaseState.ON_LEAVE, ago(20), world.officer.id()));
        world.services
                .people()
                .assign(WEB.member(world.county, Role.DECIDER), id, Long.toString(other.id()), "")
                .orThrow();
        Browser decider = WEB.signedIn(world.county, Role.DECIDER);

        String then = decider.get(path(id, 30, "")).body();
        String now = decider.get(path(id, 0, "")).body();

        assertThat(then).contains("在矫", "测试往日所", "缓刑").doesNotContain("测试后任所");
        assertThat(decider.get(path(id, 10, "")).body()).contains("外出");
        assertThat(now).contains("测试后任所");
        assertThat(browser.get(path(id, 30, "")).statusCode()).isEqualTo(404);
    }

    @Test
    void deviceBasisZoneAndRuleAreTheOnesInForce() {
        long id = aged(world.person("测试在用"), 60);
        long device = world.bracelet();
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        world.services
                .orders()
                .plan(
                        world.officer,
                        id,
                        PlanForm.random(world.today(), world.today().plusDays(60), 3, "08:00", "20:00"))
                .orThrow();
        browser.post(
                "/people/" + id + "/zones/new",
                java.util.Map.of("name", "测试旧址", "kind", "KEEP_OUT", "area", CaseWorld.SQUARE, "always", "on"));

        assertThat(asOf(id, 0, "")).contains("佩戴设备", "手机定位", "测试旧址 · 禁止进入");
        assertThat(asOf(id, 1, "")).doesNotContain("佩戴设备", "手机定位", "测试旧址");
        assertThat(asOf(id, 0, known(1))).doesNotContain("佩戴设备", "手机定位", "测试旧址");
        assertThat(WEB.signedIn(world.office, Role.SOCIAL_WORKER)
                        .get(path(id, 0, ""))
                        .body())
                .contains("佩戴设备")
                .doesNotContain("测试旧址");
    }

    @Test
    void paperDataStandAsTheBooksSaidThem() {
        long id = aged(world.person("测试旧名"), 60);
        PersonForm now =
                PersonForm.of(world.services.people().find(world.officer, id).orElseThrow());
        world.services
                .people()
                .edit(world.officer, id, 1, now.with("address", "测试新住址"))
                .orThrow();

        assertThat(asOf(id, 0, "")).contains("测试新住址");
        assertThat(asOf(id, 0, known(1))).contains("测试旧名").doesNotContain("测试新住址");
        assertThat(asOf(id, 70, known(65))).contains("还没有此人的档案");
    }

    @Test
    void dayToComeOrNoDayIsRefused() {
        long id = world.person("测试日期");

        assertThat(browser.get("/people/" + id + "/as-of?day=2999-01-01").statusCode())
                .isEqualTo(422);
        assertThat(browser.get("/people/" + id + "/as-of?day=then&known=2026-13-01")
                        .body())
                .contains("请填写日期");
        assertThat(browser.get("/people/" + id + "/as-of").statusCode()).isEqualTo(200);
    }

    private static String asOf(long id, int daysAgo, String more) {
        return browser.get(path(id, daysAgo, more)).body();
    }

    private static String path(long id, int daysAgo, String more) {
        return "/people/" + id + "/as-of?day=" + day(daysAgo) + more;
    }

    private static String known(int daysAgo) {
        return "&known=" + day(daysAgo);
    }

    private static LocalDate day(int daysAgo) {
        return world.today().minusDays(daysAgo);
    }

    private static Instant ago(int days) {
        return days == 0
                ? Instant.now()
                : day(days).atTime(12, 0).atZone(CaseWorld.SHANGHAI).toInstant();
    }

    private static void change(long id, SupervisionClass to, int daysAgo) {
        WEB.jdbi()
                .useTransaction(
                        handle -> PersonStates.supervisionClass(handle, id, to, ago(daysAgo), world.officer.id()));
    }

    /** Makes the file as if it had been entered so many days ago. */
    private static long aged(long id, int days) {
        for (String table : List.of("person_category", "person_class", "person_state", "assignment")) {
            WEB.jdbi()
                    .useHandle(handle -> handle.createUpdate("update supervision." + table
                                    + " set valid_from = :then, recorded_at = :then where person_id = :id")
                            .bind("then", ago(days))
                            .bind("id", id)
                            .execute());
        }
        WEB.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "update supervision.person set recorded_at = :then where person_id = :id")
                        .bind("then", ago(days))
                        .bind("id", id)
                        .execute());
        return id;
    }

    /** Makes what was recorded just now look as if it had been so many days ago. */
    private static void recordedAgo(String table, long id, int days) {
        WEB.jdbi()
                .useHandle(handle -> handle.createUpdate("update supervision." + table
                                + " set recorded_at = case when recorded_at > :recent then :then else recorded_at end,"
                                + " superseded_at = case when superseded_at is null then null else cast(:then as timestamptz) end"
                                + " where person_id = :id")
                        .bind("recent", Instant.now().minusSeconds(3600))
                        .bind("then", ago(days))
                        .bind("id", id)
                        .execute());
    }
}
