package org.guitu.web.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
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
        change.put("name", "测试别名");
        change.put("from.0", "23:00");
        HttpResponse<String> late = browser.post(path + "/edit", change);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("别人已修改过这个区域", "value=\"23:00\"", "case-differences", "测试新住所", "22:00–")
                .doesNotContain("您画的范围");
        assertThat(browser.get(path).body()).contains("第 2 版 · 测试新住所", "第 1 版 · 测试住所", "22:00 至次日 06:00");
        assertThat(world.count("telemetry.rule", "subject_id = :id", id)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void onlyAChangeThatCorrectsMayBeginBeforeNow() {
        long id = world.person("测试倒改");
        String path = ordered(id, curfew());
        Map<String, String> change = curfew();
        change.put("version", "1");
        change.put("validFrom", minutesFromNow(-3 * 1_440));
        HttpResponse<String> refused = browser.post(path + "/edit", change);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"e-validFrom\"", "可勾选更正");
        change.put("correction", "on");
        assertThat(browser.post(path + "/edit", change).statusCode()).isEqualTo(303);
        assertThat(world.count(
                        "telemetry.rule",
                        "subject_id = :id and valid_from < now() - interval '2 days' and valid_to = 'infinity'",
                        id))
                .isEqualTo(1);
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

    @Test
    void attendanceWithAlternativePlacesIsOrderedAndShown() {
        long id = world.person("测试到场");
        Map<String, String> form = curfew();
        form.put("from.0", "08:00");
        form.put("to.0", "12:00");
        form.put("dwellMinutes", "120");
        form.put("do", "add-part");
        HttpResponse<String> added = browser.post("/people/" + id + "/zones/new", form);
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).contains("name=\"part\"", "地点 1 · 多边形", "value=\"120\"");
        assertThat(world.services.zones().list(world.officer, id)).isEmpty();
        form.remove("do");
        form.put("part", CaseWorld.SQUARE);
        form.put("area", "{\"type\":\"Point\",\"coordinates\":[121.05,31.05]}");
        form.put("radiusMeters", "90");
        String path = ordered(id, form);
        assertThat(browser.get(path).body()).contains("2 个地点之一：多边形；圆形，半径 90 米", "每个时段至少停留 120 分钟", "08:00–12:00");
        assertThat(browser.get(path + "/edit").body()).contains("地点 2 · 圆形，半径 90 米", "value=\"120\"");
        assertThat(world.count("telemetry.rule", "subject_id = :id and terms ->> 'dwellS' = '7200'", id))
                .isEqualTo(1);
        assertThat(world.count("telemetry.rule", "subject_id = :id and geometrytype(area) = 'GEOMETRYCOLLECTION'", id))
                .isEqualTo(1);
    }

    @Test
    void alternativeIsTakenOffTheListAgain() {
        long id = world.person("测试减点");
        Map<String, String> form = curfew();
        form.put("part", CaseWorld.SQUARE);
        form.put("do", "remove-part.0");
        assertThat(browser.post("/people/" + id + "/zones/new", form).body())
                .doesNotContain("name=\"part\"")
                .contains("测试住所");
    }

    @Test
    void termsThatDoNotFitTheOrderAreNamedByField() {
        Map<String, String> attendance = curfew();
        attendance.put("dwellMinutes", "60");
        attendance.put("always", "on");
        refused(world.person("测试到场错一"), attendance, "须填写有始有终的时段");
        attendance.remove("always");
        attendance.put("dwellMinutes", "541");
        refused(world.person("测试到场错二"), attendance, "最短的时段只有 540 分钟");
        attendance.put("kind", "KEEP_OUT");
        attendance.put("approachMeters", "5001");
        refused(world.person("测试到场错三"), attendance, "只用于“须在其内”", "id=\"e-approachMeters\"");
        Map<String, String> band = curfew();
        band.put("approachMeters", "100");
        band.put("placeGroupId", "999999");
        refused(world.person("测试提醒错"), band, "只用于“禁止进入”", "没有这个地点类");
    }

    @Test
    void bandThatWarnsAndExceptionsAreWrittenIntoTheRule() {
        long id = world.person("测试提醒带");
        Map<String, String> form = curfew();
        form.put("kind", "KEEP_OUT");
        form.put("always", "on");
        form.put("approachMeters", "300");
        form.put("pauseFrom.0", "2099-03-02T08:00");
        form.put("pauseTo.0", "2099-03-05T20:00");
        form.put("pauseNote.0", "看病准假");
        form.put("date.0", "2099-10-01");
        form.put("date.1", "2099-10-02");
        form.put("dateFrom.1", "08:00");
        form.put("dateTo.1", "10:00");
        String path = ordered(id, form);
        assertThat(browser.get(path).body())
                .contains(
                        "接近 300 米内提醒",
                        "2099-03-02 08:00 至 2099-03-05 20:00 暂停：看病准假",
                        "2099-10-01：不生效",
                        "2099-10-02：08:00–10:00");
        assertThat(browser.get("/people/" + id + "/zones").body()).contains("看病准假");
        assertThat(world.count(
                        "telemetry.rule",
                        "subject_id = :id and terms ->> 'approachM' = '300.0' and schedule -> 'pauses' -> 0 ->> 'from' = '2099-03-02T08:00'",
                        id))
                .isEqualTo(1);
        String edit = browser.get(path + "/edit").body();
        assertThat(edit).contains("value=\"300\"", "value=\"2099-03-05T20:00\"", "value=\"2099-10-01\"");
    }

    @Test
    void zoneIsSuspendedForLeaveAndTheSuspensionTakenBack() {
        long id = world.person("测试准假");
        String path = ordered(id, curfew());
        String end = minutesFromNow(3 * 1_440);
        Map<String, String> leave = new LinkedHashMap<>();
        leave.put("pauseFrom", minutesFromNow(5));
        leave.put("pauseTo", end);
        leave.put("pauseNote", "");
        HttpResponse<String> silent = browser.post(path + "/suspend", leave);
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("id=\"e-pauseNote\"", "value=\"" + end + "\"");
        leave.put("pauseNote", "回乡奔丧");
        assertThat(browser.post(path + "/suspend", leave).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("暂停：回乡奔丧", "撤回", "第 2 版");
        assertThat(world.count("supervision.audit", "subject_id = :id and action = 'zones.suspend'", id))
                .isEqualTo(1);
        assertThat(world.count("telemetry.rule", "subject_id = :id and schedule -> 'pauses' is not null", id))
                .isEqualTo(1);
        Map<String, String> back = Map.of("from", leave.get("pauseFrom"), "to", leave.get("pauseTo"));
        assertThat(browser.post(path + "/resume", back).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("第 3 版").doesNotContain(">撤回<");
        assertThat(browser.post(path + "/resume", back).statusCode()).isEqualTo(422);
        assertThat(world.count(
                        "telemetry.rule",
                        "subject_id = :id and valid_to = 'infinity' and schedule -> 'pauses' is null",
                        id))
                .isEqualTo(1);
    }

    @Test
    void zoneUnderLeaveSaysSoAndGoesOnAfterItsEndIsUndone() {
        long id = world.person("测试假中");
        Map<String, String> form = curfew();
        form.put("always", "on");
        form.put("pauseFrom.0", "2020-01-01T00:00");
        form.put("pauseTo.0", "2020-06-01T00:00");
        form.put("pauseFrom.1", minutesFromNow(-1_440));
        form.put("pauseTo.1", minutesFromNow(2 * 1_440));
        String path = ordered(id, form);
        assertThat(browser.get(path).body()).contains("暂停至 ");
        assertThat(browser.post(path + "/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.post(path + "/undo-end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(world.count(
                        "telemetry.rule",
                        "subject_id = :id and valid_to = 'infinity' and jsonb_array_length(schedule -> 'pauses') = 2",
                        id))
                .isEqualTo(1);
    }

    @Test
    void programSaysAllOfItInOneOrder() {
        long id = world.person("测试接口全");
        String order = """
                {"name":"测试到场","kind":"STAY_IN","area":%s,"dwellMinutes":45,
                 "schedule":{"timezone":"Asia/Shanghai","weekly":[{"days":["MON"],"from":"08:00","to":"09:00"}],
                   "dates":[{"date":"2099-05-01","hours":[]}],"pauses":[{"from":"2099-03-02T08:00","to":"2099-03-05T20:00","note":"准假"}]}}
                """.formatted(CaseWorld.SQUARE);
        HttpResponse<String> made = browser.json("POST", "/api/v1/people/" + id + "/zones", order);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body())
                .contains(
                        "\"dwellMinutes\":45", "\"dates\":[{\"date\":\"2099-05-01\",\"hours\":[]}]", "\"note\":\"准假\"");
        HttpResponse<String> refused = browser.json(
                "POST",
                "/api/v1/people/" + id + "/zones",
                order.replace("\"dwellMinutes\":45", "\"dwellMinutes\":61").replace("2099-05-01", "2099-13-01"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"dwellMinutes\":\"最短的时段只有 60 分钟", "\"schedule.dates.0\"");
    }

    @Test
    void programIsToldWhatIsWrongByTheNamesItUsed() {
        long id = world.person("测试接口名");
        String base = "/api/v1/people/" + id + "/zones";
        String order = """
                {"name":"测试禁区","kind":"STAY_IN","area":%s,"approachM":6000,
                 "schedule":{"timezone":"Mars/Base","weekly":[{"days":["MON"],"from":"8","to":"09:00"}],
                   "dates":[{"date":"2099-05-01","hours":[{"from":"08:00","to":"09:00"},{"from":"10:00","to":"11:00"}]},{"date":"2099-13-01"}],
                   "pauses":[{"from":"2099-03-02T08:00"}]}}
                """.formatted(CaseWorld.SQUARE);
        for (String path : new String[] {base, base + "/preview"}) {
            assertThat(browser.json("POST", path, order).body())
                    .contains(
                            "\"approachM\":",
                            "\"schedule.timezone\":",
                            "\"schedule.weekly.0\":",
                            "\"schedule.dates.1\":",
                            "\"schedule.pauses.0\":")
                    .doesNotContain("\"schedule.dates.0\":", "\"schedule.dates.2\":");
        }
        String zone = ordered(id, curfew()).replaceAll(".*/", "");
        assertThat(browser.json("POST", base + "/" + zone + "/suspend", "{}").body())
                .contains("\"from\":", "\"to\":", "\"note\":")
                .doesNotContain("pauseFrom");
    }

    private static String minutesFromNow(int minutes) {
        return LocalDateTime.now(CaseWorld.SHANGHAI)
                .plusMinutes(minutes)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static String ordered(long id, Map<String, String> form) {
        HttpResponse<String> answer = browser.post("/people/" + id + "/zones/new", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow();
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
