package org.guitu.geofence.judgement;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.guitu.geofence.evidence.Weighed;
import org.jspecify.annotations.Nullable;

/**
 * What is open, and what has ended, on one line of judgement: of one rule, or of the device's own facts. Lines do not touch each other.
 * Mutable; owned by one fold.
 */
final class Line {

    final OptionalLong ruleId;
    /** A rule has at most one of these open, of whichever kind its revision makes it; facts have one each. */
    private Map<FindingKind, OpenFinding> open = Map.of();

    private Map<FindingKind, Instant> settled = Map.of();

    Line(OptionalLong ruleId) {
        this.ruleId = ruleId;
    }

    Line copy() {
        var copy = new Line(ruleId);
        open.values().forEach(finding -> copy.begin(finding.copy()));
        settled.forEach(copy::settle);
        return copy;
    }

    Map<FindingKind, OpenFinding> open() {
        return open;
    }

    /** Up to when findings of a kind are known to have ended. */
    Map<FindingKind, Instant> settled() {
        return settled;
    }

    void settle(FindingKind kind, Instant until) {
        settled = settled.isEmpty() ? new EnumMap<>(FindingKind.class) : settled;
        settled.put(kind, until);
    }

    /** Drops an open finding without trace: it never was. */
    void drop(OpenFinding finding) {
        open.remove(finding.kind);
    }

    /** The only open finding of a rule, if any. */
    @Nullable
    OpenFinding only() {
        return open.isEmpty() ? null : open.values().iterator().next();
    }

    void begin(OpenFinding finding) {
        // Most lines never have one: a map for each would be a third of what a subject holds.
        open = open.isEmpty() ? new EnumMap<>(FindingKind.class) : open;
        open.put(finding.kind, finding);
    }

    /** Ends a finding; one that would end where it began never was, and is dropped without trace. */
    void end(OpenFinding finding, Instant end, List<Weighed> ending, List<Finding> closed) {
        drop(finding);
        if (end.isAfter(finding.start)) {
            closed.add(finding.finding(ruleId, end, ending));
            settle(finding.kind, end);
        }
    }

    /** The earliest a new finding may start: findings of one line do not overlap. */
    Instant settledUntil() {
        return settled.values().stream().max(Instant::compareTo).orElse(Instant.MIN);
    }
}
