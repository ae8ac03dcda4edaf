package org.guitu.web.tracks;

import java.time.Duration;
import java.time.Instant;

/**
 * A look at one person's track for a stated purpose.
 *
 * @param from of the period, inclusive
 * @param to exclusive
 */
public record Viewing(
        long id,
        long staffId,
        long personId,
        Purpose purpose,
        String reason,
        Instant from,
        Instant to,
        Instant openedAt) {

    /** How long one may page and export before the purpose is asked again. */
    static final Duration LASTS = Duration.ofHours(1);

    boolean open(Instant now) {
        return now.isBefore(openedAt.plus(LASTS));
    }
}
