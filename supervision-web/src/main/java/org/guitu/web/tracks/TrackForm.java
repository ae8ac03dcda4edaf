package org.guitu.web.tracks;

import org.guitu.web.form.Answers;

/**
 * What track is asked for and why: raw text.
 *
 * @param purpose the name of a {@link Purpose}
 * @param reason in the reader's own words
 * @param period {@code today}, {@code yesterday}, {@code day} (the last 24 hours) or {@code chosen}
 * @param from with {@code chosen}: wall clock of the responsible organisation, {@code 2026-11-30T08:00}
 * @param to the same; exclusive
 */
public record TrackForm(String purpose, String reason, String period, String from, String to) {
    public TrackForm {
        purpose = Answers.orEmpty(purpose);
        reason = Answers.orEmpty(reason);
        period = Answers.orEmpty(period);
        from = Answers.orEmpty(from);
        to = Answers.orEmpty(to);
    }
}
