package org.guitu.web.papers;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.guitu.web.papers.PaperDocx.Face;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** The words of a paragraph of a Word document. */
final class Runs {

    private Runs() {}

    /** The words inside an element: text, strong text and line breaks. */
    static void write(XWPFParagraph paragraph, Element element, Face type) {
        write(paragraph, element, type, type.bold);
    }

    static void text(XWPFParagraph paragraph, String text, Face type) {
        run(paragraph, type, type.bold).setText(text);
    }

    private static void write(XWPFParagraph paragraph, Element element, Face type, boolean bold) {
        for (Node child : Markup.children(element)) {
            if (child instanceof Text text) {
                words(paragraph, text.getData(), type, bold);
            } else if (child instanceof Element inner && inner.getTagName().equals("br")) {
                run(paragraph, type, bold).addBreak();
            } else if (child instanceof Element inner) {
                write(paragraph, inner, type, true);
            }
        }
    }

    private static void words(XWPFParagraph paragraph, String text, Face type, boolean bold) {
        if (!text.isEmpty()) {
            run(paragraph, type, bold).setText(text);
        }
    }

    private static XWPFRun run(XWPFParagraph paragraph, Face type, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
        run.setFontFamily(type.eastAsian, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(type.points);
        run.setBold(bold);
        return run;
    }
}
