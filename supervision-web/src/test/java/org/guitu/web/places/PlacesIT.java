package org.guitu.web.places;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.http.Json;
import org.guitu.web.places.PlaceWorld.Worn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlacesIT {

    private static final double LATITUDE = 31.2;
    private static final double LONGITUDE = 121.4;

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private CaseWorld world;
    private PlaceWorld places;
    private Browser browser;

    /** An office of its own for each test: the questions are about all of its people. */
    @BeforeEach
    void openTheOffice() {
        world = new CaseWorld(WEB, "测试地点所");
        places = new PlaceWorld(world);
        browser = world.browser(world.officer);
    }

    @Test
    void withoutAPurposeNothingIsShownAndNothingIsAudited() {
        Worn worn = places.monitored("测试无由");
        places.habits(worn, LATITUDE, LONGITUDE);
        HttpResponse<String> refused =
                browser.post("/people/" + worn.personId() + "/places", Map.of("purpose", "", "reason", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请选择查看目的", "请用一句话说明为什么查看").doesNotContain("31.2");
        assertThat(browser.post("/places", near(Map.of("purpose", ""))).statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/places/meetings", meetings(Map.of("reason", "")))
                        .statusCode())
                .isEqualTo(422);
        assertThat(audits("places.%")).isEmpty();
    }

    @Test
    void usualPlacesAndWhatDepartedFromThem() {
        Worn worn = places.monitored("测试常去");
        places.habits(worn, LATITUDE, LONGITUDE);
        String path = location(browser.post("/people/" + worn.personId() + "/places", purpose()));
        String page = browser.get(path).body();
        assertThat(page)
                .contains("日常信息化核查 · 核实测试情况", "地点 1", "地点 2", "每天 00:00–08:00", "没去常去地点", "新地点", "地点 A")
                .contains("没有数据。没有数据的时间既不算在、也不算不在")
                .contains("\"radiusM\"", "\"label\":\"A\"");
        assertThat(audits("places.%")).containsExactly("places.habits " + worn.personId() + " DAILY_CHECK: 核实测试情况");
        assertThat(world.browser(world.officer(world.office)).get(path).statusCode())
                .as("the purpose is one reader's own")
                .isEqualTo(303);
    }

    @Test
    void anUnobservedPersonHasNoUsualPlaces() {
        Worn worn = places.monitored("测试空白");
        String page = browser.get(location(browser.post("/people/" + worn.personId() + "/places", purpose())))
                .body();
        assertThat(page).contains("还没有常去地点", "观测到的日子不足七天");
    }

    @Test
    void releasedPersonIsRefused() {
        long person = world.person("测试已释放");
        world.release(person);
        assertThat(browser.get("/people/" + person + "/places").body())
                .contains("已解除矫正的人员不再定位")
                .doesNotContain("name=\"purpose\"");
        assertThat(browser.post("/people/" + person + "/places", purpose()).statusCode())
                .isEqualTo(422);
        assertThat(browser.get("/people/" + person).body()).doesNotContain("/people/" + person + "/places");
        assertThat(browser.get("/api/v1/people/" + person + "/places?purpose=OTHER&reason=test")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoWasNearIsToldWithHowSureAndWhoHasNoDataApart() {
        Worn there = places.monitored("测试在场");
        Worn away = places.monitored("测试在外");
        places.monitored("测试无声");
        world.person("测试未监管");
        hour(there, LATITUDE, LONGITUDE);
        hour(away, LATITUDE + 0.1, LONGITUDE);
        String path = location(browser.post("/places", near(Map.of())));
        String page = browser.get(path).body();
        assertThat(page)
                .contains("确定在附近 1 人，可能在附近 0 人；另有 1 人全程有数据，在别处")
                .contains("没有数据不等于不在场，也不等于在场")
                .contains("测试在场", "没有数据的人（1）", "测试无声", "未被定位监管的人（1）", "测试未监管", "\"who\":\"测试在场\"")
                .doesNotContain("测试在外");
        assertThat(browser.get(path).body()).contains("测试在场");
        assertThat(audits("places.%"))
                .containsExactly(
                        "places.near null DAILY_CHECK: 核实测试情况",
                        "places.near-shown " + there.personId() + " DAILY_CHECK: 核实测试情况");
    }

    @Test
    void peopleOfOtherOfficesAreNotFound() {
        Worn there = places.monitored("测试别所");
        hour(there, LATITUDE, LONGITUDE);
        CaseWorld elsewhere = new CaseWorld(WEB, "测试邻所");
        Browser neighbour = elsewhere.browser(elsewhere.officer);
        String body = neighbour
                .get(location(neighbour.post("/places", near(Map.of()))))
                .body();
        assertThat(body).contains("没有发现有人在附近").doesNotContain("测试别所");
        HttpResponse<String> foreign =
                neighbour.post("/places", near(Map.of("organisationId", Long.toString(world.office.id()))));
        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(foreign.body()).contains("请从列表中选择");
    }

    @Test
    void fieldsAreBounded() {
        assertThat(refused("/places", near(Map.of("radiusMeters", "9")))).contains("请填写 10 到 5000 之间的整数");
        assertThat(refused("/places", near(Map.of("radiusMeters", "5001")))).contains("请填写 10 到 5000 之间的整数");
        assertThat(refused("/places", near(Map.of("latitude", "91", "longitude", "east"))))
                .contains("e-latitude", "e-longitude", "请填写有效的度数");
        assertThat(refused("/places", near(Map.of("latitude", "")))).contains("请填写此项");
        assertThat(refused("/places", near(Map.of("from", world.today().minusDays(3) + "T10:00"))))
                .contains("一次最多查询 24 小时");
        assertThat(refused("/places", near(Map.of("to", places.yesterday("09:00")))))
                .contains("结束时间须晚于开始时间");
        assertThat(refused(
                        "/places/meetings",
                        meetings(Map.of("from", world.today().minusDays(9) + "T10:00"))))
                .contains("一次最多查看 7 天");
        assertThat(refused("/places/meetings", meetings(Map.of("distanceMeters", "5", "minutes", "999"))))
                .contains("请填写 20 到 200 之间的整数", "请填写 5 到 240 之间的整数");
    }

    @Test
    void whoWasTogetherIsToldWithPlaceAndTime() {
        Worn one = places.monitored("测试甲");
        Worn other = places.monitored("测试乙");
        Worn third = places.monitored("测试丙");
        hour(one, LATITUDE, LONGITUDE);
        hour(other, LATITUDE + 0.0001, LONGITUDE);
        hour(third, LATITUDE + 0.01, LONGITUDE);
        String page = browser.get(location(browser.post("/places/meetings", meetings(Map.of()))))
                .body();
        assertThat(page)
                .contains("1 对人员，1 次同处一地", "测试甲", "测试乙", "1 小时 0 分", "地图上 1 号", "只比较双方同时有数据的时间")
                .doesNotContain("测试丙");
        assertThat(audits("places.%"))
                .containsExactlyInAnyOrder(
                        "places.meetings null DAILY_CHECK: 核实测试情况",
                        "places.meetings-shown " + one.personId() + " DAILY_CHECK: 核实测试情况",
                        "places.meetings-shown " + other.personId() + " DAILY_CHECK: 核实测试情况");
    }

    @Test
    void programsGetTheSameAndMustSayWhy() throws Exception {
        Worn worn = places.monitored("测试程序");
        places.habits(worn, LATITUDE, LONGITUDE);
        Worn other = places.monitored("测试程序二");
        hour(other, LATITUDE, LONGITUDE + 0.5);
        String path = "/api/v1/people/" + worn.personId() + "/places";
        assertThat(browser.get(path).statusCode()).isEqualTo(400);
        assertThat(browser.get(path + "?purpose=CURIOSITY&reason=test").statusCode())
                .isEqualTo(400);
        JsonNode habits = json(browser.get(path + "?purpose=CASE_REVIEW&reason=test"));
        assertThat(habits.path("items")).hasSize(2);
        assertThat(habits.path("items")
                        .get(0)
                        .path("typicalHours")
                        .get(0)
                        .path("fromHour")
                        .asInt())
                .isZero();
        assertThat(habits.path("departures").findValuesAsText("kind")).contains("NEW_PLACE", "USUAL_STOP_MISSING");
        assertThat(habits.path("days")).hasSize(30);

        JsonNode near = json(browser.get("/api/v1/near?" + query(near(Map.of("longitude", "121.9")))));
        assertThat(near.path("items")).hasSize(1);
        assertThat(near.path("items").get(0).path("verdict").asText()).isEqualTo("CERTAIN");
        assertThat(near.path("items")
                        .get(0)
                        .path("sightings")
                        .get(0)
                        .path("errorMeters")
                        .asDouble())
                .isEqualTo(8);
        assertThat(browser.get("/api/v1/near?" + query(near(Map.of("radiusMeters", "9"))))
                        .statusCode())
                .isEqualTo(400);

        JsonNode meetings = json(browser.get("/api/v1/meetings?" + query(meetings(Map.of()))));
        assertThat(meetings.path("items")).isEmpty();
        assertThat(meetings.path("cut").asBoolean()).isFalse();
        assertThat(audits("places.%")).hasSize(4);
    }

    @Test
    void whoeverReadsNoTracksAsksNothing() {
        Browser administrator = WEB.signedIn(world.office, Role.ADMINISTRATOR);
        assertThat(administrator.get("/places").statusCode()).isEqualTo(403);
        assertThat(administrator.get("/places/meetings").statusCode()).isEqualTo(403);
        assertThat(administrator.get("/people/1/places").statusCode()).isEqualTo(403);
        assertThat(browser.get("/places").body()).contains("<a href=\"/places\" aria-current=\"page\">");
    }

    @Test
    void anAnswerIsOpenForAnHour() {
        String path = location(browser.post("/places", near(Map.of())));
        assertThat(browser.get(path).statusCode()).isEqualTo(200);
        WEB.sleep(java.time.Duration.ofMinutes(61));
        Browser later = world.browser(world.officer);
        assertThat(later.get(path).statusCode()).isEqualTo(303);
        WEB.sleep(java.time.Duration.ofMinutes(-61));
    }

    /** Yesterday from a quarter to ten until a quarter past eleven, a report every five minutes. */
    private void hour(Worn worn, double latitude, double longitude) {
        LocalDate day = world.today().minusDays(1);
        places.stay(worn, PlaceWorld.at(day, "09:45"), PlaceWorld.at(day, "11:15"), 5, latitude, longitude);
    }

    private Map<String, String> near(Map<String, String> but) {
        Map<String, String> form = new LinkedHashMap<>(purpose());
        form.put("latitude", Double.toString(LATITUDE));
        form.put("longitude", Double.toString(LONGITUDE));
        form.put("radiusMeters", "100");
        form.put("from", places.yesterday("10:00"));
        form.put("to", places.yesterday("11:00"));
        form.putAll(but);
        return form;
    }

    private Map<String, String> meetings(Map<String, String> but) {
        Map<String, String> form = new LinkedHashMap<>(purpose());
        form.put("from", places.yesterday("10:00"));
        form.put("to", places.yesterday("11:01"));
        form.putAll(but);
        return form;
    }

    private static Map<String, String> purpose() {
        return Map.of("purpose", "DAILY_CHECK", "reason", "核实测试情况");
    }

    private String refused(String path, Map<String, String> form) {
        HttpResponse<String> answer = browser.post(path, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    /** What this office's officer has left in the audit: action, subject, purpose. */
    private List<String> audits(String action) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select action, subject_id, purpose from supervision.audit where staff_id = :staff and action like :action order by audit_id")
                        .bind("staff", world.officer.id())
                        .bind("action", action)
                        .map((row, context) -> row.getString("action") + " " + row.getString("subject_id") + " "
                                + row.getString("purpose"))
                        .list());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static String query(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
