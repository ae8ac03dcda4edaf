package org.guitu.web.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.w3c.dom.Element;

/** Writes a paper as a Word document, to be signed or finished by hand. Sizes and margins are those of GB/T 9704. Pure. */
final class PaperDocx {

    private static final int TWIPS_PER_MM_TENTHS = 567; // 56.7 a millimetre
    private static final int CELL_POINTS = 12;

    private PaperDocx() {}

    static byte[] write(String title, String by, Element body) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream(32 << 10)) {
            document.getProperties().getCoreProperties().setTitle(title);
            document.getProperties().getCoreProperties().setCreator(by);
            page(document);
            for (Element block : Markup.elements(body)) {
                block(document, block);
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write a paper", failure);
        }
    }

    private static void block(XWPFDocument document, Element block) {
        switch (block.getTagName()) {
            case "table" -> table(document, block);
            case "ul", "ol" -> list(document, block);
            default -> paragraph(document.createParagraph(), block);
        }
    }

    private static void paragraph(XWPFParagraph paragraph, Element block) {
        String look = block.getAttribute("class");
        String name = block.getTagName();
        boolean head = name.equals("h1");
        paragraph.setSpacingBetween(head ? 1.2 : 1.5);
        paragraph.setAlignment(alignment(head ? "center" : look));
        if (name.equals("p") && look.isEmpty()) {
            indent(paragraph);
        }
        if (look.equals("sign")) {
            paragraph.setIndentationRight(640);
        }
        if (head || look.equals("number")) {
            paragraph.setSpacingAfter(240);
        }
        if (!name.equals("p")) {
            paragraph.setKeepNext(true);
        }
        Runs.write(paragraph, block, head ? Face.TITLE : name.equals("p") ? Face.TEXT : Face.HEADING);
    }

    /** Two characters of the text's own size, as Word counts them in hundredths. */
    private static void indent(XWPFParagraph paragraph) {
        var properties = paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
        var indentation = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
        indentation.setFirstLineChars(BigInteger.valueOf(200));
        indentation.setFirstLine(BigInteger.valueOf(640));
    }

    private static ParagraphAlignment alignment(String look) {
        return switch (look) {
            case "center", "number" -> ParagraphAlignment.CENTER;
            case "right", "sign" -> ParagraphAlignment.RIGHT;
            default -> ParagraphAlignment.BOTH;
        };
    }

    private static void list(XWPFDocument document, Element list) {
        List<Element> items = Markup.elements(list);
        for (int i = 0; i < items.size(); i++) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setSpacingBetween(1.5);
            paragraph.setIndentationLeft(640);
            paragraph.setIndentationHanging(320);
            Runs.text(paragraph, list.getTagName().equals("ol") ? (i + 1) + ". " : "• ", Face.TEXT);
            Runs.write(paragraph, items.get(i), Face.TEXT);
        }
    }

    private static void table(XWPFDocument document, Element block) {
        List<Element> rows = Markup.elements(block);
        if (rows.isEmpty()) {
            return;
        }
        XWPFTable table = document.createTable(1, 1);
        table.setWidth("100%");
        for (int i = 0; i < rows.size(); i++) {
            XWPFTableRow row = i == 0 ? table.getRow(0) : table.createRow();
            row.setCantSplitRow(true);
            cells(row, Markup.elements(rows.get(i)));
        }
    }

    private static void cells(XWPFTableRow row, List<Element> cells) {
        while (row.getTableCells().size() > Math.max(1, cells.size())) {
            row.removeCell(row.getTableCells().size() - 1);
        }
        for (int i = 0; i < cells.size(); i++) {
            XWPFTableCell cell = i < row.getTableCells().size() ? row.getCell(i) : row.createCell();
            Element content = cells.get(i);
            String span = content.getAttribute("colspan");
            if (!span.isEmpty()) {
                var properties = cell.getCTTc().isSetTcPr()
                        ? cell.getCTTc().getTcPr()
                        : cell.getCTTc().addNewTcPr();
                properties.addNewGridSpan().setVal(new BigInteger(span));
            }
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            String look = content.getAttribute("class");
            paragraph.setAlignment(look.isEmpty() ? ParagraphAlignment.LEFT : alignment(look));
            Runs.write(paragraph, content, Face.CELL);
        }
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(twips(37));
        margins.setBottom(twips(35));
        margins.setLeft(twips(28));
        margins.setRight(twips(26));
        margins.setHeader(twips(15));
        margins.setFooter(twips(25));
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS_PER_MM_TENTHS / 10.0));
    }

    /** How words look; the font is that of Chinese text, as Word names it. */
    enum Face {
        TITLE("宋体", 22, true),
        HEADING("黑体", 16, false),
        TEXT("仿宋", 16, false),
        CELL("仿宋", CELL_POINTS, false);

        final String eastAsian;
        final int points;
        final boolean bold;

        Face(String eastAsian, int points, boolean bold) {
            this.eastAsian = eastAsian;
            this.points = points;
            this.bold = bold;
        }
    }
}
