package org.guitu.web.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.papers.ChineseDate;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was recorded of a case stands in its papers without being typed again. */
class LifecyclePapersIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;
    private static int numbers;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试填充所");
        browser = world.browser(world.officer);
    }

    @Test
    void teamStandsInItsLetterAndInThePlan() {
        long id = begin("测试小组", "ACTIVE");
        member(id, "测试所长", "OFFICE", "");
        member(id, "测试大婶", "FAMILY", "13900000001");
        long gone = member(id, "测试离开的", "VOLUNTEER", "");
        post(id, "team/" + gone + "/leave", Map.of("day", today()));
        assertThat(page(id, "team")).contains(form(id, "team-letter"));
        assertThat(preview(id, "team-letter"))
                .contains("组长：测试所长", "测试所长　司法所", "测试大婶　家庭成员　13900000001")
                .doesNotContain("测试离开的", "〔小组成员");

        assertThat(page(id, "plan")).doesNotContain(form(id, "plan"));
        plan(id, "0", "旧的评估");
        plan(id, "1", "初犯，家庭和睦");
        assertThat(page(id, "plan")).contains(form(id, "plan"));
        assertThat(preview(id, "plan"))
                .contains("初犯，家庭和睦", "每周报告一次", "测试大婶　家庭成员")
                .doesNotContain("旧的评估", "〔综合评估", "〔监督管理", "〔帮困");
        assertThat(issue(id, "team-letter", Map.of("team.leader", "测试所长", "team.members", "测试大婶（母亲）"))
                        .statusCode())
                .as("what was filled can be corrected")
                .isEqualTo(303);
    }

    @Test
    void reportOfTheInvestigationBecomesTheOpinion() {
        long id = begin("测试调查", "INVESTIGATION");
        Map<String, String> asked = new LinkedHashMap<>(Map.of("do", "ask", "askedBy", "测试人民法院"));
        asked.put("askedOn", today());
        asked.put("askedNumber", "测委调1号");
        post(id, "investigation", asked);
        assertThat(page(id, "case")).contains(form(id, "investigation-opinion"));
        assertThat(page(id, "investigation")).doesNotContain(form(id, "investigation-opinion"));
        Map<String, String> found = new LinkedHashMap<>(Map.of("do", "report", "home", "自有住房", "family", "家人愿意协助"));
        found.putAll(Map.of("village", "村里无异议", "victim", "被害人已谅解", "danger", "再犯危险低", "opinion", "SUITABLE"));
        found.put("reportedOn", today());
        post(id, "investigation", found);
        assertThat(page(id, "investigation")).contains(form(id, "investigation-opinion"));
        assertThat(preview(id, "investigation-opinion"))
                .contains("测试人民法院：", "（测委调1号）", "自有住房", "家人愿意协助", "村里无异议", "被害人已谅解")
                .contains("再犯危险低", "适宜社区矫正", "〔个人情况和一贯表现〕");
    }

    @Test
    void dayThePapersCameStandsInTheReceipt() {
        long id = begin("测试回执", "DECIDED");
        assertThat(page(id, "case")).contains(form(id, "receipt"), form(id, "notice"));
        step(id, "PAPERS", "测执通1号");
        assertThat(preview(id, "receipt")).contains("已于" + ChineseDate.plain(world.today()) + "收到");
    }

    @Test
    void refusedMoveIsToldInItsPaper() {
        long id = begin("测试迁移", "ACTIVE");
        post(id, "transfer", Map.of("toPlace", "测试乙县", "reason", "随子女居住", "appliedOn", today()));
        assertThat(page(id, "transfer")).doesNotContain(form(id, "residence-change"));
        act(browser, id, "ASK", "", "1");
        act(browser, id, "ANSWER", "no", "2");
        assertThat(page(id, "transfer")).contains(form(id, "residence-change"));
        assertThat(preview(id, "residence-change"))
                .contains("因随子女居住申请", "变更至测试乙县", "（不同意）", "不同意变更执行地")
                .doesNotContain("到新执行地社区矫正机构报到");
    }

    @Test
    void agreedMoveSaysByWhenToReport() {
        long id = begin("测试迁出", "ACTIVE");
        post(id, "transfer", Map.of("toPlace", "测试丙县", "reason", "工作调动", "appliedOn", today()));
        act(browser, id, "ASK", "", "1");
        act(browser, id, "ANSWER", "yes", "2");
        act(WEB.signedIn(WEB.root(), Role.DECIDER), id, "DECIDE", "yes", "3");
        assertThat(preview(id, "residence-change")).contains("<strong>同意变更执行地", "自收到决定书之日起7日内到新执行地");
    }

    @Test
    void appraisalAndLastDayStandInThePapersOfTheEnd() {
        long id = begin("测试期满", "ACTIVE");
        post(id, "case/check", Map.of("item", "SUMMARY", "doneOn", today(), "note", "认罪服法，表现良好"));
        assertThat(page(id, "case")).contains(form(id, "end-notice"), form(id, "certificate"), form(id, "summary"));
        assertThat(preview(id, "end-notice")).contains("鉴定意见是：认罪服法，表现良好");
        assertThat(preview(id, "summary")).contains("认罪服法，表现良好");
        assertThat(preview(id, "certificate")).contains("〔解除日期〕");
        step(id, "EXPIRY", "");
        String day = ChineseDate.plain(world.today());
        assertThat(preview(id, "certificate")).contains("依法于" + day + "解除社区矫正");
        assertThat(preview(id, "end-letter")).contains("因矫正期满，已于" + day + "解除社区矫正");
        assertThat(issue(id, "certificate", Map.of("decision.body", "测试法院", "decision.document", "测1号", "end.day", day))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void terminatedCaseIsNotCalledServed() {
        long id = begin("测试终止", "ACTIVE");
        step(id, "REVOCATION", "测撤缓1号");
        assertThat(preview(id, "end-letter")).contains("<h1>终止社区矫正通知书", "因被裁定撤销缓刑、假释");
    }

    @Test
    void whoOnlyReadsIsNotLedToAForm() {
        long id = begin("测试只读", "ACTIVE");
        plan(id, "0", "初犯");
        Browser reader = WEB.signedIn(world.office, Role.PROCURATOR);
        for (String page : new String[] {"case", "plan", "team"}) {
            assertThat(reader.get("/people/" + id + "/" + page).body()).as(page).doesNotContain("/papers/new");
        }
    }

    private static long begin(String name, String state) {
        return world.services
                .people()
                .create(
                        world.officer,
                        PersonForm.of("填充-" + ++numbers, name, "Ce Shi", Sex.MALE, Category.PROBATION)
                                .with("supervisionClass", "NORMAL")
                                .with("termFrom", world.today().minusYears(1).toString())
                                .with("termTo", today())
                                .with("state", state))
                .orThrow();
    }

    private static long member(long id, String name, String kind, String phone) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("name", name, "sex", "MALE", "kind", kind));
        form.put("phone", phone);
        form.put("joinedOn", today());
        post(id, "team", form);
        return world.services.team().members(id).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void plan(long id, String version, String situation) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("situation", situation, "measures", "每周报告一次"));
        form.put("validFrom", today());
        form.put("version", version);
        post(id, "plan", form);
    }

    private static void step(long id, String step, String document) {
        post(id, "case/step/" + step, Map.of("happenedOn", today(), "documentNumber", document));
    }

    private static void act(Browser by, long id, String act, String yes, String version) {
        ok(by.post(
                "/people/" + id + "/transfer/act", Map.of("act", act, "yes", yes, "on", today(), "version", version)));
    }

    private static void post(long id, String path, Map<String, String> form) {
        ok(browser.post("/people/" + id + "/" + path, form));
    }

    private static void ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    }

    private static HttpResponse<String> issue(long id, String kind, Map<String, String> fields) {
        return browser.post(form(id, kind), fields);
    }

    private static String page(long id, String page) {
        return browser.get("/people/" + id + "/" + page).body();
    }

    private static String preview(long id, String kind) {
        return browser.get("/people/" + id + "/papers/preview/" + kind).body();
    }

    private static String form(long id, String kind) {
        return "/people/" + id + "/papers/new/" + kind;
    }

    private static String today() {
        return world.today().toString();
    }
}
