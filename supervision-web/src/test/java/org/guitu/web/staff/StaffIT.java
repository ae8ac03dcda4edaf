package org.guitu.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.web.Browser;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StaffIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    @Test
    void aNewOfficerSignsInWithTheOneTimePassword() {
        Browser admin = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR);

        HttpResponse<String> created = admin.post(
                "/staff/new", Map.of("name", "测试乙", "user", "New.Officer", "organisation", root(), "role", "OFFICER"));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(WEB.browser()
                        .signIn("new.officer", password(created))
                        .headers()
                        .firstValue("location"))
                .contains("/password");
        assertThat(admin.get("/staff").body()).contains("测试乙").contains("待首次登录");
    }

    @Test
    void aWrongFormComesBackWholeAndNothingIsSaved() {
        Browser admin = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR).speaking("en");

        HttpResponse<String> refused =
                admin.post("/staff/new", Map.of("name", "测试丙<b>", "user", "Bad Name!", "organisation", "999999"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("测试丙&lt;b>")
                .contains("A user name has 2 to 40")
                .contains("Choose your own organisation")
                .contains("Choose at least one role");
        assertThat(admin.get("/staff").body()).doesNotContain("测试丙");
    }

    @Test
    void aUserNameIsTakenOnce() {
        Browser admin = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR);
        String taken = WEB.staff(WEB.root(), Role.OFFICER);

        HttpResponse<String> refused = admin.post(
                "/staff/new", Map.of("name", "测试丁", "user", taken, "organisation", root(), "role", "OFFICER"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("这个用户名已经有人使用");
    }

    @Test
    void anOfficerMayNotSeeStaff() {
        Browser officer = WEB.signedIn(WEB.root(), Role.OFFICER);

        assertThat(officer.get("/staff").statusCode()).isEqualTo(403);
        assertThat(officer.get("/audit").statusCode()).isEqualTo(403);
        assertThat(officer.post("/staff/new", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void everyoneSeesTheirOwnSubtreeOnly() {
        Organisation east = WEB.below(WEB.root(), "东区司法所");
        Organisation west = WEB.below(WEB.root(), "西区司法所");
        String westerner = WEB.staff(west, Role.OFFICER);
        String easterner = WEB.staff(east, Role.OFFICER);
        Browser eastAdmin = WEB.signedIn(east, Role.ADMINISTRATOR);

        String list = eastAdmin.get("/staff").body();
        assertThat(list).contains(easterner).doesNotContain(westerner);

        HttpResponse<String> hidden = eastAdmin.get("/staff/" + id(westerner));
        HttpResponse<String> absent = eastAdmin.get("/staff/987654321");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body().replace("/staff/" + id(westerner), ""))
                .isEqualTo(absent.body().replace("/staff/987654321", ""));
        assertThat(eastAdmin
                        .post("/staff/" + id(westerner) + "/deactivate", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(eastAdmin
                        .post("/staff/" + id(westerner) + "/password", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(eastAdmin
                        .post(
                                "/staff/new",
                                Map.of(
                                        "name", "测试戊",
                                        "user", "sneaky",
                                        "organisation", Long.toString(west.id()),
                                        "role", "OFFICER"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(eastAdmin.get("/organisations").body()).contains("东区司法所").doesNotContain("西区司法所");
    }

    @Test
    void aDeactivatedAccountIsOutAtOnceAndComesBack() {
        Browser admin = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR);
        String user = WEB.staff(WEB.root(), Role.ADMINISTRATOR);
        Browser theirs = WEB.browser();
        theirs.signIn(user, WebFixture.PASSWORD);
        assertThat(theirs.get("/staff").statusCode()).isEqualTo(200);

        assertThat(admin.post("/staff/" + id(user) + "/deactivate", Map.of()).statusCode())
                .isEqualTo(303);

        assertThat(theirs.get("/staff").statusCode()).isEqualTo(303);
        assertThat(WEB.browser().signIn(user, WebFixture.PASSWORD).statusCode()).isEqualTo(422);
        admin.post("/staff/" + id(user) + "/reactivate", Map.of());
        assertThat(WEB.browser().signIn(user, WebFixture.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void noOneLocksThemselvesOut() {
        String user = WEB.staff(WEB.root(), Role.ADMINISTRATOR);
        Browser admin = WEB.browser();
        admin.signIn(user, WebFixture.PASSWORD);

        assertThat(admin.post("/staff/" + id(user) + "/deactivate", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(admin.post("/staff/" + id(user), Map.of("organisation", root(), "role", "OFFICER"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyGivesRolesToThemselves() {
        Organisation county = WEB.county(WEB.root(), "测试自任县");
        String user = WEB.staff(county, Role.ADMINISTRATOR, Role.OFFICER);
        Browser admin = WEB.browser();
        admin.signIn(user, WebFixture.PASSWORD);
        String own = "/staff/" + id(user);
        String place = Long.toString(county.id());
        HttpResponse<String> refused =
                admin.postEncoded(own, "organisation=" + place + "&role=ADMINISTRATOR&role=COUNTY_HEAD");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("不能给自己增加角色");
        assertThat(admin.get("/api/v1/me").body()).doesNotContain("COUNTY_HEAD");
        assertThat(admin.post(own, Map.of("organisation", place, "role", "ADMINISTRATOR"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(admin.get("/api/v1/me").body()).doesNotContain("OFFICER");
    }

    @Test
    void everybodyReadsInBothLanguagesWhoMayDoWhat() {
        for (String language : List.of("zh", "en")) {
            String page = WEB.signedIn(WEB.root(), Role.VOLUNTEER)
                    .speaking(language)
                    .get("/roles")
                    .body();

            assertThat(page).doesNotContain("staff.permission.", ".about", "staff.roles.");
            assertThat(page.split("<section class=\"panel\">", -1)).hasSize(Role.values().length + 1);
        }
        assertThat(WEB.signedIn(WEB.root(), Role.VOLUNTEER).get("/roles").body())
                .contains("批准使用电子定位装置", "只能在县级单位任职", "我的角色");
    }

    @Test
    void anOrganisationIsAddedBelow() {
        Browser admin = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR);

        assertThat(admin.post(
                                "/organisations",
                                Map.of("parent", root(), "name", "北区司法所", "level", "OFFICE", "zone", "Asia/Shanghai"))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> refused = admin.post(
                "/organisations", Map.of("parent", root(), "name", "", "level", "PROVINCE", "zone", "Mars/Olympus"));

        assertThat(admin.get("/organisations").body()).contains("北区司法所");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请填写此项").contains("没有这个时区").contains("必须低于上级单位");
    }

    private static String root() {
        return Long.toString(WEB.root().id());
    }

    private static String id(String userName) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("select staff_id from supervision.staff where user_name = ?")
                        .bind(0, userName)
                        .mapTo(String.class)
                        .one());
    }

    private static String password(HttpResponse<String> page) {
        Matcher found = Pattern.compile("([a-z2-9]{4}-){3}[a-z2-9]{4}").matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
