package org.guitu.web.places;

import org.guitu.web.form.Answers;

/**
 * Why someone's usual places are wanted: raw text.
 *
 * @param purpose the name of a {@link org.guitu.web.tracks.Purpose}
 * @param reason in the reader's own words
 */
public record HabitsForm(String purpose, String reason) {
    public HabitsForm {
        purpose = Answers.orEmpty(purpose);
        reason = Answers.orEmpty(reason);
    }
}
