package org.guitu.web.sentence;

import java.time.LocalDate;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Problems;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;

/** An injunction read from its form; only courts that pronounce control or probation give one, and none outlasts its term. */
record InjunctionDraft(
        String documentNumber,
        String activities,
        String places,
        String contacts,
        LocalDate firstDay,
        LocalDate lastDay) {

    private static final int WORDS_MAX = 1000;

    static InjunctionDraft read(Person person, InjunctionForm form, Fields fields) {
        InjunctionDraft draft = new InjunctionDraft(
                fields.text("documentNumber", form.documentNumber(), 80),
                fields.optionalText("activities", form.activities(), WORDS_MAX),
                fields.optionalText("places", form.places(), WORDS_MAX),
                fields.optionalText("contacts", form.contacts(), WORDS_MAX),
                fields.date("firstDay", form.firstDay()),
                fields.date("lastDay", form.lastDay()));
        draft.check(person, fields);
        return draft;
    }

    /** One that stands, with an earlier last day. */
    static InjunctionDraft until(Injunction one, LocalDate lastDay) {
        return new InjunctionDraft(
                one.documentNumber(), one.activities(), one.places(), one.contacts(), one.firstDay(), lastDay);
    }

    /** Whether a court may give one with a sentence of this category. */
    static boolean possible(Category category) {
        return category == Category.CONTROL || category == Category.PROBATION;
    }

    private void check(Person person, Fields fields) {
        if (!possible(person.category())) {
            fields.problem(Problems.FORM, "sentence.error.injunction-category");
        }
        if (activities.isEmpty() && places.isEmpty() && contacts.isEmpty()) {
            fields.problem("activities", "sentence.error.injunction-empty");
        }
        if (fields.has("firstDay") || fields.has("lastDay")) {
            return;
        }
        if (lastDay.isBefore(firstDay)) {
            fields.problem("lastDay", "sentence.error.reversed");
        } else if (person.termTo().filter(lastDay::isAfter).isPresent()) {
            fields.problem(
                    "lastDay", "sentence.error.beyond-term", person.termTo().get());
        }
    }
}
