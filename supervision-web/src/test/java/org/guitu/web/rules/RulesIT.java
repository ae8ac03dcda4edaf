package org.guitu.web.rules;

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

class RulesIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试规定所");
        browser = world.browser(world.officer);
    }

    @Test
    void planIsOrderedAndWrittenIntoTheRuleBookInOneGo() {
        long id = world.person("测试计划");
        String page = browser.get(order(id, plan())).body();
        assertThat(page).contains("每 10 分钟定位一次，每 10 分钟发送一次，缓冲 15 分钟：满 25 分钟没有数据即为失联", "执行中", "第 1 版");
        assertThat(world.count(
                        "telemetry.rule",
                        "subject_id = :id and kind = 'REPORT_EVERY' and terms = '{\"fixEveryS\":600,\"sendEveryS\":600,\"bufferS\":900}'",
                        id))
                .isEqualTo(1);
        assertThat(browser.get("/people/" + id).body()).contains("其他规定", "上报计划", "满 25 分钟");
        assertThat(audited(id, "rules.create")).isEqualTo(1);
    }

    @Test
    void planHoldsInItsWeeklyHoursOnly() {
        long id = world.person("测试时段计划");
        Map<String, String> form = plan();
        form.remove("always");
        form.put("days.0", "MON");
        form.put("from.0", "08:00");
        form.put("to.0", "20:00");
        assertThat(browser.get(order(id, form)).body()).contains("08:00", "20:00");
        assertThat(world.count("telemetry.rule", "subject_id = :id and schedule is not null", id))
                .isEqualTo(1);
    }

    @Test
    void changeOnThePageKeepsEveryWindow() {
        long id = world.person("测试多时段");
        Map<String, String> form = plan();
        form.remove("always");
        String[] days = {"MON", "TUE", "WED", "THU", "FRI"};
        for (int i = 0; i < days.length; i++) {
            form.put("days." + i, days[i]);
            form.put("from." + i, "0" + (i + 1) + ":15");
            form.put("to." + i, "1" + i + ":45");
        }
        String path = order(id, form);
        assertThat(browser.get(path).body()).contains("01:15", "14:45");
        String page = browser.get(path + "/edit").body();
        for (int i = 0; i < days.length; i++) {
            assertThat(page).contains("name=\"from." + i + "\" value=\"0" + (i + 1) + ":15\"");
        }
        assertThat(page).contains("name=\"from.5\" value=\"\"").doesNotContain("name=\"from.6\"");
    }

    @Test
    void wholeFormIsCheckedAtOnceAndKept() {
        Map<String, String> form = plan();
        form.remove("always");
        form.put("fixMinutes", "ten");
        form.put("sendMinutes", "");
        form.put("bufferMinutes", "-1");
        form.put("timeZone", "Asia/Nowhere");
        form.put("validFrom", "2026-11-30T00:00");
        form.put("validTo", "2026-11-29T00:00");
        refused(world.person("测试多错"), form, "可以有小数", "请填写此项", "Asia/Nowhere", "失效时间须晚于生效时间", "value=\"ten\"");
        Map<String, String> hasty = plan();
        hasty.put("sendMinutes", "0.5");
        hasty.put("bufferMinutes", "0.5");
        refused(world.person("测试太密"), hasty, "发送间隔加缓冲须超过 1 分钟");
    }

    @Test
    void keepingAwayTakesAnotherPersonOfTheOwnSubtree() {
        long id = world.person("测试回避");
        long other = world.person("测试对方");
        assertThat(find(id, "测试对方").body())
                .contains("value=\"" + other + "\"", "value=\"测试对方\"", "value=\"321\"", "先写的备注");
        assertThat(find(id, "nobody").body()).contains("没有找到", "value=\"321\"");
        assertThat(find(id, "").body()).contains("请先查找另一名人员");
        assertThat(browser.get("/people/" + id + "/rules").body()).contains("没有其他规定");
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("kind", "KEEP_AWAY", "meters", "200", "always", "on", "otherId", Long.toString(other)));
        assertThat(browser.get(order(id, form)).body()).contains("与测试对方保持 200 米以上");
        assertThat(world.count(
                        "telemetry.rule r join telemetry.pair p on p.pair_id = r.subject_id",
                        "p.first_subject_id = :id and r.kind = 'KEEP_AWAY'",
                        id))
                .isEqualTo(1);

        CaseWorld elsewhere = new CaseWorld(WEB, "测试他处所");
        for (long wrong : new long[] {id, elsewhere.person("测试他处"), 999_999}) {
            form.put("otherId", Long.toString(wrong));
            refused(id, form, "没有这名人员，或不在本辖区");
        }
        form.put("otherId", "");
        refused(id, form, "请选择另一名人员");
    }

    @Test
    void braceletAndPhoneAreOnePair() {
        long id = world.person("测试人机");
        assertThat(browser.get(order(id, Map.of("kind", "STAY_TOGETHER", "meters", "50", "always", "on")))
                        .body())
                .contains("手环和手机相距不超过 50 米");
        assertThat(world.count(
                        "telemetry.pair",
                        "first_subject_id = :id and second_subject_id = :id and kind = 'STAY_TOGETHER'",
                        id))
                .isEqualTo(1);
        refused(id, Map.of("kind", "STAY_TOGETHER", "meters", "5", "always", "on"), "100000");
    }

    @Test
    void changeIsANewRevisionAndTheSecondEditorIsTold() {
        long id = world.person("测试改规");
        String path = order(id, plan());
        Map<String, String> change = plan();
        change.put("version", "1");
        change.put("bufferMinutes", "20");
        assertThat(browser.get(path + "/edit").body()).contains("value=\"15\"");
        assertThat(browser.post(path + "/edit", change).statusCode()).isEqualTo(303);
        change.put("bufferMinutes", "25");
        HttpResponse<String> late = browser.post(path + "/edit", change);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("别人已修改过这项规定", "case-differences", "您填写的\">25</td>")
                .contains(">20</td>");
        assertThat(browser.get(path).body()).contains("第 2 版", "第 1 版", "满 30 分钟", world.officer.name());
        assertThat(audited(id, "rules.revise")).isEqualTo(1);
    }

    @Test
    void changeCannotBeginBeforeNow() {
        long id = world.person("测试倒改");
        String path = order(id, plan());
        Map<String, String> change = plan();
        change.put("version", "1");
        change.put("validFrom", world.today().minusDays(3) + "T00:00");
        HttpResponse<String> refused = browser.post(path + "/edit", change);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"e-validFrom\"", "修改从现在起生效");
        assertThat(browser.get(path).body()).doesNotContain("第 2 版");
    }

    @Test
    void endIsUndone() {
        long id = world.person("测试终规");
        String path = order(id, plan());
        assertThat(browser.post(path + "/end", Map.of("reason", "不再需要")).statusCode())
                .isEqualTo(303);
        assertThat(browser.get(path).body()).contains("恢复（撤销终止）");
        assertThat(browser.post(path + "/end", Map.of()).statusCode()).isEqualTo(422);
        assertThat(browser.post(path + "/undo-end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("执行中").doesNotContain("恢复（撤销终止）");
        assertThat(world.count("telemetry.rule", "subject_id = :id and valid_to = 'infinity'", id))
                .isEqualTo(1);
    }

    @Test
    void whoIsReleasedIsToldNothingMoreAndWhatStoodEnds() {
        long id = world.person("测试解除");
        order(id, plan());
        world.release(id);
        assertThat(world.count("telemetry.rule", "subject_id = :id and valid_to = 'infinity'", id))
                .isZero();
        refused(id, plan(), "安置帮教对象不受监管");
    }

    @Test
    void programOrdersListsAndEnds() {
        long id = world.person("测试接口规定");
        String base = "/api/v1/people/" + id + "/rules";
        HttpResponse<String> made = browser.json(
                "POST", base, "{\"kind\":\"REPORT_EVERY\",\"fixEveryS\":30,\"sendEveryS\":30,\"bufferS\":60}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body()).contains("\"sendEveryS\":30", "\"bufferS\":60", "\"version\":1");
        long rule = Long.parseLong(made.body().replaceAll(".*?\"id\":(\\d+).*", "$1"));
        assertThat(browser.get(base).body()).contains("\"items\":[{\"id\":" + rule);
        HttpResponse<String> wrong = browser.json("POST", base, "{\"kind\":\"KEEP_OUT\"}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"kind\"");
        String plan =
                "{\"kind\":\"REPORT_EVERY\",\"sendEveryS\":-1,\"bufferS\":-1,\"schedule\":{\"timezone\":\"Mars/Base\",\"weekly\":[{\"days\":[\"MON\"]}]}}";
        assertThat(browser.json("POST", base, plan).body())
                .contains("\"fixEveryS\":", "\"sendEveryS\":", "\"bufferS\":")
                .contains("\"schedule.timezone\":", "\"schedule.weekly.0\":");
        assertThat(browser.json("POST", base, "{\"kind\":\"KEEP_AWAY\",\"meters\":200}")
                        .body())
                .contains("\"otherPersonId\":");
        HttpResponse<String> ended = browser.json("POST", base + "/" + rule + "/end", "{\"reason\":\"test\"}");
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(ended.body()).contains("endedAt");
    }

    @Test
    void whatLiesOutsideTheOwnSubtreeIsNotThere() {
        long id = world.person("测试本处");
        String path = order(id, plan());
        Browser stranger = world.browser(new CaseWorld(WEB, "测试远处所").officer);
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/people/" + id + "/rules").statusCode()).isEqualTo(404);
        assertThat(stranger.post(path + "/end", Map.of()).statusCode()).isIn(404, 422);
        assertThat(stranger.post("/people/" + id + "/rules/new", plan()).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/people/" + id + "/rules").statusCode()).isEqualTo(404);
        assertThat(browser.get("/people/" + id + "/rules/new?kind=STAY_IN").statusCode())
                .isEqualTo(404);
    }

    /** Presses the button that looks for the other person, halfway through the form. */
    private static HttpResponse<String> find(long id, String words) {
        HttpResponse<String> found = browser.post(
                "/people/" + id + "/rules/new",
                Map.of("kind", "KEEP_AWAY", "meters", "321", "note", "先写的备注", "q", words, "do", "find"));
        assertThat(found.statusCode()).isEqualTo(200);
        return found;
    }

    private static String order(long id, Map<String, String> form) {
        HttpResponse<String> ordered = browser.post("/people/" + id + "/rules/new", form);
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(303);
        return ordered.headers().firstValue("location").orElseThrow();
    }

    private static void refused(long id, Map<String, String> form, String... words) {
        long rules = world.count("supervision.rule");
        long judged = world.count("telemetry.rule");
        HttpResponse<String> answer = browser.post("/people/" + id + "/rules/new", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
        assertThat(world.count("supervision.rule")).isEqualTo(rules);
        assertThat(world.count("telemetry.rule")).isEqualTo(judged);
    }

    private static long audited(long id, String action) {
        return world.count("supervision.audit", "subject_id = :id and action = '" + action + "'", id);
    }

    private static Map<String, String> plan() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("kind", "REPORT_EVERY");
        form.put("fixMinutes", "10");
        form.put("sendMinutes", "10");
        form.put("bufferMinutes", "15");
        form.put("always", "on");
        form.put("timeZone", "Asia/Shanghai");
        return form;
    }
}
