package org.guitu.web.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrganisationsIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static Browser admin;

    @BeforeAll
    static void signIn() {
        admin = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR);
    }

    @Test
    void renamedOneIsFoundUnderItsOldNameInThePast() {
        Organisation office = aged(WEB.below(WEB.root(), "测试旧名所"));

        HttpResponse<String> renamed = admin.post(
                path(office) + "/rename",
                Map.of("name", "测试新名所", "since", TODAY.minusDays(10).toString()));

        assertThat(renamed.statusCode()).isEqualTo(303);
        assertThat(admin.get("/organisations").body()).contains("测试新名所").doesNotContain("测试旧名所");
        assertThat(then(TODAY.minusDays(20), "")).contains("测试旧名所").doesNotContain("测试新名所");
        assertThat(then(TODAY.minusDays(5), "")).contains("测试新名所").doesNotContain("测试旧名所");
        assertThat(then(TODAY.minusDays(5), "&known=" + TODAY.minusDays(1))).contains("测试旧名所");
        assertThat(admin.get(path(office)).body()).contains("测试旧名所，隶属于", "测试新名所，隶属于");
    }

    @Test
    void movedOneTakesItsSubtreeAndItsPeopleAlong() {
        Organisation from = aged(WEB.county(WEB.root(), "测试原县"));
        Organisation to = aged(WEB.county(WEB.root(), "测试新县"));
        Organisation office = aged(WEB.below(from, "测试迁移所"));
        Organisation station = station(office, "测试迁移站");
        Browser there = WEB.signedIn(to, Role.ADMINISTRATOR);
        assertThat(there.get("/organisations").body()).doesNotContain("测试迁移所");

        assertThat(admin.post(path(office) + "/move", Map.of("parent", id(to))).statusCode())
                .isEqualTo(303);

        assertThat(there.get("/organisations").body()).contains("测试迁移所", "测试迁移站");
        assertThat(WEB.signedIn(from, Role.ADMINISTRATOR).get("/organisations").body())
                .doesNotContain("测试迁移所");
        assertThat(pathOf(station)).isEqualTo(to.path() + office.id() + "/" + station.id() + "/");
        assertThat(above(then(TODAY.minusDays(5), ""), "测试迁移所")).isEqualTo("测试原县");
        assertThat(above(then(TODAY, ""), "测试迁移所")).isEqualTo("测试新县");
        assertThat(above(then(TODAY, ""), "测试迁移站")).isEqualTo("测试迁移所");
    }

    @Test
    void nothingHangsBelowItselfNorAboveItsLevelNorOutsideTheSubtree() {
        Organisation county = aged(WEB.county(WEB.root(), "测试环县"));
        Organisation other = aged(WEB.county(WEB.root(), "测试他县"));
        Organisation office = aged(WEB.below(county, "测试环所"));
        Browser countyAdmin = WEB.signedIn(county, Role.ADMINISTRATOR);

        assertThat(admin.post(path(county) + "/move", Map.of("parent", id(office)))
                        .body())
                .contains("不能隶属于自己或自己的下级单位");
        assertThat(admin.post(path(county) + "/move", Map.of("parent", id(other)))
                        .body())
                .contains("下级单位的层级必须低于上级单位");
        assertThat(countyAdmin
                        .post(path(office) + "/move", Map.of("parent", id(other)))
                        .body())
                .contains("请选择本单位或下级单位");
        assertThat(countyAdmin
                        .post(path(county) + "/move", Map.of("parent", id(office)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(countyAdmin
                        .post(path(other) + "/rename", Map.of("name", "测试夺名"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(countyAdmin.get(path(other)).statusCode()).isEqualTo(404);
        assertThat(pathOf(office)).isEqualTo(office.path());
    }

    @Test
    void onlyAnEmptyOneIsClosedAndItComesBack() {
        CaseWorld world = new CaseWorld(WEB, "测试撤销所");
        long person = world.person("测试在册");
        Organisation elsewhere = WEB.below(WEB.root(), "测试接收所");

        assertThat(admin.post(path(world.office) + "/close", Map.of()).body()).contains("还有负责人员 1 人、工作人员 1 人、设备 0 台");

        world.services
                .people()
                .assign(WEB.member(WEB.root(), Role.DECIDER), person, id(elsewhere), "")
                .orThrow();
        admin.post("/staff/" + world.officer.id(), Map.of("organisation", id(elsewhere), "role", "OFFICER"));
        assertThat(admin.post(path(world.office) + "/close", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(admin.get("/organisations").body()).doesNotContain(">测试撤销所<");
        assertThat(admin.get(path(world.office)).body()).contains("撤销。");
        assertThat(admin.post(path(world.office) + "/rename", Map.of("name", "测试改名"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.post(path(world.office) + "/reopen", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(admin.get("/organisations").body()).contains(">测试撤销所<");
    }

    @Test
    void changeIsNotDatedBeforeTheLastOneNorIntoTheFuture() {
        Organisation office = WEB.below(WEB.root(), "测试日期所");

        assertThat(admin.post(
                                path(office) + "/rename",
                                Map.of(
                                        "name",
                                        "测试甲",
                                        "since",
                                        TODAY.minusDays(1).toString()))
                        .body())
                .contains("须晚于上一次变更");
        assertThat(admin.post(
                                path(office) + "/rename",
                                Map.of("name", "测试甲", "since", TODAY.plusDays(1).toString()))
                        .body())
                .contains("不能晚于今天");
    }

    private static String then(LocalDate day, String more) {
        return admin.get("/organisations/then?day=" + day + more).body();
    }

    /** The name above another in the list of a tree: the nearest before it that is indented less. */
    private static String above(String tree, String name) {
        Map<Integer, String> above = new HashMap<>();
        Matcher row = Pattern.compile("indent-(\\d)\"[^>]*><a[^>]*>([^<]*)</a>").matcher(tree);
        while (row.find()) {
            int depth = Integer.parseInt(row.group(1));
            if (row.group(2).equals(name)) {
                return above.getOrDefault(depth - 1, "");
            }
            above.put(depth, row.group(2));
        }
        throw new AssertionError(name + " is not in the tree");
    }

    /** Made long ago, so that there is a past to ask about. */
    private static Organisation aged(Organisation made) {
        Instant then = Instant.now().minusSeconds(60L * 86_400);
        WEB.jdbi()
                .useHandle(handle -> handle.createUpdate("update supervision.organisation_fact"
                                + " set valid_from = :then, recorded_at = :then where organisation_id = :id")
                        .bind("then", then)
                        .bind("id", made.id())
                        .execute());
        return made;
    }

    private static Organisation station(Organisation parent, String name) {
        admin.post(
                "/organisations",
                Map.of("parent", id(parent), "name", name, "level", "STATION", "zone", "Asia/Shanghai"));
        return WEB.jdbi()
                .withHandle(handle -> new org.guitu.web.access.OrganisationStore()
                        .list(handle, parent.path()).stream()
                                .filter(made -> made.name().equals(name))
                                .findFirst()
                                .orElseThrow());
    }

    private static String pathOf(Organisation place) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select path from supervision.organisation where organisation_id = ?")
                        .bind(0, place.id())
                        .mapTo(String.class)
                        .one());
    }

    private static String path(Organisation place) {
        return "/organisations/" + place.id();
    }

    private static String id(Organisation place) {
        return Long.toString(place.id());
    }
}
