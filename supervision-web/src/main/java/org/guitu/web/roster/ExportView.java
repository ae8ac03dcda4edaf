package org.guitu.web.roster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * The words of the form that asks for a file.
 *
 * @param filters what the list was filtered by, sent again with the form
 * @param told the same in words
 */
public record ExportView(Form form, Map<String, String> filters, String told, List<Option> formats) {

    static final List<String> FILTERS = List.of("q", "category", "class", "state");

    static ExportView of(Page page, Form form) {
        Map<String, String> filters = new TreeMap<>();
        FILTERS.stream().filter(name -> !form.text(name).isEmpty()).forEach(name -> filters.put(name, form.text(name)));
        List<String> told = filters.entrySet().stream()
                .map(entry -> switch (entry.getKey()) {
                    case "category" -> page.text("people.category." + entry.getValue());
                    case "class" -> page.text("people.class." + entry.getValue());
                    case "state" -> page.text("people.state." + entry.getValue());
                    default -> entry.getValue();
                })
                .toList();
        return new ExportView(
                form,
                filters,
                told.isEmpty()
                        ? page.text("roster.export.all")
                        : page.text("roster.export.filtered", String.join(page.text("ui.list.separator"), told)),
                Option.of(Format.class, "roster.format", page));
    }
}
