package org.guitu.web.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostsIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static Browser admin;

    @BeforeAll
    static void signIn() {
        admin = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR);
    }

    @Test
    void postsAreRecordedEndedAndAskedAboutOnAnyPastDay() {
        Organisation office = WEB.below(WEB.root(), "测试岗位所");
        String user = WEB.staff(office, Role.OFFICER);
        post(user, office, "司法助理员", "FULL_TIME", "2025-01-01", "2025-12-31");
        post(user, office, "专职社工", "CORRECTIONS_WORKER", "2026-01-01", "");

        assertThat(admin.get("/staff/" + id(user) + "/posts").body())
                .contains("司法助理员", "2025-01-01 至 2025-12-31", "已结束", "专职社工", "2026-01-01 起", "在任");
        assertThat(admin.get("/posts?day=2025-06-01").body())
                .contains("司法助理员", "其他专职人员 1 人")
                .doesNotContain("专职社工");
        assertThat(admin.get("/posts?day=2026-02-01").body()).contains("专职社工").doesNotContain("司法助理员");
        assertThat(admin.get("/posts?day=2026-02-01&known=2026-02-02").body()).doesNotContain("专职社工");
        assertThat(admin.get("/posts?day=x").statusCode()).isEqualTo(422);
    }

    @Test
    void wrongPostComesBackWhole() {
        String user = WEB.staff(WEB.root(), Role.OFFICER);

        HttpResponse<String> refused = admin.post(
                "/staff/" + id(user) + "/posts",
                Map.of(
                        "organisation",
                        "999999",
                        "title",
                        "",
                        "kind",
                        "KING",
                        "first",
                        "2026-05-01",
                        "last",
                        "2026-04-01"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("请选择本单位或下级单位", "请填写此项", "请从列表中选择", "最后一日不能早于开始日期")
                .contains("没有登记岗位");
    }

    @Test
    void endedPostShutsTheDoorAtOnceAndAMistakeIsTakenBack() {
        Organisation office = WEB.below(WEB.root(), "测试离岗所");
        String user = WEB.staff(office, Role.OFFICER);
        post(user, office, "司法助理员", "FULL_TIME", "2026-01-01", "");
        Browser theirs = WEB.browser();
        theirs.signIn(user, WebFixture.PASSWORD);
        assertThat(theirs.get("/people").statusCode()).isEqualTo(200);
        String post = postId(user);

        admin.post(
                "/staff/" + id(user) + "/posts/" + post + "/end",
                Map.of("last", TODAY.minusDays(1).toString()));

        assertThat(theirs.get("/people").statusCode()).isEqualTo(303);
        HttpResponse<String> refused = WEB.browser().signIn(user, WebFixture.PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("您的岗位已经全部结束");
        admin.post("/staff/" + id(user) + "/posts/" + post + "/end", Map.of("last", TODAY.toString()));
        assertThat(theirs.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void changedRolesHoldFromTheNextRequest() {
        Organisation office = WEB.below(WEB.root(), "测试改角色所");
        String user = WEB.staff(office, Role.OFFICER);
        Browser theirs = WEB.browser();
        theirs.signIn(user, WebFixture.PASSWORD);
        assertThat(theirs.get("/people/new").statusCode()).isEqualTo(200);

        admin.post("/staff/" + id(user), Map.of("organisation", id(office), "role", "SOCIAL_WORKER"));

        assertThat(theirs.get("/people/new").statusCode()).isEqualTo(403);
        assertThat(theirs.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverHoldsTwoPostsChoosesWhereToAct() {
        Organisation east = WEB.below(WEB.root(), "测试东所");
        Organisation west = WEB.below(WEB.root(), "测试西所");
        String user = WEB.staff(east, Role.OFFICER);
        post(user, east, "司法助理员", "FULL_TIME", "2026-01-01", "");
        post(user, west, "兼职调解员", "PART_TIME", "2026-01-01", "");
        Browser theirs = WEB.browser();

        assertThat(theirs.signIn(user, WebFixture.PASSWORD).headers().firstValue("location"))
                .contains("/acting");

        assertThat(theirs.get("/acting").body()).contains("测试东所", "测试西所", "兼职调解员");
        assertThat(theirs.get("/people").body()).contains("<span>测试东所</span>");
        act(theirs, "兼职调解员");
        assertThat(theirs.get("/people").body()).contains("<span>测试西所</span>");
        assertThat(theirs.post("/acting", Map.of("capacity", "post:999999"))
                        .headers()
                        .firstValue("location"))
                .contains("/acting");
        HttpResponse<String> moved =
                admin.post("/staff/" + id(user), Map.of("organisation", id(WEB.root()), "role", "OFFICER"));
        assertThat(moved.body()).contains("请先登记新岗位");
    }

    @Test
    void nobodyIsGivenPeopleAfterTheLastPostEnded() {
        Organisation office = WEB.below(county("测试离岗县"), "测试离岗所");
        String gone = WEB.staff(office, Role.OFFICER);
        String there = WEB.staff(office, Role.OFFICER);
        String without = WEB.staff(office, Role.OFFICER);
        LocalDate yesterday = TODAY.minusDays(1);
        Browser administrator = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR);
        post(administrator, gone, office, "科员", "FULL_TIME", TODAY.minusDays(90).toString(), yesterday.toString());
        post(
                administrator,
                there,
                office,
                "科员",
                "FULL_TIME",
                TODAY.minusDays(90).toString(),
                yesterday.toString());
        post(administrator, there, office, "所长", "FULL_TIME", TODAY.toString(), TODAY.toString());
        assertThat(WEB.signedIn(office, Role.OFFICER).get("/people/new").body())
                .contains("<option value=\"" + id(there) + "\"", "<option value=\"" + id(without) + "\"")
                .doesNotContain("<option value=\"" + id(gone) + "\"");
    }

    @Test
    void deputyActsWithTheRolesOfThePrincipalForExactlyTheseDays() {
        Organisation county = county("测试代理县");
        Organisation office = WEB.below(county, "测试代理所");
        String head = WEB.staff(county, Role.COUNTY_HEAD);
        String officer = WEB.staff(office, Role.OFFICER);
        appoint(head, officer, TODAY.plusDays(1), TODAY.plusDays(2));
        Browser theirs = WEB.browser();
        theirs.signIn(officer, WebFixture.PASSWORD);
        assertThat(theirs.get("/acting").body()).doesNotContain("代理测试" + head);

        WEB.sleep(Duration.ofDays(1));
        try {
            theirs.signIn(officer, WebFixture.PASSWORD);
            act(theirs, "代理测试" + head);
            assertThat(theirs.get("/people").body()).contains("代理测试" + head, "<span>测试代理县</span>");
            String me = theirs.get("/api/v1/me").body();
            assertThat(me)
                    .contains("\"COUNTY_HEAD\"", "\"DECIDE\"", "\"VIEW_MINORS\"")
                    .doesNotContain("APPROVE_AUTHORISATIONS", "EDIT_PEOPLE");
            theirs.post("/acting", Map.of("capacity", ""));
            assertThat(theirs.get("/api/v1/me").body()).contains("EDIT_PEOPLE").doesNotContain("COUNTY_HEAD");
            act(theirs, "代理测试" + head);
            WEB.sleep(Duration.ofDays(2));
            theirs.signIn(officer, WebFixture.PASSWORD);
            assertThat(theirs.get("/acting").body()).doesNotContain("代理测试" + head);
        } finally {
            WEB.sleep(Duration.ofDays(-3));
        }
    }

    @Test
    void deputyshipEndsAtOnceAndItsActsNameThePrincipal() {
        Organisation office = WEB.below(WEB.root(), "测试停代所");
        String principal = WEB.staff(office, Role.ADMINISTRATOR);
        String deputy = WEB.staff(office, Role.OFFICER);
        String third = WEB.staff(office, Role.OFFICER);
        appoint(principal, deputy, TODAY, TODAY.plusDays(5));
        Browser theirs = WEB.browser();
        theirs.signIn(deputy, WebFixture.PASSWORD);
        assertThat(theirs.get("/staff").statusCode()).isEqualTo(403);
        act(theirs, "代理测试" + principal);

        theirs.post("/staff/" + id(third), Map.of("organisation", id(office), "role", "SOCIAL_WORKER"));

        assertThat(theirs.get("/staff").statusCode()).isEqualTo(200);
        assertThat(admin.get("/audit?user=" + deputy).body()).contains("，代理测试" + principal, "修改角色或单位");
        String page = admin.get("/staff/" + id(principal) + "/posts").body();
        String deputyship = page.replaceAll("(?s).*/deputies/(\\d+)/end.*", "$1");
        admin.post("/staff/" + id(principal) + "/deputies/" + deputyship + "/end", Map.of());
        assertThat(theirs.get("/staff").statusCode()).isEqualTo(403);
        assertThat(theirs.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void deputiesDoNotOverlapAndNobodyDeputisesForThemselves() {
        Organisation office = WEB.below(WEB.root(), "测试重代所");
        String principal = WEB.staff(office, Role.OFFICER);
        String one = WEB.staff(office, Role.OFFICER);
        String two = WEB.staff(office, Role.OFFICER);
        appoint(principal, one, TODAY, TODAY.plusDays(5));

        assertThat(tryAppoint(principal, two, TODAY.plusDays(5), TODAY.plusDays(9), "出差")
                        .body())
                .contains("这些日子里已由测试" + one + "代理");
        HttpResponse<String> self = tryAppoint(principal, principal, TODAY.plusDays(9), TODAY.plusDays(8), " ");
        assertThat(self.statusCode()).isEqualTo(422);
        assertThat(self.body()).contains("请选择一位在用账号的同事", "最后一日不能早于开始日期", "请填写此项");
    }

    @Test
    void volunteerIsOnTheBooksWithoutAnAccountUntilOneIsOpened() {
        Organisation office = WEB.below(WEB.root(), "测试志愿所");
        Map<String, String> form = new HashMap<>(Map.of(
                "name", "测试志愿者甲",
                "sex", "FEMALE",
                "phone", "13800000000",
                "organisation", id(office),
                "title", "志愿者",
                "kind", "VOLUNTEER",
                "first", TODAY.toString()));

        HttpResponse<String> registered = admin.post("/posts/register", form);

        assertThat(registered.statusCode()).isEqualTo(303);
        assertThat(admin.get("/posts").body()).contains("测试志愿者甲", "13800000000", "女", "志愿者 1 人");
        String path = registered.headers().firstValue("location").orElseThrow().replace("/posts", "");
        assertThat(admin.get("/staff").body()).contains("测试志愿者甲", "未开通账号");
        assertThat(admin.get(path).body()).contains("开通账号");
        assertThat(admin.post(path + "/password", Map.of()).statusCode()).isEqualTo(404);
        HttpResponse<String> opened = admin.post(path + "/account", Map.of("user", "volunteer.a", "role", "VOLUNTEER"));
        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(admin.get(path).body()).contains("volunteer.a");
        assertThat(admin.post(path + "/account", Map.of("user", "volunteer.b", "role", "VOLUNTEER"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void othersStaffAreNotFound() {
        Organisation office = WEB.below(WEB.root(), "测试外所");
        String outsider = WEB.staff(WEB.below(WEB.root(), "测试另所"), Role.OFFICER);
        Browser officeAdmin = WEB.signedIn(office, Role.ADMINISTRATOR);
        String path = "/staff/" + id(outsider);

        assertThat(officeAdmin.get(path + "/posts").statusCode()).isEqualTo(404);
        assertThat(officeAdmin.post(path + "/posts", Map.of()).statusCode()).isEqualTo(404);
        assertThat(officeAdmin.post(path + "/details", Map.of()).statusCode()).isEqualTo(404);
        assertThat(officeAdmin.post(path + "/deputies", Map.of()).statusCode()).isEqualTo(404);
        assertThat(officeAdmin.get("/posts").body()).doesNotContain("测试另所");
    }

    private static void act(Browser who, String words) {
        String page = who.get("/acting").body();
        String section = page.substring(page.indexOf(words));
        String key = section.replaceFirst("(?s).*?name=\"capacity\" value=\"([^\"]*)\".*", "$1");
        assertThat(who.post("/acting", Map.of("capacity", key)).headers().firstValue("location"))
                .contains("/");
    }

    private static void appoint(String principal, String deputy, LocalDate first, LocalDate last) {
        assertThat(tryAppoint(principal, deputy, first, last, "测试出差").statusCode())
                .isEqualTo(303);
    }

    private static HttpResponse<String> tryAppoint(
            String principal, String deputy, LocalDate first, LocalDate last, String reason) {
        return admin.post(
                "/staff/" + id(principal) + "/deputies",
                Map.of("deputy", id(deputy), "first", first.toString(), "last", last.toString(), "reason", reason));
    }

    private static void post(String user, Organisation place, String title, String kind, String first, String last) {
        post(admin, user, place, title, kind, first, last);
    }

    private static void post(
            Browser admin, String user, Organisation place, String title, String kind, String first, String last) {
        Map<String, String> form =
                Map.of("organisation", id(place), "title", title, "kind", kind, "first", first, "last", last);
        assertThat(admin.post("/staff/" + id(user) + "/posts", form).statusCode())
                .isEqualTo(303);
    }

    private static Organisation county(String name) {
        return WEB.county(WEB.root(), name);
    }

    private static String postId(String user) {
        return WEB.jdbi()
                .withHandle(
                        handle -> handle.createQuery("select post_id from supervision.staff_post where staff_id = ?")
                                .bind(0, Long.parseLong(id(user)))
                                .mapTo(String.class)
                                .one());
    }

    private static String id(Organisation place) {
        return Long.toString(place.id());
    }

    private static String id(String userName) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("select staff_id from supervision.staff where user_name = ?")
                        .bind(0, userName)
                        .mapTo(String.class)
                        .one());
    }
}
