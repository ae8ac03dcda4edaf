package org.guitu.web.sentence;

import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.form.Fields;
import org.guitu.web.people.Person;

/** A decision paper read from its form and found good in itself. */
record DecisionDraft(
        Paper paper,
        BodyKind bodyKind,
        String body,
        String documentNumber,
        LocalDate decidedOn,
        Optional<LocalDate> finalOn,
        Optional<LocalDate> servedOn,
        Optional<Crime> crime,
        String offence,
        String sentence,
        boolean accomplices,
        String note) {

    static DecisionDraft read(Person person, DecisionForm form, Fields fields, LocalDate today) {
        DecisionDraft draft = new DecisionDraft(
                fields.choice("paper", form.paper(), Paper.class),
                fields.choice("bodyKind", form.bodyKind(), BodyKind.class),
                fields.text("body", form.body(), 80),
                fields.text("documentNumber", form.documentNumber(), 80),
                fields.date("decidedOn", form.decidedOn()),
                fields.optionalDate("finalOn", form.finalOn()),
                fields.optionalDate("servedOn", form.servedOn()),
                fields.optionalChoice("crime", form.crime(), Crime.class),
                fields.optionalText("offence", form.offence(), 500),
                fields.optionalText("sentence", form.sentence(), 500),
                Fields.isOn(form.accomplices()),
                fields.optionalText("note", form.note(), 2000));
        draft.check(person, fields, today);
        return draft;
    }

    private void check(Person person, Fields fields, LocalDate today) {
        if (!fields.has("bodyKind") && !bodyKind.mayDecide(person.category())) {
            fields.problem("bodyKind", "sentence.error.body-kind");
        }
        if (fields.has("decidedOn")) {
            return;
        }
        if (decidedOn.isAfter(today)) {
            fields.problem("decidedOn", "sentence.error.future");
        }
        finalOn.filter(day -> day.isBefore(decidedOn))
                .ifPresent(day -> fields.problem("finalOn", "sentence.error.before-decision"));
        servedOn.filter(day -> day.isBefore(decidedOn))
                .ifPresent(day -> fields.problem("servedOn", "sentence.error.before-decision"));
        servedOn.filter(day -> day.isAfter(today))
                .ifPresent(day -> fields.problem("servedOn", "sentence.error.future"));
    }
}
