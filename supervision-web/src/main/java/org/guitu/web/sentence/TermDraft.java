package org.guitu.web.sentence;

import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.calendar.SentenceTerm;
import org.guitu.web.form.Fields;
import org.guitu.web.limits.Limit;
import org.guitu.web.people.Category;

/** The term read from its form and reckoned. */
record TermDraft(
        TermChange change,
        String reason,
        String documentNumber,
        int heldDays,
        SentenceTerm reckoning,
        LocalDate lastDay) {

    private static final Limit CREDIT_CONTROL = Limit.of("sentence.credit-control");
    private static final Limit CREDIT_PRISON = Limit.of("sentence.credit-prison");
    private static final Limit CREDIT_PROBATION = Limit.of("sentence.credit-probation");
    private static final int DAYS_MAX = 3660;

    /**
     * Reads and reckons.
     *
     * @param before the version it would take the place of
     * @param credit what a day held before the judgment counts
     */
    static TermDraft read(Optional<Term> before, TermForm form, int credit, Fields fields) {
        TermChange change =
                before.isEmpty() ? TermChange.SENTENCE : fields.choice("change", form.change(), TermChange.class);
        LocalDate first = fields.date("firstDay", form.firstDay());
        int held = number(fields, "heldDays", form.heldDays(), DAYS_MAX);
        if (held > 0 && credit == 0) {
            fields.problem("heldDays", "sentence.error.no-credit");
        }
        SentenceTerm reckoning = new SentenceTerm(
                first,
                number(fields, "years", form.years(), 30),
                number(fields, "months", form.months(), 360),
                number(fields, "days", form.days(), DAYS_MAX),
                held * credit,
                number(fields, "excludedDays", form.excludedDays(), DAYS_MAX));
        TermDraft draft = new TermDraft(
                change,
                fields.optionalText("reason", form.reason(), 500),
                fields.optionalText("documentNumber", form.documentNumber(), 80),
                held,
                reckoning,
                reckoning.last());
        draft.check(before, fields);
        return draft;
    }

    private void check(Optional<Term> before, Fields fields) {
        if (reckoning.years() + reckoning.months() + reckoning.days() == 0) {
            fields.problem("years", "sentence.error.no-length");
        } else if (!fields.has("firstDay") && lastDay.isBefore(reckoning.first())) {
            fields.problem("heldDays", "sentence.error.credit-exceeds");
        }
        if (before.isEmpty()) {
            return;
        }
        if (change == TermChange.SENTENCE) {
            fields.problem("change", "sentence.error.already-sentenced");
        }
        if (reason.isEmpty()) {
            fields.problem("reason", "ui.form.required");
        }
        if ((change == TermChange.COMMUTATION || change == TermChange.EXTENSION) && documentNumber.isEmpty()) {
            fields.problem("documentNumber", "sentence.error.change-document");
        }
        LocalDate stood = before.get().lastDay();
        if (change == TermChange.COMMUTATION && !lastDay.isBefore(stood)) {
            fields.problem("change", "sentence.error.not-shorter", stood, lastDay);
        }
        if ((change == TermChange.NOT_SERVED || change == TermChange.EXTENSION) && !lastDay.isAfter(stood)) {
            fields.problem("change", "sentence.error.not-longer", stood, lastDay);
        }
    }

    /** What one day held before the judgment counts: two of control, one of a prison sentence, none of probation. */
    static Limit credit(Category category) {
        return switch (category) {
            case CONTROL -> CREDIT_CONTROL;
            case PROBATION -> CREDIT_PROBATION;
            case PAROLE, TEMPORARY_EXECUTION, RELEASED, DRUG_REHABILITATION -> CREDIT_PRISON;
        };
    }

    private static int number(Fields fields, String field, String raw, int high) {
        return raw.isBlank() ? 0 : fields.integer(field, raw, 0, high);
    }
}
