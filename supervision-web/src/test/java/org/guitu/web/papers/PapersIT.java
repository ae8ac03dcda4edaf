package org.guitu.web.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Refused;
import org.guitu.web.orders.Ground;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PapersIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试文书所");
        browser = world.browser(world.officer);
    }

    @Test
    void warningIsIssuedListedAndReadAgain() throws IOException {
        long id = world.person("测试·警告");
        String form = browser.get("/people/" + id + "/papers/new/warning").body();
        assertThat(form).contains("违反规定的事实", "<iframe", "sandbox", "formtarget=\"paper\"", "更新预览");
        HttpResponse<String> issued = issue(id, "warning", warning());
        assertThat(issued.statusCode()).isEqualTo(303);
        String list = browser.get("/people/" + id + "/papers?saved=issued").body();
        assertThat(list).contains("文书已开具并编号", "社区矫正警告决定书", "矫警字第", "测试文书所");
        assertThat(browser.get("/people/" + id).body()).contains("社区矫正警告决定书", "开具文书");

        long paper = paper(id);
        HttpResponse<byte[]> pdf = browser.download("/people/" + id + "/papers/" + paper + "/pdf");
        assertThat(pdf.headers().firstValue("content-type")).contains("application/pdf");
        assertThat(pdf.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment; filename=\"warning-" + paper + ".pdf\"; filename*=UTF-8''%E7%A4%BE");
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            assertThat(stripper.getText(document).replaceAll("\\s", ""))
                    .contains("测试·警告", "未经批准离开", "决定给予你警告", "测试文书所", number(paper));
        }
        HttpResponse<byte[]> docx = browser.download("/people/" + id + "/papers/" + paper + "/docx");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx.body()))) {
            assertThat(document.getParagraphs().stream().map(paragraph -> paragraph.getText()))
                    .contains("测试·警告：", "社区矫正警告决定书", number(paper));
        }
        assertThat(audited(id, "papers.issue")).isEqualTo(1);
        assertThat(audited(id, "papers.download")).isEqualTo(2);
        assertThat(world.count("supervision.case_entry", "kind = 'papers.log.issued' and person_id = :id", id))
                .isEqualTo(1);
    }

    @Test
    void noticeReceiptAndCertificateAreFilledFromTheFile() throws IOException {
        long id = world.person("测试告知");
        issue(id, "notice", Map.of("notice.reportDay", "明天", "notice.reportPlace", "测试司法所"));
        issue(id, "receipt", Map.of("decision.body", "测试法院", "decision.document", "测1号", "receipt.receivedOn", "今天"));
        issue(id, "certificate", Map.of("decision.body", "测试法院", "decision.document", "测1号", "end.day", "今天"));
        assertThat(world.services.papers().list(world.officer, id))
                .extracting(Paper::kind)
                .containsExactly(PaperKind.CERTIFICATE, PaperKind.RECEIPT, PaperKind.NOTICE);
        assertThat(facts(id))
                .allSatisfy(facts -> assertThat(facts)
                        .contains("\"person.ground\": \"被宣告缓刑\"", "测试告知", ChineseDate.formal(world.today())));
    }

    @Test
    void missingFieldsAreToldAtOnceAndTakeNoNumber() {
        long id = world.person("测试缺项");
        int before = last(PaperKind.WARNING);
        HttpResponse<String> refused = issue(id, "warning", Map.of("sanction.facts", "写了事实的"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("写了事实的", "e-sanction.basis").doesNotContain("e-sanction.evidence");
        Map<String, String> tooLong = new LinkedHashMap<>(warning());
        tooLong.put("sanction.basis", "长".repeat(501));
        assertThat(issue(id, "warning", tooLong).statusCode()).isEqualTo(422);
        assertThat(last(PaperKind.WARNING)).isEqualTo(before);
        assertThat(world.services.papers().list(world.officer, id)).isEmpty();
    }

    @Test
    void characterThatCannotBePrintedIsToldAndTakesNoNumber() {
        long id = world.person("测试缺字");
        int before = last(PaperKind.WARNING);
        Map<String, String> fields = new LinkedHashMap<>(warning());
        fields.put("sanction.facts", "有一个没有的字\uE123");
        HttpResponse<String> refused = issue(id, "warning", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("字体缺少这些字", "\uE123");
        assertThat(last(PaperKind.WARNING)).isEqualTo(before);
    }

    @Test
    void previewShowsTheWholePaperAndMayDoNothing() {
        long id = world.person("测试预览");
        HttpResponse<String> blank = browser.get("/people/" + id + "/papers/preview/warning");
        assertThat(blank.body()).contains("测试预览", "〔违反规定的事实〕", "第　号");
        Map<String, String> fields = new LinkedHashMap<>(warning());
        fields.put("sanction.facts", "<script>alert(1)</script>");
        fields.put("person.name", "别人");
        HttpResponse<String> filled = browser.post("/people/" + id + "/papers/preview/warning", fields);
        assertThat(filled.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "测试预览")
                .doesNotContain("<script", "别人", "〔违反");
        assertThat(filled.headers().firstValue("content-security-policy").orElse(""))
                .startsWith("sandbox; default-src 'none'")
                .contains("frame-ancestors 'self'");
        assertThat(filled.headers().firstValue("x-frame-options")).contains("SAMEORIGIN");
        assertThat(world.services.papers().list(world.officer, id)).isEmpty();
    }

    @Test
    void formSentTwiceIssuesOnce() {
        long id = world.person("测试重发");
        Map<String, String> fields = new LinkedHashMap<>(warning());
        fields.put(
                "once",
                once(browser.get("/people/" + id + "/papers/new/warning").body()));
        String path = "/people/" + id + "/papers/new/warning";
        assertThat(browser.post(path, fields).statusCode()).isEqualTo(303);
        assertThat(browser.post(path, fields).statusCode()).isEqualTo(303);
        assertThat(world.services.papers().list(world.officer, id)).hasSize(1);
    }

    @Test
    void voidPaperStaysWithItsNumberAndReason() {
        long id = world.person("测试作废");
        issue(id, "warning", warning());
        long paper = paper(id);
        int number = last(PaperKind.WARNING);
        String path = "/people/" + id + "/papers/" + paper + "/void";
        assertThat(browser.post(path, Map.of("reason", " ")).statusCode()).isEqualTo(422);
        assertThat(browser.post(path, Map.of("reason", "事实有误")).statusCode()).isEqualTo(303);
        assertThat(browser.get("/people/" + id + "/papers").body()).contains("已作废", "事实有误", number(paper));
        HttpResponse<String> twice = browser.post(path, Map.of("reason", "再来"));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("这份文书已经作废");
        issue(id, "warning", warning());
        assertThat(last(PaperKind.WARNING)).isEqualTo(number + 1);
        assertThat(browser.download("/people/" + id + "/papers/" + paper + "/pdf")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatWasIssuedCanNeitherBeChangedNorDeleted() {
        long id = world.person("测试不改");
        issue(id, "warning", warning());
        long paper = paper(id);
        for (String sql : List.of(
                "delete from supervision.paper where paper_id = ?",
                "update supervision.paper set number_text = '别的' where paper_id = ?",
                "update supervision.paper set facts = '{}' where paper_id = ?",
                "update supervision.paper set pdf = '' where paper_id = ?")) {
            assertThatThrownBy(() -> WEB.jdbi().useHandle(handle -> handle.execute(sql, paper)))
                    .as(sql)
                    .isInstanceOf(UnableToExecuteStatementException.class)
                    .hasMessageContaining("papers are never");
        }
    }

    @Test
    void twoAtOnceNeverShareANumberAndLeaveNoGap() throws Exception {
        CaseWorld busy = new CaseWorld(WEB, "测试并发所");
        List<Long> people =
                IntStream.range(0, 8).mapToObj(i -> busy.person("测试并发" + i)).toList();
        List<Callable<Outcome<Long>>> asked = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Map<String, String> fields = new LinkedHashMap<>(warning());
            if (i % 4 == 3) {
                fields.put("sanction.facts", "没有的字\uE123"); // takes a number and gives it back
            }
            long id = people.get(i);
            asked.add(() -> busy.services.papers().issue(busy.officer, id, PaperKind.WARNING, fields, ""));
        }
        int issued = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
            for (Future<Outcome<Long>> answer : threads.invokeAll(asked)) {
                issued += answer.get() instanceof Outcome.Ok<Long> ? 1 : 0;
            }
        }
        assertThat(issued).isEqualTo(6);
        List<Integer> numbers = WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select number from supervision.paper where organisation_id = :id order by number")
                        .bind("id", busy.office.id())
                        .mapTo(Integer.class)
                        .list());
        assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void anotherOfficeSeesNoPaperAndIssuesNone() {
        long id = world.person("测试隔离");
        issue(id, "warning", warning());
        long paper = paper(id);
        Browser other = world.browser(world.officer(WEB.below(WEB.root(), "测试他县")));
        for (String path :
                List.of("", "/new", "/new/warning", "/preview/warning", "/" + paper + "/pdf", "/" + paper + "/docx")) {
            assertThat(other.get("/people/" + id + "/papers" + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(other.post("/people/" + id + "/papers/new/warning", warning())
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.post("/people/" + id + "/papers/" + paper + "/void", Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(404);
        long stranger = world.person("测试另人");
        assertThat(browser.get("/people/" + stranger + "/papers/" + paper + "/pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoOnlyReadsFilesIssuesNothing() {
        long id = world.person("测试只读");
        issue(id, "warning", warning());
        Browser reader = WEB.signedIn(world.office, Role.PROCURATOR);
        assertThat(reader.get("/people/" + id + "/papers").body())
                .contains("社区矫正警告决定书")
                .doesNotContain("/papers/new", "/void");
        assertThat(reader.get("/people/" + id + "/papers/" + paper(id) + "/pdf").statusCode())
                .isEqualTo(200);
        assertThat(reader.get("/people/" + id + "/papers/new/warning").statusCode())
                .isEqualTo(403);
        assertThat(reader.post("/people/" + id + "/papers/new/warning", warning())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void papersThatDoNotSuitTheCategoryAreNotOffered() {
        long id = world.person("测试类别");
        assertThat(browser.get("/people/" + id + "/papers/new").body())
                .contains("撤销缓刑（假释）建议书")
                .doesNotContain("收监执行建议书");
        HttpResponse<String> refused = issue(id, "recall-proposal", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("不适用于此人的类别");
        assertThat(browser.get("/people/" + id + "/papers/new/nothing").statusCode())
                .isEqualTo(404);
    }

    @Test
    void authorisationFillsItsDecision() {
        long id = world.person("测试定位");
        world.authorise(id, Ground.REFUSED_TO_REPORT, "测矫定9号", world.today());
        assertThat(browser.get("/people/" + id + "/papers/new/location-decision")
                        .body())
                .contains("value=\"测矫定9号\"", "拒不按照规定报告");
    }

    @Test
    void anotherFeatureIssuesInItsOwnTransaction() {
        long id = world.person("测试代开");
        PaperService papers = world.services.papers();
        Staff officer = world.officer;
        int before = last(PaperKind.REPRIMAND);
        assertThatThrownBy(() -> WEB.jdbi().useTransaction(handle -> {
                    Person person = PersonStore.lock(handle, officer, id).orElseThrow();
                    papers.issue(handle, officer, person, PaperKind.REPRIMAND, warning());
                    throw new IllegalStateException("the caller thinks better of it");
                }))
                .hasMessageContaining("thinks better");
        assertThat(last(PaperKind.REPRIMAND)).isEqualTo(before);
        WEB.jdbi().useTransaction(handle -> {
            Person person = PersonStore.lock(handle, officer, id).orElseThrow();
            papers.issue(handle, officer, person, PaperKind.REPRIMAND, warning());
            assertThatThrownBy(() -> papers.issue(handle, officer, person, PaperKind.REPRIMAND, Map.of()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("sanction.facts");
        });
        assertThat(papers.list(officer, id))
                .singleElement()
                .satisfies(paper -> assertThat(paper.number()).endsWith("第" + (before + 1) + "号"));
    }

    private static Map<String, String> warning() {
        return Map.of("sanction.facts", "未经批准离开所居住的县", "sanction.basis", "《社区矫正法》第二十七条");
    }

    private static HttpResponse<String> issue(long id, String kind, Map<String, String> fields) {
        return browser.post("/people/" + id + "/papers/new/" + kind, fields);
    }

    private static long paper(long id) {
        return world.services.papers().list(world.officer, id).getFirst().id();
    }

    private static String number(long paper) {
        return WEB.jdbi()
                .withHandle(
                        handle -> handle.createQuery("select number_text from supervision.paper where paper_id = :id")
                                .bind("id", paper)
                                .mapTo(String.class)
                                .one());
    }

    private static List<String> facts(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("select facts from supervision.paper where person_id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }

    private static int last(PaperKind kind) {
        return WEB.jdbi()
                .withHandle(handle -> NumberStore.last(
                        handle, world.office.id(), kind, world.today().getYear()));
    }

    private static long audited(long id, String action) {
        return world.count("supervision.audit", "subject_id = :id and action = '" + action + "'", id);
    }

    private static String once(String page) {
        Matcher once = Pattern.compile("name=\"once\" value=\"([^\"]+)\"").matcher(page);
        assertThat(once.find()).isTrue();
        return once.group(1);
    }
}
