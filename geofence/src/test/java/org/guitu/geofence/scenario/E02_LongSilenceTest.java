package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.judgement.Judge;
import org.junit.jupiter.api.Test;

/** Years without a word cost nothing and prove nothing. */
class E02_LongSilenceTest {

    @Test
    void aClockThatJumpsByYearsIsJudgedAtOnceAndAccusesNobodyAnew() {
        var fixes = Track.parse("""
                18:57  home+300m E   ±10m
                18:58  home+300m E   ±10m
                """);
        var rules = TestZones.book(TestZones.curfew("19:00-07:00 Asia/Shanghai"), TestZones.stayIn(TestZones.school()));
        var judge = new Judge();
        Fold fold = judge.fold(Checkpoint.start(), fixes, rules, Instant.parse("2226-03-02T12:00:00Z"));
        assertThat(fold.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(FindingKind.CURFEW, FindingKind.BOUNDARY);
        assertThat(fold.standings()).extracting(Fold.Standing::state).containsOnly(Fold.Standing.State.UNOBSERVED);
        assertThat(fold.wakeAt()).contains(Instant.parse("2226-03-02T23:00:00Z"));
    }
}
