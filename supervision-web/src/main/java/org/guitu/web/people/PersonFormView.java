package org.guitu.web.people;

import java.util.List;
import java.util.Optional;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Difference;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * The words of the form that makes or changes a person.
 *
 * @param version of the person as read; empty for a new one
 * @param differences what someone else has saved meanwhile, where it is not what this editor wrote
 * @param states where a new case may begin; none when a person is changed
 * @param similar people alike, to be looked at before a new one is saved
 * @param similarElsewhere of whom the reader may not know more, in words
 * @param similarMark what the form sends back when they were looked at
 */
public record PersonFormView(
        Form form,
        String title,
        String action,
        String cancel,
        Optional<Integer> version,
        List<Option> sexes,
        List<Option> categories,
        List<Option> classes,
        List<Option> organisations,
        List<Option> officers,
        List<Difference> differences,
        List<Option> states,
        List<Alike> similar,
        String similarElsewhere,
        String similarMark) {

    /** What an edit may change. */
    private static final List<String> EDITED = List.of(
            "caseNumber",
            "name",
            "latinName",
            "sex",
            "bornOn",
            "identityNumber",
            "phone",
            "address",
            "category",
            "supervisionClass",
            "termFrom",
            "termTo",
            "note");

    /** One person alike. */
    public record Alike(String href, String name, String detail) {}

    static PersonFormView forNew(
            Page page, Form form, List<Option> organisations, List<Option> officers, Optional<Similar> similar) {
        return new PersonFormView(
                form,
                page.text("people.new"),
                "/people/new",
                "/people",
                Optional.empty(),
                Option.of(Sex.class, "people.sex", page),
                Option.of(Category.class, "people.category", page),
                Option.of(SupervisionClass.class, "people.class", page),
                organisations,
                officers,
                List.of(),
                Option.of(CaseState.class, "people.state", page).stream()
                        .filter(option -> CaseState.valueOf(option.value()).beginning())
                        .toList(),
                similar.map(Similar::seen).orElse(List.of()).stream()
                        .map(match -> new Alike(
                                "/people/" + match.id(),
                                match.name(),
                                String.join(
                                        " · ",
                                        match.caseNumber(),
                                        page.times().date(match.bornOn()),
                                        match.organisationName())))
                        .toList(),
                similar.filter(found -> found.elsewhere() > 0)
                        .map(found -> page.text("people.similar.elsewhere", found.elsewhere()))
                        .orElse(""),
                similar.map(Similar::mark).orElse(""));
    }

    static PersonFormView forEdit(Page page, Form form, Person person, boolean overtaken) {
        return new PersonFormView(
                form,
                page.text("people.edit.title", person.name()),
                "/people/" + person.id() + "/edit",
                "/people/" + person.id(),
                Optional.of(person.version()),
                Option.of(Sex.class, "people.sex", page),
                Option.of(Category.class, "people.category", page).stream()
                        .filter(option -> Category.valueOf(option.value()).supervised()
                                == person.category().supervised())
                        .toList(),
                Option.of(SupervisionClass.class, "people.class", page),
                List.of(),
                List.of(),
                overtaken ? differences(page, form, person) : List.of(),
                List.of(),
                List.of(),
                "",
                "");
    }

    private static List<Difference> differences(Page page, Form mine, Person person) {
        return Difference.between(
                Answers.filled(PersonForm.of(person)),
                mine,
                EDITED,
                field -> page.text("people." + field),
                (field, value) -> worded(page, field, value));
    }

    private static String worded(Page page, String field, String value) {
        if (value.isEmpty()) {
            return page.text("people.nothing");
        }
        return switch (field) {
            case "sex" -> page.text("people.sex." + value);
            case "category" -> page.text("people.category." + value);
            case "supervisionClass" -> page.text("people.class." + value);
            default -> value;
        };
    }
}
