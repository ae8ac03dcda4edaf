package org.guitu.web.leave;

import org.guitu.web.form.Answers;

/**
 * A decision as written in a form.
 *
 * @param decision {@code APPROVED} or {@code REFUSED}
 * @param documentNumber of the written decision; may be blank
 * @param reason of a refusal
 */
public record DecisionForm(String decision, String documentNumber, String reason) {

    public DecisionForm {
        decision = Answers.orEmpty(decision);
        documentNumber = Answers.orEmpty(documentNumber);
        reason = Answers.orEmpty(reason);
    }

    /** What can be decided. */
    public enum Decision {
        APPROVED,
        REFUSED
    }

    public static DecisionForm approve(String documentNumber) {
        return new DecisionForm(Decision.APPROVED.name(), documentNumber, "");
    }

    public static DecisionForm refuse(String reason) {
        return new DecisionForm(Decision.REFUSED.name(), "", reason);
    }
}
