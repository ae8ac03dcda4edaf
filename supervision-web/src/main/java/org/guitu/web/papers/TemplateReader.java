package org.guitu.web.papers;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guitu.web.form.Problem;
import org.guitu.web.papers.Tags.Tag;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Looks through a template before it is used. Pure. */
final class TemplateReader {

    /** The longest template, in bytes. */
    static final int BYTES_MAX = 200 << 10;

    private static final int FAULTS_MAX = 20;
    private static final int FIELDS_MAX = 30;
    private static final int TITLE_MAX = 60;
    private static final int LABEL_MAX = 100;

    /** A paper that does not say these is none. */
    private static final Set<String> NEEDED = Set.of("paper.number", "person.name");

    private TemplateReader() {}

    /** What came of it. */
    sealed interface Reading {
        record Good(PaperTemplate template) implements Reading {}

        record Bad(List<Problem> faults) implements Reading {}
    }

    /** @param offered the facts the file may fill */
    static Reading read(byte[] content, Set<String> offered) {
        if (content.length == 0) {
            return bad(Problem.of("papers.template.fault.none"));
        }
        if (content.length > BYTES_MAX) {
            return bad(Problem.of("papers.template.fault.long", BYTES_MAX >> 10));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return read(text, offered);
        } catch (CharacterCodingException notUtf8) {
            return bad(Problem.of("papers.template.fault.utf8"));
        }
    }

    static Reading read(String text, Set<String> offered) {
        String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String undeclared = source.replaceFirst("^\\s*<\\?xml [^?]*\\?>", "").strip();
        if (undeclared.contains("<!") || undeclared.contains("<?")) {
            return bad(Problem.of("papers.template.fault.declaration"));
        }
        try {
            return checked(undeclared, SafeXml.parse(undeclared).getDocumentElement(), offered);
        } catch (SAXParseException fault) {
            return bad(Problem.of("papers.template.fault.xml", fault.getLineNumber(), fault.getColumnNumber()));
        } catch (SAXException fault) {
            return bad(Problem.of("papers.template.fault.xml", 1, 1));
        }
    }

    private static Reading checked(String source, Element root, Set<String> offered) {
        List<Problem> faults = new ArrayList<>(Markup.faults(root));
        if (!faults.isEmpty()) {
            return new Reading.Bad(first(faults));
        }
        List<Element> bodies = named(root, "body");
        List<Element> heads = named(root, "head");
        if (bodies.size() != 1
                || heads.size() != 1
                || named(heads.getFirst(), "title").size() != 1) {
            return bad(Problem.of("papers.template.fault.parts"));
        }
        String title =
                named(heads.getFirst(), "title").getFirst().getTextContent().strip();
        if (title.isEmpty() || title.length() > TITLE_MAX || title.contains("{{")) {
            faults.add(Problem.of("papers.template.fault.title", TITLE_MAX));
        }
        List<FieldSpec> fields = fields(heads.getFirst(), faults);
        List<Tag> tags = Tags.below(bodies.getFirst(), faults::add);
        known(tags, fields, offered, faults);
        return faults.isEmpty()
                ? new Reading.Good(new PaperTemplate(source, title, fields, names(tags), optional(tags, fields)))
                : new Reading.Bad(first(faults));
    }

    private static List<FieldSpec> fields(Element head, List<Problem> faults) {
        Map<String, FieldSpec> fields = new LinkedHashMap<>();
        for (Element element : named(head, "field")) {
            String name = element.getAttribute("name");
            String zh = element.getAttribute("zh").strip();
            String en = element.getAttribute("en").strip();
            if (!Tags.NAME.matcher(name).matches() || CoreFacts.owns(name)) {
                faults.add(Problem.of("papers.template.fault.field-name", name));
            } else if (zh.isEmpty() || zh.length() > LABEL_MAX || en.length() > LABEL_MAX) {
                faults.add(Problem.of("papers.template.fault.field-label", name, LABEL_MAX));
            } else if (fields.containsKey(name)) {
                faults.add(Problem.of("papers.template.fault.field-twice", name));
            } else {
                fields.put(
                        name,
                        new FieldSpec(
                                name,
                                zh,
                                en.isEmpty() ? zh : en,
                                number(element.getAttribute("lines"), 1, FieldSpec.LINES_MAX),
                                number(element.getAttribute("max"), 200, FieldSpec.CHARACTERS_MAX),
                                !element.getAttribute("required").equals("no"),
                                element.getAttribute("sample").isBlank()
                                        ? "〔" + zh + "〕"
                                        : element.getAttribute("sample").strip()));
            }
        }
        if (fields.size() > FIELDS_MAX) {
            faults.add(Problem.of("papers.template.fault.fields", FIELDS_MAX));
        }
        return List.copyOf(fields.values());
    }

    private static void known(List<Tag> tags, List<FieldSpec> fields, Set<String> offered, List<Problem> faults) {
        Set<String> known = new HashSet<>(offered);
        fields.forEach(field -> known.add(field.name()));
        Set<String> used = names(tags);
        used.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> faults.add(Problem.of("papers.template.fault.unknown", name)));
        NEEDED.stream()
                .filter(name -> !used.contains(name))
                .sorted()
                .forEach(name -> faults.add(Problem.of("papers.template.fault.needed", name)));
        fields.stream()
                .filter(field -> !used.contains(field.name()))
                .forEach(field -> faults.add(Problem.of("papers.template.fault.field-unused", field.name())));
    }

    private static Set<String> names(List<Tag> tags) {
        return tags.stream().map(Tag::name).collect(Collectors.toSet());
    }

    private static Set<String> optional(List<Tag> tags, List<FieldSpec> fields) {
        Set<String> optional = tags.stream()
                .filter(tag -> !tag.sign().isEmpty())
                .map(Tag::name)
                .collect(Collectors.toSet());
        for (FieldSpec field : fields) {
            if (field.required()) {
                optional.remove(field.name());
            } else {
                optional.add(field.name());
            }
        }
        return optional;
    }

    private static int number(String text, int otherwise, int max) {
        return text.matches("[1-9][0-9]{0,4}") ? Math.min(Integer.parseInt(text), max) : otherwise;
    }

    private static List<Element> named(Element parent, String name) {
        return Markup.elements(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .toList();
    }

    private static List<Problem> first(List<Problem> faults) {
        return List.copyOf(faults.subList(0, Math.min(faults.size(), FAULTS_MAX)));
    }

    private static Reading bad(Problem fault) {
        return new Reading.Bad(List.of(fault));
    }
}
