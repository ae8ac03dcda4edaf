package org.guitu.web.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlaceGroupsIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final Pattern UPLOAD = Pattern.compile("name=\"upload\" value=\"(\\d+)\"");

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试地点所");
        browser = world.browser(world.officer);
    }

    @Test
    void fileIsLookedThroughFirstAndThenApplied() {
        String path = group("测试所有学校");
        HttpResponse<String> checked = check(path, collection(school("测试一小", 121.01), school("测试二小", 121.02)));
        assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
        assertThat(checked.body()).contains("新增 2 处，保留 0 处，移除 0 处", "还没有地点");
        assertThat(apply(path, checked).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("2 处地点", "第 1 版", "测试一小");

        HttpResponse<String> second = check(path, collection(school("测试二小", 121.02), school("测试三小", 121.03)));
        assertThat(second.body()).contains("新增 1 处，保留 1 处，移除 1 处");
        assertThat(apply(path, second).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("第 2 版", "测试三小").doesNotContain("测试一小");
        assertThat(world.count(
                        "supervision.audit",
                        "action = 'zones.group-replace' and (detail ->> 'group')::bigint = :id",
                        id(path)))
                .isEqualTo(2);
        assertThat(apply(path, second).statusCode())
                .as("a file is applied once")
                .isEqualTo(422);
    }

    @Test
    void everyBadFeatureIsNamedAndNothingIsApplied() {
        String path = group("测试坏文件");
        String file = collection(
                school("测试好", 121.01),
                school("", 121.02),
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"测试无半径\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[121,31]}}",
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"测试交叉\"},\"geometry\":" + CaseWorld.BOW_TIE + "}",
                school("测试好", 121.01),
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"测试无形\"},\"geometry\":null}");
        HttpResponse<String> checked = check(path, file);
        assertThat(checked.statusCode()).isEqualTo(422);
        assertThat(checked.body())
                .contains(
                        "有 5 个要素不是地点",
                        "第 2 个要素（无名称）：缺少 properties.name",
                        "第 3 个要素（测试无半径）：请填写 1 米到",
                        "第 4 个要素（测试交叉）：区域的边线自己交叉了",
                        "第 5 个要素（测试好）：与第 1 个要素相同",
                        "第 6 个要素（测试无形）：看不懂这个范围")
                .doesNotContain("name=\"upload\"");
        assertThat(browser.get(path).body()).contains("0 处地点");
    }

    @Test
    void whatIsNoFileOfPlacesIsRefused() {
        String path = group("测试怪文件");
        assertThat(check(path, "").body()).contains("请选择文件");
        assertThat(check(path, "not json").body()).contains("文件不是 JSON");
        assertThat(check(path, CaseWorld.SQUARE).body()).contains("文件不是含有要素的 GeoJSON FeatureCollection");
        String large = collection(school("测试", 121.01)).replace("测试", "x".repeat(11 << 20));
        assertThat(check(path, large).statusCode()).isEqualTo(413);
        assertThat(browser.upload(path + "/check", Map.of("from", "x"), "file", bytes(collection(school("测试", 121.01))))
                        .body())
                .contains("id=\"e-from\"");
    }

    @Test
    void strangersFileIsNotEvenRead() {
        byte[] file = bytes(collection(school("测试", 121.01)));
        HttpResponse<String> stranger = WEB.browser().upload("/place-groups/1/check", Map.of(), "file", file);
        assertThat(stranger.statusCode()).isEqualTo(303);
        assertThat(stranger.headers().firstValue("location")).contains("/sign-in");
        HttpResponse<String> mayNot = WEB.signedIn(WEB.root(), org.guitu.web.access.Role.ADMINISTRATOR)
                .upload("/place-groups/1/check", Map.of(), "file", file);
        assertThat(mayNot.statusCode()).isEqualTo(403);
    }

    @Test
    void secondEditorIsToldThatTheGroupHasChanged() {
        String path = group("测试两人");
        Browser colleague = world.browser(world.officer(world.office));
        HttpResponse<String> mine = check(path, collection(school("测试甲", 121.01)));
        HttpResponse<String> theirs =
                colleague.upload(path + "/check", Map.of(), "file", bytes(collection(school("测试乙", 121.02))));
        assertThat(colleague
                        .post(path + "/apply", Map.of("upload", upload(theirs)))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> late = apply(path, mine);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("别人已更改过这个地点类");
    }

    @Test
    void onlyTheKeeperAndThoseAboveChangeAGroup() {
        String path = group("测试归属");
        Browser below = world.browser(world.officer(WEB.below(world.office, "测试下级")));
        assertThat(below.get(path).body()).contains("测试归属").doesNotContain("type=\"file\"");
        HttpResponse<String> refused =
                below.upload(path + "/check", Map.of(), "file", bytes(collection(school("测试", 121.01))));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("由其他机构维护");
        Browser stranger = world.browser(world.officer(WEB.below(WEB.root(), "测试旁边的所")));
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(browser.post("/place-groups", Map.of("name", "测试归属")).body()).contains("已有同名的地点类");
    }

    @Test
    void zoneAboutAGroupForbidsAllItsPlaces() {
        String path = group("测试全部市场");
        apply(path, check(path, collection(school("测试市场", 121.01))));
        long group = id(path);
        long id = world.person("测试市场禁");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "测试禁入市场");
        form.put("kind", "KEEP_OUT");
        form.put("always", "on");
        form.put("placeGroupId", Long.toString(group));
        HttpResponse<String> made = browser.post("/people/" + id + "/zones/new", form);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        String zone = made.headers().firstValue("location").orElseThrow();
        assertThat(browser.get(zone).body()).contains("“测试全部市场”的全部地点", "测试市场", path);
        assertThat(browser.get("/people/" + id + "/zones").body()).contains("“测试全部市场”的全部地点");
        assertThat(world.count("telemetry.rule", "subject_id = :id and place_group_id = " + group, id))
                .isEqualTo(1);
        assertThat(browser.get(path).body()).contains("有 1 个区域使用");
        assertThat(browser.post(zone + "/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.post(zone + "/undo-end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(world.count(
                        "telemetry.rule",
                        "subject_id = :id and valid_to = 'infinity' and place_group_id = " + group,
                        id))
                .isEqualTo(1);
        form.put("do", "preview");
        assertThat(browser.post("/people/" + id + "/zones/new", form).body()).contains("不会有任何发现");
        form.remove("do");
        form.put("area", CaseWorld.SQUARE);
        assertThat(browser.post("/people/" + id + "/zones/new", form).body()).contains("地点类与绘制只能取一");
        assertThat(browser.json(
                                "POST",
                                "/api/v1/people/" + id + "/zones",
                                "{\"name\":\"测试\",\"kind\":\"KEEP_OUT\",\"placeGroupId\":" + group + "}")
                        .body())
                .contains("\"placeGroupId\":" + group, "\"geometry\":null");
        assertThat(browser.get("/api/v1/place-groups").body()).contains("\"name\":\"测试全部市场\"");
    }

    @Test
    void zoneNamesOnlyAGroupThatHasPlacesAndIsNoStrangers() {
        String path = group("测试空类");
        long id = world.person("测试空类禁");
        assertThat(forbidding(id, path).body()).contains("没有这个地点类，或其中还没有地点");
        apply(path, check(path, collection(school("测试空地", 121.01))));
        assertThat(forbidding(id, path).statusCode()).isEqualTo(201);

        CaseWorld elsewhere = new CaseWorld(WEB, "测试他处类所");
        Browser stranger = elsewhere.browser(elsewhere.officer);
        assertThat(forbidding(stranger, elsewhere.person("测试他处禁"), path).body()).contains("没有这个地点类，或其中还没有地点");
    }

    private static HttpResponse<String> forbidding(long personId, String path) {
        return forbidding(browser, personId, path);
    }

    private static HttpResponse<String> forbidding(Browser by, long personId, String path) {
        return by.json(
                "POST",
                "/api/v1/people/" + personId + "/zones",
                "{\"name\":\"测试\",\"kind\":\"KEEP_OUT\",\"placeGroupId\":" + id(path) + "}");
    }

    @Test
    void thousandsOfPlacesAreTaken() {
        String path = group("测试很多");
        String file = collection(IntStream.range(0, 20_000)
                .mapToObj(i -> school("测试" + i, 100 + i / 2000.0))
                .toArray(String[]::new));
        long began = System.nanoTime();
        HttpResponse<String> checked = check(path, file);
        long looked = System.nanoTime();
        assertThat(checked.body()).contains("新增 20000 处");
        assertThat(apply(path, checked).statusCode()).isEqualTo(303);
        System.out.printf(
                "20,000 places: looked through in %d ms, applied in %d ms%n",
                (looked - began) / 1_000_000, (System.nanoTime() - looked) / 1_000_000);
        assertThat(browser.get(path).body()).contains("20000 处地点", "地图只显示前 1000 处");
    }

    private static String group(String name) {
        HttpResponse<String> made = browser.post("/place-groups", Map.of("name", name));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(browser.get("/place-groups").body()).contains(name);
        return made.headers().firstValue("location").orElseThrow();
    }

    private static long id(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    private static HttpResponse<String> check(String path, String file) {
        return browser.upload(path + "/check", Map.of(), "file", bytes(file));
    }

    private static HttpResponse<String> apply(String path, HttpResponse<String> checked) {
        return browser.post(path + "/apply", Map.of("upload", upload(checked)));
    }

    private static String upload(HttpResponse<String> checked) {
        Matcher found = UPLOAD.matcher(checked.body());
        assertThat(found.find()).as(checked.body()).isTrue();
        return found.group(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String collection(String... features) {
        return IntStream.range(0, features.length)
                .mapToObj(i -> features[i])
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }

    private static String school(String name, double longitude) {
        return "{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name
                + "\",\"radiusM\":120},\"geometry\":{\"type\":\"Point\",\"coordinates\":[" + longitude + ",31.0]}}";
    }
}
