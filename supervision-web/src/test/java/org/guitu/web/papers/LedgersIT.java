package org.guitu.web.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgersIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final String WHY = "purpose=%E5%B9%B4%E6%A3%80";

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试台账所");
        browser = world.browser(world.officer);
    }

    @ParameterizedTest
    @EnumSource(LedgerKind.class)
    void everyLedgerIsOfferedAndCanBeTaken(LedgerKind kind) throws IOException {
        assertThat(browser.get("/ledgers").body()).contains("/ledgers/" + kind.slug() + "/xlsx", "测试台账所");
        assertThat(rows("/ledgers/" + kind.slug() + "/xlsx").get(1)).contains("测试台账所");
    }

    @Test
    void rosterListsThePeopleOfTheSubtree() throws IOException {
        world.person("测试在册");
        CaseWorld other = new CaseWorld(WEB, "测试他所");
        other.person("测试不在册");
        List<String> rows = rows("/ledgers/roster/xlsx");
        assertThat(rows.getFirst()).contains("社区矫正对象花名册");
        assertThat(rows.get(2)).contains("序号", "姓名", "身份号码", "矫正类别");
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("测试在册", "缓刑", "在矫", "测试台账所"));
        assertThat(rows).noneSatisfy(row -> assertThat(row).contains("测试不在册"));
        assertThat(rows("/ledgers/resettlement-roster/xlsx"))
                .noneSatisfy(row -> assertThat(row).contains("测试在册"));
        assertThat(browser.get("/ledgers/roster/xlsx?" + WHY + "&organisationId=" + other.office.id())
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.count("supervision.audit", "staff_id = :id and action = 'papers.ledger'", world.officer.id()))
                .isPositive();
    }

    @Test
    void minorsStandInTheRosterOfThoseWhoMaySeeThem() throws IOException {
        long id = world.person("测试少年");
        WEB.jdbi()
                .useHandle(
                        handle -> handle.execute("update supervision.person set minor = true where person_id = ?", id));
        assertThat(rows("/ledgers/roster/xlsx"))
                .noneSatisfy(row -> assertThat(row).contains("测试少年"));
        Browser both = WEB.signedIn(world.office, Role.OFFICER, Role.MINORS_OFFICER);
        assertThat(rows(both, "/ledgers/roster/xlsx"))
                .anySatisfy(row -> assertThat(row).contains("测试少年"));
    }

    @Test
    void registersListPapersOfTheYearVoidOnesToo() throws IOException {
        long id = world.person("测试登记");
        browser.post(
                "/people/" + id + "/papers/new/service-certificate",
                Map.of("service.when", "今天", "service.where", "测试村", "service.what", "清扫", "service.hours", "3"));
        browser.post(
                "/people/" + id + "/papers/new/notice", Map.of("notice.reportDay", "明天", "notice.reportPlace", "测试所"));
        long notice = world.services.papers().list(world.officer, id).getFirst().id();
        browser.post("/people/" + id + "/papers/" + notice + "/void", Map.of("reason", "测试写错"));
        assertThat(rows("/ledgers/service-certificates/xlsx"))
                .anySatisfy(row -> assertThat(row).contains("矫服证字第1号", "测试登记", "公益活动服务证明"))
                .noneSatisfy(row -> assertThat(row).contains("告知书"));
        assertThat(rows("/ledgers/notices/xlsx"))
                .anySatisfy(row -> assertThat(row).contains("矫告字第1号", "测试登记", "测试写错"));
        assertThat(rows("/ledgers/papers/xlsx")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(rows("/ledgers/papers/xlsx?year=2001")).hasSize(3);
        assertThat(browser.get("/ledgers/papers/xlsx?year=9999&" + WHY).statusCode())
                .isEqualTo(400);
        assertThat(browser.get("/ledgers/nothing/xlsx?" + WHY).statusCode()).isEqualTo(404);
    }

    @Test
    void whoKeepsNoFilesTakesNoLedger() {
        for (Role role : List.of(
                Role.ADMINISTRATOR, Role.PROCURATOR, Role.SOCIAL_WORKER, Role.VERIFICATION_DESK, Role.COMMAND_CENTRE)) {
            Browser other = WEB.signedIn(world.office, role);
            assertThat(other.get("/ledgers").statusCode()).as(role.name()).isEqualTo(403);
            assertThat(other.get("/ledgers/roster/xlsx?" + WHY).statusCode())
                    .as(role.name())
                    .isEqualTo(403);
        }
        assertThat(browser.get("/people").body()).contains("href=\"/ledgers\"");
        assertThat(WEB.signedIn(world.office, Role.PROCURATOR).get("/people").body())
                .doesNotContain("href=\"/ledgers\"");
    }

    @Test
    void ledgerIsTakenForAPurpose() throws IOException {
        HttpResponse<String> refused = browser.get("/ledgers/roster/xlsx?organisationId=" + world.office.id());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请填写此项", "社区矫正对象花名册", "测试台账所");
        rows("/ledgers/roster/xlsx");
        assertThat(world.count(
                        "supervision.audit",
                        "staff_id = :id and action = 'papers.ledger' and purpose = '年检'",
                        world.officer.id()))
                .isPositive();
    }

    @Test
    void resettlementRosterListsWhoIsHelpedWithTheDayOfRelease() throws IOException {
        LocalDate released = world.today().minusDays(4);
        String helped = "/people/" + released("测试在帮", released) + "/resettlement";
        String over = "/people/" + released("测试帮完", released) + "/resettlement";
        released("测试未接", null);
        assertThat(browser.post(over + "/end", Map.of("reason", "DECLINED")).statusCode())
                .isEqualTo(303);
        assertThat(browser.get(helped).body()).contains(released.toString());
        List<String> rows = rows("/ledgers/resettlement-roster/xlsx");
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("测试在帮", released.toString()));
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("测试未接"));
        assertThat(rows).noneSatisfy(row -> assertThat(row).contains("测试帮完"));
    }

    private static long released(String name, @Nullable LocalDate on) {
        long id = world.services
                .people()
                .create(world.officer, PersonForm.of("测释" + name, name, "Ce Shi", Sex.MALE, Category.RELEASED))
                .orThrow();
        if (on != null) {
            assertThat(browser.post(
                                    "/people/" + id + "/resettlement/start",
                                    Map.of("origin", "PRISON", "releasedOn", on.toString()))
                            .statusCode())
                    .isEqualTo(303);
        }
        return id;
    }

    private static List<String> rows(String path) throws IOException {
        return rows(browser, path);
    }

    /** Each row as its cells, joined. */
    private static List<String> rows(Browser who, String path) throws IOException {
        HttpResponse<byte[]> answer = who.download(path + (path.contains("?") ? "&" : "?") + WHY);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains(Downloads.XLSX);
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .contains("filename*=UTF-8''");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            return book.getFirstSheet().read().stream()
                    .map(row -> row.stream().map(cell -> cell.getText()).collect(Collectors.joining(" | ")))
                    .toList();
        }
    }
}
