package org.guitu.web.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.http.Json;
import org.guitu.web.orders.Ground;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CoverageIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试掌握所");
        browser = world.browser(world.officer);
    }

    @Test
    void hoursOfReportsAreObservedAndTheRestSaysWhyNot() throws Exception {
        long id = world.person("测试掌握");
        long device = world.bracelet();
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        world.authorise(id, Ground.INJUNCTION_BREACHED, "测掌1号", world.today());
        // The law covers the past too: what is told of it is what was lawful then.
        WEB.jdbi()
                .useHandle(handle -> handle.execute(
                        "update telemetry.basis set valid_from = now() - interval '3 days' where subject_id = ?", id));
        LocalDate yesterday = world.today().minusDays(1);
        Instant noon = yesterday.atTime(12, 0).atZone(CaseWorld.SHANGHAI).toInstant();
        for (int minute = 0; minute <= 120; minute += 10) {
            world.report(id, device, noon.plus(Duration.ofMinutes(minute)), 1, 31.2, 121.4, 8f);
        }

        JsonNode days = days(id, "?from=" + yesterday + "&to=" + yesterday);
        assertThat(days.path("timeZone").asText()).isEqualTo("Asia/Shanghai");
        JsonNode day = days.path("items").get(0);
        assertThat(day.path("observedS").asLong()).isEqualTo(2 * 3600);
        assertThat(day.path("breachS").asLong()).isZero();
        assertThat(day.path("noPacketS").asLong() + day.path("serverDownS").asLong())
                .isEqualTo(22 * 3600);

        String page = browser.get("/people/" + id + "/coverage").body();
        assertThat(page)
                .contains("测试掌握：掌握情况", "今天，到现在", "不能当作守规", "没有掌握不等于守规", "cov-observed", "<td class=\"\">120</td>");
        assertThat(browser.get("/people/" + id).body()).contains("近 30 天的掌握情况", "cov-strip", "掌握 2 小时 0 分");
    }

    @Test
    void withoutABasisNothingIsKnownAndTodayIsNotYetOver() throws Exception {
        long id = world.person("测试无据");
        JsonNode items = days(id, "").path("items");
        assertThat(items).hasSize(30);
        JsonNode today = items.get(29);
        assertThat(today.path("day").asText()).isEqualTo(world.today().toString());
        assertThat(today.path("notAuthorisedS").asLong()).isLessThan(86_400);
        assertThat(items.get(0).path("notAuthorisedS").asLong()).isEqualTo(86_400);
        assertThat(items.get(0).path("observedS").asLong()).isZero();
    }

    @Test
    void periodIsChecked() {
        long id = world.person("测试期间");
        String base = "/api/v1/people/" + id + "/coverage";
        refused(base + "?from=2026-01-01&to=2026-06-01", "\"from\"", "92");
        refused(base + "?from=2026-06-02&to=2026-06-01", "\"to\"");
        refused(base + "?to=2099-01-01", "\"to\"");
        refused(base + "?from=yesterday", "\"from\"");
        assertThat(browser.get("/people/" + id + "/coverage?to=nonsense").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoLiesOutsideTheOwnSubtreeIsNotThere() {
        long id = world.person("测试别人");
        Browser stranger = world.browser(new CaseWorld(WEB, "测试远所").officer);
        assertThat(stranger.get("/people/" + id + "/coverage").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/people/" + id + "/coverage").statusCode())
                .isEqualTo(404);
    }

    private static JsonNode days(long id, String query) throws Exception {
        HttpResponse<String> answer = browser.get("/api/v1/people/" + id + "/coverage" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static void refused(String path, String... words) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
    }
}
