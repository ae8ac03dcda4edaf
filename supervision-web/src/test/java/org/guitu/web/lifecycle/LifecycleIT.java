package org.guitu.web.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.form.Outcome;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LifecycleIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;
    private static int numbers;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试进程所");
        browser = world.browser(world.officer);
    }

    @Test
    void caseGoesFromTheQuestionOfACourtToTheLastDay() {
        long id = begin("测试全程", "FEMALE", "INVESTIGATION", world.today());
        String today = world.today().toString();
        assertThat(browser.get("/people/" + id + "/case").body()).contains("调查评估", "决定社区矫正");

        ok(browser.post(
                "/people/" + id + "/investigation",
                Map.of("do", "ask", "askedBy", "测试人民法院", "askedOn", today, "fastTrack", "on")));
        assertThat(duties(id)).containsExactly("lifecycle.investigation");
        refused(step(id, "DECISION", "测刑初1号"), "调查评估尚未答复");
        ok(browser.post(
                "/people/" + id + "/investigation",
                Map.of(
                        "do",
                        "report",
                        "home",
                        "有固定居所",
                        "family",
                        "家人愿意协助",
                        "village",
                        "无异议",
                        "danger",
                        "低",
                        "opinion",
                        "SUITABLE",
                        "reportedOn",
                        today)));
        assertThat(duties(id)).isEmpty();

        ok(step(id, "DECISION", "测刑初1号"));
        ok(step(id, "PAPERS", "测执通1号"));
        assertThat(duties(id)).containsExactlyInAnyOrder("lifecycle.report-in", "lifecycle.receipt");
        refused(step(id, "NOT_REPORTED", ""), "报到期限到");
        ok(step(id, "RECEPTION", ""));
        assertThat(state(id)).isEqualTo(CaseState.ACTIVE);
        assertThat(duties(id))
                .containsExactlyInAnyOrder(
                        "lifecycle.receipt", "lifecycle.intake", "lifecycle.papers-missing", "lifecycle.summary");

        refused(check(id, "TEAM", ""), "矫正小组还没有成员");
        ok(member(id, "测试网格员", "MALE"));
        refused(check(id, "TEAM", ""), "应当有女性成员");
        ok(member(id, "测试妇女主任", "FEMALE"));
        refused(check(id, "TEAM", ""), "尚未签订责任书");
        for (TeamMember one : world.services.team().members(id)) {
            ok(browser.post("/people/" + id + "/team/" + one.id() + "/sign", Map.of("day", today)));
        }
        refused(check(id, "PLAN", ""), "请先制定矫正方案");
        ok(browser.post(
                "/people/" + id + "/plan",
                Map.of("situation", "初犯", "measures", "按普管", "validFrom", today, "version", "0")));
        for (CheckItem item : CheckItem.of(CheckItem.Phase.RECEPTION)) {
            ok(check(id, item.name(), ""));
        }
        assertThat(duties(id)).containsExactlyInAnyOrder("lifecycle.receipt", "lifecycle.summary");

        refused(step(id, "EXPIRY", ""), "请先办结“总结和鉴定”");
        ok(check(id, "SUMMARY", "表现良好"));
        ok(step(id, "EXPIRY", ""));
        assertThat(state(id)).isEqualTo(CaseState.CLOSED_EXPIRED);
        assertThat(duties(id)).containsExactly("lifecycle.discharge");
        ok(check(id, "CERTIFICATE", ""));
        ok(check(id, "NOTICES", ""));
        assertThat(duties(id)).isEmpty();
        assertThat(browser.get("/people/" + id + "/duties").body()).contains("按期办结", "完成入矫手续", "已不在矫");
    }

    @Test
    void closedCaseTakesNoDeviceAndEndsWhatWasOrdered() {
        long id = begin("测试终止", "MALE", "ACTIVE", world.today().plusYears(1));
        long device = world.bracelet();
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        ok(step(id, "DEATH", ""));
        long other = world.bracelet();
        assertThat(world.services.devices().assign(world.officer, other, id, ""))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(world.services.people().find(world.officer, id).orElseThrow().supervised())
                .isFalse();
    }

    @Test
    void stepEnteredByMistakeIsUndoneByACorrectingEntryAlone() {
        long id = begin("测试更正", "MALE", "ACTIVE", world.today().plusYears(1));
        ok(step(id, "LOST", ""));
        ok(step(id, "DETAINED", "测拘1号"));
        List<TakenStep> steps = world.services.lifecycle().steps(id);
        long lost = steps.getLast().id();
        long detained = steps.getFirst().id();
        refused(undo(id, lost, "先改旧的"), "只能更正最近一步");
        refused(undo(id, detained, ""), "请填写");
        ok(undo(id, detained, "录错了人"));
        assertThat(state(id)).isEqualTo(CaseState.OUT_OF_SUPERVISION);
        assertThat(duties(id)).doesNotContain("lifecycle.detained");
        assertThat(browser.get("/people/" + id + "/case").body()).contains("已更正：录错了人");
        assertThat(world.count("supervision.case_entry", "person_id = :id and corrects_entry_id is not null", id))
                .isEqualTo(1);
        assertThat(world.count("supervision.person_state", "person_id = :id and superseded_at is not null", id))
                .as("what was believed stays asked about")
                .isGreaterThan(0);
    }

    @Test
    void secondOfTwoWhoAdjustThePlanIsTold() {
        long id = begin("测试方案", "MALE", "ACTIVE", world.today().plusYears(1));
        Map<String, String> plan = Map.of(
                "situation", "甲写的", "measures", "甲", "validFrom", world.today().toString(), "version", "0");
        ok(browser.post("/people/" + id + "/plan", plan));
        refused(
                browser.post(
                        "/people/" + id + "/plan",
                        Map.of(
                                "situation",
                                "乙写的",
                                "measures",
                                "乙",
                                "validFrom",
                                world.today().toString(),
                                "version",
                                "0")),
                "他人已先行保存新版方案",
                "乙写的",
                "甲写的");
    }

    @Test
    void fileMovesWithThePersonWhenTheCountyHasDecided() {
        long id = begin("测试迁居", "MALE", "ACTIVE", world.today().plusYears(1));
        Organisation elsewhere = WEB.below(WEB.root(), "测试迁入所");
        String today = world.today().toString();
        ok(browser.post(
                "/people/" + id + "/transfer",
                Map.of(
                        "toPlace",
                        "测试迁入县",
                        "toOrganisationId",
                        Long.toString(elsewhere.id()),
                        "reason",
                        "随家人迁居",
                        "appliedOn",
                        today)));
        assertThat(state(id)).isEqualTo(CaseState.TRANSFERRING);
        ok(act(browser, id, "ASK", "", 1));
        ok(act(browser, id, "ANSWER", "yes", 2));
        refused(act(browser, id, "DECIDE", "yes", 3), "由县级以上机构决定");
        Browser city = WEB.signedIn(WEB.root(), Role.DECIDER);
        ok(act(city, id, "DECIDE", "yes", 3));
        ok(act(city, id, "SEND_FILES", "", 4));
        assertThat(duties(id)).contains("lifecycle.transfer-received", "lifecycle.transfer-arrive");
        refused(act(city, id, "ARRIVE", "", 4), "他人已先行办理");
        ok(act(city, id, "ARRIVE", "", 5));
        assertThat(browser.get("/people/" + id).statusCode()).isEqualTo(404);
        Browser there = world.browser(world.officer(elsewhere));
        refused(
                there.post(
                        "/people/" + id + "/case/undo",
                        Map.of(
                                "step",
                                Long.toString(world.services
                                        .lifecycle()
                                        .steps(id)
                                        .getFirst()
                                        .id()),
                                "reason",
                                "不该移交")),
                "档案已随人移交新执行地");
        assertThat(world.browser(world.officer(elsewhere))
                        .get("/people/" + id + "/case")
                        .body())
                .contains("到新执行地报到");
    }

    @Test
    void arrivalAtAPlaceThatIsNotOursEndsTheCaseHere() {
        long id = begin("测试转出", "MALE", "ACTIVE", world.today().plusYears(1));
        moveTo(id, "测试外省县", "");
        Browser city = WEB.signedIn(WEB.root(), Role.DECIDER);
        ok(act(city, id, "ASK", "", 1));
        ok(act(city, id, "ANSWER", "yes", 2));
        ok(act(city, id, "DECIDE", "yes", 3));
        ok(act(city, id, "SEND_FILES", "", 4));
        assertThat(city.get("/people/" + id + "/transfer").body()).contains("登记“报到”后案件在此结束");
        ok(act(city, id, "ARRIVE", "", 5));
        assertThat(state(id)).isEqualTo(CaseState.TERMINATED);
        assertThat(duties(id)).isEmpty();

        ok(undo(id, world.services.lifecycle().steps(id).getFirst().id(), "尚未到达"));
        assertThat(state(id)).isEqualTo(CaseState.TRANSFERRING);
        assertThat(duties(id)).contains("lifecycle.transfer-arrive", "lifecycle.transfer-received");
        ok(act(city, id, "ARRIVE", "", 7));
    }

    @Test
    void whoIsLostOnTheWayToTheNewPlaceIsStillUnderWayWhenFound() {
        long id = begin("测试途中", "MALE", "ACTIVE", world.today().plusYears(1));
        moveTo(id, "测试外市县", "");
        ok(act(browser, id, "ASK", "", 1));
        ok(step(id, "LOST", ""));
        ok(step(id, "FOUND", ""));
        assertThat(state(id)).isEqualTo(CaseState.TRANSFERRING);
        ok(step(id, "DETAINED", "测拘2号"));
        ok(act(browser, id, "WITHDRAW", "", 2));
        assertThat(state(id)).isEqualTo(CaseState.SUSPENDED_DETAINED);
        ok(step(id, "DETENTION_OVER", ""));
        assertThat(state(id)).isEqualTo(CaseState.ACTIVE);
        moveTo(id, "测试外市县", "");
        assertThat(state(id)).isEqualTo(CaseState.TRANSFERRING);
    }

    @Test
    void undoneStepOfAChangeOfPlaceTakesItsApplicationAlong() {
        long id = begin("测试误迁", "MALE", "ACTIVE", world.today().plusYears(1));
        moveTo(id, "测试误填县", "");
        ok(act(browser, id, "ASK", "", 1));
        ok(undo(id, world.services.lifecycle().steps(id).getFirst().id(), "填错了人"));
        assertThat(state(id)).isEqualTo(CaseState.ACTIVE);
        assertThat(duties(id)).noneMatch(kind -> kind.startsWith("lifecycle.transfer"));
        moveTo(id, "测试真迁县", "");
        ok(act(browser, id, "WITHDRAW", "", 1));
        ok(undo(id, world.services.lifecycle().steps(id).getFirst().id(), "并未撤回"));
        assertThat(state(id)).isEqualTo(CaseState.TRANSFERRING);
        assertThat(duties(id)).contains("lifecycle.transfer-ask");
        ok(act(browser, id, "ASK", "", 3));
    }

    @Test
    void undoneReceptionLeavesNoFalseProofBehind() {
        long id = begin("测试误收", "MALE", "DECIDED", world.today().plusYears(1));
        ok(browser.post("/people/" + id + "/edit", edited(id, Map.of("identityNumber", "110101199003070038"))));
        ok(step(id, "PAPERS", "测执通3号"));
        ok(step(id, "RECEPTION", ""));
        assertThat(duties(id)).doesNotContain("lifecycle.report-in");
        ok(undo(id, world.services.lifecycle().steps(id).getFirst().id(), "本人并未到场"));
        assertThat(duties(id)).containsExactlyInAnyOrder("lifecycle.report-in", "lifecycle.receipt");
        assertThat(world.count("supervision.duty", "person_id = :id and met_at is not null", id))
                .isZero();
    }

    @Test
    void caseStandsWhereAStepLedFromTheDayOfTheStep() {
        long id = begin("测试补录", "MALE", "DECIDED", world.today().plusYears(1));
        LocalDate received = world.today().minusMonths(8);
        ok(browser.post("/people/" + id + "/edit", edited(id, Map.of("identityNumber", "110101199003070118"))));
        ok(stepOn(id, "RECEPTION", received));
        assertThat(stoodOn(id, received.minusDays(1))).isEqualTo("DECIDED");
        assertThat(stoodOn(id, received.plusDays(1))).isEqualTo("ACTIVE");

        ok(stepOn(id, "LOST", received.plusMonths(1)));
        ok(undo(id, world.services.lifecycle().steps(id).getFirst().id(), "当日已联系上"));
        assertThat(stoodOn(id, received.plusMonths(1).plusDays(1)))
                .as("a mistake never held")
                .isEqualTo("ACTIVE");
        assertThat(world.count(
                        "supervision.person_state",
                        "person_id = :id and superseded_at is null and state = 'OUT_OF_SUPERVISION'",
                        id))
                .isZero();
    }

    /** Where the books say now that the case stood at the beginning of a day. */
    private static String stoodOn(long id, LocalDate day) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select state from supervision.person_state where person_id = :id and superseded_at is null
                           and valid_from <= :at and (valid_to is null or valid_to > :at)""")
                        .bind("id", id)
                        .bind("at", day.atStartOfDay(CaseWorld.SHANGHAI).toInstant())
                        .mapTo(String.class)
                        .one());
    }

    private static HttpResponse<String> stepOn(long id, String step, LocalDate day) {
        return browser.post(
                "/people/" + id + "/case/step/" + step, Map.of("happenedOn", day.toString(), "documentNumber", "测文1号"));
    }

    @Test
    void itemIsTickedOnlyWhereTheCaseStandsForIt() {
        long id = begin("测试事项", "MALE", "DECIDED", world.today().plusYears(1));
        refused(check(id, "RIGHTS", ""), "案件所处的阶段还不能办理这一项");
        refused(step(id, "RECEPTION", ""), "核对身份");
        ok(check(id, "IDENTITY", "看过身份证件原件"));
        ok(step(id, "RECEPTION", ""));
        refused(check(id, "CERTIFICATE", ""), "案件所处的阶段还不能办理这一项");
        refused(check(id, "NOTICES", ""), "案件所处的阶段还不能办理这一项");
        ok(step(id, "DEATH", ""));
        refused(check(id, "RIGHTS", ""), "案件所处的阶段还不能办理这一项");
        assertThat(duties(id)).containsExactly("lifecycle.discharge");
        ok(check(id, "NOTICES", ""));
        assertThat(duties(id)).as("no certificate for who has died").isEmpty();
    }

    @Test
    void endIsNotUndoneWhileResettlementHasThePerson() {
        long id = begin("测试交接", "MALE", "ACTIVE", world.today());
        ok(check(id, "SUMMARY", "表现良好"));
        ok(step(id, "EXPIRY", ""));
        assertThat(browser.get("/people/" + id + "/case").body()).contains("/people/" + id + "/resettlement");
        long end = world.services.lifecycle().steps(id).getFirst().id();
        world.services
                .resettlement()
                .resettlements()
                .takeOver(world.officer, id)
                .orThrow();
        refused(undo(id, end, "期限算错"), "此人已移交安置帮教");
        assertThat(state(id)).isEqualTo(CaseState.CLOSED_EXPIRED);
        ok(browser.post("/people/" + id + "/resettlement/end", Map.of("reason", "MISTAKE", "note", "期限算错")));
        ok(undo(id, end, "期限算错"));
        assertThat(state(id)).isEqualTo(CaseState.ACTIVE);
    }

    @Test
    void elsewhereNothingOfTheCaseIsSeen() {
        long id = begin("测试别处", "MALE", "ACTIVE", world.today().plusYears(1));
        Browser other = world.browser(world.officer(WEB.below(WEB.root(), "测试旁所")));
        for (String page : List.of("case", "team", "plan", "transfer", "investigation", "duties", "case/step/LOST")) {
            assertThat(other.get("/people/" + id + "/" + page).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(other.post(
                                "/people/" + id + "/case/step/DEATH",
                                Map.of("happenedOn", world.today().toString()))
                        .statusCode())
                .isNotEqualTo(303);
        assertThat(state(id)).isEqualTo(CaseState.ACTIVE);
    }

    private static long begin(String name, String sex, String state, LocalDate termTo) {
        return world.services
                .people()
                .create(
                        world.officer,
                        PersonForm.of("进程-" + ++numbers, name, "Ce Shi", Sex.valueOf(sex), Category.PROBATION)
                                .with("identityNumber", sex.equals("FEMALE") ? "11010519491231002X" : "")
                                .with("supervisionClass", "STRICT")
                                .with("termFrom", world.today().minusYears(1).toString())
                                .with("termTo", termTo.toString())
                                .with("state", state))
                .orThrow();
    }

    private static HttpResponse<String> step(long id, String step, String document) {
        return browser.post(
                "/people/" + id + "/case/step/" + step,
                Map.of("happenedOn", world.today().toString(), "documentNumber", document));
    }

    private static HttpResponse<String> check(long id, String item, String note) {
        return browser.post(
                "/people/" + id + "/case/check",
                Map.of("item", item, "doneOn", world.today().toString(), "note", note));
    }

    private static HttpResponse<String> member(long id, String name, String sex) {
        return browser.post(
                "/people/" + id + "/team",
                Map.of(
                        "name",
                        name,
                        "sex",
                        sex,
                        "kind",
                        "VILLAGE",
                        "joinedOn",
                        world.today().toString()));
    }

    private static HttpResponse<String> undo(long id, long step, String reason) {
        return browser.post("/people/" + id + "/case/undo", Map.of("step", Long.toString(step), "reason", reason));
    }

    private static void moveTo(long id, String place, String organisation) {
        ok(browser.post(
                "/people/" + id + "/transfer",
                Map.of(
                        "toPlace",
                        place,
                        "toOrganisationId",
                        organisation,
                        "reason",
                        "随家人迁居",
                        "appliedOn",
                        world.today().toString())));
    }

    /** The person's form as it stands, with these fields otherwise. */
    private static Map<String, String> edited(long id, Map<String, String> otherwise) {
        Person person = world.services.people().find(world.officer, id).orElseThrow();
        Map<String, String> fields = new java.util.HashMap<>();
        org.guitu.web.form.Answers.filled(PersonForm.of(person))
                .values()
                .forEach((name, values) -> fields.put(name, values.getFirst()));
        fields.put("version", Integer.toString(person.version()));
        fields.putAll(otherwise);
        return fields;
    }

    private static HttpResponse<String> act(Browser by, long id, String act, String yes, int version) {
        return by.post(
                "/people/" + id + "/transfer/act",
                Map.of("act", act, "yes", yes, "on", world.today().toString(), "version", Integer.toString(version)));
    }

    private static void ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    }

    private static void refused(HttpResponse<String> response, String... words) {
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains(words);
    }

    private static CaseState state(long id) {
        Person person = WEB.jdbi()
                .withHandle(handle -> org.guitu.web.people.PersonStore.find(handle, world.officer(WEB.root()), id))
                .orElseThrow();
        return person.state().orElseThrow();
    }

    private static List<String> duties(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select kind from supervision.duty where person_id = :id and met_at is null and cancelled_at is null""")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }
}
