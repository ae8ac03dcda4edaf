package org.guitu.web.leave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The decision about a leave is made out from the leave. */
class LeavePapersIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static LeaveWorld world;
    private static Staff officer;
    private static Staff county;
    private static Browser browser;

    @BeforeAll
    static void openTheHouses() {
        world = new LeaveWorld(WEB, "外出文书");
        officer = world.staff(world.office, Role.OFFICER);
        county = world.staff(world.county, Role.DECIDER);
        browser = world.browser(officer);
    }

    @Test
    void agreedLeaveIsMadeOutWithItsDays() {
        long id = world.person(officer, "测试准假");
        long leave = apply(id, "2027-05-01", "2027-05-07");
        assertThat(page(id, leave)).doesNotContain(form(id));
        decide(id, leave, DecisionForm.approve("测外1号"));
        assertThat(page(id, leave)).contains(form(id));
        assertThat(preview(id)).contains("你因处理家庭重要事务申请于2027年5月1日至2027年5月7日（共7天）外出至测试乙市", "<strong>同意外出");
        Map<String, String> filled = Map.of(
                "leave.reason", "处理家庭重要事务",
                "leave.destination", "测试乙市",
                "leave.from", "2027年5月1日",
                "leave.to", "2027年5月7日",
                "leave.days", "7",
                "leave.decision", "同意外出");
        assertThat(browser.get(form(id)).body()).contains("value=\"测试乙市\"", "value=\"2027年5月7日\"");
        assertThat(browser.post(form(id), filled).statusCode()).isEqualTo(303);
    }

    @Test
    void refusalSaysWhy() {
        long id = world.person(officer, "测试不准");
        long leave = apply(id, "2027-06-01", "2027-06-03");
        decide(id, leave, DecisionForm.refuse("没有证明材料"));
        assertThat(page(id, leave)).contains(form(id));
        assertThat(preview(id)).contains("<strong>不同意外出（没有证明材料）");
    }

    @Test
    void paperIsAboutTheLeaveDecidedLastThatStillStands() {
        long id = world.person(officer, "测试两次");
        long first = apply(id, "2027-05-01", "2027-05-02");
        decide(id, first, DecisionForm.approve(""));
        world.clock.advance(java.time.Duration.ofMinutes(5));
        long second = apply(id, "2027-05-10", "2027-05-12");
        decide(id, second, DecisionForm.approve(""));
        assertThat(page(id, second)).contains(form(id));
        assertThat(page(id, first)).doesNotContain(form(id));
        assertThat(preview(id)).contains("2027年5月10日");
        world.services.leave().revoke(county, id, second, "另有安排").orThrow();
        assertThat(page(id, second)).doesNotContain(form(id));
        assertThat(preview(id)).contains("2027年5月1日").doesNotContain("2027年5月10日");
    }

    private static long apply(long id, String first, String last) {
        return world.services
                .leave()
                .apply(officer, id, LeaveWorld.form(first, last))
                .orThrow();
    }

    private static void decide(long id, long leave, DecisionForm decision) {
        world.services.leave().decide(county, id, leave, decision).orThrow();
    }

    private static String page(long id, long leave) {
        return browser.get("/people/" + id + "/leave/" + leave).body();
    }

    private static String preview(long id) {
        return browser.get("/people/" + id + "/papers/preview/leave-approval").body();
    }

    private static String form(long id) {
        return "/people/" + id + "/papers/new/leave-approval";
    }
}
