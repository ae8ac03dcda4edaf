package org.guitu.simulators.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A violation that truly happened.
 *
 * @param start true start: the edge crossed on the way out
 * @param end true end
 * @param depthMeters greatest true distance beyond the edge
 * @param abrupt whether the first fix in it is already at depth
 * @param evidence the honest, timely, valid fixes that fell in it, in order of time
 */
public record LabViolation(Instant start, Instant end, double depthMeters, boolean abrupt, List<LabReport> evidence) {

    public LabViolation {
        evidence = List.copyOf(evidence);
    }

    /** Whether no judge may miss it: at least 60 m deep, four minutes long, and three valid fixes fell in it. */
    public boolean due() {
        return depthMeters >= 60
                && Duration.between(start, end).compareTo(Duration.ofMinutes(4)) >= 0
                && evidence.size() >= 3;
    }

    /** The second valid fix: no judge that refuses to trust a single fix can be faster. Asked only of {@link #due} ones. */
    public LabReport bound() {
        return evidence.get(1);
    }
}
