package org.guitu.web.conduct;

import java.util.List;
import org.guitu.web.form.Answers;
import org.guitu.web.http.Form;

/**
 * A measure as put forward: raw text, {@code ""} where left empty.
 *
 * @param kind the name of a {@link MeasureKind}
 * @param incidents ids of those it rests on
 * @param basis of a commendation
 * @param conditions the four conditions that were ticked
 * @param reason the opinion; may be left empty where the ladder is followed
 */
public record ProposalForm(String kind, List<String> incidents, String basis, List<String> conditions, String reason) {
    public ProposalForm {
        kind = Answers.orEmpty(kind);
        incidents = Answers.orEmpty(incidents);
        basis = Answers.orEmpty(basis);
        conditions = Answers.orEmpty(conditions);
        reason = Answers.orEmpty(reason);
    }

    static ProposalForm read(Form form) {
        return new ProposalForm(
                form.text("kind"),
                form.list("incident"),
                form.text("basis"),
                form.list("condition"),
                form.text("reason"));
    }
}
