package org.guitu.web.sentence;

import org.guitu.web.form.Answers;

/** The term as written in a form: raw text; an empty number is none. */
public record TermForm(
        String change,
        String reason,
        String documentNumber,
        String firstDay,
        String years,
        String months,
        String days,
        String heldDays,
        String excludedDays) {
    public TermForm {
        change = Answers.orEmpty(change);
        reason = Answers.orEmpty(reason);
        documentNumber = Answers.orEmpty(documentNumber);
        firstDay = Answers.orEmpty(firstDay);
        years = Answers.orEmpty(years);
        months = Answers.orEmpty(months);
        days = Answers.orEmpty(days);
        heldDays = Answers.orEmpty(heldDays);
        excludedDays = Answers.orEmpty(excludedDays);
    }

    /** The form a first term starts from. */
    static TermForm first(String firstDay) {
        return new TermForm(TermChange.SENTENCE.name(), "", "", firstDay, "", "", "", "", "");
    }

    /** The form a change of the term starts from. */
    static TermForm of(Term term) {
        return new TermForm(
                "",
                "",
                "",
                term.reckoning().first().toString(),
                number(term.reckoning().years()),
                number(term.reckoning().months()),
                number(term.reckoning().days()),
                number(term.heldDays()),
                number(term.reckoning().excludedDays()));
    }

    private static String number(int value) {
        return value == 0 ? "" : Integer.toString(value);
    }
}
