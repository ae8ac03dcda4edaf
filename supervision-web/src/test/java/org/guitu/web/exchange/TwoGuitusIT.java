package org.guitu.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.people.Category;
import org.guitu.web.people.IdentityNumber;
import org.guitu.web.people.Person;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two Guitus on two databases that talk over a real socket: an agency, and another that speaks as court and procuratorate. */
class TwoGuitusIT {

    @RegisterExtension
    static final WebFixture HERE = new WebFixture().exchanging(Side.config());

    @RegisterExtension
    static final WebFixture THERE = new WebFixture().exchanging(Side.config());

    private static Side here;
    private static Side there;
    private static long procuratorate;

    @BeforeAll
    static void registerEachOther() {
        here = new Side(HERE, "测试矫正所");
        there = new Side(THERE, "测试检察室");
        procuratorate =
                here.register(HERE.root(), PartnerKind.PROCURATORATE, "proc-1", "corr-1", THERE.url(), there.ownKey());
        here.register(HERE.root(), PartnerKind.COURT, "court-1", "corr-1", THERE.url() + "/", there.ownKey());
        Organisation court = THERE.county(THERE.root(), "测试法院");
        there.register(THERE.root(), PartnerKind.CORRECTIONS, "corr-1", "proc-1", HERE.url(), here.ownKey());
        there.register(court, PartnerKind.CORRECTIONS, "corr-1", "court-1", HERE.url(), here.ownKey());
    }

    @Test
    void noticeIsDeliveredAndTheSignedReceiptIsKept() {
        Person person = here.person("测试送达", "");
        here.send(person, NoticeKind.REPRIMAND);
        until(() -> here.notices(person).equals(List.of("DELIVERED")));
        assertThat(there.received("测试送达")).containsExactly("REPRIMAND 1");
        assertThat(there.decider.get("/exchange").body()).contains("训诫通报", "测试送达", "测试事由");
        String page =
                here.decider.get("/exchange/outbox/" + here.noticeId(person)).body();
        assertThat(page).contains("已送达", "收到对方签名回执", "sha-256:");
        assertThat(here.decider.get("/people/" + person.id()).body()).contains("送 测试proc-1：训诫通报");
    }

    @Test
    void signedReceiptMeetsTheDutyToTell() {
        Person person = here.person("测试抄送", "");
        long measure = here.reprimanded(person);
        assertThat(here.duty(person, "conduct.copy")).containsExactly("open");
        until(() -> here.notices(person).equals(List.of("DELIVERED")));
        assertThat(here.duty(person, "conduct.copy")).containsExactly("/exchange/outbox/" + here.noticeId(person));
        assertThat(here.decider.get("/people/" + person.id() + "/duties").body())
                .contains("/exchange/outbox/" + here.noticeId(person));
        assertThat(here.duty(person, "conduct.serve")).containsExactly("open");
        assertThat(measure).isPositive();
    }

    @Test
    void whatIsToldOfOneCaseArrivesInOrder() {
        Person person = here.person("测试次序", "");
        here.send(person, NoticeKind.REPRIMAND);
        here.send(person, NoticeKind.WARNING);
        here.send(person, NoticeKind.POLICE_PROPOSAL);
        until(() -> there.received("测试次序").size() == 3);
        assertThat(there.received("测试次序")).containsExactly("REPRIMAND 1", "WARNING 2", "POLICE_PROPOSAL 3");
    }

    @Test
    void partnerThatIsAwayGetsItWhenItIsBack() {
        Person person = here.person("测试断线", "");
        address(procuratorate, "http://localhost:1");
        here.send(person, NoticeKind.INTAKE);
        here.send(person, NoticeKind.WARNING);
        long first = here.noticeId(person) - 1;
        until(() -> here.decider.get("/exchange/outbox/" + first).body().contains("连接不上对方系统"));
        assertThat(here.notices(person)).containsExactly("QUEUED", "QUEUED");
        address(procuratorate, THERE.url());
        until(() -> here.notices(person).equals(List.of("DELIVERED", "DELIVERED")));
        assertThat(there.received("测试断线")).containsExactly("INTAKE 1", "WARNING 2");
    }

    @Test
    void refusalStopsTheCaseAndIsShownUntilAnOfficerActs() {
        Person person = here.person("测试拒收", "");
        codes(procuratorate, "proc-9");
        here.send(person, NoticeKind.REPRIMAND);
        here.send(person, NoticeKind.WARNING);
        until(() -> here.notices(person).getFirst().equals("REFUSED"));
        codes(procuratorate, "proc-1");
        long refused = here.noticeId(person) - 1;
        assertThat(here.decider.get("/exchange/outbox/" + refused).body())
                .contains("对方拒收", "对方系统答复：403", "同一案件之后的通知要等这一份办结");
        assertThat(here.notices(person)).containsExactly("REFUSED", "QUEUED");
        here.decider.post("/exchange/outbox/" + refused + "/again", Map.of());
        until(() -> here.notices(person).equals(List.of("DELIVERED", "DELIVERED")));
        assertThat(there.received("测试拒收")).containsExactly("REPRIMAND 1", "WARNING 2");
    }

    @Test
    void decisionFillsTheFormOfANewPersonAndNothingIsTypedTwice() {
        String identity = identity("11010119900307003");
        Person known = there.person("测试新案", identity);
        there.send(
                fromCourt(known),
                NoticeKind.DECISION,
                NoticeBody.on(there.world.today())
                        .document("(2026)测刑初1号")
                        .entering(new PersonFacts(
                                Optional.of(Sex.MALE),
                                Optional.of(LocalDate.of(1990, 3, 7)),
                                Optional.empty(),
                                Optional.of("测试路1号"),
                                Optional.of(Category.PAROLE),
                                Optional.of(LocalDate.of(2026, 11, 1)),
                                Optional.of(LocalDate.of(2027, 10, 31)))),
                List.of(PartnerKind.CORRECTIONS));
        until(() -> here.received("测试新案").equals(List.of("DECISION 1")));
        long message = here.inboxId("测试新案");
        assertThat(here.decider.get("/exchange/inbox/" + message).body())
                .contains("据此登记人员", "社区矫正决定", "(2026)测刑初1号", "假释");

        String form = here.decider.get("/people/new?from=exchange:" + message).body();
        assertThat(form).contains("测试新案", identity, "测试路1号", "1990-03-07", "2027-10-31", "exchange:" + message);
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("from", "exchange:" + message);
        filled.put("caseNumber", "测新案1");
        filled.put("name", "测试新案");
        filled.put("sex", "MALE");
        filled.put("identityNumber", identity);
        filled.put("category", "PAROLE");
        filled.put("supervisionClass", "NORMAL");
        filled.put("state", "DECIDED");
        String made = here.decider
                .post("/people/new", filled)
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceAll("\\?.*", "");

        assertThat(here.decider.get("/exchange/inbox/" + message).body()).contains("已办", "href=\"" + made + "\"");
        assertThat(here.decider.get(made).body()).contains("测试court-1 来：社区矫正决定");
        assertThat(here.decider.get(made + "/sentence").body()).contains("(2026)测刑初1号", "测试court-1", "裁定书");
        assertThat(here.decider
                        .post(
                                made + "/case/step/PAPERS",
                                Map.of("happenedOn", here.world.today().toString(), "documentNumber", "(2026)测执通1号"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(here.decider.get(made + "/duties").body()).contains("报到", "送达法律文书回执");
        assertThat(here.decider.get("/people/new?from=exchange:" + message).statusCode())
                .isEqualTo(404);
    }

    @Test
    void abnormalBehaviourOpensADutyWhichHandlingMeets() {
        String identity = identity("11010119850412001");
        Person person = here.person("测试异常", identity);
        Person known = there.person("测试异常", identity);
        there.send(
                known,
                NoticeKind.ABNORMAL_BEHAVIOUR,
                NoticeBody.on(there.world.today()).at("测试车站").because("深夜在外"),
                List.of(PartnerKind.CORRECTIONS));
        until(() -> here.received("测试异常").size() == 1);
        long message = here.inboxId("测试异常");
        assertThat(openDuties(person)).isEqualTo(1);
        assertThat(timeline(person)).contains("exchange.log.received");
        here.decider.post("/exchange/inbox/" + message + "/act", Map.of("act", "已电话核实，系请假就医。"));
        assertThat(openDuties(person)).isZero();
        assertThat(timeline(person)).contains("exchange.log.acted");
        assertThat(here.decider.get("/exchange/inbox/" + message).body()).contains("已办", "系请假就医");
        assertThat(here.decider
                        .post("/exchange/inbox/" + message + "/act", Map.of("act", "再登记一次"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void messageAboutSomebodyUnknownIsMatchedByAnOfficerAndTheMatchCanBeCorrected() {
        Person wrong = here.person("测试误认", "");
        Person right = here.person("测试真主", "");
        there.send(
                there.person("测试无号", ""),
                NoticeKind.RE_OFFENCE,
                NoticeBody.on(there.world.today()).saying("涉嫌盗窃"),
                List.of(PartnerKind.CORRECTIONS));
        until(() -> here.received("测试无号").size() == 1);
        long message = here.inboxId("测试无号");
        String link = "/exchange/inbox/" + message + "/link";
        assertThat(here.decider.post(link, Map.of("caseNumber", "没有此案")).statusCode())
                .isEqualTo(422);
        assertThat(here.decider
                        .post("/exchange/inbox/" + message + "/act", Map.of("act", "未对应"))
                        .body())
                .contains("请先对应到人员");
        here.decider.post(link, Map.of("caseNumber", wrong.caseNumber()));
        assertThat(openDuties(wrong)).isEqualTo(1);
        here.decider.post(link, Map.of("caseNumber", right.caseNumber()));
        assertThat(openDuties(wrong)).isZero();
        assertThat(openDuties(right)).isEqualTo(1);
        assertThat(timeline(wrong)).contains("exchange.log.received", "exchange.log.not-meant");
    }

    @Test
    void whatAPrisonTellsOfAnInmateIsVerifiedAndNotTypedTwice() {
        String identity = identity("11010119790622001");
        here.register(HERE.root(), PartnerKind.PRISON, "prison-1", "corr-1", THERE.url(), there.ownKey());
        Organisation prison = THERE.county(THERE.root(), "测试监狱");
        there.register(prison, PartnerKind.CORRECTIONS, "corr-1", "prison-1", HERE.url(), here.ownKey());
        there.send(
                filedAt(there.person("测试将释", identity), prison),
                NoticeKind.INMATE_INFORMATION,
                NoticeBody.on(there.world.today())
                        .until(LocalDate.of(2027, 3, 1))
                        .saying("表现良好"),
                List.of(PartnerKind.CORRECTIONS));
        until(() -> here.received("测试将释").size() == 1);
        long message = here.inboxId("测试将释");
        assertThat(here.decider.get("/exchange/inbox/" + message).body())
                .contains("/resettlement/inmates/new?message=" + message);
        assertThat(here.decider
                        .get("/resettlement/inmates/new?message=" + message)
                        .body())
                .contains("测试将释", identity, "2027-03-01", "表现良好", "测试prison-1");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("message", Long.toString(message));
        form.put("name", "测试将释");
        form.put("sex", "MALE");
        form.put("identityNumber", identity);
        form.put("source", "测试prison-1");
        form.put("expectedOn", "2027-03-01");
        form.put("receivedOn", here.world.today().toString());
        assertThat(here.decider.post("/resettlement/inmates/new", form).statusCode())
                .isEqualTo(303);
        assertThat(here.decider.get("/resettlement?filter=verify").body()).contains("测试将释");
        assertThat(here.decider.get("/exchange/inbox/" + message).body()).contains("已办", "已转入安置帮教核实");
        assertThat(here.decider.post("/resettlement/inmates/new", form).statusCode())
                .isEqualTo(422);
    }

    /** Somebody whose file lies with the court over there, so that the court's pair of codes is used. */
    private static Person fromCourt(Person person) {
        Organisation court = THERE.jdbi()
                .withHandle(handle -> new org.guitu.web.access.OrganisationStore()
                        .list(handle, "/").stream()
                                .filter(place -> place.name().equals("测试法院"))
                                .findFirst()
                                .orElseThrow());
        return filedAt(person, court);
    }

    private static Person filedAt(Person person, Organisation place) {
        var everywhere = new org.guitu.web.access.Staff(
                there.world.officer.id(), "", "", THERE.root(), java.util.Set.of(), Optional.empty());
        there.world
                .services
                .people()
                .assign(everywhere, person.id(), Long.toString(place.id()), "")
                .orThrow();
        return there.world.services.people().find(everywhere, person.id()).orElseThrow();
    }

    private static long openDuties(Person person) {
        return here.world.count(
                "supervision.duty",
                "person_id = :id and kind like 'exchange.%' and met_at is null and cancelled_at is null",
                person.id());
    }

    private static List<String> timeline(Person person) {
        return HERE.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select kind from supervision.case_entry where person_id = :id order by entry_id")
                        .bind("id", person.id())
                        .mapTo(String.class)
                        .list());
    }

    private static void address(long partner, String url) {
        HERE.jdbi()
                .useHandle(handle -> handle.execute(
                        "update supervision.partner set base_url = ? where partner_id = ?", url, partner));
    }

    private static void codes(long partner, String code) {
        HERE.jdbi()
                .useHandle(handle ->
                        handle.execute("update supervision.partner set code = ? where partner_id = ?", code, partner));
    }

    private static String identity(String firstSeventeen) {
        return firstSeventeen + IdentityNumber.checkCharacter(firstSeventeen);
    }

    private static void until(java.util.concurrent.Callable<Boolean> so) {
        await().atMost(Duration.ofSeconds(20)).until(so);
    }
}
