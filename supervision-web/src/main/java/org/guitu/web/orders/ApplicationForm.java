package org.guitu.web.orders;

import java.time.LocalDate;
import org.guitu.web.form.Answers;

/**
 * An application to locate someone by a bracelet as written in a form: raw text, {@code ""} where left empty.
 *
 * @param ground the name of a {@link Ground}
 * @param evidence what shows that the ground is there
 * @param evidenceLink the page of the alert or sanction it rests on, e.g. {@code /alerts/12}; may be empty
 * @param assessment of what goes on with an authorisation: why it is still needed
 * @param firstDay {@code 2026-11-30}; of a renewal it is the day after the last, whatever is written
 * @param lastDay included
 */
public record ApplicationForm(
        String ground, String evidence, String evidenceLink, String assessment, String firstDay, String lastDay) {
    public ApplicationForm {
        ground = Answers.orEmpty(ground);
        evidence = Answers.orEmpty(evidence);
        evidenceLink = Answers.orEmpty(evidenceLink);
        assessment = Answers.orEmpty(assessment);
        firstDay = Answers.orEmpty(firstDay);
        lastDay = Answers.orEmpty(lastDay);
    }

    public static ApplicationForm of(Ground ground, String evidence, LocalDate firstDay, LocalDate lastDay) {
        return new ApplicationForm(ground.name(), evidence, "", "", firstDay.toString(), lastDay.toString());
    }

    /** The same with an assessment of why it is still needed. */
    public ApplicationForm assessed(String words) {
        return new ApplicationForm(ground, evidence, evidenceLink, words, firstDay, lastDay);
    }

    /** A renewal, which begins the day after the authorisation ends. */
    public static ApplicationForm renewal(Ground ground, String evidence, String assessment, LocalDate lastDay) {
        return new ApplicationForm(ground.name(), evidence, "", assessment, "", lastDay.toString());
    }
}
