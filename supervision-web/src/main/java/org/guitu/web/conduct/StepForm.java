package org.guitu.web.conduct;

import org.guitu.web.form.Answers;
import org.guitu.web.http.Form;

/**
 * A step after a decision as written in a form: raw text.
 *
 * @param result of an answer or a ruling
 * @param changedTo what the measure is changed to
 * @param guardian who was present when it was served on a minor
 */
public record StepForm(String step, String day, String result, String changedTo, String guardian, String note) {
    public StepForm {
        step = Answers.orEmpty(step);
        day = Answers.orEmpty(day);
        result = Answers.orEmpty(result);
        changedTo = Answers.orEmpty(changedTo);
        guardian = Answers.orEmpty(guardian);
        note = Answers.orEmpty(note);
    }

    static StepForm read(Form form) {
        return new StepForm(
                form.text("step"),
                form.text("day"),
                form.text("result"),
                form.text("changedTo"),
                form.text("guardian"),
                form.text("note"));
    }
}
