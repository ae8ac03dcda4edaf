package org.guitu.geofence.judgement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.guitu.geofence.evidence.Weighed;
import org.jspecify.annotations.Nullable;

/** A finding that has begun and not ended. Mutable; owned by one fold. */
final class OpenFinding {

    /** Of the fixes that convinced; as many again may be kept of those that end it. */
    static final int CONVINCING_MAX = 8;

    final FindingKind kind;
    final Instant start;
    final Instant confirmedAt;
    double depthMeters;
    int fixes;
    final List<Weighed> evidence;
    /** Which place of a group it is about. */
    OptionalLong place = OptionalLong.empty();

    OpenFinding(
            FindingKind kind,
            Instant start,
            Instant confirmedAt,
            double depthMeters,
            int fixes,
            List<Weighed> evidence) {
        this.kind = kind;
        this.start = start;
        this.confirmedAt = confirmedAt;
        this.depthMeters = depthMeters;
        this.fixes = fixes;
        this.evidence = new ArrayList<>(evidence);
    }

    OpenFinding copy() {
        var copy = new OpenFinding(kind, start, confirmedAt, depthMeters, fixes, evidence);
        copy.place = place;
        return copy;
    }

    void support(Weighed weighed, double supportedDepthMeters) {
        fixes++;
        depthMeters = Math.max(depthMeters, supportedDepthMeters);
        if (evidence.size() < CONVINCING_MAX) {
            evidence.add(weighed);
        }
    }

    Finding finding(OptionalLong ruleId, @Nullable Instant end, List<Weighed> ending) {
        var all = new ArrayList<Finding.Evidence>();
        for (Weighed weighed : evidence) {
            all.add(shown(weighed));
        }
        for (Weighed weighed : ending) {
            all.add(shown(weighed));
        }
        // A contrary fix may lie between convincing ones and yet begin the run that ends it.
        all.sort(Comparator.comparing(Finding.Evidence::at));
        return new Finding(kind, ruleId, place, start, confirmedAt, end, depthMeters, fixes, all);
    }

    private static Finding.Evidence shown(Weighed weighed) {
        return new Finding.Evidence(weighed.at(), weighed.contentHash(), weighed.depthMeters(), weighed.posterior());
    }
}
