package org.guitu.web.help;

import java.util.List;
import java.util.Optional;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the psychological file. */
public record PsychologyView(
        long personId,
        String person,
        List<Entry> entries,
        List<Option> kinds,
        List<Option> levels,
        Form form,
        String saved) {

    /** One entry. */
    public record Entry(
            String title, String level, String tone, String summary, String next, String by, String withdraw) {}

    static PsychologyView of(Page page, PsychologyService.Opened opened, Form form, Optional<String> saved) {
        long id = opened.person().id();
        return new PsychologyView(
                id,
                opened.person().name(),
                opened.entries().stream().map(entry -> entry(page, id, entry)).toList(),
                Option.of(Psychology.Kind.class, "help.psychology", page),
                Option.of(Psychology.Level.class, "help.level", page),
                form,
                saved.map(page::text).orElse(""));
    }

    private static Entry entry(Page page, long personId, Psychology entry) {
        String kind = page.text("help.psychology." + entry.kind());
        return new Entry(
                page.times().date(entry.day()) + " · "
                        + (entry.instrument().isEmpty() ? kind : kind + " · " + entry.instrument()),
                entry.level().map(level -> page.text("help.level." + level)).orElse(""),
                entry.level()
                        .map(level -> switch (level) {
                            case NORMAL -> "good";
                            case MILD -> "info";
                            case MODERATE -> "warn";
                            case SEVERE -> "critical";
                        })
                        .orElse("none"),
                entry.summary(),
                entry.nextOn()
                        .map(day -> page.text("help.next", page.times().date(day)))
                        .orElse(""),
                entry.by(),
                "/people/" + personId + "/help/psychology/" + entry.id() + "/withdraw");
    }
}
