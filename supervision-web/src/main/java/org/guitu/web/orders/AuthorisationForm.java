package org.guitu.web.orders;

import java.time.LocalDate;
import org.guitu.web.form.Answers;

/**
 * An authorisation of a bracelet as written in a form: raw text, {@code ""} where left empty.
 *
 * @param ground the name of a {@link Ground}
 * @param approvedBy the head of the county department, by name
 * @param documentNumber the number of the decision
 * @param firstDay {@code 2026-11-30}
 * @param lastDay included
 */
public record AuthorisationForm(
        String ground, String approvedBy, String documentNumber, String firstDay, String lastDay) {
    public AuthorisationForm {
        ground = Answers.orEmpty(ground);
        approvedBy = Answers.orEmpty(approvedBy);
        documentNumber = Answers.orEmpty(documentNumber);
        firstDay = Answers.orEmpty(firstDay);
        lastDay = Answers.orEmpty(lastDay);
    }

    /** The longest authorisation the law allows from this day on. */
    public static AuthorisationForm of(Ground ground, String approvedBy, String documentNumber, LocalDate firstDay) {
        return new AuthorisationForm(
                ground.name(),
                approvedBy,
                documentNumber,
                firstDay.toString(),
                ThreeMonths.lastDay(firstDay).toString());
    }
}
