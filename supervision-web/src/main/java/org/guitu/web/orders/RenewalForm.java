package org.guitu.web.orders;

import org.guitu.web.form.Answers;

/**
 * The renewal of an authorisation, beginning the day after its last. Needs an assessment and an approval of its own.
 *
 * @param assessment why the bracelet is still needed
 * @param lastDay included; at most three calendar months again
 */
public record RenewalForm(String assessment, String ground, String approvedBy, String documentNumber, String lastDay) {
    public RenewalForm {
        assessment = Answers.orEmpty(assessment);
        ground = Answers.orEmpty(ground);
        approvedBy = Answers.orEmpty(approvedBy);
        documentNumber = Answers.orEmpty(documentNumber);
        lastDay = Answers.orEmpty(lastDay);
    }
}
