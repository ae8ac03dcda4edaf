package org.guitu.web.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.orders.ApplicationForm;
import org.guitu.web.orders.Ground;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SentenceIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试刑期所");
        browser = world.browser(world.officer);
    }

    @Test
    void termIsReckonedShownAndFollowedByThePerson() {
        long id = person("刑期-1", Category.CONTROL);
        Map<String, String> form = term("0", "2026-03-01", "1");
        form.put("heldDays", "10");
        assertThat(browser.post(path(id) + "/term", form).statusCode()).isEqualTo(303);
        assertThat(browser.get(path(id)).body())
                .contains("自 2026-03-01 起 1 年 0 个月 0 日，至 2027-02-28", "先行羁押 10 日，折抵 20 日，至 2027-02-08", "现行");
        assertThat(browser.get("/people/" + id).body()).contains("2026-03-01 至 2027-02-08");
    }

    @Test
    void changeOfTheTermIsAVersionWithItsReason() {
        long id = person("刑期-2", Category.PAROLE);
        browser.post(path(id) + "/term", term("0", "2026-01-01", "2"));
        Map<String, String> escape = term("1", "2026-01-01", "2");
        escape.put("change", "NOT_SERVED");
        assertThat(browser.post(path(id) + "/term", escape).body()).contains("末日应晚于现行的 2027-12-31", "请填写此项");
        escape.put("excludedDays", "30");
        escape.put("reason", "脱逃三十日");
        assertThat(browser.post(path(id) + "/term", escape).statusCode()).isEqualTo(303);
        assertThat(browser.get(path(id)).body()).contains("不计入 30 日，至 2028-01-30", "脱逃三十日", "已被取代", "期间不计入");
        assertThat(world.count("supervision.sentence_term", "person_id = :id", id))
                .isEqualTo(2);
        assertThat(world.count("supervision.person", "person_id = :id and term_to = '2028-01-30'", id))
                .isEqualTo(1);
        assertThat(world.count("supervision.case_entry", "person_id = :id and kind = 'sentence.log.term'", id))
                .isEqualTo(2);
    }

    @Test
    void probationCountsNoDaysHeldBefore() {
        long id = person("刑期-3", Category.PROBATION);
        Map<String, String> form = term("0", "2026-03-01", "1");
        form.put("heldDays", "5");
        assertThat(browser.post(path(id) + "/term", form).body()).contains("缓刑考验期不折抵先行羁押的日期");
    }

    @Test
    void reckonedTermIsNotOverwrittenByHand() {
        long id = person("刑期-4", Category.PROBATION);
        browser.post(path(id) + "/term", term("0", "2026-03-01", "1"));
        Map<String, String> edit = new LinkedHashMap<>();
        edit.put("version", "2");
        edit.put("caseNumber", "刑期-4");
        edit.put("name", "测试刑期");
        edit.put("sex", "MALE");
        edit.put("category", "PROBATION");
        edit.put("supervisionClass", "NORMAL");
        edit.put("termFrom", "2026-03-01");
        edit.put("termTo", "2030-01-01");
        assertThat(browser.post("/people/" + id + "/edit", edit).body()).contains("矫正期由刑期计算得出");
        edit.put("termTo", "2027-02-28");
        assertThat(browser.post("/people/" + id + "/edit", edit).statusCode()).isEqualTo(303);
    }

    @Test
    void decisionIsEnteredChangedAndWithdrawnAndNothingIsLost() {
        long id = person("刑期-5", Category.PROBATION);
        Map<String, String> form = decision();
        form.put("bodyKind", "POLICE");
        form.put("servedOn", "2025-12-01");
        assertThat(browser.post(path(id) + "/decisions/new", form).body()).contains("只能由人民法院裁判", "不能早于裁判（决定）日期");
        form.put("bodyKind", "COURT");
        form.put("servedOn", "2026-01-20");
        assertThat(browser.post(path(id) + "/decisions/new", form).statusCode()).isEqualTo(303);
        String page = browser.get(path(id)).body();
        assertThat(page)
                .contains("判决书 （2026）测01刑初1号", "测试区人民法院", "侵犯财产罪", "测试盗窃")
                .doesNotContain("已撤回");
        String item = item(page, "decisions");
        form.put("version", "1");
        form.put("accomplices", "on");
        assertThat(browser.post(item + "/edit", form).statusCode()).isEqualTo(303);
        assertThat(browser.get(path(id)).body()).contains("有同案犯", "第 2 版");
        form.put("offence", "另一位填写的罪名");
        HttpResponse<String> overtaken = browser.post(item + "/edit", form);
        assertThat(overtaken.statusCode()).isEqualTo(409);
        assertThat(overtaken.body()).contains("别人已保存过", "对方保存的", "测试盗窃", "另一位填写的罪名", "value=\"2\"");
        assertThat(browser.post(item + "/withdraw", Map.of("reason", "")).statusCode())
                .isEqualTo(422);
        assertThat(browser.post(item + "/withdraw", Map.of("reason", "录入有误")).statusCode())
                .isEqualTo(303);
        assertThat(browser.get(path(id)).body()).contains("已撤回", "录入有误");
        assertThat(world.count("supervision.audit", "subject_id = :id and action = 'sentence.withdraw'", id))
                .isEqualTo(1);
    }

    @Test
    void injunctionHoldsForItsDaysAndWithinTheTerm() {
        long id = person("刑期-6", Category.PROBATION);
        browser.post(path(id) + "/term", term("0", world.today().minusDays(10).toString(), "1"));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("documentNumber", "（2026）测01刑初1号");
        form.put("firstDay", world.today().toString());
        form.put("lastDay", world.today().plusYears(2).toString());
        assertThat(browser.post(path(id) + "/injunctions/new", form).body()).contains("请至少填写一项", "超出矫正期");
        form.put("places", "测试网吧");
        form.put("lastDay", world.today().plusMonths(6).toString());
        assertThat(browser.post(path(id) + "/injunctions/new", form).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/people/" + id).body()).contains("禁止令", "测试网吧", "执行中");
        String item = item(browser.get(path(id)).body(), "injunctions");
        assertThat(browser.post(item + "/end", Map.of("reason", "法院变更")).statusCode())
                .isEqualTo(303);
        assertThat(browser.get(path(id)).body()).contains("已终止", "法院变更");
        assertThat(browser.get("/people/" + id).body()).doesNotContain("测试网吧");
    }

    @Test
    void aShorterTermEndsBasesAndInjunctionsWithIt() {
        long id = person("刑期-10", Category.PROBATION);
        LocalDate first = world.today().minusDays(300);
        browser.post(path(id) + "/term", term("0", first.toString(), "1"));
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        LocalDate last = first.plusYears(1).minusDays(1);
        world.services.authorise(
                world.officer,
                world.head,
                id,
                ApplicationForm.of(Ground.REFUSED_TO_REPORT, "测试证据", world.today(), last),
                "测刑1号");
        Map<String, String> injunction = new LinkedHashMap<>();
        injunction.put("documentNumber", "（2026）测01刑初1号");
        injunction.put("firstDay", first.toString());
        injunction.put("lastDay", last.toString());
        injunction.put("places", "测试网吧");
        assertThat(browser.post(path(id) + "/injunctions/new", injunction).statusCode())
                .isEqualTo(303);
        Map<String, String> shorter = term("1", first.toString(), "");
        shorter.put("days", "320");
        shorter.put("change", "COMMUTATION");
        shorter.put("reason", "测试减刑");
        shorter.put("documentNumber", "测减1号");
        assertThat(browser.post(path(id) + "/term", shorter).statusCode()).isEqualTo(303);
        LocalDate end = first.plusDays(319);
        Instant over = end.plusDays(1).atStartOfDay(CaseWorld.SHANGHAI).toInstant();
        assertThat(world.services.orders().list(world.officer, id))
                .singleElement()
                .satisfies(basis -> assertThat(basis.until()).isEqualTo(over));
        Instant admitted = WEB.jdbi()
                .withHandle(handle -> handle.createQuery("select valid_to from telemetry.basis where subject_id = :id")
                        .bind("id", id)
                        .mapTo(Instant.class)
                        .one());
        assertThat(admitted).isEqualTo(over);
        assertThat(world.services.sentences().file(world.officer, id).injunctions())
                .singleElement()
                .satisfies(one -> assertThat(one.lastDay()).isEqualTo(end));
        assertThat(browser.get("/people/" + id + "/bases").body()).contains("矫正期缩短，依据随矫正期届满而止");
        long basis = world.services.orders().list(world.officer, id).getFirst().id();
        world.services.orders().end(world.officer, id, basis, "不再需要").orThrow();
        assertThat(world.services.orders().collecting(world.officer, id)).isFalse();
    }

    @Test
    void paroleComesWithoutInjunction() {
        long id = person("刑期-7", Category.PAROLE);
        Map<String, String> form =
                Map.of("documentNumber", "测1号", "places", "测试处", "firstDay", "2026-01-01", "lastDay", "2026-02-01");
        assertThat(browser.post(path(id) + "/injunctions/new", form).body()).contains("只有管制和缓刑可以有禁止令");
    }

    @Test
    void decisionMadeUnderEighteenMakesAMinor() {
        PersonForm form = PersonForm.of("刑期-8", "测试将满", "Ce Shi", Sex.MALE, Category.PROBATION)
                .with("bornOn", LocalDate.of(2008, 2, 1).toString())
                .with("termFrom", "2026-03-01");
        long id = world.services.people().create(world.officer, form).orThrow();
        Map<String, String> decision = decision();
        assertThat(browser.post(path(id) + "/decisions/new", decision).body()).contains("未成年人档案须由有相应权限的人员登记");
        Browser minors = WEB.signedIn(world.office, Role.OFFICER, Role.MINORS_OFFICER);
        assertThat(minors.post(path(id) + "/decisions/new", decision).statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/people/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherOfficeSeesAndTouchesNothing() {
        long id = person("刑期-9", Category.PROBATION);
        Browser other = world.browser(world.officer(WEB.below(WEB.root(), "测试刑期二所")));
        assertThat(other.get(path(id)).statusCode()).isEqualTo(404);
        assertThat(other.post(path(id) + "/term", term("0", "2026-03-01", "1")).statusCode())
                .isEqualTo(404);
        assertThat(WEB.signedIn(world.office, Role.SOCIAL_WORKER)
                        .get(path(id) + "/term")
                        .statusCode())
                .isEqualTo(403);
    }

    private static long person(String caseNumber, Category category) {
        return world.services
                .people()
                .create(world.officer, PersonForm.of(caseNumber, "测试刑期", "Ce Shi", Sex.MALE, category))
                .orThrow();
    }

    private static String path(long id) {
        return "/people/" + id + "/sentence";
    }

    private static String item(String page, String kind) {
        Matcher found =
                Pattern.compile("/people/\\d+/sentence/" + kind + "/\\d+").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static Map<String, String> term(String version, String first, String years) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("version", version);
        form.put("firstDay", first);
        form.put("years", years);
        return form;
    }

    private static Map<String, String> decision() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("version", "0");
        form.put("paper", "JUDGMENT");
        form.put("bodyKind", "COURT");
        form.put("body", "测试区人民法院");
        form.put("documentNumber", "（2026）测01刑初1号");
        form.put("decidedOn", "2026-01-10");
        form.put("crime", "PROPERTY");
        form.put("offence", "测试盗窃");
        return form;
    }
}
