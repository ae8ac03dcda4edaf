package org.guitu.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.duties.Duties;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.lifecycle.CaseStep;
import org.guitu.web.lifecycle.StepForm;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.guitu.web.sentence.DecisionForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The outbox of a house that has no wire of its own: paper, and what a worker would find. */
class OutboxIT {

    private static final Duration LEASE = Duration.ofSeconds(30);

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    @TempDir
    static Path folder;

    private static Side side;
    private static OutboxQueue queue;

    @BeforeAll
    static void open() {
        side = new Side(WEB, "测试发件所");
        queue = new OutboxQueue(WEB.jdbi());
        side.register(
                WEB.root(),
                PartnerKind.PROCURATORATE,
                "proc-1",
                "corr-1",
                "https://localhost:1",
                OwnKey.at(folder.resolve("theirs.json")).publicJwk());
    }

    @Test
    void noticeIsThereIfAndOnlyIfTheActTookEffect() {
        Person person = side.person("测试回滚", "");
        assertThatThrownBy(() -> WEB.jdbi().useTransaction(handle -> {
                    new Outbox(Instant::now)
                            .send(handle, null, person, NoticeKind.REPRIMAND, NoticeBody.on(side.world.today()));
                    throw new IllegalStateException("the act fails");
                }))
                .hasMessage("the act fails");
        assertThat(side.notices(person)).isEmpty();
    }

    @Test
    void lawNamesTheRecipientsAndWhoHasNoWireIsListedForPaper() {
        Person person = side.person("测试纸质", "");
        WEB.jdbi()
                .useTransaction(handle -> new Outbox(Instant::now)
                        .send(
                                handle,
                                side.world.officer.id(),
                                person,
                                NoticeKind.LOST_CONTACT,
                                NoticeBody.on(side.world.today()).because("电话停机，家中无人")));
        assertThat(side.notices(person)).containsExactly("QUEUED", "WAITING");
        String list = side.decider.get("/exchange/outbox").body();
        assertThat(list).contains("失去联系（脱离监管）通报", "公安机关", "待纸质送达", "本系统尚未启用线上往来");

        String notice = "/exchange/outbox/" + side.noticeId(person);
        assertThat(side.decider.get(notice).body()).contains("电话停机，家中无人", "登记已送达");
        var early = side.decider.post(
                notice + "/by-hand",
                Map.of("sentOn", side.world.today().plusDays(1).toString(), "sentHow", "专人"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("日期不能晚于今天");
        side.decider.post(
                notice + "/by-hand", Map.of("sentOn", side.world.today().toString(), "sentHow", "专人送达，测试签收"));
        assertThat(side.decider.get(notice).body()).contains("已纸质送达", "专人送达，测试签收");
        assertThat(side.decider
                        .post(
                                notice + "/by-hand",
                                Map.of("sentOn", side.world.today().toString(), "sentHow", "再送"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(side.world.count(
                        "supervision.audit", "subject_id = :id and action = 'exchange.by-hand'", person.id()))
                .isEqualTo(1);
    }

    @Test
    void whatAWorkerDiedOverIsSentAgainByteByByteOnceItsLeaseIsOver() {
        Person person = side.person("测试重启", "");
        side.send(person, NoticeKind.WARNING);
        Instant now = Instant.now();
        OutboxQueue.Claim first = claim(person, now).orElseThrow();
        assertThat(claim(person, now)).isEmpty();
        OutboxQueue.Claim second = claim(person, now.plus(LEASE)).orElseThrow();
        assertThat(second.content()).isEqualTo(first.content());
        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.attempts()).isEqualTo(2);
        assertThat(new String(first.content(), StandardCharsets.UTF_8))
                .contains("\"from\":\"corr-1\"", "\"to\":\"proc-1\"", "测试重启");
        queue.delivered(first.noticeId(), new byte[] {1}, "s", now);
        assertThat(claim(person, now.plus(LEASE.multipliedBy(3)))).isEmpty();
    }

    @Test
    void laterNoticeOfACaseWaitsForTheEarlier() {
        Person person = side.person("测试先后", "");
        side.send(person, NoticeKind.REPRIMAND);
        side.send(person, NoticeKind.WARNING);
        Instant now = Instant.now().plusSeconds(1);
        OutboxQueue.Claim reprimand = claim(person, now).orElseThrow();
        assertThat(claim(person, now)).isEmpty();
        queue.refused(reprimand.noticeId(), "exchange.send.status\n403");
        assertThat(claim(person, now.plus(LEASE))).isEmpty();
        side.decider.post(
                "/exchange/outbox/" + reprimand.noticeId() + "/by-hand",
                Map.of("sentOn", side.world.today().toString(), "sentHow", "专人"));
        OutboxQueue.Claim warning = claim(person, now.plus(LEASE)).orElseThrow();
        assertThat(new String(warning.content(), StandardCharsets.UTF_8)).contains("WARNING", "\"sequence\":2");
    }

    @Test
    void endOfTemporaryExecutionIsReportedToWhoeverDecidedOnIt() {
        long id = side.world
                .services
                .people()
                .create(
                        side.world.officer,
                        PersonForm.of("测暂外1", "测试监外", "Ce Shi", Sex.MALE, Category.TEMPORARY_EXECUTION))
                .orThrow();
        Person person =
                side.world.services.people().find(side.world.officer, id).orElseThrow();
        decided(person, "JUDGMENT", "COURT", "测试县人民法院", 300);
        decided(person, "DECISION", "PRISON_ADMINISTRATION", "测试省监狱管理局", 90);
        decided(person, "RULING", "COURT", "测试市中级人民法院", 10);
        side.world
                .services
                .lifecycle()
                .take(side.world.officer, id, CaseStep.DEATH, StepForm.on(side.world.today(), "测亡1号"))
                .orThrow();
        assertThat(side.recipients(person)).containsExactly("PRISON", "PROCURATORATE");

        Person parolee = side.person("测试缓刑", "");
        side.world
                .services
                .lifecycle()
                .take(side.world.officer, parolee.id(), CaseStep.DEATH, StepForm.on(side.world.today(), "测亡2号"))
                .orThrow();
        assertThat(side.recipients(parolee)).containsExactly("COURT", "PROCURATORATE");
    }

    private static void decided(Person person, String paper, String bodyKind, String body, int daysAgo) {
        LocalDate day = side.world.today().minusDays(daysAgo);
        side.world
                .services
                .sentences()
                .addDecision(
                        side.world.officer,
                        person.id(),
                        new DecisionForm(
                                paper, bodyKind, body, "测决" + daysAgo, day.toString(), "", "", "", "", "", "", ""))
                .orThrow();
    }

    @Test
    void whatWentOutOnPaperMeetsItsDutyToo() {
        Person person = side.person("测试纸质告知", "");
        DutyKind copy = DutyKind.until("conduct.copy");
        WEB.jdbi().useTransaction(handle -> {
            new Duties()
                    .openUntil(
                            handle, person, copy, Instant.now(), Instant.now().plusSeconds(90_000), "measure:7");
            new Outbox(Instant::now)
                    .send(
                            handle,
                            side.world.officer.id(),
                            person,
                            NoticeKind.POLICE_PROPOSAL,
                            NoticeBody.on(side.world.today()),
                            List.of(PartnerKind.POLICE, PartnerKind.PRISON),
                            List.of(new NoticeDuty(PartnerKind.PRISON, copy, "measure:7")));
        });
        long prison = side.noticeId(person);
        Map<String, String> sent = Map.of("sentOn", side.world.today().toString(), "sentHow", "专人");
        side.decider.post("/exchange/outbox/" + (prison - 1) + "/by-hand", sent);
        assertThat(side.duty(person, "conduct.copy")).containsExactly("open");
        side.decider.post("/exchange/outbox/" + prison + "/by-hand", sent);
        assertThat(side.duty(person, "conduct.copy")).containsExactly("/exchange/outbox/" + prison);
    }

    @Test
    void letterGoesToWhomItIsWrittenTo() {
        Person person = side.person("测试发函", "");
        String path = "/people/" + person.id() + "/exchange";
        assertThat(side.decider
                        .post(path + "/letter", Map.of("recipient", "", "text", " "))
                        .statusCode())
                .isEqualTo(422);
        side.decider.post(path + "/letter", Map.of("recipient", "POLICE", "text", "请协助核实住址。"));
        assertThat(side.decider.get(path).body()).contains("请协助核实住址", "公安机关", "待纸质送达");
    }

    @Test
    void whatAnotherAreaSendsIsNotSeen() {
        Person person = side.person("测试他区", "");
        side.send(person, NoticeKind.REPRIMAND);
        var elsewhere = WEB.signedIn(WEB.county(WEB.root(), "测试邻县"), Role.DECIDER);
        long notice = side.noticeId(person);
        assertThat(elsewhere.get("/exchange/outbox").body()).doesNotContain("测试他区");
        assertThat(elsewhere.get("/exchange/outbox/" + notice).statusCode()).isEqualTo(404);
        assertThat(elsewhere
                        .post("/exchange/outbox/" + notice + "/by-hand", Map.of("sentOn", "2026-01-01", "sentHow", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoChangesAPartnerSecondSeesWhatTheFirstWrote() {
        String key = OwnKey.at(folder.resolve("prison.json")).publicJwk();
        long id = side.register(WEB.root(), PartnerKind.PRISON, "prison-1", "corr-1", "https://localhost:1", key);
        Map<String, String> form =
                Side.partner(WEB.root(), PartnerKind.PRISON, "prison-1", "corr-1", "https://localhost:2", key);
        form.put("version", "1");
        String path = "/exchange/partners/" + id;
        assertThat(side.administrator.post(path, form).statusCode()).isEqualTo(303);
        form.put("baseUrl", "https://localhost:3");
        var second = side.administrator.post(path, form);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("case-differences", ">https://localhost:2</td>", ">https://localhost:3</td>")
                .contains("name=\"version\" value=\"2\"");
        side.administrator.post(path + "/end", Map.of());
    }

    @Test
    void endedPartnerLeavesWhatItDidNotGetForPaper() {
        Person person = side.person("测试停用", "");
        long police = side.register(
                WEB.root(),
                PartnerKind.POLICE,
                "police-1",
                "corr-1",
                "https://localhost:1",
                OwnKey.at(folder.resolve("police.json")).publicJwk());
        side.send(person, NoticeKind.LOST_CONTACT, NoticeBody.on(side.world.today()), List.of(PartnerKind.POLICE));
        assertThat(side.notices(person)).containsExactly("QUEUED");
        side.administrator.post("/exchange/partners/" + police + "/end", Map.of());
        assertThat(side.notices(person)).containsExactly("WAITING");
        assertThat(side.administrator.get("/exchange/partners/" + police).statusCode())
                .isEqualTo(404);
    }

    /** The claims of one person's notices alone: other tests have theirs in the same outbox. */
    private static Optional<OutboxQueue.Claim> claim(Person person, Instant now) {
        List<Long> own = WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select notice_id from supervision.exchange_notice where person_id = :id")
                        .bind("id", person.id())
                        .mapTo(Long.class)
                        .list());
        for (Optional<OutboxQueue.Claim> next = queue.claim(now, LEASE);
                next.isPresent();
                next = queue.claim(now, LEASE)) {
            if (own.contains(next.get().noticeId())) {
                return next;
            }
        }
        return Optional.empty();
    }
}
