package org.guitu.ingest.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.guitu.geofence.judgement.Finding;

/**
 * What a rule would have raised.
 *
 * @param from the stretch that was looked at
 * @param to exclusive
 * @param findings what would stand, oldest first
 * @param fixes how many stored fixes were judged
 * @param observed for how long of the stretch the subject's place was known: of the rest the preview says nothing
 */
public record Preview(Instant from, Instant to, List<Finding> findings, long fixes, Duration observed) {

    public Preview {
        findings = List.copyOf(findings);
    }
}
