package org.guitu.web.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser decider;
    private static Browser cityDecider;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试模板县");
        decider = WEB.signedIn(world.office, Role.DECIDER);
        cityDecider = WEB.signedIn(WEB.root(), Role.DECIDER);
    }

    @Test
    void shippedTemplateIsShownWithSamplesAndCanBeTaken() {
        assertThat(decider.get("/paper-templates").body()).contains("系统自带", "矫告字第1号", "社区矫正告知书");
        assertThat(decider.get("/paper-templates/notice").body()).contains("{{person.name}}", "更换模板");
        HttpResponse<String> preview = decider.get("/paper-templates/notice/preview");
        assertThat(preview.body()).contains("示例某", "社区矫正告知书");
        assertThat(preview.headers().firstValue("content-security-policy").orElse(""))
                .startsWith("sandbox");
        assertThat(decider.get("/paper-templates/notice/source").body())
                .isEqualTo(Templates.shippedSource(PaperKind.NOTICE));
    }

    @Test
    void ownTemplateIsLookedThroughUsedInheritedAndLeftAgain() {
        long id = world.person("测试模板");
        String use = "/paper-templates/reprimand/use";
        HttpResponse<String> checked = check(cityDecider, "reprimand", own("全市统一"));
        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body()).contains("没有发现问题");
        assertThat(preview(id)).doesNotContain("全市统一");
        String upload = upload(checked.body());
        assertThat(cityDecider
                        .get("/paper-templates/reprimand/preview?upload=" + upload)
                        .body())
                .contains("全市统一", "示例某");
        assertThat(decider.post(use, Map.of("upload", upload)).statusCode()).isEqualTo(422);
        assertThat(cityDecider.post(use, Map.of("upload", upload)).statusCode()).isEqualTo(303);
        assertThat(cityDecider.post(use, Map.of("upload", upload)).statusCode()).isEqualTo(422);
        assertThat(preview(id)).contains("全市统一", "测试模板");
        assertThat(decider.get("/paper-templates").body()).contains("测试市司法局 第 1 版");

        assertThat(decider.post(
                                use,
                                Map.of(
                                        "upload",
                                        upload(check(decider, "reprimand", own("本县自用"))
                                                .body())))
                        .statusCode())
                .isEqualTo(303);
        assertThat(preview(id)).contains("本县自用").doesNotContain("全市统一");
        assertThat(decider.post(
                                use,
                                Map.of(
                                        "upload",
                                        upload(check(decider, "reprimand", own("本县新版"))
                                                .body())))
                        .statusCode())
                .isEqualTo(303);
        assertThat(preview(id)).contains("本县新版");
        assertThat(decider.get("/paper-templates/reprimand/source?version=1").body())
                .contains("本县自用");
        assertThat(decider.post("/paper-templates/reprimand/again", Map.of("version", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(preview(id)).contains("本县自用");

        assertThat(decider.post("/paper-templates/reprimand/back", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(preview(id)).contains("全市统一");
        assertThat(decider.post("/paper-templates/reprimand/back", Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(cityDecider.post("/paper-templates/reprimand/back", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(preview(id)).contains("社区矫正训诫决定书");
        assertThat(decider.get("/paper-templates/reprimand").body()).contains("第 3 版", "停用本单位模板");
    }

    @Test
    void paperKeepsTheTemplateItWasMadeFrom() {
        long id = world.person("测试留底");
        Browser officer = world.browser(world.officer);
        decider.post(
                "/paper-templates/commendation/use",
                Map.of(
                        "upload",
                        upload(check(decider, "commendation", own("第一种写法")).body())));
        officer.post("/people/" + id + "/papers/new/commendation", Map.of("own.words", "很好"));
        decider.post(
                "/paper-templates/commendation/use",
                Map.of(
                        "upload",
                        upload(check(decider, "commendation", own("第二种写法")).body())));
        String source = WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select x.source from supervision.paper p join supervision.paper_text x on x.sha256 = p.template_sha256
                                 where p.person_id = :id""")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());
        assertThat(source).contains("第一种写法");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p><script>alert(1)</script></p>                | 不允许 script
            <p onclick="x()">x</p>                          | 不允许属性 onclick
            <p><img src="file:///etc/passwd"/></p>          | 不允许 img
            <p>{{person.secret}}</p>                        | 不存在的内容：person.secret
            <p>{{{person.name}}}</p>                        | 不能使用
            <p>{{&gt;/etc/passwd}}</p>                      | 不能使用
            <p>x                                            | 不符合 XML 格式
            """)
    void badTemplateIsRefusedInWords(String body, String words) {
        HttpResponse<String> refused = check(decider, "warning", own("好").replace("</body>", body + "</body>"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(words).doesNotContain("name=\"upload\"");
    }

    @Test
    void bombIsRefusedUnread() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE html [<!ENTITY a0 \"boom\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }
        bomb.append("]>").append(own("&a39;"));
        HttpResponse<String> refused = check(decider, "warning", bomb.toString());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("不允许文档类型声明");
        assertThat(check(decider, "warning", "<!DOCTYPE html SYSTEM \"file:///etc/passwd\">" + own("x"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void fileThatIsTooLongOrMissingIsRefused() {
        HttpResponse<String> huge =
                decider.upload("/paper-templates/warning/check", Map.of(), "file", new byte[5 << 20]);
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(check(decider, "warning", own("x".repeat(TemplateReader.BYTES_MAX)))
                        .body())
                .contains("文件超过 200 KB");
        HttpResponse<String> none = check(decider, "warning", "");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("请选择一个文件");
    }

    @Test
    void wordOfTheNumbersIsTheOrganisationsOwn() {
        Organisation county = WEB.below(WEB.root(), "测试代字县");
        Staff officer = world.officer(county);
        Browser chief = WEB.signedIn(county, Role.DECIDER);
        String path = "/paper-templates/warning/word";
        assertThat(chief.post(path, Map.of("word", "测矫<警>字")).statusCode()).isEqualTo(422);
        assertThat(chief.post(path, Map.of("word", PaperKind.NOTICE.word())).body())
                .contains("已使用这个代字");
        assertThat(chief.post(path, Map.of("word", "测矫警字")).statusCode()).isEqualTo(303);
        assertThat(chief.get("/paper-templates/warning").body())
                .contains("（" + world.today().getYear() + "）测矫警字第1号");
        assertThat(decider.get("/paper-templates/warning").body()).doesNotContain("测矫警字");
        assertThat(officer.may(org.guitu.web.access.Permission.EDIT_TEMPLATES)).isFalse();
        assertThat(world.count(
                        "supervision.audit", "organisation_id = :id and action = 'papers.number-word'", county.id()))
                .isEqualTo(1);
    }

    @Test
    void officersDoNotChangeTemplates() {
        Browser officer = world.browser(world.officer);
        assertThat(officer.get("/paper-templates").statusCode()).isEqualTo(403);
        assertThat(officer.get("/paper-templates/notice/source").statusCode()).isEqualTo(403);
        assertThat(check(officer, "notice", own("x")).statusCode()).isEqualTo(403);
        assertThat(officer.post("/paper-templates/notice/word", Map.of("word", "测"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(decider.get("/paper-templates/nothing").statusCode()).isEqualTo(404);
    }

    private static String preview(long id) {
        return world.browser(world.officer)
                .get("/people/" + id + "/papers/preview/reprimand")
                .body();
    }

    private static HttpResponse<String> check(Browser who, String kind, String source) {
        return who.upload(
                "/paper-templates/" + kind + "/check", Map.of(), "file", source.getBytes(StandardCharsets.UTF_8));
    }

    private static String upload(String page) {
        Matcher upload = Pattern.compile("name=\"upload\" value=\"(\\d+)\"").matcher(page);
        assertThat(upload.find()).as(page).isTrue();
        return upload.group(1);
    }

    private static String own(String words) {
        return """
                <html><head><title>测试自用文书</title><field name="own.words" zh="自定内容" en="Own words" required="no"/></head>
                <body><h1>测试自用文书</h1><p class="number">{{paper.number}}</p><p>{{person.name}}：%s{{own.words}}</p></body></html>
                """.formatted(words);
    }
}
