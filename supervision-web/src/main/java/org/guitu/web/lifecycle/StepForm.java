package org.guitu.web.lifecycle;

import org.guitu.web.form.Answers;

/**
 * A step as written in a form.
 *
 * @param happenedOn {@code 2026-11-30}
 * @param papersComplete for a reception: {@code on} if no paper is missing
 */
public record StepForm(String happenedOn, String documentNumber, String note, String papersComplete) {
    public StepForm {
        happenedOn = Answers.orEmpty(happenedOn);
        documentNumber = Answers.orEmpty(documentNumber);
        note = Answers.orEmpty(note);
        papersComplete = Answers.orEmpty(papersComplete);
    }

    /** A step of which nothing more is to be said; of a reception, with all papers. */
    public static StepForm on(java.time.LocalDate happenedOn, String documentNumber) {
        return new StepForm(happenedOn.toString(), documentNumber, "", "on");
    }
}
