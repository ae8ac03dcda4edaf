package org.guitu.web.sentence;

import org.guitu.web.form.Answers;

/** A decision paper as written in a form: raw text, {@code ""} where left empty; {@code accomplices} is {@code on} or empty. */
public record DecisionForm(
        String paper,
        String bodyKind,
        String body,
        String documentNumber,
        String decidedOn,
        String finalOn,
        String servedOn,
        String crime,
        String offence,
        String sentence,
        String accomplices,
        String note) {
    public DecisionForm {
        paper = Answers.orEmpty(paper);
        bodyKind = Answers.orEmpty(bodyKind);
        body = Answers.orEmpty(body);
        documentNumber = Answers.orEmpty(documentNumber);
        decidedOn = Answers.orEmpty(decidedOn);
        finalOn = Answers.orEmpty(finalOn);
        servedOn = Answers.orEmpty(servedOn);
        crime = Answers.orEmpty(crime);
        offence = Answers.orEmpty(offence);
        sentence = Answers.orEmpty(sentence);
        accomplices = Answers.orEmpty(accomplices);
        note = Answers.orEmpty(note);
    }

    /** As it stands now, for editing. */
    static DecisionForm of(Decision decision) {
        return new DecisionForm(
                decision.paper().name(),
                decision.bodyKind().name(),
                decision.body(),
                decision.documentNumber(),
                decision.decidedOn().toString(),
                decision.finalOn().map(Object::toString).orElse(""),
                decision.servedOn().map(Object::toString).orElse(""),
                decision.crime().map(Enum::name).orElse(""),
                decision.offence(),
                decision.sentence(),
                decision.accomplices() ? "on" : "",
                decision.note());
    }
}
