package org.guitu.web.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.guitu.web.form.Problem;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * What a paper may be made of. There is nothing in it that could load, run or hide anything, and nothing that PDF and Word would show differently.
 */
final class Markup {

    private static final Set<String> WORDS = Set.of("#text", "strong", "br");

    /** What may stand in what. */
    private static final Map<String, Set<String>> INSIDE = Map.ofEntries(
            Map.entry("html", Set.of("head", "body")),
            Map.entry("head", Set.of("title", "field")),
            Map.entry("title", Set.of("#text")),
            Map.entry("field", Set.of()),
            Map.entry("body", Set.of("h1", "h2", "h3", "p", "table", "ul", "ol")),
            Map.entry("h1", WORDS),
            Map.entry("h2", WORDS),
            Map.entry("h3", WORDS),
            Map.entry("p", WORDS),
            Map.entry("strong", Set.of("#text", "br")),
            Map.entry("br", Set.of()),
            Map.entry("ul", Set.of("li")),
            Map.entry("ol", Set.of("li")),
            Map.entry("li", WORDS),
            Map.entry("table", Set.of("tr")),
            Map.entry("tr", Set.of("th", "td")),
            Map.entry("th", WORDS),
            Map.entry("td", WORDS));

    /** The looks a paragraph or cell may have. */
    static final Set<String> LOOKS = Set.of("plain", "center", "right", "sign", "number");

    private static final Set<String> WITH_LOOK = Set.of("h1", "h2", "h3", "p", "td", "th");
    private static final Set<String> FIELD = Set.of("name", "zh", "en", "lines", "max", "required", "sample");
    private static final int COLUMNS_MAX = 12;

    private Markup() {}

    /** Everything about the tree that is not allowed; empty if it is good. */
    static List<Problem> faults(Element root) {
        List<Problem> faults = new ArrayList<>();
        if (root.getTagName().equals("html")) {
            check(root, faults::add);
        } else {
            faults.add(Problem.of("papers.template.fault.root"));
        }
        return faults;
    }

    private static void check(Element element, Consumer<Problem> faults) {
        attributes(element, faults);
        Set<String> allowed = INSIDE.getOrDefault(element.getTagName(), Set.of());
        for (Node child : children(element)) {
            switch (child) {
                case Element inner when allowed.contains(inner.getTagName()) -> check(inner, faults);
                case Element inner ->
                    faults.accept(
                            Problem.of("papers.template.fault.element", inner.getTagName(), element.getTagName()));
                case Text text -> {
                    if (!allowed.contains("#text") && !Tags.sectionsOnly(text.getData())) {
                        faults.accept(Problem.of("papers.template.fault.text", element.getTagName()));
                    }
                }
                default -> faults.accept(Problem.of("papers.template.fault.declaration"));
            }
        }
    }

    private static void attributes(Element element, Consumer<Problem> faults) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!allowed(element.getTagName(), attribute.getName(), attribute.getValue())) {
                faults.accept(Problem.of("papers.template.fault.attribute", attribute.getName(), element.getTagName()));
            }
        }
    }

    private static boolean allowed(String element, String name, String value) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "xmlns" -> element.equals("html") && value.equals("http://www.w3.org/1999/xhtml");
            case "class" -> WITH_LOOK.contains(element) && LOOKS.contains(value);
            case "colspan" -> Set.of("td", "th").contains(element) && columns(value);
            default -> element.equals("field") && FIELD.contains(name) && !value.contains("{{");
        };
    }

    private static boolean columns(String value) {
        return value.matches("[1-9][0-9]?") && Integer.parseInt(value) <= COLUMNS_MAX;
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    static List<Element> elements(Node parent) {
        return children(parent).stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** The one child of that name, of a tree without faults. */
    static java.util.Optional<Element> child(Element parent, String name) {
        return elements(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .findFirst();
    }
}
