package org.guitu.web.conduct;

import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.form.Fields;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;

/** An incident read from its form. What its kind has no use for is left out. */
public record IncidentDraft(
        IncidentKind kind,
        Optional<Gravity> gravity,
        LocalDate first,
        Optional<LocalDate> last,
        Optional<LocalDate> admonishedOn,
        String note,
        String source) {

    static IncidentDraft read(Person person, IncidentForm form, LocalDate today, Fields fields) {
        IncidentKind kind = fields.choice("kind", form.kind(), IncidentKind.class);
        Optional<Gravity> gravity = fields.optionalChoice("gravity", form.gravity(), Gravity.class);
        LocalDate first = fields.date("first", form.first());
        Optional<LocalDate> last = fields.optionalDate("last", form.last());
        Optional<LocalDate> admonishedOn = fields.optionalDate("admonishedOn", form.admonishedOn());
        String note = fields.text("note", form.note(), 2000);
        IncidentDraft draft = new IncidentDraft(
                kind,
                kind.graded() ? gravity : Optional.empty(),
                first,
                kind.absence() ? last : Optional.empty(),
                kind.admonished() ? admonishedOn : Optional.empty(),
                note,
                form.source());
        draft.check(person, today, fields);
        return draft;
    }

    private void check(Person person, LocalDate today, Fields fields) {
        if (kind.graded() && gravity.isEmpty()) {
            fields.problem("gravity", "conduct.error.gravity");
        }
        if (first.isAfter(today)) {
            fields.problem("first", "conduct.error.future");
        }
        if (last.filter(day -> day.isAfter(today)).isPresent()) {
            fields.problem("last", "conduct.error.future");
        }
        if (last.filter(day -> day.isBefore(first)).isPresent()) {
            fields.problem("last", "conduct.error.reversed");
        }
        if (kind == IncidentKind.LATE_REPORT && last.filter(first::equals).isPresent()) {
            fields.problem("last", "conduct.error.in-time");
        }
        if (admonishedOn.filter(day -> day.isAfter(today)).isPresent()) {
            fields.problem("admonishedOn", "conduct.error.future");
        }
        if (kind.ofTemporaryExecution() && person.category() != Category.TEMPORARY_EXECUTION) {
            fields.problem("kind", "conduct.error.temporary-only");
        }
    }
}
