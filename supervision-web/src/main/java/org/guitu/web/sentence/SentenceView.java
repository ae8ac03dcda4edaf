package org.guitu.web.sentence;

import java.time.LocalDate;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The words of the page with a person's decisions, injunctions and term. */
public record SentenceView(
        long personId,
        String person,
        boolean mayEdit,
        boolean mayEnjoin,
        List<Item> decisions,
        List<Item> injunctions,
        List<Item> terms,
        String fault) {

    /**
     * One of them.
     *
     * @param end what takes it back or ends it is called; {@code ""} where that cannot be done
     */
    public record Item(
            long id,
            String title,
            String badge,
            String tone,
            List<Entry> entries,
            String recorded,
            boolean mayEdit,
            String end) {
        public Item {
            entries = List.copyOf(entries);
        }
    }

    /** One fact. */
    public record Entry(String label, String value) {}

    static SentenceView of(Page page, Person person, SentenceFile file, LocalDate today, Form form) {
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        SentenceWords words = new SentenceWords(page, edit, today);
        return new SentenceView(
                person.id(),
                person.name(),
                edit,
                edit && InjunctionDraft.possible(person.category()),
                file.decisions().stream().map(words::decision).toList(),
                file.injunctions().stream().map(words::injunction).toList(),
                file.terms().stream()
                        .map(term ->
                                words.term(term, term.version() == file.terms().size()))
                        .toList(),
                form.fault("")
                        .or(() -> form.fault("reason"))
                        .map(fault -> page.text(fault.key(), fault.arguments().toArray()))
                        .orElse(""));
    }
}
