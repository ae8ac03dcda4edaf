package org.guitu.web.orders;

import java.time.LocalDate;
import org.guitu.web.form.Answers;

/**
 * A plan by which the person's phone reports, day and night between its two days.
 *
 * @param firstDay {@code 2026-11-30}
 * @param lastDay included; at most a year after the first
 * @param documentNumber of the responsibility letter or plan it stands in; may be empty
 */
public record PlanForm(String firstDay, String lastDay, String documentNumber) {
    public PlanForm {
        firstDay = Answers.orEmpty(firstDay);
        lastDay = Answers.orEmpty(lastDay);
        documentNumber = Answers.orEmpty(documentNumber);
    }

    public static PlanForm of(LocalDate firstDay, LocalDate lastDay) {
        return new PlanForm(firstDay.toString(), lastDay.toString(), "");
    }
}
