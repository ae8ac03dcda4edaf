package org.guitu.web.resettlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.PersonStates;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResettlementIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;
    private static int count;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试帮教所");
        browser = world.browser(world.officer);
    }

    @Test
    void inmateIsVerifiedTakenInAndHelpedWithNothingTypedTwice() {
        LocalDate expected = world.today().plusDays(40);
        String inmate = enter("测试回乡", expected, "HOMELESS");
        assertThat(browser.get("/resettlement?filter=verify").body()).contains("测试回乡", "待核实", "测试监狱");
        assertThat(browser.post(inmate + "/verify", Map.of("state", "VERIFIED", "finding", " "))
                        .statusCode())
                .isEqualTo(422);
        browser.post(inmate + "/verify", Map.of("state", "VERIFIED", "finding", "家属确认回本村居住"));
        assertThat(browser.get("/resettlement?filter=verify").body()).doesNotContain("测试回乡");
        assertThat(browser.get("/resettlement?filter=coming").body()).contains("测试回乡", "待接收");
        assertThat(browser.get(inmate).body()).contains("家属确认回本村居住", "接收并登记人员");

        String id = inmate.substring(inmate.lastIndexOf('/') + 1);
        assertThat(browser.get("/people/new?from=inmate:" + id).body()).contains("测试回乡", "测试村3号", "RELEASED");
        Map<String, String> person = new LinkedHashMap<>();
        person.put("from", "inmate:" + id);
        person.put("caseNumber", "测帮" + count++);
        person.put("name", "测试回乡");
        person.put("sex", "MALE");
        person.put("category", "RELEASED");
        person.put("supervisionClass", "NORMAL");
        String page = location(browser.post("/people/new", person));

        assertThat(page).endsWith("/resettlement");
        String body = browser.get(page).body();
        assertThat(body)
                .contains("安置帮教出于自愿", "无家可归、无业可就、无亲可投", expected.toString())
                .contains(expected.plusYears(5).minusDays(1).toString());
        long personId = personId(page);
        assertThat(open(personId))
                .containsExactlyInAnyOrder(
                        "resettlement.first-visit", "resettlement.meet", "resettlement.release-notice");
        assertThat(browser.get("/resettlement?filter=coming").body()).contains("测试回乡", "即将释放", "重点");
        assertThat(browser.post(inmate + "/verify", Map.of("state", "WRONG", "finding", "改口"))
                        .body())
                .contains("已经登记为人员");
        assertThat(browser.get("/people/new?from=inmate:" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void informationThatIsWrongOrNotOursMakesNoPerson() {
        String wrong = enter("测试误传", world.today().plusDays(90), "");
        browser.post(wrong + "/verify", Map.of("state", "NOT_OURS", "finding", "户籍已迁往外省"));
        assertThat(browser.get(wrong).body()).contains("不在本辖区").doesNotContain("接收并登记人员");
        assertThat(browser.get("/people/new?from=inmate:" + wrong.substring(wrong.lastIndexOf('/') + 1))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.post(wrong + "/verify", Map.of("state", "RECEIVED", "finding", "再核"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void verificationHasATermAndTheListTellsWhenItIsOver() {
        String late = enter("测试迟核", world.today().plusDays(90), "");
        long id = Long.parseLong(late.substring(late.lastIndexOf('/') + 1));
        WEB.jdbi()
                .useHandle(handle -> handle.execute(
                        "update supervision.inmate set verify_by = received_on - 1 where inmate_id = ?", id));
        assertThat(browser.get("/resettlement?filter=verify").body()).contains("测试迟核", "核实逾期");
    }

    @Test
    void noticeMeetingAndFirstVisitMeetTheirDuties() {
        long id = released("测试接送");
        String page = start(id, Origin.PRISON, world.today(), "VIOLENCE");
        assertThat(open(id)).contains("resettlement.meet", "resettlement.first-visit", "resettlement.release-notice");
        String today = world.today().toString();
        assertThat(browser.post(
                                page + "/notice",
                                Map.of(
                                        "version",
                                        "1",
                                        "noticeOn",
                                        today,
                                        "receiptOn",
                                        world.today().minusDays(1).toString()))
                        .body())
                .contains("回执不能早于通知");
        browser.post(page + "/notice", Map.of("version", "1", "noticeOn", today, "receiptOn", today));
        assertThat(open(id)).doesNotContain("resettlement.release-notice");
        assertThat(browser.post(page + "/met", Map.of("version", "2", "metOn", "", "notMet", ""))
                        .body())
                .contains("二者填一项")
                .containsPattern("<details class=\"case-more-acts\" open[^>]*><summary>必接必送");
        browser.post(page + "/met", Map.of("version", "2", "metOn", today, "metBy", "测试村干部"));
        assertThat(open(id)).containsExactly("resettlement.first-visit");
        visit(page, world.today());
        assertThat(open(id)).isEmpty();
        assertThat(browser.get(page).body()).contains("由 测试村干部 接回", "家中平稳", "需要技能培训");
        assertThat(browser.get("/people/" + id + "/duties").body()).contains("必接必送", "首次走访");
    }

    @Test
    void visitEnteredByMistakeStaysStruckOut() {
        long id = released("测试错录");
        String page = start(id, Origin.CORRECTIONS, world.today().minusDays(3), "");
        visit(page, world.today());
        long visit = WEB.jdbi()
                .withHandle(handle -> handle.createQuery("select max(visit_id) from supervision.resettlement_visit")
                        .mapTo(Long.class)
                        .one());
        browser.post(page + "/visits/" + visit + "/strike", Map.of("reason", "记错了人"));
        assertThat(browser.get(page).body()).contains("已划去：记错了人", "家中平稳");
        assertThat(browser.post(page + "/visits/" + visit + "/strike", Map.of("reason", "再划"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void everybodyHasOneHelperAtATimeAndWhoHasNoneIsListed() {
        long id = released("测试结对");
        String page = start(id, Origin.PRISON, world.today().minusDays(1), "");
        assertThat(browser.get("/resettlement?filter=unpaired").body()).contains("测试结对");
        String today = world.today().toString();
        assertThat(browser.post(page + "/pair", Map.of("from", today)).body()).contains("二者填一项");
        browser.post(page + "/pair", Map.of("helper", "测试志愿者", "phone", "000", "from", today));
        assertThat(browser.get("/resettlement?filter=unpaired").body()).doesNotContain("测试结对");
        browser.post(page + "/pair", Map.of("staffId", Long.toString(world.officer.id()), "from", today));
        assertThat(browser.get(page).body()).contains("测试志愿者", world.officer.name());
        assertThat(world.count(
                        "supervision.resettlement_pairing",
                        "resettlement_id = (select resettlement_id from"
                                + " supervision.resettlement where person_id = :id) and valid_to is null",
                        id))
                .isEqualTo(1);
    }

    @Test
    void firstVisitThatIsLateIsListed() {
        long late = released("测试迟访");
        start(late, Origin.PRISON, world.today().minusDays(8), "");
        long timely = released("测试早访");
        visit(
                start(timely, Origin.PRISON, world.today().minusDays(8), ""),
                world.today().minusDays(3));
        assertThat(browser.get("/resettlement?filter=visit").body())
                .contains("测试迟访", "走访逾期")
                .doesNotContain("测试早访");
    }

    @Test
    void baseTakesNoMoreThanItHoldsAndKeepsWhoWasThere() {
        String base = location(browser.post(
                "/resettlement/bases", Map.of("name", "测试农场", "kind", "WORK", "capacity", "1", "address", "测试镇")));
        String id = base.substring(base.lastIndexOf('/') + 1);
        String first = start(released("测试甲工"), Origin.PRISON, world.today(), "");
        String second = start(released("测试乙工"), Origin.PRISON, world.today(), "");
        Map<String, String> place =
                Map.of("baseId", id, "work", "种植", "placedFrom", world.today().toString());
        browser.post(first + "/place", place);
        assertThat(browser.post(second + "/place", place).body()).contains("基地已满");
        assertThat(browser.post(base + "/close", Map.of()).body()).contains("基地里还有 1 人");
        browser.post(first + "/leave", Map.of("leftOn", world.today().toString()));
        browser.post(second + "/place", place);
        assertThat(browser.get(base).body()).contains("测试甲工", "测试乙工", "种植", "1 / 1 人");
    }

    @Test
    void bothPlacesListThePersonAndTheOtherSeesNoFile() {
        var household = WEB.below(WEB.root(), "测试户籍所");
        Browser there = WEB.signedIn(household, Role.OFFICER);
        long id = released("测试双列");
        String page = start(id, Origin.PRISON, world.today(), "");
        assertThat(there.get("/resettlement").body()).doesNotContain("测试双列");
        world.services
                .resettlement()
                .help()
                .list(
                        world.officer,
                        id,
                        new HelpService.ListingForm(
                                "HOUSEHOLD",
                                Long.toString(household.id()),
                                "",
                                world.today().toString(),
                                ""))
                .orThrow();
        assertThat(browser.get(page).body()).contains("户籍地 · 测试户籍所", "已告知");
        assertThat(there.get("/resettlement").body())
                .contains("测试双列", "双列管", "测试帮教所")
                .doesNotContain("/people/" + id);
        assertThat(there.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void helpEndsByItselfAndCanBeDeclinedAndTakenUpAgain() {
        long id = released("测试到期");
        String page = start(id, Origin.CORRECTIONS, world.today().minusYears(3), "");
        new ResettlementEnd(WEB.jdbi()).run(Instant.now());
        assertThat(browser.get(page).body()).contains("没有进行中的帮教", "期满");
        new ResettlementEnd(WEB.jdbi()).run(Instant.now().plus(Duration.ofDays(1)));
        assertThat(world.count("supervision.case_entry", "person_id = :id and kind = 'resettlement.log.expired'", id))
                .isEqualTo(1);

        long willing = released("测试自愿");
        String other = start(willing, Origin.PRISON, world.today(), "DRUGS");
        assertThat(browser.post(other + "/end", Map.of("reason", "EXPIRED")).statusCode())
                .isEqualTo(422);
        browser.post(other + "/end", Map.of("reason", "DECLINED", "note", "本人书面表示"));
        assertThat(open(willing)).isEmpty();
        assertThat(browser.get(other).body()).contains("本人不愿接受", "接收帮教");
        start(willing, Origin.PRISON, world.today(), "");
        assertThat(browser.get(other).body()).contains("以往的帮教", "帮教至");
    }

    @Test
    void secondOfTwoEditorsIsTold() {
        String page = start(released("测试同改"), Origin.PRISON, world.today(), "");
        Map<String, String> change = Map.of(
                "origin", "PRISON", "releasedOn", world.today().plusDays(9).toString(), "version", "1");
        assertThat(browser.post(page + "/change", change).statusCode()).isEqualTo(303);
        HttpResponse<String> second = browser.post(page + "/change", change);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("他人刚刚修改过");
        Map<String, String> other = Map.of(
                "origin",
                "PRISON",
                "releasedOn",
                world.today().plusDays(3).toString(),
                "keyReasons",
                "VIOLENCE",
                "version",
                "1");
        assertThat(browser.post(page + "/change", other).body())
                .contains("case-differences", world.today().plusDays(9).toString(), "非重点");
        String yesterday = world.today().minusDays(1).toString();
        Map<String, String> notice = Map.of("noticeOn", world.today().toString(), "receiptOn", "", "version", "2");
        assertThat(browser.post(page + "/notice", notice).statusCode()).isEqualTo(303);
        HttpResponse<String> overtaken =
                browser.post(page + "/notice", Map.of("noticeOn", yesterday, "receiptOn", "", "version", "2"));
        assertThat(overtaken.statusCode()).isEqualTo(409);
        assertThat(overtaken.body()).contains("case-differences", "收到通知日期", yesterday);
        assertThat(browser.post(
                                page + "/met",
                                Map.of("metOn", yesterday, "metBy", "测试村干部", "notMet", "", "version", "2"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void changeErasesNothingThatIsOverdue() {
        LocalDate released = world.today().minusDays(9);
        long id = released("测试迟改");
        String page = start(id, Origin.CORRECTIONS, world.today(), "");
        WEB.jdbi().useHandle(handle -> {
            handle.execute("update supervision.resettlement set released_on = ? where person_id = ?", released, id);
            handle.execute(
                    "update supervision.duty set event_at = event_at - interval '9 days', due_at = due_at - interval '9 days' where person_id = ?",
                    id);
        });
        Instant due = due(id);
        Map<String, String> reasons = new LinkedHashMap<>(basics(Origin.CORRECTIONS, released, "HOMELESS"));
        reasons.put("version", "1");
        assertThat(browser.post(page + "/change", reasons).statusCode()).isEqualTo(303);
        assertThat(open(id)).containsExactly("resettlement.first-visit");
        Map<String, String> earlier =
                new LinkedHashMap<>(basics(Origin.CORRECTIONS, released.minusDays(20), "HOMELESS"));
        earlier.put("version", "2");
        browser.post(page + "/change", earlier);
        assertThat(open(id)).containsExactly("resettlement.first-visit");
        assertThat(due(id)).isEqualTo(due);
        Map<String, String> later = new LinkedHashMap<>(basics(Origin.CORRECTIONS, world.today(), "HOMELESS"));
        later.put("version", "3");
        browser.post(page + "/change", later);
        assertThat(open(id)).containsExactly("resettlement.first-visit");
        assertThat(due(id)).isAfter(Instant.now());
    }

    private static Instant due(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select due_at from supervision.duty
                         where person_id = :id and met_at is null and cancelled_at is null""")
                        .bind("id", id)
                        .mapTo(Instant.class)
                        .one());
    }

    @Test
    void whoLeavesCorrectionsIsTakenOverAndAMistakeGivesTheCaseBack() {
        long id = world.person("测试移交");
        String page = "/people/" + id + "/resettlement";
        assertThat(browser.post(page + "/take-over", Map.of()).body()).contains("只有期满（赦免）解除");
        assertThat(browser.post(page + "/start", basics(Origin.PRISON, world.today(), ""))
                        .body())
                .contains("只有刑满释放");
        WEB.jdbi()
                .useTransaction(handle ->
                        PersonStates.set(handle, id, CaseState.CLOSED_EXPIRED, Instant.now(), world.officer.id()));
        assertThat(browser.get("/resettlement?filter=take-over").body()).contains("测试移交", "已解除，待接收");

        browser.post(page + "/take-over", Map.of());
        assertThat(browser.get("/resettlement?filter=take-over").body()).doesNotContain("测试移交");
        assertThat(browser.get(page).body())
                .contains("解除社区矫正", world.today().plusYears(3).minusDays(1).toString());
        assertThat(category(id)).isEqualTo(Category.RELEASED);
        assertThat(open(id)).containsExactly("resettlement.first-visit");

        browser.post(page + "/end", Map.of("reason", "MISTAKE", "note", "移交错了人"));
        assertThat(category(id)).isEqualTo(Category.PROBATION);
        assertThat(browser.get("/resettlement?filter=take-over").body()).contains("测试移交");
    }

    private static Category category(long id) {
        return world.services.people().find(world.officer, id).orElseThrow().category();
    }

    @Test
    void anotherAreaSeesAndChangesNothing() {
        long id = released("测试他乡");
        String page = start(id, Origin.PRISON, world.today(), "");
        Browser there = WEB.signedIn(WEB.below(WEB.root(), "测试邻乡所"), Role.OFFICER);
        assertThat(there.get("/resettlement").body()).doesNotContain("测试他乡");
        assertThat(there.post(page + "/end", Map.of("reason", "MOVED")).statusCode())
                .isEqualTo(404);
        assertThat(there.post(page + "/visit", Map.of()).statusCode()).isEqualTo(404);
    }

    private static String enter(String name, LocalDate expected, String reason) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", name);
        form.put("sex", "MALE");
        form.put("source", "测试监狱");
        form.put("address", "测试村3号");
        form.put("expectedOn", expected.toString());
        form.put("receivedOn", world.today().toString());
        form.put("keyReasons", reason);
        return location(browser.post("/resettlement/inmates/new", form));
    }

    private static long released(String name) {
        return world.services
                .people()
                .create(world.officer, PersonForm.of("测帮" + count++, name, "Ce Shi", Sex.MALE, Category.RELEASED))
                .orThrow();
    }

    private static Map<String, String> basics(Origin origin, LocalDate releasedOn, String reason) {
        return Map.of("origin", origin.name(), "releasedOn", releasedOn.toString(), "keyReasons", reason);
    }

    private static String start(long personId, Origin origin, LocalDate releasedOn, String reason) {
        return location(
                browser.post("/people/" + personId + "/resettlement/start", basics(origin, releasedOn, reason)));
    }

    private static void visit(String page, LocalDate on) {
        assertThat(browser.post(
                                page + "/visit",
                                Map.of(
                                        "visitedOn",
                                        on.toString(),
                                        "visitor",
                                        "测试干事",
                                        "way",
                                        "HOME",
                                        "findings",
                                        "家中平稳",
                                        "needs",
                                        "需要技能培训"))
                        .statusCode())
                .isEqualTo(303);
    }

    private static List<String> open(long personId) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select kind from supervision.duty where person_id = :id and kind like 'resettlement.%'
                           and met_at is null and cancelled_at is null order by kind""")
                        .bind("id", personId)
                        .mapTo(String.class)
                        .list());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private static long personId(String page) {
        return Long.parseLong(page.replaceAll("\\D+", ""));
    }
}
