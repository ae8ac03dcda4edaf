package org.guitu.web.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from a basis: what is collected, and how it ends. */
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

    /** Midnight in China is the day before in UTC, and on the first of a month another month: admission must count as the order does. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01", "2027-03-01", "2027-05-01", "2027-07-01", "2026-11-30", "2028-02-29"})
    void longestTermIsAdmittedWhicheverDayItBegins(LocalDate first) {
        long id = world.person("测试满期");
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        world.authorise(id, Ground.REFUSED_TO_REPORT, "测5号", first);
        assertThat(world.count("telemetry.basis", "subject_id = :id", id)).isEqualTo(1);
    }

    @Test
    void termCutShortByHandEndsTheBasisWithIt() {
        long id = world.person("测试改期");
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        world.authorise(id, Ground.REFUSED_TO_REPORT, "测6号", world.today());
        Person person = world.services.people().find(world.officer, id).orElseThrow();
        LocalDate last = world.today().plusDays(9);
        world.services
                .people()
                .edit(world.officer, id, person.version(), PersonForm.of(person).with("termTo", last.toString()))
                .orThrow();
        assertThat(world.services.orders().list(world.officer, id))
                .singleElement()
                .satisfies(basis -> assertThat(basis.until())
                        .isEqualTo(last.plusDays(1)
                                .atStartOfDay(CaseWorld.SHANGHAI)
                                .toInstant()));
    }

    @Test
    void releasedPersonIsRefused() {
        long id = world.person("测试已释");
        world.release(id);
        Map<String, String> form =
                AuthorisationsIT.form(world.today(), world.today().plusDays(30));
        HttpResponse<String> answer = browser.post("/people/" + id + "/bases/authorise", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("此人已刑满释放");
        assertThat(world.count("supervision.authorisation_application", "person_id = :id", id))
                .isZero();
        assertThat(browser.get("/people/" + id).body()).contains("不在矫：不采集任何位置");
    }

    @Test
    void releaseEndsWhatIsCollectedAndDemandedAndAppliedFor() {
        long id = world.person("测试释放");
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        long basis = world.authorise(id, Ground.REVOCATION_PROPOSED, "测2号", world.today());
        LocalDate next = world.today().plusMonths(4);
        long waiting = world.services
                .applications()
                .applyToRenew(
                        world.officer,
                        id,
                        basis,
                        ApplicationForm.renewal(Ground.REVOCATION_PROPOSED, "测试证据", "仍有必要", next))
                .orThrow();
        world.release(id);
        assertThat(world.count("telemetry.basis", "subject_id = :id and valid_to > now()", id))
                .isZero();
        assertThat(world.count("supervision.basis", "person_id = :id and ended_at is not null", id))
                .isEqualTo(1);
        assertThat(world.services
                        .applications()
                        .find(world.officer, waiting)
                        .orElseThrow()
                        .state())
                .isEqualTo(Application.State.WITHDRAWN);
    }

    @Test
    void takingTheDeviceBackStopsCollectingAndPuttingItOnGoesOn() {
        long id = world.person("测试换戴");
        long device = world.bracelet();
        world.authorise(id, Ground.REFUSED_TO_REPORT, "测3号", world.today());
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
    void whatHasNotBegunCanBeLifted() {
        long id = world.person("测试未始");
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        long basis = world.authorise(
                id, Ground.REFUSED_TO_REPORT, "测6号", world.today().plusDays(5));
        world.services.orders().end(world.officer, id, basis, "不再需要").orThrow();
        assertThat(world.count("telemetry.basis", "subject_id = :id and valid_from < valid_to", id))
                .isZero();
    }

    @Test
    void theHeadMayLiftWhatHeApproved() {
        long id = world.person("测试局长解除");
        long basis = world.authorise(id, Ground.REFUSED_TO_REPORT, "测7号", world.today());
        Browser head = world.browser(world.head);
        assertThat(head.post("/people/" + id + "/bases/" + basis + "/end", Map.of("reason", "不再需要"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(world.count("supervision.case_entry", "person_id = :id and kind = 'orders.log.ended'", id))
                .isEqualTo(1);
    }

    @Test
    void liftingAsksWhyAndRevokingMakesRoomAgain() {
        long id = world.person("测试解除");
        long first = world.services
                .orders()
                .plan(
                        world.officer,
                        id,
                        PlanForm.random(world.today(), world.today().plusDays(60), 3, "08:00", "20:00"))
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
                        PlanForm.random(world.today(), world.today().plusDays(90), 3, "08:00", "20:00"))
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
}
