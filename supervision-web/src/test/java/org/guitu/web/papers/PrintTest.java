package org.guitu.web.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.guitu.web.form.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** What comes out of the press is read again by those who make no papers. */
class PrintTest {

    private static final PaperFonts FONTS = new PaperFonts();

    @BeforeAll
    static void thereIsChineseType() {
        assertThat(PaperFonts.usable(Optional.ofNullable(System.getenv(PaperFonts.VARIABLE))))
                .as("these tests need a Chinese TrueType font: apt-get install %s", PaperFonts.PACKAGE)
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    void pdfHoldsItsWordsAndItsType(PaperKind kind) throws IOException {
        Element body = TestPapers.body(kind, "person.name", "测试·龘某");
        byte[] pdf = new PaperPdf(FONTS).print("题", body);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(packed(new PDFTextStripper().getText(document)))
                    .contains("测试·龘某", "（2026）示矫告字第1号", "示例区社区矫正管理局", "二〇二六年十一月二十五日")
                    .contains(packed(body.getTextContent()).substring(0, 8));
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
            assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(3);
        }
        assertThat(pdf.length).isLessThan(300_000);
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    void wordDocumentHoldsTheSameWords(PaperKind kind) throws IOException {
        Element body = TestPapers.body(kind, "person.name", "测试·龘某");
        byte[] docx = PaperDocx.write("题", "测试所", body);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            String text =
                    document.getBodyElements().stream().map(PrintTest::words).collect(Collectors.joining());
            String expected = packed(body.getTextContent());
            // Lists are numbered by the document, so their words stand between numbers.
            assertThat(packed(text).replaceAll("[0-9]+\\.|•", "")).isEqualTo(expected.replaceAll("[0-9]+\\.|•", ""));
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("题");
        }
    }

    @Test
    void wordDocumentNamesChineseFonts() throws IOException {
        byte[] docx = PaperDocx.write("题", "测试所", TestPapers.body(PaperKind.WARNING));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs().stream()
                            .flatMap(paragraph -> paragraph.getRuns().stream())
                            .map(run -> run.getFontFamily(XWPFRun.FontCharRange.eastAsia)))
                    .contains("宋体", "仿宋")
                    .doesNotContainNull();
            assertThat(document.getParagraphs().stream()
                            .flatMap(paragraph -> paragraph.getRuns().stream())
                            .filter(XWPFRun::isBold)
                            .map(XWPFRun::text))
                    .contains("警告");
        }
    }

    @Test
    void withoutTypeThePressSaysWhatToInstall() {
        Press press = new Press(new PaperFonts(List::of));
        Templates templates = new Templates(TestPapers.sources());
        PaperTemplate template = templates.shipped(PaperKind.NOTICE);
        assertThatThrownBy(() -> press.print(template, templates.samples(template)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems().find("form").orElseThrow())
                                .satisfies(problem -> {
                                    assertThat(problem.key()).isEqualTo("papers.error.font");
                                    assertThat(problem.arguments()).containsExactly(PaperFonts.PACKAGE);
                                }));
    }

    @Test
    void characterThatNoFontHasIsToldNotLeftOut() {
        assertThat(FONTS.missing("测试某\u3000\n（2026）")).isEmpty();
        Press press = new Press(FONTS);
        Templates templates = new Templates(TestPapers.sources());
        PaperTemplate template = templates.shipped(PaperKind.NOTICE);
        PaperFacts facts = templates.samples(template).put("person.name", "测\uE123");
        assertThatThrownBy(() -> press.print(template, facts))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("\uE123");
    }

    @Test
    void aFileThatIsNoFontIsPassedOver(@TempDir Path folder) throws IOException {
        Path broken = Files.write(folder.resolve("broken.ttc"), new byte[] {'t', 't', 'c', 'f', 0, 1});
        Path words = Files.writeString(folder.resolve("words.ttf"), "no font at all, only words in a file");
        assertThat(new PaperFonts(() -> List.of(broken, words)).ready()).isFalse();
        List<Path> all = new java.util.ArrayList<>(List.of(broken, words));
        all.addAll(PaperFonts.found(Optional.empty()));
        assertThat(new PaperFonts(() -> all).ready()).isTrue();
    }

    private static String words(org.apache.poi.xwpf.usermodel.IBodyElement element) {
        return switch (element) {
            case org.apache.poi.xwpf.usermodel.XWPFParagraph paragraph -> paragraph.getText();
            case org.apache.poi.xwpf.usermodel.XWPFTable table -> table.getText();
            default -> "";
        };
    }

    private static String packed(String text) {
        return text.replaceAll("[\\s\\u3000]+", "");
    }
}
