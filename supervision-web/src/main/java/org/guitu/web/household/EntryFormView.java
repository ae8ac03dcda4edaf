package org.guitu.web.household;

import java.util.List;
import java.util.Locale;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Difference;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * The words of the form of one fact.
 *
 * @param fields those it has
 * @param phoneLabel what the phone is called, which depends on the section; so is the detail
 */
public record EntryFormView(
        Form form,
        String title,
        String action,
        String cancel,
        int version,
        List<String> fields,
        List<Option> kinds,
        String phoneLabel,
        String detailLabel,
        List<Difference> differences) {

    static EntryFormView of(
            Page page,
            Section section,
            Person person,
            String action,
            int version,
            Form form,
            EntryForm standing,
            boolean overtaken) {
        return new EntryFormView(
                form,
                page.text("household.form." + section, person.name()),
                action,
                "/people/" + person.id() + "/household",
                version,
                section.fields(),
                section.kinds().stream()
                        .map(kind -> new Option(kind.name(), page.text("household.kind." + kind)))
                        .toList(),
                label(page, "phone", section),
                label(page, "detail", section),
                overtaken
                        ? Difference.between(
                                Answers.filled(standing),
                                form,
                                section.fields(),
                                field -> label(page, field, section),
                                (field, value) -> words(page, field, value))
                        : List.of());
    }

    private static String label(Page page, String field, Section section) {
        String of = "." + section.name().toLowerCase(Locale.ROOT);
        return page.text("household." + field + (field.equals("phone") || field.equals("detail") ? of : ""));
    }

    private static String words(Page page, String field, String value) {
        if (value.isEmpty()) {
            return page.text("household.nothing");
        }
        return switch (field) {
            case "kind" -> page.text("household.kind." + value);
            case "together", "emergency" -> page.text("household.yes");
            default -> value;
        };
    }
}
