package org.guitu.web.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.people.PersonForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试依据所");
        browser = world.browser(world.officer);
    }

    @Test
    void authorisationIsRecordedAndCoversTheBracelet() {
        long id = world.person("测试批准");
        long device = world.bracelet();
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        assertThat(browser.get("/people/" + id).body()).contains("不采集此人的任何位置");
        LocalDate last = ThreeMonths.lastDay(world.today());
        HttpResponse<String> granted = browser.post("/people/" + id + "/bases/authorise", form(world.today(), last));
        assertThat(granted.statusCode()).isEqualTo(303);
        assertThat(browser.get("/people/" + id).body())
                .contains("还剩", "批准人 测试局长", "测矫定〔2026〕1号", "违反人民法院禁止令的")
                .doesNotContain("不采集此人的任何位置");
        assertThat(world.count("telemetry.basis", "subject_id = :id and valid_to > now()", id))
                .isEqualTo(1);
        assertThat(world.count("supervision.audit", "subject_id = :id and action = 'orders.authorise'", id))
                .isEqualTo(1);
    }

    @Test
    void longerThanThreeMonthsIsRefusedWithTheLatestDay() {
        long id = world.person("测试超期");
        LocalDate latest = ThreeMonths.lastDay(world.today());
        refused(id, form(world.today(), latest.plusDays(1)), "期限不得超过三个月", latest.toString());
    }

    /** Midnight in China is the day before in UTC, and on the first of a month another month: admission must count as the order does. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01", "2027-03-01", "2027-05-01", "2027-07-01", "2026-11-30", "2028-02-29"})
    void longestTermIsAdmittedWhicheverDayItBegins(LocalDate first) {
        long id = world.person("测试满期");
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        world.services
                .orders()
                .authorise(world.officer, id, AuthorisationForm.of(Ground.REFUSED_TO_REPORT, "测试局长", "测5号", first))
                .orThrow();
        assertThat(world.count("telemetry.basis", "subject_id = :id", id)).isEqualTo(1);
    }

    @Test
    void withoutGroundApproverOrDocumentItIsRefusedAllAtOnce() {
        long id = world.person("测试无据");
        Map<String, String> form = form(world.today(), world.today().plusDays(30));
        form.put("ground", "");
        form.put("approvedBy", " ");
        form.put("documentNumber", "");
        refused(id, form, "没有法定情形不得使用电子定位装置", "请填写批准人姓名", "请填写批准文书编号");
    }

    @Test
    void sixthGroundDoesNotExist() {
        long id = world.person("测试另据");
        Map<String, String> form = form(world.today(), world.today().plusDays(30));
        form.put("ground", "CONVENIENT");
        refused(id, form, "请从列表中选择");
    }

    @Test
    void overlapIsRefusedAndNamesTheOther() {
        long id = world.person("测试重叠");
        browser.post(
                "/people/" + id + "/bases/authorise",
                form(world.today(), world.today().plusDays(30)));
        refused(id, form(world.today().plusDays(30), world.today().plusDays(60)), "与已有的依据重叠", "测矫定〔2026〕1号");
    }

    @Test
    void releasedPersonIsRefused() {
        long id = world.person("测试已释");
        PersonForm form =
                PersonForm.of(world.services.people().find(world.officer, id).orElseThrow());
        world.services.people().edit(world.officer, id, 1, released(form)).orThrow();
        refused(id, form(world.today(), world.today().plusDays(30)), "此人已刑满释放");
        assertThat(browser.get("/people/" + id).body()).contains("刑满释放人员：不采集任何位置");
    }

    @Test
    void releaseEndsWhatIsCollectedAndDemanded() {
        long id = world.person("测试释放");
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        world.services
                .orders()
                .authorise(
                        world.officer,
                        id,
                        AuthorisationForm.of(Ground.REVOCATION_PROPOSED, "测试局长", "测2号", world.today()))
                .orThrow();
        PersonForm form =
                PersonForm.of(world.services.people().find(world.officer, id).orElseThrow());
        world.services.people().edit(world.officer, id, 1, released(form)).orThrow();
        assertThat(world.count("telemetry.basis", "subject_id = :id and valid_to > now()", id))
                .isZero();
        assertThat(world.count("supervision.basis", "person_id = :id and ended_at is not null", id))
                .isEqualTo(1);
    }

    @Test
    void takingTheDeviceBackStopsCollectingAndPuttingItOnGoesOn() {
        long id = world.person("测试换戴");
        long device = world.bracelet();
        world.services
                .orders()
                .authorise(
                        world.officer, id, AuthorisationForm.of(Ground.REFUSED_TO_REPORT, "测试局长", "测3号", world.today()))
                .orThrow();
        assertThat(world.count("telemetry.basis", "subject_id = :id", id)).isZero();
        assertThat(browser.get("/people/" + id).body()).contains("依据有效，但没有佩戴相应的设备：不采集任何位置");
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        assertThat(world.count("telemetry.basis", "subject_id = :id and valid_to > now()", id))
                .isEqualTo(1);
        world.services.devices().takeBack(world.officer, device).orThrow();
        assertThat(world.count("telemetry.basis", "subject_id = :id and valid_to > now()", id))
                .isZero();
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        assertThat(world.count("telemetry.basis", "subject_id = :id and valid_to > now()", id))
                .isEqualTo(1);
    }

    @Test
    void renewalBeginsTheDayAfterAndNeedsAnAssessment() {
        long id = world.person("测试延长");
        long basis = world.services
                .orders()
                .authorise(
                        world.officer, id, AuthorisationForm.of(Ground.REFUSED_TO_REPORT, "测试局长", "测4号", world.today()))
                .orThrow();
        LocalDate next = ThreeMonths.lastDay(world.today()).plusDays(1);
        String path = "/people/" + id + "/bases/" + basis + "/renew";
        Map<String, String> form = form(next, ThreeMonths.lastDay(next));
        HttpResponse<String> bare = browser.post(path, form);
        assertThat(bare.statusCode()).isEqualTo(422);
        form.put("assessment", "评估认为仍有必要");
        form.put("lastDay", ThreeMonths.lastDay(next).plusDays(1).toString());
        assertThat(browser.post(path, form).body()).contains("期限不得超过三个月");
        form.put("lastDay", ThreeMonths.lastDay(next).toString());
        assertThat(browser.post(path, form).statusCode()).isEqualTo(303);
        assertThat(world.services.orders().list(world.officer, id))
                .hasSize(2)
                .first()
                .satisfies(renewal -> {
                    assertThat(renewal.firstDay()).isEqualTo(next);
                    assertThat(renewal.renews()).contains(basis);
                });
    }

    @Test
    void whatHasNotBegunCanBeLifted() {
        long id = world.person("测试未始");
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        long basis = world.services
                .orders()
                .authorise(
                        world.officer,
                        id,
                        AuthorisationForm.of(
                                Ground.REFUSED_TO_REPORT,
                                "测试局长",
                                "测6号",
                                world.today().plusDays(5)))
                .orThrow();
        world.services.orders().end(world.officer, id, basis, "不再需要").orThrow();
        assertThat(world.count("telemetry.basis", "subject_id = :id and valid_from < valid_to", id))
                .isZero();
    }

    @Test
    void liftingAsksWhyAndRevokingMakesRoomAgain() {
        long id = world.person("测试解除");
        long first = world.services
                .orders()
                .plan(
                        world.officer,
                        id,
                        PlanForm.of(world.today(), world.today().plusDays(60)))
                .orThrow();
        assertThat(browser.post("/people/" + id + "/bases/" + first + "/end", Map.of("reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/people/" + id + "/bases/" + first + "/revoke", Map.of())
                        .statusCode())
                .isEqualTo(303);
        long second = world.services
                .orders()
                .plan(
                        world.officer,
                        id,
                        PlanForm.of(world.today(), world.today().plusDays(90)))
                .orThrow();
        assertThat(browser.post("/people/" + id + "/bases/" + second + "/end", Map.of("reason", "不再需要"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/people/" + id + "/bases").body()).contains("已撤回", "提前解除", "不再需要");
        HttpResponse<String> twice =
                browser.json("POST", "/api/v1/people/" + id + "/bases/" + second + "/end", "{\"reason\":\"再来\"}");
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("这条依据已经结束");
    }

    private static void refused(long id, Map<String, String> form, String... words) {
        long before = world.count("supervision.basis");
        long telemetry = world.count("telemetry.basis");
        HttpResponse<String> answer = browser.post("/people/" + id + "/bases/authorise", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
        assertThat(world.count("supervision.basis")).isEqualTo(before);
        assertThat(world.count("telemetry.basis")).isEqualTo(telemetry);
    }

    private static Map<String, String> form(LocalDate first, LocalDate last) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("ground", "INJUNCTION_BREACHED");
        form.put("approvedBy", "测试局长");
        form.put("documentNumber", "测矫定〔2026〕1号");
        form.put("firstDay", first.toString());
        form.put("lastDay", last.toString());
        return form;
    }

    private static PersonForm released(PersonForm form) {
        return new PersonForm(
                form.caseNumber(),
                form.name(),
                form.latinName(),
                form.sex(),
                "",
                "",
                "",
                "",
                "RELEASED",
                form.supervisionClass(),
                "",
                "",
                "",
                "",
                "",
                "");
    }
}
