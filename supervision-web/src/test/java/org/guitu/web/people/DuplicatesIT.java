package org.guitu.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DuplicatesIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试查重所");
        browser = world.browser(world.officer);
    }

    @Test
    void someoneAlikeIsShownAndSavedOnlyOnceConfirmed() {
        browser.post("/people/new", fields("查重-1", "测试重名", "1985-04-12"));
        Map<String, String> again = fields("查重-2", "测试重明", "1985-12-04");
        HttpResponse<String> warned = browser.post("/people/new", again);
        assertThat(warned.statusCode()).isEqualTo(422);
        assertThat(warned.body()).contains("可能是同一人", "测试重名", "查重-1", "value=\"测试重明\"");
        assertThat(world.count("supervision.person where case_number = '查重-2'")).isZero();
        again.put("similar", mark(warned.body()));
        assertThat(browser.post("/people/new", again).statusCode()).isEqualTo(303);
        assertThat(world.count("supervision.person where case_number = '查重-2'")).isEqualTo(1);
    }

    @Test
    void confirmationDoesNotCoverSomeoneWhoCameMeanwhile() {
        browser.post("/people/new", fields("后来-1", "测试后来", "1971-01-05"));
        Map<String, String> mine = fields("后来-2", "测试后来", "1971-01-05");
        String mark = mark(browser.post("/people/new", mine).body());
        Map<String, String> other = fields("后来-3", "测试后来", "1971-01-05");
        other.put("similar", mark);
        assertThat(browser.post("/people/new", other).statusCode()).isEqualTo(303);
        mine.put("similar", mark);
        HttpResponse<String> warned = browser.post("/people/new", mine);
        assertThat(warned.statusCode()).isEqualTo(422);
        assertThat(warned.body()).contains("后来-1", "后来-3");
    }

    @Test
    void whoIsElsewhereIsNotNamed() {
        Browser stranger = world.browser(world.officer(WEB.below(WEB.root(), "测试查重二所")));
        stranger.post("/people/new", fields("别处-1", "测试别处", "1990-06-07"));
        String page = browser.post("/people/new", fields("别处-2", "测试别处", "1990-06-07"))
                .body();
        assertThat(page).contains("另有 1 人在您看不到的档案中").doesNotContain("别处-1");
    }

    @Test
    void sameIdentityNumberIsRefusedWhateverIsConfirmed() {
        Map<String, String> first = fields("身份-1", "测试身份", "");
        first.put("identityNumber", "11010519491231002X");
        first.put("sex", "FEMALE");
        assertThat(browser.post("/people/new", first).statusCode()).isEqualTo(303);
        Map<String, String> second = new LinkedHashMap<>(first);
        second.put("caseNumber", "身份-2");
        second.put("name", "完全另名");
        second.put("similar", "on");
        assertThat(browser.post("/people/new", second).body()).contains("这个身份号码已登记在另一人名下");
        assertThat(browser.get("/people?q=002X").body()).contains("测试身份");
        assertThat(browser.get("/people?q=1231").body()).doesNotContain("测试身份");
    }

    @Test
    void nameIsFoundByItsReadingAndTheReadingMayBeCorrected() {
        Map<String, String> fields = fields("读音-1", "单测曾", "");
        String path = browser.post("/people/new", fields)
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceAll("\\?.*", "");
        assertThat(browser.get(path).body()).contains("Shan Ce Zeng");
        assertThat(browser.get("/people?q=scz").body()).contains("单测曾");
        Map<String, String> edit = new LinkedHashMap<>(fields);
        edit.put("version", "1");
        edit.put("latinName", "Shan Ce Ceng");
        assertThat(browser.post(path + "/edit", edit).statusCode()).isEqualTo(303);
        assertThat(browser.get("/people?q=shanceceng").body()).contains("单测曾");
    }

    @Test
    void newCaseBeginsWhereTheOfficerSaysAndTheListShowsIt() {
        Map<String, String> fields = fields("状态-1", "测试调查", "");
        fields.put("state", "INVESTIGATION");
        assertThat(browser.post("/people/new", fields).statusCode()).isEqualTo(303);
        assertThat(browser.get("/people?state=INVESTIGATION").body()).contains("测试调查", "调查评估");
        assertThat(browser.get("/people?state=ACTIVE").body()).doesNotContain("测试调查");
        fields.put("caseNumber", "状态-2");
        fields.put("state", "TERMINATED");
        assertThat(browser.post("/people/new", fields).body()).contains("只能处于调查评估、已决定或在矫");
    }

    private static String mark(String page) {
        var found = Pattern.compile("name=\"similar\" value=\"([0-9a-f]{16})\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    static Map<String, String> fields(String caseNumber, String name, String bornOn) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("caseNumber", caseNumber);
        fields.put("name", name);
        fields.put("sex", "MALE");
        fields.put("bornOn", bornOn);
        fields.put("category", "PROBATION");
        fields.put("supervisionClass", "NORMAL");
        return fields;
    }
}
