package org.guitu.web.findings;

import java.time.Duration;
import java.time.Instant;
import org.guitu.web.tracks.Purpose;

/** A look at one finding for a stated purpose. */
record FindingViewing(long id, long staffId, long findingId, Purpose purpose, String reason, Instant openedAt) {

    /** How long one may come back before the purpose is asked again. */
    static final Duration LASTS = Duration.ofHours(1);

    boolean open(Instant now) {
        return now.isBefore(openedAt.plus(LASTS));
    }
}
