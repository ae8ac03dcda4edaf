package org.guitu.web.places;

import java.time.Duration;
import org.guitu.web.form.Answers;

/**
 * Who of whose people was together is asked with this: raw text.
 *
 * @param purpose the name of a {@link org.guitu.web.tracks.Purpose}
 * @param reason in the reader's own words
 * @param organisationId of whose people, with all below it; blank: the reader's own
 * @param distanceMeters how near; blank: {@value #DISTANCE}
 * @param minutes how long at least; blank: {@value #MINUTES}
 * @param from wall clock of the reader's organisation, {@code 2026-11-30T08:00}
 * @param to the same; exclusive
 */
public record MeetingsForm(
        String purpose,
        String reason,
        String organisationId,
        String distanceMeters,
        String minutes,
        String from,
        String to) {

    static final int DISTANCE = 50;
    static final int DISTANCE_MIN = 20;
    static final int DISTANCE_MAX = 200;
    static final int MINUTES = 10;
    static final int MINUTES_MIN = 5;
    static final int MINUTES_MAX = 240;
    static final Duration PERIOD_MAX = Duration.ofDays(7);

    public MeetingsForm {
        purpose = Answers.orEmpty(purpose);
        reason = Answers.orEmpty(reason);
        organisationId = Answers.orEmpty(organisationId);
        distanceMeters = Answers.orEmpty(distanceMeters);
        minutes = Answers.orEmpty(minutes);
        from = Answers.orEmpty(from);
        to = Answers.orEmpty(to);
    }
}
