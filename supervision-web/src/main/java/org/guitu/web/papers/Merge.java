package org.guitu.web.papers;

import com.samskivert.mustache.Mustache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.guitu.web.form.Problem;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/** Fills a template. What is filled in is text and nothing else: it cannot begin an element, and its lines stay lines. Pure, thread-safe. */
final class Merge {

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .withEscaper(Merge::escaped)
            .emptyStringIsFalse(true)
            .withLoader(name -> {
                throw new IllegalStateException("a template reads no other");
            });

    private static final Pattern LINE =
            Pattern.compile("(?<=[^\\x00-\\x7F]|^)\\s*\\n\\s*|\\s*\\n\\s*(?=[^\\x00-\\x7F]|$)");

    private Merge() {}

    /** The body of the paper, checked once more after it was filled. */
    static Element body(PaperTemplate template, PaperFacts facts) {
        return body(template, facts, name -> "");
    }

    /** @param otherwise what stands in place of an empty fact */
    static Element body(PaperTemplate template, PaperFacts facts, UnaryOperator<String> otherwise) {
        Map<String, String> texts = new HashMap<>();
        for (String name : template.names()) {
            String text = facts.value(name);
            texts.put(name, text.isEmpty() ? otherwise.apply(name) : text);
        }
        String merged = COMPILER.compile(template.source()).execute(texts);
        try {
            Element root = SafeXml.parse(merged).getDocumentElement();
            List<Problem> faults = Markup.faults(root);
            if (!faults.isEmpty()) {
                throw new IllegalStateException(
                        "a filled template is no paper: " + faults.getFirst().key());
            }
            Element body = Markup.child(root, "body").orElseThrow();
            tidy(body);
            return body;
        } catch (SAXException impossible) {
            throw new IllegalStateException("a filled template is not well-formed", impossible);
        }
    }

    /** The space of the source is not that of the paper: a new line beside a Chinese character is nothing, any other space is one space. */
    private static void tidy(Element element) {
        for (Node child : Markup.children(element)) {
            if (child instanceof Text text) {
                text.setData(LINE.matcher(text.getData()).replaceAll("").replaceAll("[ \\t\\n]+", " "));
            } else if (child instanceof Element inner) {
                tidy(inner);
            }
        }
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n' -> out.append("<br/>");
                case '\t' -> out.append(' ');
                default -> {
                    if (ofXml(point)) {
                        out.appendCodePoint(point);
                    }
                }
            }
        });
        return out.toString();
    }

    /** Section 2.2 of XML 1.0, without the control characters. */
    private static boolean ofXml(int point) {
        return (point >= 0x20 && point <= 0xD7FF && (point < 0x7F || point > 0x9F))
                || (point >= 0xE000 && point <= 0xFFFD)
                || (point >= 0x10000 && point <= 0x10FFFF);
    }
}
