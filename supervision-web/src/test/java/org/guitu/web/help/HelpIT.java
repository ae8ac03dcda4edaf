package org.guitu.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser office;
    private static Browser social;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试帮扶所");
        office = world.browser(world.officer);
        social = WEB.signedIn(world.office, Role.SOCIAL_WORKER);
    }

    @Test
    void referralIsTrackedToItsEndAndItsDutyToTheAnswer() {
        long id = world.person("测试转介");
        long referral = refer(id, "HOTLINE_12348");
        assertThat(open(id)).isEqualTo(1);
        assertThat(office.get("/help").body()).contains("测试转介", "12348 公共法律服务热线", "已转介");
        assertThat(office.get("/people/" + id).body()).contains("12348 公共法律服务热线");

        step(id, referral, "ACCEPTED", "");
        assertThat(open(id)).isEqualTo(1);
        assertThat(post(id, referral, "ANSWERED", "").statusCode()).isEqualTo(422);
        step(id, referral, "ANSWERED", "已解答");
        assertThat(open(id)).isZero();
        assertThat(world.count("supervision.duty", "person_id = :id and met_at is not null and proof <> ''", id))
                .isEqualTo(1);
        assertThat(office.get("/help").body()).contains("测试转介");
        step(id, referral, "CLOSED", "问题解决");
        assertThat(office.get("/help").body()).doesNotContain("测试转介");
        assertThat(office.get("/help?state=over").body()).contains("测试转介", "已办结");
        assertThat(world.count("supervision.referral_step", "referral_id = :id", referral))
                .isEqualTo(4);
        assertThat(world.count("supervision.case_entry", "person_id = :id and kind like 'help.log.refer%'", id))
                .isEqualTo(4);
    }

    @Test
    void referralMovesOnlyAsItsStateAllows() {
        long id = world.person("测试步骤");
        long referral = refer(id, "CIVIL_AFFAIRS");
        HttpResponse<String> closed = post(id, referral, "CLOSED", "直接办结");
        assertThat(closed.statusCode()).isEqualTo(422);
        assertThat(closed.body()).contains("当前状态不能这样登记");
        Map<String, String> early = new LinkedHashMap<>(
                Map.of("state", "ACCEPTED", "day", world.today().minusDays(1).toString(), "note", ""));
        assertThat(social.post("/people/" + id + "/help/referrals/" + referral, early)
                        .body())
                .contains("不能早于上一步的日期");
        step(id, referral, "REFUSED", "不属受理范围");
        assertThat(open(id)).isZero();
        assertThat(post(id, referral, "ANSWERED", "又答复").statusCode()).isEqualTo(422);
    }

    @Test
    void withdrawnReferralLeavesNoDuty() {
        long id = world.person("测试撤转");
        long referral = refer(id, "LEGAL_AID");
        step(id, referral, "WITHDRAWN", "转错单位");
        assertThat(open(id)).isZero();
        assertThat(world.count("supervision.duty", "person_id = :id and cancelled_at is not null", id))
                .isEqualTo(1);
    }

    @Test
    void hardshipNeedsEvidenceAndItsChangeKeepsWhatWasKnown() {
        long id = world.person("测试困难");
        String path = "/people/" + id + "/help/needs/HARDSHIP";
        assertThat(social.post(path, Map.of("answer", "HARDSHIP", "evidence", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(social.post(path, Map.of("answer", "HARDSHIP", "evidence", "走访核实"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.get("/people/" + id).body()).contains("困难对象", "走访核实");
        assertThat(social.get(path).body()).contains("走访核实");
        assertThat(social.post(path, Map.of("answer", "HARDSHIP_NONE", "evidence", ""))
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.get("/people/" + id + "/help").body()).contains("不困难");
        assertThat(world.count("supervision.help_fact", "person_id = :id and value = 'HARDSHIP'", id))
                .isEqualTo(2);
        assertThat(world.count(
                        "supervision.help_fact",
                        "person_id = :id and superseded_at is null and valid_to is null and value = 'HARDSHIP_NONE'",
                        id))
                .isEqualTo(1);
    }

    @Test
    void reliefOfMoneyNeedsItsAmountAndAMistakeIsWithdrawn() {
        long id = world.person("测试救助");
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("kind", "CASH", "day", world.today().toString(), "giver", "测试民政所", "yuan", "", "note", ""));
        assertThat(social.post("/people/" + id + "/help/relief", form).statusCode())
                .isEqualTo(422);
        form.put("yuan", "800");
        assertThat(social.post("/people/" + id + "/help/relief", form).statusCode())
                .isEqualTo(303);
        assertThat(office.get("/people/" + id + "/help").body()).contains("救助金 800 元", "测试民政所");
        String page = social.get("/people/" + id + "/help/relief").body();
        String withdraw = page.replaceAll("(?s).*action=\"([^\"]+/withdraw)\".*", "$1");
        assertThat(social.post(withdraw, Map.of()).statusCode()).isEqualTo(303);
        assertThat(office.get("/people/" + id + "/help").body()).doesNotContain("800 元");
        assertThat(world.count("supervision.relief", "person_id = :id", id)).isEqualTo(1);
    }

    @Test
    void psychologicalFileIsAddedToAndEachOpeningIsAudited() {
        long id = world.person("测试心理");
        String path = "/people/" + id + "/help/psychology";
        Map<String, String> form = new LinkedHashMap<>();
        form.put("kind", "ASSESSMENT");
        form.put("day", world.today().toString());
        form.put("instrument", "");
        form.put("level", "");
        form.put("summary", "");
        form.put("nextOn", world.today().toString());
        HttpResponse<String> refused = social.post(path, form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请填写此项", "请从列表中选择", "下次日期应晚于本次");
        form.put("instrument", "SCL-90");
        form.put("level", "MILD");
        form.put("summary", "睡眠欠佳的测试摘要");
        form.put("nextOn", world.today().plusDays(30).toString());
        assertThat(social.post(path, form).statusCode()).isEqualTo(303);
        long before = opened(id);
        assertThat(office.get(path).body()).contains("SCL-90", "轻度", "睡眠欠佳的测试摘要");
        assertThat(opened(id)).isEqualTo(before + 1);
        assertThat(world.count("supervision.case_entry", "person_id = :id and arguments::text like '%睡眠%'", id))
                .isZero();
        assertThat(office.get("/people/" + id).body()).doesNotContain("睡眠欠佳的测试摘要");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PROCURATOR", "COMMAND_CENTRE", "VERIFICATION_DESK", "VOLUNTEER", "AUDITOR"})
    void psychologicalFileIsClosedToWhoDoesNotWorkOnCases(Role role) {
        long id = world.person("测试封闭");
        Browser reader = WEB.signedIn(world.office, role);
        String path = "/people/" + id + "/help/psychology";
        assertThat(reader.get(path).statusCode()).isEqualTo(403);
        assertThat(reader.post(path, Map.of("kind", "TALK")).statusCode()).isEqualTo(403);
        assertThat(reader.post("/people/" + id + "/help/referrals/new", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(opened(id)).isZero();
    }

    @Test
    void anotherOfficesPeopleAreNotFound() {
        long id = world.person("测试外所");
        long referral = refer(id, "MEDIATION");
        Browser elsewhere = WEB.signedIn(WEB.below(WEB.root(), "测试另一所"), Role.OFFICER);
        for (String path : new String[] {"", "/psychology", "/referrals/" + referral, "/needs/HARDSHIP", "/relief"}) {
            assertThat(elsewhere.get("/people/" + id + "/help" + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(elsewhere.get("/help").body()).doesNotContain("测试外所");
        assertThat(elsewhere
                        .post(
                                "/people/" + id + "/help/needs/HARDSHIP",
                                Map.of("answer", "HARDSHIP", "evidence", "不应写入"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.count("supervision.help_fact", "person_id = :id", id)).isZero();
    }

    private static long refer(long id, String body) {
        HttpResponse<String> made = social.post(
                "/people/" + id + "/help/referrals/new",
                Map.of(
                        "body",
                        body,
                        "matter",
                        "测试事由",
                        "contact",
                        "",
                        "sentOn",
                        world.today().toString()));
        assertThat(made.statusCode()).isEqualTo(303);
        return Long.parseLong(
                made.headers().firstValue("location").orElseThrow().replaceAll(".*/referrals/(\\d+).*", "$1"));
    }

    private static void step(long id, long referral, String state, String note) {
        assertThat(post(id, referral, state, note).statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> post(long id, long referral, String state, String note) {
        return social.post(
                "/people/" + id + "/help/referrals/" + referral,
                Map.of("state", state, "day", world.today().toString(), "note", note));
    }

    private static long open(long id) {
        return world.count(
                "supervision.duty",
                "person_id = :id and kind = 'help.referral' and met_at is null and cancelled_at is null",
                id);
    }

    private static long opened(long id) {
        return world.count("supervision.audit", "subject_id = :id and action = 'help.psychology-open'", id);
    }
}
