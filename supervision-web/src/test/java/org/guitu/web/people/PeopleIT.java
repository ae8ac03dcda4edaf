package org.guitu.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeopleIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试一所");
        browser = world.browser(world.officer);
    }

    @Test
    void personIsRegisteredFoundAndShown() {
        HttpResponse<String> made = browser.post("/people/new", fields("测字2026第7号", "测试·甲一"));
        assertThat(made.statusCode()).isEqualTo(303);
        String path = made.headers().firstValue("location").orElseThrow();
        String page = browser.get(path).body();
        assertThat(page)
                .contains("测试·甲一", "测字2026第7号", "缓刑", "已登记", "当前没有有效的采集依据：不采集此人的任何位置。", "测试一所", "11010519491231002X");
        for (String query : new String[] {"甲一", "jiayi", "CSJY", "2026", "Ce%20Shi"}) {
            assertThat(browser.get("/people?q="
                                    + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8)
                                            .replace("%2520", "%20"))
                            .body())
                    .as(query)
                    .contains("测试·甲一", "110*************2X")
                    .doesNotContain("11010519491231002X");
        }
        assertThat(browser.get("/people?q=nobody").body()).contains("没有符合条件的人");
        assertThat(browser.get("/people?category=CONTROL").body()).doesNotContain("测试·甲一");
    }

    @Test
    void everyPageOfAFileThatIsReadLeavesWordOfIt() {
        long id = world.person("测试阅档");
        String file = "/people/" + id;
        long opened = opened(id);
        for (String page : List.of(
                "/sentence",
                "/conduct",
                "/case",
                "/timeline",
                "/leave",
                "/papers",
                "/education",
                "/help",
                "/duties",
                "/household",
                "/as-of",
                "/exchange",
                "/zones",
                "/permits",
                "/team")) {
            assertThat(browser.get(file + page).statusCode()).as(page).isEqualTo(200);
            assertThat(opened(id)).as(page).isEqualTo(++opened);
        }
        assertThat(browser.get("/api/v1" + file + "/leaves").statusCode()).isEqualTo(200);
        assertThat(opened(id)).isEqualTo(++opened);
        Browser elsewhere = WEB.signedIn(WEB.below(WEB.root(), "测试阅档他所"), Role.OFFICER);
        assertThat(elsewhere.get(file + "/sentence").statusCode()).isEqualTo(404);
        assertThat(opened(id)).isEqualTo(opened);
    }

    private static long opened(long id) {
        return world.count("supervision.audit", "subject_id = :id and action = 'people.open'", id);
    }

    @Test
    void caseBeginsDecidedUnlessTheDayOfReceptionIsSaid() {
        assertThat(browser.get("/people/new").body())
                .contains("value=\"DECIDED\" selected")
                .doesNotContain("AWAITING_REPORT");
        Map<String, String> fields = fields("起始-1", "测试起始");
        fields.put("receivedOn", "");
        assertThat(browser.post("/people/new", fields).body()).contains("请填写接收日期");
        fields.put("receivedOn", world.today().plusDays(1).toString());
        assertThat(browser.post("/people/new", fields).body()).contains("接收日期不能在将来");
        fields.put("receivedOn", world.today().minusMonths(3).toString());
        String path = browser.post("/people/new", fields)
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceAll("\\?.*", "");
        assertThat(browser.get(path + "/timeline").body()).contains("接收入矫（补录）");
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        assertThat(world.count(
                        "supervision.person_state", "person_id = :id and valid_from < now() - interval '80 days'", id))
                .isEqualTo(1);
        Map<String, String> unsaid = fields("起始-2", "测试起始乙");
        unsaid.remove("state");
        unsaid.remove("receivedOn");
        assertThat(browser.post("/people/new", unsaid).statusCode()).isEqualTo(303);
        assertThat(browser.get("/people?state=DECIDED").body()).contains("测试起始乙");
    }

    @Test
    void wrongFormIsShownAgainWithItsValuesAndNothingIsSaved() {
        long before = world.count("supervision.person");
        Map<String, String> fields = fields("测字2026第8号", "测试乙");
        fields.put("identityNumber", "110105194912310021");
        fields.put("termTo", "2020-01-01");
        fields.put("category", "");
        HttpResponse<String> refused = browser.post("/people/new", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("身份号码不正确", "结束日期早于开始日期", "请从列表中选择", "value=\"测试乙\"", "value=\"110105194912310021\"");
        assertThat(world.count("supervision.person")).isEqualTo(before);
        assertThat(world.count("supervision.person_category")).isEqualTo(world.count("supervision.person_class"));
    }

    @Test
    void caseNumberInUseIsRefusedInTheReadersLanguage() {
        browser.post("/people/new", fields("测字2026第9号", "测试丙"));
        Map<String, String> again = fields("测字2026第9号", "测试丁");
        again.put("identityNumber", "");
        HttpResponse<String> refused = browser.json(
                "POST",
                "/api/v1/people",
                "{\"caseNumber\":\"测字2026第9号\",\"name\":\"测试丁\",\"sex\":\"MALE\",\"category\":\"PROBATION\",\"supervisionClass\":\"NORMAL\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"caseNumber\":\"这个案件编号已经使用。\"");
    }

    @Test
    void anotherOfficeSeesAndTouchesNothing() {
        long id = world.person("测试隔离");
        Staff stranger = world.officer(WEB.below(WEB.root(), "测试二所"));
        Browser other = world.browser(stranger);
        assertThat(other.get("/people").body()).doesNotContain("测试隔离");
        for (String path : new String[] {"", "/edit", "/bases", "/zones", "/zones/new", "/track", "/bases/authorise"}) {
            assertThat(other.get("/people/" + id + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(other.json("GET".equals("") ? "" : "PUT", "/api/v1/people/" + id, "{\"version\":1,\"person\":{}}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.post(
                                "/people/" + id + "/bases/plan",
                                Map.of("firstDay", "2026-11-23", "lastDay", "2026-12-01"))
                        .statusCode())
                .isEqualTo(404);
        Browser county = world.browser(world.officer(WEB.root()));
        assertThat(county.get("/people/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void secondEditorSeesTheDifferenceAndLosesNothing() {
        long id = world.person("测试并改");
        String version = version(browser.get("/people/" + id + "/edit").body());
        Map<String, String> first = fields("并改-1", "测试并改");
        first.put("identityNumber", "");
        first.put("version", version);
        first.put("phone", "000-1111");
        Map<String, String> second = new LinkedHashMap<>(first);
        second.put("phone", "000-2222");
        second.put("address", "第二位填写的地址");
        assertThat(browser.post("/people/" + id + "/edit", first).statusCode()).isEqualTo(303);
        HttpResponse<String> overtaken = browser.post("/people/" + id + "/edit", second);
        assertThat(overtaken.statusCode()).isEqualTo(409);
        assertThat(overtaken.body()).contains("000-1111", "000-2222", "第二位填写的地址", "别人已保存过", "对方保存的");
        assertThat(browser.get("/people/" + id).body()).contains("000-1111").doesNotContain("000-2222");
        second.put("version", version(overtaken.body()));
        assertThat(browser.post("/people/" + id + "/edit", second).statusCode()).isEqualTo(303);
        assertThat(browser.get("/people/" + id).body()).contains("000-2222", "第二位填写的地址");
        assertThat(world.count("supervision.person_revision", "person_id = :id", id))
                .isEqualTo(2);
    }

    @Test
    void nobodyLeavesOrEntersCorrectionsByAnEdit() {
        long id = world.person("测试改类");
        Map<String, String> edit = fields("改类-1", "测试改类");
        edit.put("identityNumber", "");
        edit.put("version", "1");
        edit.put("category", "RELEASED");
        HttpResponse<String> ended = browser.post("/people/" + id + "/edit", edit);
        assertThat(ended.statusCode()).isEqualTo(422);
        assertThat(ended.body()).contains("不能在此解除或终止矫正");
        assertThat(browser.json(
                                "PUT",
                                "/api/v1/people/" + id,
                                "{\"version\":1,\"person\":{\"caseNumber\":\"改类-1\",\"name\":\"测试改类\",\"sex\":\"FEMALE\","
                                        + "\"category\":\"DRUG_REHABILITATION\",\"supervisionClass\":\"NORMAL\"}}")
                        .statusCode())
                .isEqualTo(422);
        edit.put("category", "CONTROL");
        assertThat(browser.post("/people/" + id + "/edit", edit).body()).contains("请填写");
        edit.put("categoryReason", "原登记有误");
        assertThat(browser.post("/people/" + id + "/edit", edit).statusCode()).isEqualTo(303);
        assertThat(browser.get("/people/" + id + "/timeline").body()).contains("类别由缓刑改为管制：原登记有误");
        assertThat(world.services.people().find(world.officer, id).orElseThrow().state())
                .contains(CaseState.ACTIVE);
    }

    @Test
    void reassignmentKeepsWhatWasTrueBefore() {
        long id = world.person("测试移交");
        Staff county = world.officer(WEB.root());
        var station = WEB.below(world.office, "测试一所工作站");
        Browser above = world.browser(county);
        assertThat(above.post(
                                "/people/" + id + "/assign",
                                Map.of(
                                        "organisationId",
                                        Long.toString(station.id()),
                                        "officerId",
                                        Long.toString(world.officer.id())))
                        .statusCode())
                .isEqualTo(303);
        assertThat(above.get("/people/" + id).body()).contains("测试一所工作站");
        assertThat(world.count("supervision.assignment", "person_id = :id", id)).isEqualTo(3);
        assertThat(world.count(
                        "supervision.assignment", "person_id = :id and superseded_at is null and valid_to is null", id))
                .isEqualTo(1);
        assertThat(browser.post(
                                "/people/" + id + "/assign",
                                Map.of(
                                        "organisationId",
                                        Long.toString(WEB.root().id())))
                        .body())
                .contains("请选择本单位或下级单位");
    }

    @Test
    void listIsPaged() {
        Staff pages = world.officer(WEB.below(WEB.root(), "测试翻页所"));
        for (int i = 0; i < 7; i++) {
            world.services
                    .people()
                    .create(
                            pages,
                            PersonForm.of(
                                    "翻页-" + i, "测试翻" + i, "Fan " + (char) ('a' + i), Sex.FEMALE, Category.CONTROL))
                    .orThrow();
        }
        PersonQuery query = PersonQuery.of("fan").limitedTo(4);
        Found first = world.services.people().search(pages, query);
        Found second =
                world.services.people().search(pages, query.after(first.next().orElseThrow()));
        assertThat(first.people()).extracting(Found.Row::name).containsExactly("测试翻0", "测试翻1", "测试翻2", "测试翻3");
        assertThat(second.people()).extracting(Found.Row::name).containsExactly("测试翻4", "测试翻5", "测试翻6");
        assertThat(second.next()).isEmpty();
    }

    private static String version(String page) {
        var found = java.util.regex.Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> fields(String caseNumber, String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("caseNumber", caseNumber);
        fields.put("name", name);
        fields.put("latinName", "Ce Shi Jia Yi");
        fields.put("sex", "FEMALE");
        fields.put("bornOn", "");
        fields.put("identityNumber", name.equals("测试·甲一") || name.equals("测试乙") ? "11010519491231002X" : "");
        fields.put("category", "PROBATION");
        fields.put("supervisionClass", "NORMAL");
        fields.put("state", "ACTIVE");
        fields.put("receivedOn", "2026-01-02");
        fields.put("termFrom", "2026-01-01");
        fields.put("termTo", "2099-12-31");
        return fields;
    }
}
