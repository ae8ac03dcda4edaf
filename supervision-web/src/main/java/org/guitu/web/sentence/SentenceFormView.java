package org.guitu.web.sentence;

import java.util.Arrays;
import java.util.List;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Difference;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * The words of a form about a decision, an injunction or the term.
 *
 * @param hint the law it answers to
 * @param version as read, 0 for a new one
 * @param changes why a term that stands may change
 * @param differences what someone else has saved meanwhile
 */
public record SentenceFormView(
        Form form,
        String title,
        String hint,
        String action,
        String cancel,
        int version,
        List<Option> papers,
        List<Option> bodyKinds,
        List<Option> crimes,
        List<Option> changes,
        List<Difference> differences) {

    /**
     * Makes the words.
     *
     * @param shape {@code decision}, {@code injunction} or {@code term}
     * @param standing what stands now as a form, where this editor was overtaken; else the form itself
     */
    static SentenceFormView of(
            Page page, String shape, Person person, String action, int version, Form form, Record standing) {
        return new SentenceFormView(
                form,
                page.text("sentence." + shape + (version == 0 ? ".new" : ".change"), person.name()),
                page.text("sentence." + shape + ".hint." + hint(shape, person)),
                action,
                "/people/" + person.id() + "/sentence",
                version,
                Option.of(Paper.class, "sentence.paper", page),
                Option.of(BodyKind.class, "sentence.body-kind", page),
                Option.of(Crime.class, "sentence.crime", page),
                Option.of(TermChange.class, "sentence.change", page).stream()
                        .filter(option -> !option.value().equals(TermChange.SENTENCE.name()))
                        .toList(),
                form.fault("")
                                .filter(fault -> fault.key().equals("sentence.error.overtaken"))
                                .isEmpty()
                        ? List.of()
                        : differences(page, form, standing));
    }

    /** How days held before the judgment count depends on the category. */
    private static String hint(String shape, Person person) {
        return shape.equals("term") ? TermDraft.credit(person.category()).key().replace("sentence.credit-", "") : "law";
    }

    private static List<Difference> differences(Page page, Form mine, Record standing) {
        return Difference.between(
                Answers.filled(standing),
                mine,
                Arrays.stream(standing.getClass().getRecordComponents())
                        .map(component -> component.getName())
                        .filter(field -> !field.equals("change"))
                        .toList(),
                field -> page.text("sentence." + field),
                (field, value) -> words(page, field, value));
    }

    private static String words(Page page, String field, String value) {
        if (value.isEmpty()) {
            return page.text("people.nothing");
        }
        return switch (field) {
            case "paper" -> page.text("sentence.paper." + value);
            case "bodyKind" -> page.text("sentence.body-kind." + value);
            case "crime" -> page.text("sentence.crime." + value);
            case "accomplices" -> page.text("sentence.accomplices.yes");
            default -> value;
        };
    }
}
