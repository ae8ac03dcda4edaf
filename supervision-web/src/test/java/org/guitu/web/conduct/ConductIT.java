package org.guitu.web.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConductIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser office;
    private static Browser decider;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试考核所");
        office = world.browser(world.officer);
        decider = WEB.signedIn(WEB.root(), Role.DECIDER);
    }

    @ParameterizedTest(name = "{0} days late: {1}")
    @CsvSource({"10, 建议训诫, REPRIMAND", "11, 建议警告, WARNING", "32, 建议提请撤销缓刑、假释, REVOCATION_PROPOSAL"})
    void lateReportIsSuggestedWithItsEvidenceAndNothingIsImposed(int days, String words, MeasureKind kind) {
        long id = world.person("测试迟到");
        enter(id, "LATE_REPORT", world.today().minusDays(days), world.today());

        String page = office.get("/people/" + id + "/conduct").body();
        assertThat(page).contains(words, "未按规定时间报到 " + days + " 日", "系统建议");
        assertThat(office.get("/people/" + id).body()).contains(words);
        assertThat(office.get("/conduct").body()).contains(words);
        assertThat(world.count("supervision.conduct_proposal", "person_id = :id", id))
                .isZero();
        assertThat(world.count("supervision.conduct_measure", "person_id = :id", id))
                .isZero();

        long proposal = propose(id, kind.name());
        assertThat(world.count("supervision.conduct_measure", "person_id = :id", id))
                .isZero();

        decide(id, proposal);
        assertThat(world.count(
                        "supervision.conduct_measure m join supervision.staff s on s.staff_id = m.decided_by",
                        "person_id = :id and s.name like '测试test%'",
                        id))
                .isEqualTo(1);
        assertThat(world.count("supervision.case_entry", "person_id = :id and kind = 'conduct.log.decided'", id))
                .isEqualTo(1);
    }

    @Test
    void officeProposesAndOnlyTheCountyOrHigherDecides() {
        Organisation county = WEB.county(WEB.root(), "测试考核县");
        Organisation place = WEB.below(county, "测试县下所");
        Staff officer = world.officer(place);
        long id = world.services
                .people()
                .create(officer, PersonForm.of("COUNTY-1", "测试权限", "Ce Shi", Sex.MALE, Category.PROBATION))
                .orThrow();
        Browser below = world.browser(officer);
        below.post("/people/" + id + "/conduct/incidents/new", incident("OTHER_BREACH", "LIGHT", world.today()));
        long proposal = propose(below, id, "REPRIMAND");

        String page =
                below.get("/people/" + id + "/conduct/proposals/" + proposal).body();
        assertThat(page).contains("由县级以上社区矫正机构有决定权的人员决定").doesNotContain("作出决定");
        HttpResponse<String> refused =
                below.post("/people/" + id + "/conduct/proposals/" + proposal + "/decide", decision());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("由县级以上机构有决定权的人员决定");
        assertThat(world.count("supervision.conduct_measure", "person_id = :id", id))
                .isZero();

        Browser head = WEB.signedIn(county, Role.DECIDER);
        assertThat(head.get("/conduct").body()).contains("待决定（1）", "测试权限");
        assertThat(head.post("/people/" + id + "/conduct/proposals/" + proposal + "/decide", decision())
                        .statusCode())
                .isEqualTo(303);
        assertThat(world.count("supervision.conduct_measure", "person_id = :id", id))
                .isEqualTo(1);
    }

    @Test
    void decisionNeedsItsDayAndNumberAndIsTakenOnce() {
        long id = world.person("测试文号");
        enter(id, "LATE_REPORT", world.today().minusDays(3), world.today());
        long proposal = propose(id, "REPRIMAND");
        String path = "/people/" + id + "/conduct/proposals/" + proposal + "/decide";
        HttpResponse<String> bare =
                decider.post(path, Map.of("decidedOn", world.today().plusDays(1).toString(), "documentNumber", ""));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("日期不能晚于今天", "请填写此项");
        decide(id, proposal);
        HttpResponse<String> again = decider.post(path, decision());
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(world.count("supervision.conduct_measure", "person_id = :id", id))
                .isEqualTo(1);
    }

    @Test
    void dutiesFollowTheDecisionAndAreMetByItsSteps() {
        long id = world.person("测试后续");
        enter(id, "OUT_OF_SUPERVISION", world.today().minusDays(40), world.today());
        long measure = decide(id, propose(id, "REVOCATION_PROPOSAL"));
        assertThat(open(id)).containsExactlyInAnyOrder("conduct.send", "conduct.copy");
        assertThat(world.count(
                        "supervision.exchange_notice n join supervision.duty d"
                                + " on d.person_id = n.person_id and d.kind = n.duty_kind and d.ref = n.duty_ref",
                        "n.person_id = :id and n.recipient = 'PROCURATORATE' and d.kind = 'conduct.copy'",
                        id))
                .isEqualTo(1);
        step(id, measure, "SENT", Map.of());
        assertThat(open(id)).containsExactlyInAnyOrder("conduct.copy", "conduct.ruling");
        step(id, measure, "COPIED", Map.of());
        step(id, measure, "RULED", Map.of("result", "GRANTED"));
        assertThat(open(id)).isEmpty();
        assertThat(office.get("/people/" + id + "/conduct").body()).contains("决定机关答复：准许");
        assertThat(world.count("supervision.duty", "person_id = :id and met_at is not null and proof <> ''", id))
                .isEqualTo(4);
    }

    @Test
    void twoReprimandsServedAndNoChangeIsAWarning() {
        long id = world.person("测试两次");
        for (int i = 0; i < 2; i++) {
            office.post(
                    "/people/" + id + "/conduct/incidents/new",
                    incident("FORBIDDEN_CONTACT", "LIGHT", world.today().minusDays(9 - i)));
            long measure = decide(id, propose(id, "REPRIMAND"), world.today().minusDays(5));
            assertThat(office.post(
                                    "/people/" + id + "/conduct/measures/" + measure + "/steps",
                                    Map.of(
                                            "step",
                                            "SERVED",
                                            "day",
                                            world.today().minusDays(4).toString()))
                            .statusCode())
                    .isEqualTo(303);
        }
        office.post("/people/" + id + "/conduct/incidents/new", incident("FORBIDDEN_CONTACT", "LIGHT", world.today()));
        assertThat(office.get("/people/" + id + "/conduct").body())
                .contains("建议警告", "受到两次训诫，仍不改正", "训诫（" + world.today().minusDays(4) + " 送达）");
        long proposal = propose(id, "WARNING");
        assertThat(world.count(
                        "supervision.conduct_evidence", "proposal_id = :id and measure_id is not null", proposal))
                .isEqualTo(2);
    }

    @Test
    void reprimandThatWasNotServedDoesNotCount() {
        long id = world.person("测试未送");
        for (int i = 0; i < 2; i++) {
            office.post(
                    "/people/" + id + "/conduct/incidents/new",
                    incident("FORBIDDEN_CONTACT", "LIGHT", world.today().minusDays(9 - i)));
            decide(id, propose(id, "REPRIMAND"), world.today().minusDays(5));
        }
        office.post("/people/" + id + "/conduct/incidents/new", incident("FORBIDDEN_CONTACT", "LIGHT", world.today()));
        assertThat(office.get("/people/" + id + "/conduct").body())
                .contains("建议训诫", "尚未送达，暂不计入次数")
                .doesNotContain("建议警告");
    }

    @Test
    void objectionIsAnsweredByTheCountyAndWithdrawsTheMeasure() {
        long id = world.person("测试异议");
        enter(id, "LATE_REPORT", world.today().minusDays(11), world.today());
        long measure = decide(id, propose(id, "WARNING"));
        step(id, measure, "SERVED", Map.of());
        HttpResponse<String> silent = office.post(
                "/people/" + id + "/conduct/measures/" + measure + "/steps",
                Map.of("step", "OBJECTED", "day", world.today().toString(), "note", ""));
        assertThat(silent.statusCode()).isEqualTo(422);
        step(id, measure, "OBJECTED", Map.of("note", "因住院未能报到"));
        assertThat(open(id)).contains("conduct.objection");
        assertThat(decider.get("/conduct").body()).contains("异议待答复", "测试异议");

        Map<String, String> answer = new LinkedHashMap<>(
                Map.of("step", "ANSWERED", "day", world.today().toString(), "result", "CHANGED", "note", "查实"));
        String path = "/people/" + id + "/conduct/measures/" + measure + "/answer";
        assertThat(office.post(path, answer).statusCode()).isEqualTo(422);
        answer.put("changedTo", "REVOCATION_PROPOSAL");
        assertThat(decider.post(path, answer).body()).contains("只能变更为更轻的措施");
        answer.put("result", "WITHDRAWN");
        answer.put("changedTo", "");
        assertThat(decider.post(path, answer).statusCode()).isEqualTo(303);
        assertThat(open(id)).isEmpty();
        assertThat(office.get("/people/" + id + "/conduct").body()).contains("异议后撤销");
        assertThat(world.count("supervision.conduct_measure", "person_id = :id and state = 'WITHDRAWN'", id))
                .isEqualTo(1);
    }

    @Test
    void refusedProposalSettlesWhatItRestsOn() {
        long id = world.person("测试不采纳");
        enter(id, "LATE_REPORT", world.today().minusDays(2), world.today());
        long proposal = propose(id, "REPRIMAND");
        String path = "/people/" + id + "/conduct/proposals/" + proposal + "/reject";
        assertThat(decider.post(path, Map.of("reason", "")).statusCode()).isEqualTo(422);
        assertThat(decider.post(path, Map.of("reason", "确因暴雨")).statusCode()).isEqualTo(303);
        assertThat(office.get("/people/" + id + "/conduct").body())
                .contains("不予采纳", "确因暴雨")
                .doesNotContain("建议训诫");
        assertThat(open(id)).isEmpty();
    }

    @Test
    void takenBackProposalLeavesTheSuggestionStanding() {
        long id = world.person("测试撤回");
        enter(id, "LATE_REPORT", world.today().minusDays(2), world.today());
        long proposal = propose(id, "REPRIMAND");
        assertThat(office.get("/people/" + id + "/conduct").body()).doesNotContain("建议训诫");
        assertThat(office.post(
                                "/people/" + id + "/conduct/proposals/" + proposal + "/take-back",
                                Map.of("reason", "材料不全"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.get("/people/" + id + "/conduct").body()).contains("建议训诫", "已撤回");
        assertThat(open(id)).isEmpty();
    }

    @Test
    void otherMeasureThanSuggestedNeedsAReason() {
        long id = world.person("测试另议");
        long incident = enter(id, "LATE_REPORT", world.today().minusDays(2), world.today());
        Map<String, String> form = Map.of("kind", "WARNING", "incident", Long.toString(incident), "reason", "");
        assertThat(office.post("/people/" + id + "/conduct/proposals/new", form).statusCode())
                .isEqualTo(422);
        Map<String, String> recall =
                Map.of("kind", "RECALL_PROPOSAL", "incident", Long.toString(incident), "reason", "情节恶劣");
        assertThat(office.post("/people/" + id + "/conduct/proposals/new", recall)
                        .body())
                .contains("此措施不适用于此类对象");
        Map<String, String> nothing = Map.of("kind", "WARNING", "reason", "情节恶劣");
        assertThat(office.post("/people/" + id + "/conduct/proposals/new", nothing)
                        .body())
                .contains("请选择所依据的违规事项");
    }

    @Test
    void absenceThatGoesOnIsEndedByACorrectionAndKeepsWhatWasKnown() {
        long id = world.person("测试脱管");
        long incident = enter(id, "OUT_OF_SUPERVISION", world.today().minusDays(12), null);
        assertThat(office.get("/people/" + id + "/conduct").body()).contains("至今 12 日", "建议警告");
        Map<String, String> ended =
                incident("OUT_OF_SUPERVISION", "", world.today().minusDays(12));
        ended.put("last", world.today().minusDays(3).toString());
        ended.put("version", "1");
        String path = "/people/" + id + "/conduct/incidents/" + incident;
        assertThat(office.post(path, ended).statusCode()).isEqualTo(303);
        assertThat(office.get("/people/" + id + "/conduct").body()).contains("脱离监管 9 日", "建议训诫");
        assertThat(office.post(path, ended).statusCode()).isEqualTo(409);
        assertThat(world.count("supervision.incident_version", "incident_id = :id", incident))
                .isEqualTo(2);
    }

    @Test
    void incidentIsWithdrawnOnlyWhileNothingRestsOnIt() {
        long id = world.person("测试误登");
        long incident = enter(id, "LATE_REPORT", world.today().minusDays(2), world.today());
        propose(id, "REPRIMAND");
        String path = "/people/" + id + "/conduct/incidents/" + incident + "/withdraw";
        HttpResponse<String> refused = office.post(path, Map.of("reason", "误登"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("已有建议或者决定以此为依据");
        long other = enter(id, "LATE_REPORT", world.today().minusDays(1), world.today());
        assertThat(office.post("/people/" + id + "/conduct/incidents/" + other + "/withdraw", Map.of("reason", "误登"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.get("/people/" + id + "/conduct").body()).doesNotContain("未按规定时间报到 1 日");
    }

    @Test
    void incidentFormIsCheckedAsAWhole() {
        long id = world.person("测试表单");
        Map<String, String> form =
                incident("INJUNCTION_BREACH", "", world.today().plusDays(1));
        form.put("note", "");
        form.put("source", "alert:999999");
        HttpResponse<String> refused = office.post("/people/" + id + "/conduct/incidents/new", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请选择情节轻重", "日期不能晚于今天", "请填写此项", "所选来源不属于此人");
        assertThat(office.post(
                                "/people/" + id + "/conduct/incidents/new",
                                incident("REVIEW_PAPERS_MISSING", "", world.today()))
                        .body())
                .contains("只适用于暂予监外执行的对象");
    }

    @Test
    void commendationNeedsSixMonthsAndFourConditionsOrADeed() {
        long id = world.person("测试表扬");
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("kind", "COMMENDATION", "basis", "CONDITIONS", "condition", "REMORSE", "reason", ""));
        HttpResponse<String> early = office.post("/people/" + id + "/conduct/proposals/new", form);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("四项条件须同时符合", "最早为 " + world.today().plusMonths(6));
        form.put("basis", "DEED");
        assertThat(office.post("/people/" + id + "/conduct/proposals/new", form).statusCode())
                .isEqualTo(422);
        form.put("reason", "河中救起落水儿童");
        assertThat(office.post("/people/" + id + "/conduct/proposals/new", form).statusCode())
                .isEqualTo(303);
        long measure = decide(id, newest(id));
        assertThat(open(id)).containsExactly("conduct.serve");
        assertThat(office.get("/people/" + id + "/conduct/measures/" + measure).body())
                .contains("河中救起落水儿童")
                .doesNotContain("登记异议");
    }

    @Test
    void monthIsAssessedAndAssessedAgainWithoutLosingTheFirst() {
        long id = world.person("测试月考");
        String month = world.today().toString().substring(0, 7);
        Map<String, String> form =
                new LinkedHashMap<>(Map.of("month", month, "grade", "GOOD", "item.REPORTS", "FAIL", "note", ""));
        String path = "/people/" + id + "/conduct/assessments/new";
        assertThat(office.get(path).body()).contains("该月档案中没有违规事项");
        assertThat(office.post(path, form).body()).contains("总评不能为良好");
        form.put("grade", "FAIL");
        assertThat(office.post(path, form).statusCode()).isEqualTo(303);
        form.put("grade", "PASS");
        form.put("item.REPORTS", "PASS");
        HttpResponse<String> unseen = office.post(path, form);
        assertThat(unseen.statusCode()).isEqualTo(409);
        assertThat(unseen.body()).contains("case-differences", "这个月已有考核记录");
        String again = office.get(path + "?month=" + month).body();
        assertThat(again).containsPattern("value=\"FAIL\"[^>]*(selected|checked)");
        form.put("seen", again.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1"));
        assertThat(form.get("seen")).startsWith(month + ":");
        assertThat(office.post(path, form).statusCode()).isEqualTo(303);
        HttpResponse<String> second = office.post(path, form);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(office.get("/people/" + id + "/conduct").body()).contains(month, "报告 合格");
        assertThat(world.count("supervision.monthly_assessment", "person_id = :id", id))
                .isEqualTo(2);
        assertThat(world.count("supervision.monthly_assessment", "person_id = :id and superseded_at is null", id))
                .isEqualTo(1);
    }

    @Test
    void whoCorrectsSecondSeesWhatTheFirstWrote() {
        long id = world.person("测试同改");
        enter(id, "LATE_REPORT", world.today().minusDays(5), world.today().minusDays(1));
        String path = "/people/" + id + "/conduct/incidents/" + newestIncident(id);
        Map<String, String> form = incident("LATE_REPORT", "", world.today().minusDays(5));
        form.put("version", "1");
        form.put("note", "测试甲所写");
        assertThat(office.post(path, form).statusCode()).isEqualTo(303);
        form.put("note", "测试乙所写");
        HttpResponse<String> second = office.post(path, form);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("case-differences", "测试甲所写", "测试乙所写", "name=\"version\" value=\"2\"");
        form.put("first", "");
        form.put("version", "2");
        HttpResponse<String> faulty = office.post(path, form);
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("name=\"version\" value=\"2\"", "测试乙所写")
                .doesNotContain("case-differences");
    }

    private static long newestIncident(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select max(incident_id) from supervision.incident where person_id = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void oldDeedDoesNotSpeakAgainstACommendationForEver() {
        long id = world.person("测试旧账");
        Map<String, String> old =
                incident("OTHER_BREACH", "LIGHT", world.today().minusYears(2));
        assertThat(office.post("/people/" + id + "/conduct/incidents/new", old).statusCode())
                .isEqualTo(303);
        WEB.jdbi()
                .useHandle(handle -> handle.execute(
                        "update supervision.person_state set valid_from = valid_from - interval '3 years' where person_id = ?",
                        id));
        String page = "/people/" + id + "/conduct";
        assertThat(office.get(page).body()).contains("表扬").doesNotContain("期间有违规事项");
        office.post("/people/" + id + "/conduct/incidents/new", incident("OTHER_BREACH", "LIGHT", world.today()));
        assertThat(office.get(page).body()).contains("期间有违规事项");
    }

    @Test
    void monthThatIsOverOpensTheDutyToAssessItOnce() {
        long id = world.person("测试月责");
        MonthlyDuties monthly = new MonthlyDuties(WEB.jdbi());
        monthly.run(Instant.now());
        assertThat(open(id)).isEmpty();
        Instant next = world.today()
                .withDayOfMonth(1)
                .plusMonths(1)
                .atTime(1, 0)
                .atZone(CaseWorld.SHANGHAI)
                .toInstant();
        monthly.run(next);
        monthly.run(next.plusSeconds(86_400));
        assertThat(open(id)).containsExactly("conduct.assessment");
    }

    @Test
    void whoSeesOnlyAnotherOfficeFindsNothing() {
        long id = world.person("测试他所");
        Browser elsewhere = WEB.signedIn(WEB.below(WEB.root(), "测试别所"), Role.OFFICER);
        assertThat(elsewhere.get("/people/" + id + "/conduct").statusCode()).isEqualTo(404);
        assertThat(elsewhere
                        .post(
                                "/people/" + id + "/conduct/incidents/new",
                                incident("OTHER_BREACH", "LIGHT", world.today()))
                        .statusCode())
                .isIn(404, 422);
        assertThat(world.count("supervision.incident", "person_id = :id", id)).isZero();
        assertThat(elsewhere.get("/conduct").body()).doesNotContain("测试他所");
        Browser reader = WEB.signedIn(world.office, Role.PROCURATOR);
        assertThat(reader.get("/people/" + id + "/conduct").body()).doesNotContain("登记违规事项");
        assertThat(reader.post(
                                "/people/" + id + "/conduct/incidents/new",
                                incident("OTHER_BREACH", "LIGHT", world.today()))
                        .statusCode())
                .isEqualTo(403);
    }

    private static long enter(long id, String kind, LocalDate first, LocalDate last) {
        Map<String, String> form = incident(kind, "", first);
        form.put("last", last == null ? "" : last.toString());
        assertThat(office.post("/people/" + id + "/conduct/incidents/new", form).statusCode())
                .isEqualTo(303);
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select max(incident_id) from supervision.incident where person_id = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one());
    }

    private static Map<String, String> incident(String kind, String gravity, LocalDate first) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("kind", kind);
        form.put("gravity", gravity);
        form.put("first", first.toString());
        form.put("note", "测试经过");
        return form;
    }

    /** Follows the link of the software's own suggestion. */
    private static long propose(long id, String kind) {
        return propose(office, id, kind);
    }

    private static long propose(Browser browser, long id, String kind) {
        Matcher link = Pattern.compile("/proposals/new\\?incident=(\\d+)&amp;kind=" + kind)
                .matcher(browser.get("/people/" + id + "/conduct").body());
        assertThat(link.find()).isTrue();
        HttpResponse<String> answer = browser.post(
                "/people/" + id + "/conduct/proposals/new",
                Map.of("kind", kind, "incident", link.group(1), "reason", ""));
        assertThat(answer.statusCode()).isEqualTo(303);
        return newest(id);
    }

    private static long newest(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select max(proposal_id) from supervision.conduct_proposal where person_id = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one());
    }

    private static long decide(long id, long proposal) {
        return decide(id, proposal, world.today());
    }

    private static long decide(long id, long proposal, LocalDate day) {
        HttpResponse<String> answer = decider.post(
                "/people/" + id + "/conduct/proposals/" + proposal + "/decide",
                Map.of("decidedOn", day.toString(), "documentNumber", "测矫〔2026〕1号", "reason", ""));
        assertThat(answer.statusCode()).isEqualTo(303);
        String path = answer.headers().firstValue("location").orElseThrow();
        return Long.parseLong(path.replaceAll(".*/measures/(\\d+).*", "$1"));
    }

    private static Map<String, String> decision() {
        return Map.of("decidedOn", world.today().toString(), "documentNumber", "测矫〔2026〕2号", "reason", "");
    }

    private static void step(long id, long measure, String step, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>(more);
        form.put("step", step);
        form.put("day", world.today().toString());
        assertThat(office.post("/people/" + id + "/conduct/measures/" + measure + "/steps", form)
                        .statusCode())
                .isEqualTo(303);
    }

    /** Kinds of the open duties of conduct. */
    private static List<String> open(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select kind from supervision.duty where person_id = :id and kind like 'conduct.%'
                           and met_at is null and cancelled_at is null order by kind""")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }
}
