package org.guitu.protocols.report;

import java.time.Duration;
import java.time.Instant;

/**
 * Which device times can be: a date before the first fix (factory clocks say 2000 or 2007) or ahead of the receive time is kept and marked
 * {@link Report.Mark#TIME_SUSPECT}, never judged.
 *
 * @param earliest before this no device of ours existed
 * @param maxAhead how far a device's clock may run ahead of the receive time
 */
public record Plausibility(Instant earliest, Duration maxAhead) {

    /** From 2015 to ten minutes ahead. */
    public static final Plausibility DEFAULT =
            new Plausibility(Instant.parse("2015-01-01T00:00:00Z"), Duration.ofMinutes(10));

    public boolean suspects(Instant fixTime, Instant receivedAt) {
        return fixTime.isBefore(earliest) || fixTime.isAfter(receivedAt.plus(maxAhead));
    }
}
