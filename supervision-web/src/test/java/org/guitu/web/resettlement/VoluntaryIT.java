package org.guitu.web.resettlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help is voluntary: whoever is released is offered nothing of supervision, and what is sent all the same is refused. */
class VoluntaryIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;
    private static long id;
    private static long device;

    @BeforeAll
    static void releaseSomebody() {
        world = new CaseWorld(WEB, "测试自愿所");
        browser = world.browser(world.officer);
        id = world.services
                .people()
                .create(world.officer, PersonForm.of("测愿1", "测试刑满", "Ce Shi", Sex.MALE, Category.RELEASED))
                .orThrow();
        device = world.bracelet();
    }

    @Test
    void pageOfThePersonOffersHelpAndNothingOfSupervision() {
        String page = browser.get("/people/" + id).body();
        assertThat(page)
                .contains("安置帮教出于自愿", "/people/" + id + "/resettlement")
                .doesNotContain(
                        "/bases/authorise", "/bases/plan", "/devices/assign", "/zones/new", "/rules/new", "/leave/new");
        assertThat(browser.get("/people/" + id + "/zones").body()).doesNotContain("/zones/new");
        assertThat(browser.get("/people/" + id + "/rules").body()).doesNotContain("/rules/new");
        assertThat(browser.get("/people/" + id + "/bases").body()).doesNotContain("/bases/authorise", "/bases/plan");
        assertThat(browser.get("/people/" + id + "/leave").body()).doesNotContain("/leave/new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bases/authorise",
                "bases/plan",
                "devices/assign",
                "zones/new",
                "rules/new?kind=REPORT_EVERY",
                "rules/new?kind=KEEP_AWAY",
                "leave/new"
            })
    void formOfSupervisionIsNotShown(String form) {
        HttpResponse<String> answer = browser.get("/people/" + id + "/" + form);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("此人不在社区矫正期内").doesNotContain("<textarea", "name=\"lastDay\"");
    }

    @Test
    void postedFormIsRefused() {
        LocalDate today = world.today();
        refused(
                "bases/authorise",
                Map.of(
                        "ground",
                        "REFUSED_TO_REPORT",
                        "evidence",
                        "测试",
                        "firstDay",
                        today.toString(),
                        "lastDay",
                        today.plusDays(9).toString()));
        refused(
                "bases/plan",
                Map.of(
                        "firstDay",
                        today.toString(),
                        "lastDay",
                        today.plusDays(9).toString(),
                        "points",
                        "3",
                        "continuous",
                        "on"));
        refused("devices/assign", Map.of("deviceId", Long.toString(device)));
        refused("zones/new", Map.of("name", "测试区", "kind", "KEEP_OUT", "area", CaseWorld.SQUARE, "always", "on"));
        refused(
                "rules/new",
                Map.of(
                        "kind",
                        "REPORT_EVERY",
                        "fixMinutes",
                        "10",
                        "sendMinutes",
                        "10",
                        "bufferMinutes",
                        "15",
                        "always",
                        "on"));
        refused(
                "leave/new",
                Map.of(
                        "reason", "MEDICAL",
                        "destination", "测试市",
                        "firstDay", today.plusDays(5).toString(),
                        "lastDay", today.plusDays(6).toString(),
                        "proof", "测试",
                        "phone", "000",
                        "appliedOn", today.toString()));
        nothingWasOrdered();
    }

    @Test
    void programIsRefusedToo() {
        String first = world.today().toString();
        String last = world.today().plusDays(9).toString();
        api(
                "/api/v1/people/" + id + "/authorisations",
                "{\"ground\":\"REFUSED_TO_REPORT\",\"evidence\":\"测试\",\"firstDay\":\"" + first + "\",\"lastDay\":\""
                        + last + "\"}");
        api(
                "/api/v1/people/" + id + "/phone-plans",
                "{\"firstDay\":\"" + first + "\",\"lastDay\":\"" + last + "\",\"continuous\":\"true\"}");
        api(
                "/api/v1/people/" + id + "/zones",
                "{\"name\":\"测试区\",\"kind\":\"KEEP_OUT\",\"area\":" + CaseWorld.SQUARE + "}");
        api(
                "/api/v1/people/" + id + "/rules",
                "{\"kind\":\"REPORT_EVERY\",\"fixEveryS\":600,\"sendEveryS\":600,\"bufferS\":900}");
        api(
                "/api/v1/people/" + id + "/leaves",
                "{\"reason\":\"MEDICAL\",\"destination\":\"测试市\",\"firstDay\":\"" + last + "\",\"lastDay\":\"" + last
                        + "\",\"proof\":\"测试\",\"phone\":\"000\"}");
        api("/api/v1/devices/" + device + "/wearing", "{\"personId\":" + id + "}");
        nothingWasOrdered();
    }

    private static void refused(String form, Map<String, String> fields) {
        HttpResponse<String> answer = browser.post("/people/" + id + "/" + form, fields);
        assertThat(answer.statusCode()).as(form).isEqualTo(422);
        assertThat(answer.body()).as(form).containsPattern("刑满释放|安置帮教对象|不在社区矫正|不在矫|在矫");
    }

    private static void api(String path, String body) {
        HttpResponse<String> answer = browser.json("POST", path, body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(422);
        assertThat(answer.body()).as(path).containsPattern("刑满释放|安置帮教对象|不在社区矫正|不在矫|在矫");
    }

    private static void nothingWasOrdered() {
        assertThat(world.count("supervision.authorisation_application", "person_id = :id", id))
                .isZero();
        assertThat(world.count("supervision.basis", "person_id = :id", id)).isZero();
        assertThat(world.count("supervision.zone", "person_id = :id", id)).isZero();
        assertThat(world.count("supervision.wearing", "person_id = :id", id)).isZero();
        assertThat(world.count("supervision.leave", "person_id = :id", id)).isZero();
        assertThat(world.count("telemetry.rule", "subject_id = :id", id)).isZero();
    }
}
