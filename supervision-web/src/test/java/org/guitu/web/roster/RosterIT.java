package org.guitu.web.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Lang;
import org.guitu.web.people.PersonQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RosterIT {

    private static final String HEAD = "案件编号,姓名,性别,矫正类别,管理等级,公民身份号码,出生日期,负责单位\r\n";

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试名单所");
        browser = world.browser(world.officer);
    }

    @Test
    void trialSaysWhatIsWrongInWhichRowAndWritesNothing() {
        String trial = upload(HEAD
                + "名单-1,测试单甲,男,缓刑,普管,,1980-01-02,\r\n"
                + "名单-2,测试单乙,,缓刑,普管,110105194912310021,,\r\n"
                + "名单-1,测试单丙,女,缓行,普管,,1980/13/02,没有的所\r\n");
        String page = browser.get(trial).body();
        assertThat(page)
                .contains("可导入 1 行；已在册 0 行；有问题 2 行", "身份号码不正确", "这个案件编号在文件中出现了两次", "没有找到单位“没有的所”", ">4<", "出生日期");
        assertThat(world.count("supervision.person where case_number like '名单-%'"))
                .isZero();
        HttpResponse<String> refused = browser.post(trial, Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("有 2 行存在问题");
        assertThat(browser.get(trial + "/faults").body()).contains("测试单丙", "请从列表中选择");
        assertThat(browser.post(trial, Map.of("skipBad", "on")).statusCode()).isEqualTo(303);
        assertThat(browser.get(trial).body()).contains("已导入 1 人，跳过 2 行");
        assertThat(browser.get("/people?q=名单".replace("名单", "%E5%90%8D%E5%8D%95-1"))
                        .body())
                .contains("测试单甲", "Ce Shi Dan Jia");
        assertThat(world.count("supervision.roster_import where content is not null and applied_at is not null"))
                .isZero();
    }

    @Test
    void sameFileTwiceMakesNoSecondPeople() {
        String file = HEAD + "再次-1,测试再次甲,男,缓刑,普管,,1970-03-04,\r\n再次-2,测试再次丁,女,管制,严管,,1971-08-09,\r\n";
        assertThat(browser.post(upload(file), Map.of("similar", "on")).statusCode())
                .isEqualTo(303);
        String again = upload(file);
        assertThat(browser.get(again).body()).contains("可导入 0 行；已在册 2 行；有问题 0 行");
        browser.post(again, Map.of());
        assertThat(world.count("supervision.person where case_number like '再次-%'"))
                .isEqualTo(2);
    }

    @Test
    void rowsAlikeAreLeftOutUnlessConfirmed() {
        upload(HEAD + "相近-1,测试相近甲,男,缓刑,普管,,1966-05-06,\r\n", Map.of());
        String file = HEAD + "相近-2,测试相近甲,男,缓刑,普管,,1966-05-06,\r\n";
        String trial = upload(file);
        assertThat(browser.get(trial).body()).contains("可能重复 1 行", "测试相近甲 相近-1");
        browser.post(trial, Map.of());
        assertThat(world.count("supervision.person where case_number = '相近-2'")).isZero();
        browser.post(upload(file), Map.of("similar", "on"));
        assertThat(world.count("supervision.person where case_number = '相近-2'")).isEqualTo(1);
    }

    @Test
    void csvInGbkAndEnglishHeadingsAreRead() {
        byte[] gbk = (HEAD + "国标-1,测试国标,男,缓刑,普管,,,测试名单所\r\n").getBytes(Charset.forName("GBK"));
        assertThat(browser.post(upload(gbk), Map.of()).statusCode()).isEqualTo(303);
        assertThat(world.count("supervision.person where name = '测试国标'")).isEqualTo(1);
        String english = "Case number;name;Sex;Category;Class\nEN-1;测试英文;Male;PROBATION;Normal\n";
        String trial = upload(english);
        assertThat(browser.get(trial).body()).contains("可导入 1 行");
    }

    @Test
    void workbookIsReadWithItsDatesAndNumbers() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("人员");
            List<String> head = List.of("姓名 *", "案件编号", "性别", "矫正类别", "管理等级", "联系电话", "出生日期", "别的列");
            for (int i = 0; i < head.size(); i++) {
                sheet.value(0, i, head.get(i));
            }
            sheet.value(1, 0, "测试表格");
            sheet.value(1, 1, "表格-1");
            sheet.value(1, 2, "女");
            sheet.value(1, 3, "假释");
            sheet.value(1, 4, "宽管");
            sheet.value(1, 5, 13_800_000_000L);
            sheet.value(1, 6, LocalDate.of(1990, 12, 1));
            sheet.style(1, 6).format("yyyy-mm-dd").set();
        }
        String trial = upload(out.toByteArray());
        assertThat(browser.get(trial).body()).contains("可导入 1 行", "未识别的列（不导入）：别的列");
        browser.post(trial, Map.of());
        assertThat(world.count(
                        "supervision.person where name = '测试表格' and phone = '13800000000' and born_on = '1990-12-01'"))
                .isEqualTo(1);
    }

    @Test
    void filledTemplateIsReadAgain() throws Exception {
        byte[] template = RosterFiles.template(new RosterWords(), Lang.ZH);
        Grid grid = GridReader.read(template);
        assertThat(grid.head()).contains("姓名 *", "案件编号 *", "负责单位").hasSize(Column.values().length);
        assertThat(grid.lines()).isEmpty();
        assertThat(browser.get("/roster/template").statusCode()).isEqualTo(200);
    }

    @Test
    void fileThatIsNoListIsRefusedInWords() throws Exception {
        assertThat(refused("甲,乙\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8))).contains("第一行没有“姓名”和“案件编号”两列");
        assertThat(refused(new byte[0])).contains("文件是空的");
        assertThat(refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .contains("旧版 Excel");
        assertThat(refused("PK not a workbook".getBytes(StandardCharsets.UTF_8)))
                .contains("文件无法读取");
        assertThat(refused(bomb())).contains("解压后过大");
        StringBuilder many = new StringBuilder(HEAD);
        for (int i = 0; i <= Grid.LINES_MAX; i++) {
            many.append(i).append(",测试,男,缓刑,普管,,,\n");
        }
        assertThat(refused(many.toString().getBytes(StandardCharsets.UTF_8))).contains("最多 20000 行");
    }

    @Test
    void anotherOfficerDoesNotSeeTheFile() {
        String trial = upload(HEAD + "私有-1,测试私有,男,缓刑,普管,,,\r\n");
        Browser other = world.browser(world.officer(world.office));
        assertThat(other.get(trial).statusCode()).isEqualTo(404);
        assertThat(other.post(trial, Map.of()).statusCode()).isNotEqualTo(303);
    }

    @Test
    void exportHonoursTheFiltersStatesItsPurposeAndIsHarmless() throws Exception {
        browser.post(upload(HEAD + "导出-1,测试导出,女,暂予监外执行,普管,11010519491231002X,,\r\n"), Map.of("similar", "on"));
        var person = world.services
                .people()
                .search(world.officer, PersonQuery.of("导出1"))
                .people();
        assertThat(person).hasSize(1);
        WEB.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "update supervision.person set note = '=cmd|calc', phone = '+8600' where person_id = :id")
                        .bind("id", person.getFirst().id())
                        .execute());
        assertThat(browser.get("/people?category=TEMPORARY_EXECUTION").body())
                .contains("/roster/export?category=TEMPORARY_EXECUTION");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("category", "TEMPORARY_EXECUTION");
        form.put("format", "CSV");
        assertThat(browser.post("/roster/export", form).statusCode()).isEqualTo(422);
        form.put("purpose", "季度核对");
        String csv = browser.post("/roster/export", form).body();
        assertThat(csv)
                .contains("测试导出", "'=cmd|calc", "'+8600", "110*************2X")
                .doesNotContain("测试单甲", "11010519491231002X");
        assertThat(world.count("supervision.audit where action = 'roster.export' and purpose = '季度核对'"))
                .isEqualTo(1);
        form.put("whole", "on");
        Grid again = GridReader.read(browser.post("/roster/export", form).body().getBytes(StandardCharsets.UTF_8));
        assertThat(again.lines().getFirst().cells()).contains("=cmd|calc", "+8600", "11010519491231002X");
        byte[] book = RosterFiles.xlsx("名单", List.of("一"), List.of(List.of("=1+1")));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book));
                var rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.map((Row row) -> row.getCell(0).getText()).toList()).containsExactly("一", "'=1+1");
        }
    }

    private static byte[] bomb() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 210; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    private static String refused(byte[] file) {
        HttpResponse<String> refused = browser.upload("/roster/import", Map.of(), "file", file);
        assertThat(refused.statusCode()).isEqualTo(422);
        return refused.body();
    }

    private static String upload(String file) {
        return upload(file.getBytes(StandardCharsets.UTF_8));
    }

    private static void upload(String file, Map<String, String> apply) {
        assertThat(browser.post(upload(file), apply).statusCode()).isEqualTo(303);
    }

    private static String upload(byte[] file) {
        HttpResponse<String> kept = browser.upload("/roster/import", Map.of(), "file", file);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
        return kept.headers().firstValue("location").orElseThrow();
    }
}
