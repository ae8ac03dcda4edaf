package org.guitu.geofence.judgement;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the fold finds it. It has no identity of its own: {@link Reconciliation} gives or keeps one.
 *
 * @param kind what happened
 * @param ruleId the rule broken; empty for a fact the device itself raised
 * @param place which place of a group the rule is about; empty for any other rule
 * @param start when the violation began
 * @param confirmedAt device time of the fix that convinced, never before {@code start}; after {@code end} where two fixes on either side of an area
 *     tell that the way between them led through it
 * @param end when it ended; null while it lasts at the newest evidence
 * @param depthMeters the greatest distance on the wrong side of the edge that the evidence supports; 0 for device facts
 * @param fixes how many fixes weigh in the finding
 * @param evidence the fixes that convinced and those that ended it, oldest first, at most {@value #EVIDENCE_MAX}
 */
public record Finding(
        FindingKind kind,
        OptionalLong ruleId,
        OptionalLong place,
        Instant start,
        Instant confirmedAt,
        @Nullable Instant end,
        double depthMeters,
        int fixes,
        List<Evidence> evidence) {

    /** How many pieces of evidence a finding keeps. */
    public static final int EVIDENCE_MAX = 64;

    /**
     * One fix and what it weighed.
     *
     * @param at device time
     * @param contentHash with {@code at}, the key of the stored fix
     * @param distanceMeters signed distance into the violating side; negative on the compliant side, where it is told only as far as it matters
     * @param posterior probability of violation after this fix, 0-1
     */
    public record Evidence(Instant at, long contentHash, double distanceMeters, double posterior) {}

    public Finding {
        evidence = List.copyOf(evidence);
    }
}
