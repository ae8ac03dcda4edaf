package org.guitu.web.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Someone on the books gets another case. */
class NewCaseIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;
    private static int numbers;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试新案所");
        browser = world.browser(world.officer);
    }

    @Test
    void whoWasReleasedBeginsAnewWithOneFile() {
        long id = released("测试再犯");
        assertThat(browser.get("/people/" + id).body()).contains("/people/" + id + "/case/new");
        ok(begin(id, "CONTROL", "DECIDED"));
        Person person = person(id);
        assertThat(person.category()).isEqualTo(Category.CONTROL);
        assertThat(person.state()).contains(CaseState.DECIDED);
        assertThat(person.termTo()).as("the old term is not this one's").isEmpty();
        assertThat(browser.get("/people/" + id + "/timeline").body()).contains("新收案件：管制，已决定");

        ok(step(id, "PAPERS"));
        assertThat(step(id, "RECEPTION").body()).contains("请先在档案中登记矫正期限");
        ok(term(id, 6));
        ok(step(id, "RECEPTION"));
        assertThat(person(id).supervised()).isTrue();
        assertThat(open(id)).contains("lifecycle.intake", "lifecycle.receipt");
        assertThat(browser.get("/people/" + id + "/case").body()).contains("已办 0/9", "已办 0/5");
        assertThat(world.count("supervision.resettlement", "person_id = :id and ended_on is not null", id))
                .as("help for the released has ended")
                .isEqualTo(1);
        assertThat(begin(id, "PROBATION", "DECIDED").body()).contains("此人的案件尚未结束");
    }

    @Test
    void whoIsDeadGetsNoCase() {
        long id = world.person("测试亡故");
        ok(step(id, "DEATH"));
        assertThat(browser.get("/people/" + id + "/case").body()).doesNotContain("/case/new");
        assertThat(begin(id, "CONTROL", "DECIDED").body()).contains("已登记死亡");
    }

    @Test
    void newCaseByMistakeGivesBackWhatStood() {
        long id = released("测试误立");
        LocalDate last = person(id).termTo().orElseThrow();
        ok(begin(id, "PAROLE", "INVESTIGATION"));
        String page = browser.get("/people/" + id + "/case").body();
        ok(undo(id, page));
        Person person = person(id);
        assertThat(person.category()).isEqualTo(Category.RELEASED);
        assertThat(person.state()).contains(CaseState.CLOSED_EXPIRED);
        assertThat(person.termTo()).contains(last);
        assertThat(browser.get("/people/" + id + "/case").body()).contains("已办 1/5");
    }

    @Test
    void personInDrugRehabilitationMayGetTheFirstCase() {
        long id = world.services
                .people()
                .create(
                        world.officer,
                        PersonForm.of("新案-" + ++numbers, "测试康复", "", Sex.MALE, Category.DRUG_REHABILITATION))
                .orThrow();
        assertThat(browser.get("/people/" + id).body()).contains("没有社区矫正案件", "/people/" + id + "/case/new");
        assertThat(begin(id, "RELEASED", "ACTIVE").body()).contains("请从列表中选择");
        ok(begin(id, "PROBATION", "INVESTIGATION"));
        String page = browser.get("/people/" + id + "/case").body();
        assertThat(page).contains("没有社区矫正案件 → 调查评估");
        ok(undo(id, page));
        assertThat(person(id).state()).isEqualTo(Optional.empty());
        assertThat(person(id).category()).isEqualTo(Category.DRUG_REHABILITATION);
    }

    /** Someone whose term was served and who was handed over, with one item of discharge ticked. */
    private static long released(String name) {
        long id = world.services
                .people()
                .create(
                        world.officer,
                        PersonForm.of("新案-" + ++numbers, name, "", Sex.MALE, Category.PROBATION)
                                .with("identityNumber", numbers == 1 ? "110101199003070038" : "110101199003070118"))
                .orThrow();
        ok(term(id, 0));
        ok(browser.post(
                "/people/" + id + "/case/check",
                Map.of("item", "SUMMARY", "doneOn", world.today().toString(), "note", "表现良好")));
        ok(step(id, "EXPIRY"));
        world.services
                .resettlement()
                .resettlements()
                .takeOver(world.officer, id)
                .orThrow();
        assertThat(person(id).category()).isEqualTo(Category.RELEASED);
        return id;
    }

    /** A reckoned term of so many months from today, or of today alone. */
    private static HttpResponse<String> term(long id, int months) {
        return browser.post(
                "/people/" + id + "/sentence/term",
                Map.of(
                        "version",
                        "0",
                        "change",
                        "SENTENCE",
                        "firstDay",
                        world.today().toString(),
                        "years",
                        "0",
                        "months",
                        Integer.toString(months),
                        "days",
                        months == 0 ? "1" : "0",
                        "heldDays",
                        "0",
                        "excludedDays",
                        "0"));
    }

    private static HttpResponse<String> begin(long id, String category, String state) {
        return browser.post(
                "/people/" + id + "/case/new",
                Map.of(
                        "category",
                        category,
                        "state",
                        state,
                        "happenedOn",
                        world.today().toString()));
    }

    private static HttpResponse<String> step(long id, String step) {
        return browser.post(
                "/people/" + id + "/case/step/" + step,
                Map.of("happenedOn", world.today().toString(), "documentNumber", "测文1号"));
    }

    private static HttpResponse<String> undo(long id, String page) {
        String step = page.replaceAll("(?s).*name=\"step\" value=\"(\\d+)\".*", "$1");
        return browser.post("/people/" + id + "/case/undo", Map.of("step", step, "reason", "立错了人"));
    }

    private static Person person(long id) {
        return world.services.people().find(world.officer, id).orElseThrow();
    }

    private static void ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    }

    private static List<String> open(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select kind from supervision.duty where person_id = :id and met_at is null and cancelled_at is null""")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }
}
