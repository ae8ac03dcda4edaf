package org.guitu.web.conduct;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Difference;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * The words of the form that enters or corrects an incident.
 *
 * @param kindName of one that is corrected, whose kind stays; {@code ""} for a new one
 * @param version of it as read
 * @param differences between what someone else has saved meanwhile and the form
 */
public record IncidentFormView(
        Form form,
        String title,
        String action,
        String cancel,
        String kindName,
        String shape,
        Optional<Integer> version,
        List<Option> kinds,
        List<Option> gravities,
        List<Option> sources,
        List<Difference> differences) {

    static IncidentFormView blank(Page page, Form form, Person person, List<IncidentStore.Source> sources) {
        String base = "/people/" + person.id() + "/conduct";
        return new IncidentFormView(
                form,
                page.text("conduct.enter.title", person.name()),
                base + "/incidents/new",
                base,
                "",
                "",
                Optional.empty(),
                kinds(page, person),
                Option.of(Gravity.class, "conduct.gravity", page),
                sources.stream()
                        .map(source -> new Option(
                                source.ref(),
                                page.text(
                                        "conduct.source.one",
                                        page.text(source.words()),
                                        page.times().minute(source.at()))))
                        .toList(),
                List.of());
    }

    /** @param overtaken whether someone else has saved meanwhile: what differs is shown */
    static IncidentFormView of(Page page, Form form, Person person, Incident incident, int version, boolean overtaken) {
        String base = "/people/" + person.id() + "/conduct";
        return new IncidentFormView(
                form,
                page.text("conduct.correct.title", person.name()),
                base + "/incidents/" + incident.id(),
                base,
                page.text("conduct.kind." + incident.kind()),
                incident.kind().absence()
                        ? "absence"
                        : incident.kind().graded() ? "graded" : incident.kind().admonished() ? "admonished" : "plain",
                Optional.of(version),
                List.of(),
                Option.of(Gravity.class, "conduct.gravity", page),
                List.of(),
                overtaken ? differences(page, incident, form) : List.of());
    }

    private static List<Difference> differences(Page page, Incident incident, Form form) {
        return Difference.between(
                Answers.filled(IncidentForm.of(incident)),
                form,
                List.of("gravity", "first", "last", "admonishedOn", "note"),
                field -> page.text("conduct." + field),
                (field, value) ->
                        field.equals("gravity") && !value.isEmpty() ? page.text("conduct.gravity." + value) : value);
    }

    private static List<Option> kinds(Page page, Person person) {
        return Arrays.stream(IncidentKind.values())
                .filter(kind -> !kind.ofTemporaryExecution() || person.category() == Category.TEMPORARY_EXECUTION)
                .map(kind -> new Option(kind.name(), page.text("conduct.kind." + kind)))
                .toList();
    }
}
