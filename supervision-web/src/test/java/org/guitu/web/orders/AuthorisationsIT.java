package org.guitu.web.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseServices;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 社区矫正法, article 29: an officer applies, the head of the county department alone approves, for three months at most. */
class AuthorisationsIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser officer;
    private static Browser head;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试审批所");
        officer = world.browser(world.officer);
        head = world.browser(world.head);
    }

    @Test
    void nothingIsCollectedBeforeTheHeadApproves() {
        long id = world.person("测试申请");
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        String application = applied(id);
        assertThat(officer.get("/people/" + id).body())
                .contains("不采集此人的任何位置", "待批准", "使用手环的申请")
                .doesNotContain("还剩");
        assertThat(world.count("telemetry.basis", "subject_id = :id", id)).isZero();
        assertThat(head.get("/authorisations").body()).contains("测试申请", "违反人民法院禁止令的");
        assertThat(head.get(application).body()).contains("测试证据", "/alerts/12", "批准");
        HttpResponse<String> approved = head.post(application + "/approve", Map.of("documentNumber", "测矫定〔2026〕1号"));
        assertThat(approved.statusCode()).isEqualTo(303);
        assertThat(officer.get("/people/" + id).body())
                .contains("还剩", "批准人 " + world.head.name(), "申请人 " + world.officer.name(), "测矫定〔2026〕1号")
                .doesNotContain("不采集此人的任何位置");
        assertThat(officer.get("/people/" + id + "/bases").body())
                .contains("已批准", world.head.name() + " 于 ", world.officer.name() + " 于 ");
        assertThat(world.count("telemetry.basis", "subject_id = :id and valid_to > now()", id))
                .isEqualTo(1);
        assertThat(world.count(
                        "supervision.audit", "subject_id = :id and action in ('orders.apply', 'orders.approve')", id))
                .isEqualTo(2);
        assertThat(head.get("/authorisations").body()).doesNotContain("测试申请");
    }

    @Test
    void anOfficerIsToldThatOnlyTheHeadApproves() {
        long id = world.person("测试越权");
        String application = applied(id);
        for (String act : new String[] {"/approve", "/refuse"}) {
            HttpResponse<String> answer =
                    officer.post(application + act, Map.of("documentNumber", "测1号", "reason", "测试"));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("只有县级司法行政部门负责人本人可以决定使用电子定位装置");
        }
        assertThat(officer.get(application).body()).contains("等待县级司法行政部门负责人决定").doesNotContain("不予批准的理由");
        assertThat(officer.json("POST", "/api/v1" + application + "/approval", "{\"documentNumber\":\"测1号\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(world.count("supervision.basis", "person_id = :id", id)).isZero();
    }

    @Test
    void neitherOfficeNorCityNorAnotherCountyNorACountysDeciderApproves() {
        long id = world.person("测试级别");
        String application = applied(id);
        Organisation otherCounty = WEB.county(WEB.root(), "测试邻县");
        refusedWithWords(application, world.staff(world.office, Role.COUNTY_HEAD), "只有县级司法行政部门负责人");
        refusedWithWords(application, world.staff(WEB.root(), Role.COUNTY_HEAD), "只有县级司法行政部门负责人");
        refusedWithWords(application, world.staff(world.county, Role.DECIDER), "只有县级司法行政部门负责人");
        Staff neighbour = world.staff(otherCounty, Role.COUNTY_HEAD);
        assertThat(world.browser(neighbour).get("/authorisations").body()).doesNotContain("测试级别");
        assertThat(world.browser(neighbour)
                        .post(application + "/approve", Map.of("documentNumber", "测1号"))
                        .statusCode())
                .isEqualTo(404);
        assertThatThrownBy(() -> world.services
                        .applications()
                        .approve(neighbour, idOf(application), new DecisionForm("测1号", ""))
                        .orThrow())
                .hasMessageContaining("orders.error.unknown");
        assertThat(world.count("supervision.basis", "person_id = :id", id)).isZero();
    }

    @Test
    void whoAppliedDoesNotApprove() {
        long id = world.person("测试自批");
        Staff both = world.staff(world.county, Role.COUNTY_HEAD);
        long application = world.services
                .applications()
                .apply(
                        both,
                        id,
                        ApplicationForm.of(
                                Ground.REFUSED_TO_REPORT,
                                "测试证据",
                                world.today(),
                                world.today().plusDays(9)))
                .orThrow();
        Outcome<Long> outcome = world.services.applications().approve(both, application, new DecisionForm("测1号", ""));
        assertThatThrownBy(outcome::orThrow).hasMessageContaining("orders.error.own");
    }

    @Test
    void withoutGroundOrEvidenceItIsRefusedAllAtOnce() {
        long id = world.person("测试无据");
        Map<String, String> form = form(world.today(), world.today().plusDays(30));
        form.put("ground", "");
        form.put("evidence", " ");
        form.put("evidenceLink", "https://example.invalid\\x");
        refused(id, form, "没有法定情形不得使用电子定位装置", "请写明事实与证据", "请填写本系统内的地址");
        form.put("ground", "CONVENIENT");
        refused(id, form, "请从列表中选择");
    }

    @Test
    void everyGroundIsShownWithTheTextOfLaw() {
        long id = world.person("测试出处");
        assertThat(officer.get("/people/" + id + "/bases/authorise").body()).contains("第二十九条第一款第（一）项", "第二十九条第一款第（五）项");
    }

    @ParameterizedTest
    @EnumSource(Ground.class)
    void eachOfTheFiveGroundsIsAccepted(Ground ground) {
        long id = world.person("测试情形");
        assertThat(world.authorise(id, ground, "测号", world.today())).isPositive();
    }

    @Test
    void fromTheFirstOfMarchThreeMonthsLastToTheEndOfMayAndNoDayLonger() {
        CaseServices then = at("2027-02-20T09:00:00+08:00");
        long id = world.person("测试三月");
        long device = world.bracelet();
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        LocalDate first = LocalDate.parse("2027-03-01");
        Outcome<Long> tooLong = then.applications()
                .apply(
                        world.officer,
                        id,
                        ApplicationForm.of(Ground.INJUNCTION_BREACHED, "测试证据", first, LocalDate.parse("2027-06-01")));
        assertThat(tooLong)
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems()
                                        .find("lastDay")
                                        .orElseThrow()
                                        .arguments())
                                .containsExactly("3", "2027-03-01", "2027-05-31"));
        then.authorise(
                world.officer,
                world.head,
                id,
                ApplicationForm.of(Ground.INJUNCTION_BREACHED, "测试证据", first, LocalDate.parse("2027-05-31")),
                "测8号");
        Instant midnight = Instant.parse("2027-05-31T16:00:00Z");
        assertThat(at("2027-02-28T23:59:59+08:00").orders().collecting(world.officer, id))
                .isFalse();
        assertThat(at("2027-03-01T00:00:00+08:00").orders().collecting(world.officer, id))
                .isTrue();
        assertThat(at("2027-05-31T23:59:59+08:00").orders().collecting(world.officer, id))
                .isTrue();
        assertThat(at("2027-06-01T00:00:00+08:00").orders().collecting(world.officer, id))
                .isFalse();
        Instant until = WEB.jdbi()
                .withHandle(handle -> handle.createQuery("select valid_to from telemetry.basis where subject_id = :id")
                        .bind("id", id)
                        .mapTo(Instant.class)
                        .one());
        assertThat(until).isEqualTo(midnight);
    }

    @Test
    void theLatestDayIsSaidOnThePage() {
        long id = world.person("测试超期");
        LocalDate latest = world.today().plusMonths(3).minusDays(1);
        refused(id, form(world.today(), latest.plusDays(1)), "期限不得超过 3 个月", latest.toString());
        refused(id, form(world.today().minusDays(1), world.today()), "首日不能早于今天");
    }

    @Test
    void whatADeviceHadStoredBeforeTheApprovalIsNotCovered() {
        long id = world.person("测试溯及");
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        Instant before = Instant.now();
        world.services.authorise(
                world.officer,
                world.head,
                id,
                ApplicationForm.of(
                        Ground.REFUSED_TO_REPORT,
                        "测试证据",
                        world.today(),
                        world.today().plusDays(30)),
                "测9号");
        Instant from = WEB.jdbi()
                .withHandle(
                        handle -> handle.createQuery("select valid_from from telemetry.basis where subject_id = :id")
                                .bind("id", id)
                                .mapTo(Instant.class)
                                .one());
        assertThat(from).isAfterOrEqualTo(before.minusMillis(1));
    }

    @Test
    void overlapWithABasisOrWithWhatWaitsIsRefused() {
        long id = world.person("测试重叠");
        applied(id);
        refused(id, form(world.today().plusDays(30), world.today().plusDays(60)), "已有一件重叠的申请待批准");
        long other = world.person("测试重叠二");
        world.authorise(other, Ground.INJUNCTION_BREACHED, "测矫定〔2026〕2号", world.today());
        refused(other, form(world.today().plusDays(30), world.today().plusDays(60)), "与已有的依据重叠", "测矫定〔2026〕2号");
    }

    @Test
    void aRefusalNeedsDocumentAndReasonAndEndsTheMatter() {
        long id = world.person("测试不批");
        String application = applied(id);
        HttpResponse<String> bare = head.post(application + "/refuse", Map.of("documentNumber", "", "reason", ""));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body()).contains("请填写决定文书编号");
        assertThat(head.post(application + "/refuse", Map.of("documentNumber", "测不予1号", "reason", "证据不足"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(officer.get(application).body()).contains("不予批准", "证据不足", "测不予1号");
        HttpResponse<String> late = head.post(application + "/approve", Map.of("documentNumber", "测2号"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("这件申请已经有了结果");
        assertThat(world.count("supervision.basis", "person_id = :id", id)).isZero();
        assertThat(world.count(
                        "supervision.case_entry",
                        "person_id = :id and kind in ('orders.log.applied', 'orders.log.refused')",
                        id))
                .isEqualTo(2);
    }

    @Test
    void theOfficeMayWithdrawWhatWaits() {
        long id = world.person("测试撤申");
        String application = applied(id);
        assertThat(officer.post(application + "/withdraw", Map.of("reason", "情况变化"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(officer.get(application).body()).contains("已撤回", "情况变化");
        assertThat(head.get("/authorisations").body()).doesNotContain("测试撤申");
    }

    @Test
    void theHeadSeesHowManyWaitBesideTheNavigation() {
        applied(world.person("测试计数"));
        assertThat(head.get("/authorisations/count").body().strip()).matches("[1-9][0-9]*");
        assertThat(head.get("/people").body()).contains("/authorisations/count");
        assertThat(officer.get("/people").body()).doesNotContain("/authorisations/count");
    }

    @Test
    void aRenewalBeginsTheDayAfterAndNeedsAssessmentAndApproval() {
        long id = world.person("测试延长");
        long basis = world.authorise(id, Ground.REFUSED_TO_REPORT, "测4号", world.today());
        LocalDate next = world.today().plusMonths(3);
        LocalDate latest = next.plusMonths(3).minusDays(1);
        String path = "/people/" + id + "/bases/" + basis + "/renew";
        assertThat(officer.get(path).body()).contains(latest.toString());
        Map<String, String> form = form(next, latest);
        assertThat(officer.post(path, form).statusCode()).isEqualTo(422);
        form.put("assessment", "评估认为仍有必要");
        form.put("lastDay", latest.plusDays(1).toString());
        assertThat(officer.post(path, form).body()).contains("期限不得超过 3 个月");
        form.put("lastDay", latest.toString());
        HttpResponse<String> applied = officer.post(path, form);
        assertThat(applied.statusCode()).isEqualTo(303);
        assertThat(world.services.orders().list(world.officer, id)).hasSize(1);
        String application = applied.headers().firstValue("location").orElseThrow();
        assertThat(head.get(application).body()).contains("评估认为仍有必要", "延长使用手环的申请");
        assertThat(head.post(application + "/approve", Map.of("documentNumber", "测续1号"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(world.services.orders().list(world.officer, id))
                .hasSize(2)
                .first()
                .satisfies(renewal -> {
                    assertThat(renewal.firstDay()).isEqualTo(next);
                    assertThat(renewal.renews()).contains(basis);
                    assertThat(renewal.approvedBy()).isEqualTo(world.head.name());
                });
    }

    @Test
    void whatGoesOnFromTheDayAfterNeedsAnAssessmentWhateverItIsCalled() {
        long id = world.person("测试变相延长");
        long basis = world.authorise(id, Ground.REFUSED_TO_REPORT, "测4号", world.today());
        LocalDate next = world.today().plusMonths(3);
        assertThat(officer.get("/people/" + id + "/bases/authorise").body()).contains("name=\"assessment\"");
        Map<String, String> form = form(next, next.plusDays(9));
        refused(id, form, "继续使用须经评估", next.minusDays(1).toString());
        refused(id, form(next.plusDays(3), next.plusDays(9)), "继续使用须经评估");
        form.put("assessment", "评估认为仍有必要");
        assertThat(officer.post("/people/" + id + "/bases/authorise", form).statusCode())
                .isEqualTo(303);
        assertThat(world.services
                        .applications()
                        .ofPerson(world.officer, id)
                        .getFirst()
                        .renews())
                .contains(basis);

        long over = world.person("测试到期次日");
        world.authorise(over, Ground.REFUSED_TO_REPORT, "测4号", world.today().minusMonths(3));
        refused(over, form(world.today(), world.today().plusDays(9)), "继续使用须经评估");
        long fresh = world.person("测试首次");
        assertThat(officer.get("/people/" + fresh + "/bases/authorise").body()).doesNotContain("name=\"assessment\"");
    }

    @Test
    void whatOutlastsTheTermIsNotApproved() {
        long id = world.person("测试刑期变更");
        String application = applied(id);
        WEB.jdbi()
                .useHandle(handle -> handle.execute(
                        "update supervision.person set term_to = ? where person_id = ?",
                        world.today().plusDays(3),
                        id));
        HttpResponse<String> answer = head.post(application + "/approve", Map.of("documentNumber", "测矫定〔2026〕9号"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("超出矫正期");
        assertThat(world.count("supervision.basis", "person_id = :id", id)).isZero();
    }

    @Test
    void whatIsOverOrLiftedIsNotRenewed() {
        long id = world.person("测试不续");
        long basis = world.authorise(id, Ground.REFUSED_TO_REPORT, "测4号", world.today());
        world.services.orders().end(world.officer, id, basis, "不再需要").orThrow();
        Map<String, String> form = form(world.today(), world.today().plusMonths(4));
        form.put("assessment", "评估");
        HttpResponse<String> answer = officer.post("/people/" + id + "/bases/" + basis + "/renew", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("只有未解除、未到期的手环批准可以延长");
    }

    @Test
    void aProgramAppliesAndTheHeadApproves() {
        long id = world.person("测试接口");
        HttpResponse<String> applied = officer.json(
                "POST",
                "/api/v1/people/" + id + "/authorisations",
                "{\"ground\":\"REFUSED_TO_REPORT\",\"evidence\":\"测试证据\",\"firstDay\":\"%s\",\"lastDay\":\"%s\"}"
                        .formatted(world.today(), world.today().plusDays(20)));
        assertThat(applied.statusCode()).isEqualTo(201);
        assertThat(applied.body()).contains("\"state\":\"PROPOSED\"");
        String number = applied.body().replaceAll("(?s).*?\"id\":(\\d+).*", "$1");
        HttpResponse<String> approved =
                head.json("POST", "/api/v1/authorisations/" + number + "/approval", "{\"documentNumber\":\"测接1号\"}");
        assertThat(approved.statusCode()).isEqualTo(200);
        assertThat(approved.body()).contains("\"kind\":\"AUTHORISATION\"", "测接1号");
        assertThat(officer.get("/api/v1/people/" + id + "/authorisations").body())
                .contains("\"state\":\"APPROVED\"");
    }

    private static void refusedWithWords(String application, Staff staff, String words) {
        HttpResponse<String> answer =
                world.browser(staff).post(application + "/approve", Map.of("documentNumber", "测1号"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(words);
        Outcome<Long> outcome =
                world.services.applications().approve(staff, idOf(application), new DecisionForm("测1号", ""));
        assertThatThrownBy(outcome::orThrow).hasMessageContaining("orders.error.not-head");
    }

    private static long idOf(String application) {
        return Long.parseLong(application.substring(application.lastIndexOf('/') + 1));
    }

    /** Applies as a page would; answers the application's path. */
    private static String applied(long id) {
        HttpResponse<String> applied = officer.post(
                "/people/" + id + "/bases/authorise",
                form(world.today(), world.today().plusDays(80)));
        assertThat(applied.statusCode()).isEqualTo(303);
        return applied.headers().firstValue("location").orElseThrow();
    }

    private static void refused(long id, Map<String, String> form, String... words) {
        long before = world.count("supervision.authorisation_application");
        HttpResponse<String> answer = officer.post("/people/" + id + "/bases/authorise", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
        assertThat(world.count("supervision.authorisation_application")).isEqualTo(before);
    }

    private static CaseServices at(String instant) {
        return CaseServices.of(
                WEB.jdbi(),
                InstantSource.fixed(java.time.OffsetDateTime.parse(instant).toInstant()));
    }

    static Map<String, String> form(LocalDate first, LocalDate last) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("ground", "INJUNCTION_BREACHED");
        form.put("evidence", "测试证据");
        form.put("evidenceLink", "http://localhost/alerts/12");
        form.put("firstDay", first.toString());
        form.put("lastDay", last.toString());
        return form;
    }
}
