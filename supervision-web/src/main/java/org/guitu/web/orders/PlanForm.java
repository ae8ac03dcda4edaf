package org.guitu.web.orders;

import java.time.LocalDate;
import java.util.List;
import org.guitu.web.form.Answers;
import org.guitu.web.form.WeeklyHours;

/**
 * A plan by which the person's phone is located between its two days: in weekly hours, at random points of each day, or day and night where the
 * county allows it.
 *
 * @param firstDay {@code 2026-11-30}
 * @param lastDay included
 * @param documentNumber of the responsibility letter or plan it stands in; may be empty
 * @param continuous {@code true} or {@code on}: at all hours
 * @param windows weekly hours by the clock of the responsible organisation
 * @param pointsPerDay how many random points; empty for none
 * @param pointsFrom {@code 08:00}
 * @param pointsTo {@code 20:00}
 */
public record PlanForm(
        String firstDay,
        String lastDay,
        String documentNumber,
        String continuous,
        List<WeeklyHours.Row> windows,
        String pointsPerDay,
        String pointsFrom,
        String pointsTo) {
    public PlanForm {
        firstDay = Answers.orEmpty(firstDay);
        lastDay = Answers.orEmpty(lastDay);
        documentNumber = Answers.orEmpty(documentNumber);
        continuous = Answers.orEmpty(continuous);
        windows = Answers.orEmpty(windows);
        pointsPerDay = Answers.orEmpty(pointsPerDay);
        pointsFrom = Answers.orEmpty(pointsFrom);
        pointsTo = Answers.orEmpty(pointsTo);
    }

    /** Day and night. */
    public static PlanForm continuous(LocalDate firstDay, LocalDate lastDay) {
        return new PlanForm(firstDay.toString(), lastDay.toString(), "", "true", List.of(), "", "", "");
    }

    /** In weekly hours alone. */
    public static PlanForm weekly(LocalDate firstDay, LocalDate lastDay, List<WeeklyHours.Row> windows) {
        return new PlanForm(firstDay.toString(), lastDay.toString(), "", "", windows, "", "", "");
    }

    /** At random points alone. */
    public static PlanForm random(LocalDate firstDay, LocalDate lastDay, int perDay, String from, String to) {
        return new PlanForm(
                firstDay.toString(), lastDay.toString(), "", "", List.of(), Integer.toString(perDay), from, to);
    }
}
