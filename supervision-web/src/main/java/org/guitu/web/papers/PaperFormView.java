package org.guitu.web.papers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.guitu.web.access.Lang;
import org.guitu.web.http.Form;
import org.guitu.web.papers.PaperService.Draft;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * The words of the form that issues a paper.
 *
 * @param once what the form is sent with, so that it takes effect once
 * @param holes what the file lacks and the paper cannot do without, in one sentence; {@code ""} if nothing
 * @param spaces what the file lacks and the paper leaves out, in one sentence; {@code ""} if nothing
 * @param edit where the file can be completed
 */
public record PaperFormView(
        Form form,
        String title,
        String action,
        String preview,
        String cancel,
        String once,
        List<Field> fields,
        String holes,
        String spaces,
        String edit) {

    /** One field. */
    public record Field(String name, String label, int lines, int max, boolean required) {}

    static PaperFormView of(
            Page page, Person person, Draft draft, UnaryOperator<String> labelKeys, Form form, String once) {
        String base = "/people/" + person.id() + "/papers";
        PaperTemplate template = draft.template();
        return new PaperFormView(
                form.values().isEmpty() ? filled(draft) : form,
                page.text("papers.form.title", page.text("papers.kind." + draft.kind()), person.name()),
                base + "/new/" + draft.kind().slug(),
                base + "/preview/" + draft.kind().slug(),
                base,
                once,
                template.fields().stream()
                        .map(field -> new Field(
                                field.name(), label(page, field), field.lines(), field.max(), field.required()))
                        .toList(),
                told(page, "papers.form.holes", labelKeys, ofFile(template, template.holes(draft.facts()))),
                told(page, "papers.form.spaces", labelKeys, ofFile(template, template.spaces(draft.facts()))),
                "/people/" + person.id() + "/edit");
    }

    /** What stands in a preview where a fact is empty: nothing where the paper can do without, else a mark that says what is missing. */
    static String gap(Draft draft, String name) {
        PaperTemplate template = draft.template();
        return template.optional().contains(name)
                ? ""
                : "〔" + template.field(name).map(FieldSpec::labelZh).orElse("？") + "〕";
    }

    private static Form filled(Draft draft) {
        Map<String, String> values = new HashMap<>();
        for (FieldSpec field : draft.template().fields()) {
            values.put(field.name(), draft.facts().value(field.name()));
        }
        return Form.filled(values);
    }

    /** What is not asked for in the form shows its own faults there; here stands what the file should have said. */
    private static List<String> ofFile(PaperTemplate template, List<String> names) {
        return names.stream()
                .filter(name -> template.field(name).equals(Optional.empty()))
                .toList();
    }

    private static String told(Page page, String key, UnaryOperator<String> labelKeys, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        List<String> words =
                names.stream().map(name -> page.text(labelKeys.apply(name))).toList();
        return page.text(key, String.join(page.text("papers.comma"), words));
    }

    private static String label(Page page, FieldSpec field) {
        return page.lang() == Lang.ZH ? field.labelZh() : field.labelEn();
    }
}
