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
    final Map<FindingKind, OpenFinding> open = new EnumMap<>(FindingKind.class);

    final Map<FindingKind, Instant> settled = new EnumMap<>(FindingKind.class);

    Line(OptionalLong ruleId) {
        this.ruleId = ruleId;
    }

    Line copy() {
        var copy = new Line(ruleId);
        open.forEach((kind, finding) -> copy.open.put(kind, finding.copy()));
        copy.settled.putAll(settled);
        return copy;
    }

    /** The only open finding of a rule, if any. */
    @Nullable
    OpenFinding only() {
        return open.isEmpty() ? null : open.values().iterator().next();
    }

    void begin(OpenFinding finding) {
        open.put(finding.kind, finding);
    }

    /** Ends a finding; one that would end where it began never was, and is dropped without trace. */
    void end(OpenFinding finding, Instant end, List<Weighed> ending, List<Finding> closed) {
        open.remove(finding.kind);
        if (end.isAfter(finding.start)) {
            closed.add(finding.finding(ruleId, end, ending));
            settled.put(finding.kind, end);
        }
    }

    /** The earliest a new finding may start: findings of one line do not overlap. */
    Instant settledUntil() {
        return settled.values().stream().max(Instant::compareTo).orElse(Instant.MIN);
    }
}
