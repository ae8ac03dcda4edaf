package org.guitu.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MinorsIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;
    private static Browser minors;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试未成年所");
        browser = world.browser(world.officer);
        minors = WEB.signedIn(world.office, Role.OFFICER, Role.MINORS_OFFICER);
    }

    @Test
    void fileOfAMinorIsFoundNowhereWithoutThePermission() {
        String path = register("未成年-0731", "测试少年甲");
        assertThat(minors.get(path).body()).contains("测试少年甲", "未成年人");
        assertThat(minors.get("/people").body()).contains("测试少年甲");
        assertThat(browser.get("/people").body()).doesNotContain("测试少年甲");
        assertThat(browser.get("/people?q=shaonianjia").body()).doesNotContain("测试少年甲");
        for (String below : new String[] {"", "/edit", "/bases", "/zones", "/rules", "/track", "/places", "/duties"}) {
            assertThat(browser.get(path + below).statusCode()).as(below).isEqualTo(404);
            assertThat(minors.get(path + below).statusCode()).as(below).isEqualTo(200);
        }
        assertThat(browser.get("/api/v1" + path).statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/v1/people").body()).doesNotContain("测试少年甲");
        assertThat(minors.get("/api/v1" + path).body()).contains("\"minor\":true");
        assertThat(browser.post(path + "/minor", Map.of("minor", "no", "reason", "试试"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void alertAboutAMinorIsShownWithoutTheName() {
        long id = id(register("未成年-8642", "测试少年乙"));
        long alert = WEB.jdbi()
                .withHandle(handle -> handle.createUpdate("""
                                insert into supervision.alert (person_id, kind, severity, started_at, confirmed_at, raised_at, depth_m, fixes, retrospective)
                                values (:person, 'SOS', 'CRITICAL', :at, :at, :at, 0, 1, false)""")
                        .bind("person", id)
                        .bind("at", Instant.now())
                        .executeAndReturnGeneratedKeys("alert_id")
                        .mapTo(Long.class)
                        .one());
        assertThat(minors.get("/").body()).contains("测试少年乙");
        assertThat(browser.get("/").body()).contains("未成年人·8642").doesNotContain("测试少年乙");
        assertThat(browser.get("/desk/alerts/" + alert).body())
                .contains("您没有查看未成年人档案的权限")
                .doesNotContain("测试少年乙", "/people/" + id);
        assertThat(browser.get("/api/v1/alerts/" + alert).body())
                .contains("***·8642")
                .doesNotContain("测试少年乙");
        assertThat(browser.get("/desk/people/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void officerWithoutThePermissionMayNotRegisterAMinor() {
        HttpResponse<String> refused = browser.post("/people/new", DuplicatesIT.fields("未成年-3", "测试少年丙", born()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("未成年人档案须由有相应权限的人员登记");
    }

    @Test
    void whoWasAMinorStaysOneUntilSomeoneSaysWhyNot() {
        Map<String, String> fields = DuplicatesIT.fields("未成年-4", "测试少年丁", "1990-01-01");
        fields.put("minor", "on");
        HttpResponse<String> unreasoned = minors.post("/people/new", fields);
        assertThat(unreasoned.body()).contains("请说明为什么按未成年人办理");
        fields.put("minorReason", "犯罪时不满十八周岁");
        String path = path(minors.post("/people/new", fields));
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        assertThat(minors.post(path + "/minor", Map.of("minor", "no", "reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(minors.post(path + "/minor", Map.of("minor", "no", "reason", "登记有误"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(path).statusCode()).isEqualTo(200);
        assertThat(world.count("supervision.person_minor", "person_id = :id", id(path)))
                .isEqualTo(2);
    }

    @Test
    void birthDateCorrectedIntoAMinorsNeedsThePermissionToo() {
        Map<String, String> fields = DuplicatesIT.fields("未成年-5", "测试少年戊", "1990-02-03");
        String path = path(browser.post("/people/new", fields));
        fields.put("bornOn", born());
        fields.put("version", "1");
        assertThat(browser.post(path + "/edit", fields).statusCode()).isEqualTo(422);
        assertThat(minors.post(path + "/edit", fields).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
    }

    private static String born() {
        return world.today().minusYears(16).toString();
    }

    private static String register(String caseNumber, String name) {
        Map<String, String> fields = DuplicatesIT.fields(caseNumber, name, born());
        fields.put("similar", "on");
        return path(minors.post("/people/new", fields));
    }

    private static String path(HttpResponse<String> made) {
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return made.headers().firstValue("location").orElseThrow().replaceAll("\\?.*", "");
    }

    private static long id(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }
}
