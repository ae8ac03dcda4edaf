package org.guitu.ingest.pipeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.Fold;
import org.jspecify.annotations.Nullable;

/** Folds as the store can hold them: to the microsecond. Otherwise a finding read back would seem to have changed. */
final class Precise {

    private Precise() {}

    static Fold of(Fold fold) {
        return new Fold(
                fold.from(),
                fold.end(),
                fold.daily(),
                fold.settled(),
                fold.findings().stream().map(Precise::of).toList(),
                fold.standings(),
                fold.wakeAt());
    }

    private static Finding of(Finding finding) {
        return new Finding(
                finding.kind(),
                finding.ruleId(),
                finding.place(),
                micros(finding.start()),
                micros(finding.confirmedAt()),
                end(finding.end()),
                finding.depthMeters(),
                finding.fixes(),
                finding.evidence());
    }

    private static @Nullable Instant end(@Nullable Instant end) {
        return end == null ? null : micros(end);
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
