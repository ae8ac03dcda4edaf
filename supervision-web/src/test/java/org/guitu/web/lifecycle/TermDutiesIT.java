package org.guitu.web.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.form.Outcome;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.guitu.web.sentence.DecisionForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TermDutiesIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试期限所");
        browser = world.browser(world.officer);
    }

    @Test
    void summaryFollowsAnEndThatMoves() {
        long id = person("期限-1", "PROBATION", world.today().plusDays(100).toString(), "");
        TermDuties tick = new TermDuties(WEB.jdbi());
        tick.run(Instant.now());
        assertThat(summaries(id)).containsExactly(world.today().plusDays(100) + " open");
        person("期限-1", "PROBATION", world.today().plusDays(80).toString(), Long.toString(id));
        tick.run(Instant.now());
        tick.run(Instant.now());
        assertThat(summaries(id))
                .containsExactlyInAnyOrder(
                        world.today().plusDays(100) + " dropped", world.today().plusDays(80) + " open");
        assertThat(browser.get("/people/" + id + "/duties").body()).contains("依据的日期已变");
    }

    @Test
    void papersOnHealthComeBackWhileATemporaryExecutionLasts() {
        long id = person("期限-2", "TEMPORARY_EXECUTION", "", "");
        TermDuties tick = new TermDuties(WEB.jdbi());
        tick.run(Instant.now());
        assertThat(count(id, "lifecycle.medical-report")).isEqualTo(1);
        long duty = WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select duty_id from supervision.duty where person_id = :id and kind = 'lifecycle.medical-report'")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one());
        assertThat(browser.post(
                                "/people/" + id + "/duties/" + duty,
                                Map.of("day", world.today().toString(), "proof", "医院证明"))
                        .statusCode())
                .isEqualTo(303);
        tick.run(Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(count(id, "lifecycle.medical-report")).isEqualTo(2);
    }

    @Test
    void reportingInIsCountedFromTheDayTheJudgmentIsFinalHoweverLateThePapersCome() {
        long id = person("期限-3", "PROBATION", world.today().plusYears(1).toString(), "", "DECIDED");
        LocalDate served = world.today().minusDays(2);
        decided(id, world.today().minusDays(30));
        take(id, CaseStep.PAPERS, served);
        assertThat(reportIn(id)).containsExactly(world.today().minusDays(30).toString());
        assertThat(world.services
                        .lifecycle()
                        .take(world.officer, id, CaseStep.NOT_REPORTED, StepForm.on(world.today(), "")))
                .as("the papers came late, the person is late all the same")
                .isInstanceOf(Outcome.Ok.class);

        long other = person("期限-4", "CONTROL", world.today().plusYears(1).toString(), "", "DECIDED");
        take(other, CaseStep.PAPERS, served);
        assertThat(reportIn(other)).containsExactly(served.toString());
        decided(other, world.today().minusDays(5));
        new TermDuties(WEB.jdbi()).run(Instant.now());
        assertThat(reportIn(other))
                .as("the day was entered later")
                .containsExactly(world.today().minusDays(5).toString());
    }

    private static void decided(long id, LocalDate finalOn) {
        String day = finalOn.toString();
        world.services
                .sentences()
                .addDecision(
                        world.officer,
                        id,
                        new DecisionForm("JUDGMENT", "COURT", "测试法院", "测刑" + id, day, day, "", "", "", "", "", ""))
                .orThrow();
    }

    private static void take(long id, CaseStep step, LocalDate on) {
        world.services
                .lifecycle()
                .take(world.officer, id, step, StepForm.on(on, "测文" + id))
                .orThrow();
    }

    /** From which day the open duty to report in is counted. */
    private static List<String> reportIn(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select (event_at at time zone 'Asia/Shanghai')::date::text from supervision.duty
                         where person_id = :id and kind = 'lifecycle.report-in' and met_at is null and cancelled_at is null""")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }

    private static long person(String number, String category, String termTo, String existing) {
        return person(number, category, termTo, existing, "ACTIVE");
    }

    private static long person(String number, String category, String termTo, String existing, String state) {
        PersonForm form = PersonForm.of(number, "测试" + number, "", Sex.MALE, Category.valueOf(category))
                .with("state", state)
                .with("termTo", termTo);
        return existing.isEmpty()
                ? world.services.people().create(world.officer, form).orThrow()
                : world.services
                        .people()
                        .edit(world.officer, Long.parseLong(existing), 1, form)
                        .orThrow();
    }

    private static List<String> summaries(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select ref || case when cancelled_at is null then ' open' else ' dropped' end from supervision.duty
                         where person_id = :id and kind = 'lifecycle.summary'""")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }

    private static int count(long id, String kind) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from supervision.duty where person_id = :id and kind = :kind")
                        .bind("id", id)
                        .bind("kind", kind)
                        .mapTo(Integer.class)
                        .one());
    }
}
