package org.guitu.web.orders;

import org.guitu.web.form.Answers;

/**
 * The decision on an application.
 *
 * @param documentNumber of the written decision
 * @param reason of a refusal
 */
public record DecisionForm(String documentNumber, String reason) {
    public DecisionForm {
        documentNumber = Answers.orEmpty(documentNumber);
        reason = Answers.orEmpty(reason);
    }
}
