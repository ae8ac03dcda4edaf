package org.guitu.web.papers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Writes the body of a paper as a page that stands alone: to be looked at, or to be printed. Pure. */
final class PaperHtml {

    private static final String COMMON = """
            body { margin: 0; color: #000; line-height: 1.75; word-wrap: break-word; }
            h1 { margin: 0 0 8pt; font-size: 22pt; line-height: 1.4; text-align: center; font-weight: bold; }
            h2 { margin: 10pt 0 4pt; font-size: 16pt; font-weight: bold; }
            h3 { margin: 8pt 0 2pt; font-size: 16pt; font-weight: normal; }
            p { margin: 0; text-indent: 2em; text-align: justify; }
            p.plain { text-indent: 0; }
            p.center, p.number { text-indent: 0; text-align: center; }
            p.number { margin-bottom: 12pt; }
            p.right, p.sign { text-indent: 0; text-align: right; }
            p.sign { padding-right: 2em; }
            ul, ol { margin: 2pt 0; padding-left: 2.4em; }
            table { width: 100%; margin: 6pt 0; border-collapse: collapse; }
            th, td { padding: 4pt 6pt; border: 0.75pt solid #000; text-align: left; vertical-align: top; font-size: 12pt; line-height: 1.5; font-weight: normal; }
            th { background: #f2f2f2; }
            th.center, td.center { text-align: center; }
            th.right, td.right { text-align: right; }
            """;

    private static final String PRINT = COMMON + """
            @page { size: A4; margin: 32mm 26mm 30mm 28mm; @bottom-center { content: "— " counter(page) " —"; font-family: {fonts}; font-size: 12pt; } }
            body { font-family: {fonts}; font-size: 16pt; }
            tr { page-break-inside: avoid; }
            h1, h2, h3 { page-break-after: avoid; }
            p.sign { page-break-before: avoid; page-break-inside: avoid; }
            """;

    private static final String SCREEN = COMMON + """
            html { background: #fff; }
            body { max-width: 46em; margin: 0 auto; padding: 28pt 7%; font-size: 12pt; font-family: FangSong, STFangsong, "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
            h1 { font-size: 17pt; }
            h2, h3 { font-size: 12pt; }
            th, td { font-size: 10.5pt; }
            """;

    /** What a browser may do with a page on the screen: show it with its own style, and nothing else. */
    static final String POLICY = "sandbox; default-src 'none'; style-src 'sha256-" + sha256(SCREEN)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private PaperHtml() {}

    static byte[] screen(String title, Element body) {
        return page(title, SCREEN, body).getBytes(StandardCharsets.UTF_8);
    }

    /** @param fontFamilies as CSS names them, in order */
    static String print(String title, Element body, String fontFamilies) {
        return page(title, PRINT.replace("{fonts}", fontFamilies), body);
    }

    private static String page(String title, String style, Element body) {
        StringBuilder out =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"/><title>");
        text(title, out);
        out.append("</title><style>").append(style).append("</style></head>");
        write(body, out);
        return out.append("</html>").toString();
    }

    private static void write(Element element, StringBuilder out) {
        String name = element.getTagName();
        out.append('<').append(name);
        for (String attribute : new String[] {"class", "colspan"}) {
            if (element.hasAttribute(attribute)) {
                out.append(' ').append(attribute).append("=\"");
                text(element.getAttribute(attribute), out);
                out.append('"');
            }
        }
        if (name.equals("br")) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Node child : Markup.children(element)) {
            if (child instanceof Element inner) {
                write(inner, out);
            } else if (child instanceof Text words) {
                text(words.getData(), out);
            }
        }
        out.append("</").append(name).append('>');
    }

    private static void text(String text, StringBuilder out) {
        out.append(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
