package org.guitu.web.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ZonesIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试区域所");
        browser = world.browser(world.officer);
    }

    @Test
    void curfewIsOrderedWithItsHoursAndWrittenIntoTheRuleBook() {
        long id = world.person("测试宵禁");
        HttpResponse<String> ordered = browser.post("/people/" + id + "/zones/new", curfew());
        assertThat(ordered.statusCode()).isEqualTo(303);
        String page = browser.get(ordered.headers().firstValue("location").orElseThrow())
                .body();
        assertThat(page).contains("测试住所", "须在其内", "21:00 至次日 06:00", "执行中", "第 1 版");
        assertThat(world.count("telemetry.rule", "subject_id = :id and kind = 'STAY_IN' and schedule is not null", id))
                .isEqualTo(1);
        assertThat(browser.get("/people/" + id).body()).contains("须在其内 · 测试住所");
    }

    @Test
    void selfCrossingAreaIsRefusedOnTheServerToo() {
        Map<String, String> form = curfew();
        form.put("area", CaseWorld.BOW_TIE);
        refused(world.person("测试交叉"), form, "区域的边线自己交叉了");
    }

    @Test
    void unknownTimeZoneIsRefusedByName() {
        Map<String, String> form = curfew();
        form.put("timeZone", "Asia/Beijing2");
        refused(world.person("测试时区"), form, "不认识的时区“Asia/Beijing2”", "value=\"21:00\"");
    }

    @Test
    void wholeFormIsCheckedAtOnceAndKept() {
        Map<String, String> form = curfew();
        form.put("name", "");
        form.put("area", "");
        form.put("from.0", "");
        form.put("validFrom", "2026-11-30T00:00");
        form.put("validTo", "2026-11-29T00:00");
        form.put("note", "留着的备注");
        refused(world.person("测试多错"), form, "请填写此项", "请在地图上画出区域，或选择已存的地点", "请填写开始和结束时间", "失效时间须晚于生效时间", "留着的备注");
    }

    @Test
    void changeIsANewRevisionAndTheSecondEditorIsTold() {
        long id = world.person("测试改区");
        String path = browser.post("/people/" + id + "/zones/new", curfew())
                .headers()
                .firstValue("location")
                .orElseThrow();
        Map<String, String> change = curfew();
        change.put("version", "1");
        change.put("name", "测试新住所");
        change.put("from.0", "22:00");
        assertThat(browser.post(path + "/edit", change).statusCode()).isEqualTo(303);
        HttpResponse<String> late = browser.post(path + "/edit", change);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("别人已修改过这个区域", "value=\"22:00\"");
        assertThat(browser.get(path).body()).contains("第 2 版 · 测试新住所", "第 1 版 · 测试住所", "22:00 至次日 06:00");
        assertThat(world.count("telemetry.rule", "subject_id = :id", id)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void endIsUndone() {
        long id = world.person("测试终止");
        String path = browser.post("/people/" + id + "/zones/new", curfew())
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(browser.post(path + "/end", Map.of("reason", "换了住处")).statusCode())
                .isEqualTo(303);
        assertThat(browser.get(path).body()).contains("终止", "恢复（撤销终止）");
        assertThat(browser.post(path + "/undo-end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("执行中").doesNotContain("恢复（撤销终止）");
    }

    @Test
    void zoneThatHasNotBegunIsEndedAndReopened() {
        long id = world.person("测试未始");
        Map<String, String> form = curfew();
        form.put("validFrom", "2099-01-01T00:00");
        String path = browser.post("/people/" + id + "/zones/new", form)
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(browser.post(path + "/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.post(path + "/undo-end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("2099-01-01 00:00 起生效");
        assertThat(world.count("telemetry.rule", "subject_id = :id and valid_from < valid_to", id))
                .isEqualTo(1);
    }

    @Test
    void areaKeptAsAPlaceServesThenextPerson() {
        Map<String, String> first = curfew();
        first.put("keepPlace", "on");
        first.put("name", "测试学校");
        assertThat(browser.post("/people/" + world.person("测试地点一") + "/zones/new", first)
                        .statusCode())
                .isEqualTo(303);
        long id = world.person("测试地点二");
        String blank = browser.get("/people/" + id + "/zones/new").body();
        assertThat(blank).contains("测试学校");
        long place = world.services.zones().places(world.officer).getFirst().id();
        Map<String, String> second = curfew();
        second.put("area", "");
        second.put("placeId", Long.toString(place));
        second.put("kind", "KEEP_OUT");
        assertThat(browser.post("/people/" + id + "/zones/new", second).statusCode())
                .isEqualTo(303);
    }

    @Test
    void programOrdersAZoneInTheFormTheToolsSpeak() {
        long id = world.person("测试接口");
        String order = "{\"name\":\"测试禁区\",\"kind\":\"KEEP_OUT\",\"area\":" + CaseWorld.SQUARE
                + ",\"schedule\":{\"timezone\":\"Asia/Shanghai\",\"weekly\":[{\"days\":[\"MON\"],\"from\":\"08:00\",\"to\":\"17:00\"}]}}";
        HttpResponse<String> made = browser.json("POST", "/api/v1/people/" + id + "/zones", order);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body()).contains("\"weekly\":[{\"days\":[\"MON\"]", "\"type\":\"Polygon\"");
        HttpResponse<String> refused = browser.json(
                "POST",
                "/api/v1/people/" + id + "/zones",
                order.replace("Asia/Shanghai", "Mars/Base").replace(CaseWorld.SQUARE, CaseWorld.BOW_TIE));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Mars/Base", "\"area\":\"区域的边线自己交叉了");
    }

    private static void refused(long id, Map<String, String> form, String... words) {
        long zones = world.count("supervision.zone");
        long rules = world.count("telemetry.rule");
        HttpResponse<String> answer = browser.post("/people/" + id + "/zones/new", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
        assertThat(world.count("supervision.zone")).isEqualTo(zones);
        assertThat(world.count("telemetry.rule")).isEqualTo(rules);
    }

    private static Map<String, String> curfew() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "测试住所");
        form.put("kind", "STAY_IN");
        form.put("area", CaseWorld.SQUARE);
        form.put("days.0", "MON");
        form.put("from.0", "21:00");
        form.put("to.0", "06:00");
        form.put("timeZone", "Asia/Shanghai");
        return form;
    }
}
