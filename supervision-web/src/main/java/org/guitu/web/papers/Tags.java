package org.guitu.web.papers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.web.form.Problem;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * The mustache tags of a template: <code>{{name}}</code>, <code>{{#name}}…{{/name}}</code> where there is something, <code>{{^name}}…{{/name}}</code>
 * where there is nothing. What would print unescaped, read another template or change the braces is none of ours.
 */
final class Tags {

    /** @param sign {@code ""}, {@code #}, {@code ^} or {@code /} */
    record Tag(String sign, String name) {}

    static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,30}(\\.[a-z][A-Za-z0-9]{0,30}){1,3}");

    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern OURS = Pattern.compile("\\s*([#^/]?)\\s*(" + NAME + ")\\s*");

    private Tags() {}

    /** Whether text has nothing in it but space and the tags that begin and end sections. */
    static boolean sectionsOnly(String text) {
        Matcher tag = TAG.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (tag.find()) {
            tag.appendReplacement(rest, "");
            Matcher ours = OURS.matcher(tag.group(1));
            if (!ours.matches() || ours.group(1).isEmpty()) {
                return false;
            }
        }
        return tag.appendTail(rest).toString().isBlank();
    }

    /** All tags below an element; what is wrong with them goes to {@code faults}. */
    static List<Tag> below(Element element, Consumer<Problem> faults) {
        List<Tag> own = new ArrayList<>();
        List<Tag> all = new ArrayList<>();
        for (Node child : Markup.children(element)) {
            if (child instanceof Text text) {
                List<Tag> found = read(text.getData(), faults);
                own.addAll(found);
                all.addAll(found);
            } else if (child instanceof Element inner) {
                all.addAll(below(inner, faults));
            }
        }
        balance(own, faults);
        return all;
    }

    private static List<Tag> read(String text, Consumer<Problem> faults) {
        List<Tag> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (tag.find()) {
            tag.appendReplacement(rest, "");
            Matcher ours = OURS.matcher(tag.group(1));
            if (ours.matches()) {
                tags.add(new Tag(ours.group(1), ours.group(2)));
            } else {
                faults.accept(Problem.of("papers.template.fault.tag", shortened(tag.group())));
            }
        }
        String left = tag.appendTail(rest).toString();
        if (left.contains("{{") || left.contains("}}")) {
            faults.accept(Problem.of("papers.template.fault.braces"));
        }
        return tags;
    }

    /** A section begins and ends in the same element, so that the paper is whole with and without it. */
    private static void balance(List<Tag> tags, Consumer<Problem> faults) {
        Deque<String> open = new ArrayDeque<>();
        for (Tag tag : tags) {
            if (tag.sign().equals("#") || tag.sign().equals("^")) {
                open.push(tag.name());
            } else if (tag.sign().equals("/") && !tag.name().equals(open.poll())) {
                faults.accept(Problem.of("papers.template.fault.section", tag.name()));
                return;
            }
        }
        open.forEach(name -> faults.accept(Problem.of("papers.template.fault.section", name)));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
