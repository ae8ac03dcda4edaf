package org.guitu.web.limits;

import org.guitu.web.form.Answers;

/**
 * A new value of a figure as written in a form: raw text.
 *
 * @param organisation for whose subtree
 * @param reason why a day that is past is corrected; needed for such a day alone
 */
public record LimitForm(String organisation, String value, String validFrom, String source, String reason) {

    public LimitForm {
        organisation = Answers.orEmpty(organisation);
        value = Answers.orEmpty(value);
        validFrom = Answers.orEmpty(validFrom);
        source = Answers.orEmpty(source);
        reason = Answers.orEmpty(reason);
    }
}
