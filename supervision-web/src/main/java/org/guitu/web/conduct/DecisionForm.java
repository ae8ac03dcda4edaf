package org.guitu.web.conduct;

import org.guitu.web.form.Answers;
import org.guitu.web.http.Form;

/** A decision as written in a form: raw text. */
public record DecisionForm(String decidedOn, String documentNumber, String reason) {
    public DecisionForm {
        decidedOn = Answers.orEmpty(decidedOn);
        documentNumber = Answers.orEmpty(documentNumber);
        reason = Answers.orEmpty(reason);
    }

    static DecisionForm read(Form form) {
        return new DecisionForm(form.text("decidedOn"), form.text("documentNumber"), form.text("reason"));
    }
}
