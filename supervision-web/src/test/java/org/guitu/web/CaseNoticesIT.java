package org.guitu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.guitu.web.http.Form;
import org.guitu.web.lifecycle.CaseStep;
import org.guitu.web.lifecycle.StepForm;
import org.guitu.web.orders.PlanForm;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The law's moments reach the outbox in the transaction of the act. */
class CaseNoticesIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试通知所");
    }

    @Test
    void whoIsLostIsToldToPoliceAndProcuratorate() {
        long id = world.person("测试失联");
        world.services
                .lifecycle()
                .take(world.officer, id, CaseStep.LOST, StepForm.on(world.today(), ""))
                .orThrow();
        assertThat(notices(id)).containsExactlyInAnyOrder("LOST_CONTACT POLICE", "LOST_CONTACT PROCURATORATE");
    }

    @Test
    void endThatWasAMistakeIsTakenBackFromWhoeverWasTold() {
        long id = world.person("测试误终");
        world.services
                .orders()
                .plan(
                        world.officer,
                        id,
                        PlanForm.random(world.today(), world.today().plusDays(30), 3, "08:00", "20:00"))
                .orThrow();
        world.services
                .lifecycle()
                .take(world.officer, id, CaseStep.DEATH, StepForm.on(world.today(), ""))
                .orThrow();
        WEB.jdbi().useHandle(handle -> handle.execute("""
                update supervision.exchange_notice set state = 'BY_HAND', sent_on = current_date, sent_how = '专人'
                 where person_id = ? and recipient = 'PROCURATORATE'""", id));
        Browser browser = world.browser(world.officer);
        String page = browser.get("/people/" + id + "/case").body();
        String step = page.replaceAll("(?s).*name=\"step\" value=\"(\\d+)\".*", "$1");
        assertThat(browser.post("/people/" + id + "/case/undo", Map.of("step", step, "reason", "同名误录"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(notices(id)).containsExactlyInAnyOrder("DEATH COURT", "DEATH PROCURATORATE", "LETTER PROCURATORATE");
        assertThat(world.count(
                        "supervision.exchange_notice",
                        "person_id = :id and recipient = 'COURT' and state = 'WITHDRAWN'",
                        id))
                .isEqualTo(1);
        assertThat(world.count(
                        "supervision.exchange_notice",
                        "person_id = :id and kind = 'LETTER' and body ->> 'text' like '%死亡%同名误录'",
                        id))
                .isEqualTo(1);
        assertThat(browser.get("/people/" + id + "/case").body())
                .contains("需要重新办理", "采集依据 1 项", "/people/" + id + "/bases");
        assertThat(browser.get("/people/" + id + "/exchange").body()).contains("已撤回，未发出");
    }

    @Test
    void reportOfAnInvestigationIsCopiedToTheProcuratorate() {
        String today = world.today().toString();
        long id = world.services
                .people()
                .create(
                        world.officer,
                        PersonForm.of("测调查-1", "测试调查", "Ce Shi", Sex.MALE, Category.PROBATION)
                                .with("state", "INVESTIGATION"))
                .orThrow();
        world.services
                .investigations()
                .ask(world.officer, id, Form.filled(Map.of("askedBy", "测试法院", "askedOn", today)))
                .orThrow();
        assertThat(notices(id)).isEmpty();
        world.services
                .investigations()
                .report(
                        world.officer,
                        id,
                        Form.filled(Map.of(
                                "home", "有固定居所",
                                "family", "家人愿意协助",
                                "village", "无异议",
                                "danger", "低",
                                "opinion", "SUITABLE",
                                "reportedOn", today,
                                "reportNumber", "测评1号")))
                .orThrow();
        assertThat(notices(id)).containsExactly("INVESTIGATION PROCURATORATE");
    }

    @Test
    void stepThatIsRefusedTellsNobody() {
        long id = world.person("测试未成");
        assertThat(world.services.lifecycle().take(world.officer, id, CaseStep.FOUND, StepForm.on(world.today(), "")))
                .isInstanceOf(org.guitu.web.form.Outcome.Invalid.class);
        assertThat(notices(id)).isEmpty();
    }

    private static List<String> notices(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select kind || ' ' || recipient from supervision.exchange_notice where person_id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }
}
