package org.guitu.web.places;

import java.time.Duration;
import org.guitu.web.form.Answers;

/**
 * Who is to be told to have been near what, when and why: raw text.
 *
 * @param purpose the name of a {@link org.guitu.web.tracks.Purpose}
 * @param reason in the reader's own words
 * @param organisationId of whose people, with all below it; blank: the reader's own
 * @param latitude degrees WGS-84
 * @param longitude degrees WGS-84
 * @param radiusMeters of the place
 * @param from wall clock of the reader's organisation, {@code 2026-11-30T08:00}
 * @param to the same; exclusive
 */
public record NearForm(
        String purpose,
        String reason,
        String organisationId,
        String latitude,
        String longitude,
        String radiusMeters,
        String from,
        String to) {

    static final int RADIUS_MIN = 10;
    static final int RADIUS_MAX = 5_000;
    static final Duration PERIOD_MAX = Duration.ofHours(24);

    public NearForm {
        purpose = Answers.orEmpty(purpose);
        reason = Answers.orEmpty(reason);
        organisationId = Answers.orEmpty(organisationId);
        latitude = Answers.orEmpty(latitude);
        longitude = Answers.orEmpty(longitude);
        radiusMeters = Answers.orEmpty(radiusMeters);
        from = Answers.orEmpty(from);
        to = Answers.orEmpty(to);
    }
}
