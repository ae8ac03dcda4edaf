package org.guitu.simulators.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.guitu.geofence.evidence.EvidenceSettings;
import org.guitu.geofence.evidence.OutlierShare;
import org.guitu.geofence.track.Fix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device's share of wild fixes is learnt from what it reports, errands and all. */
class OutlierShareTest {

    private static final double USUAL = 0.02;
    private static final EvidenceSettings SETTINGS = EvidenceSettings.of(Duration.ofMinutes(25));

    /** Thirty days of the laboratory, each of another device but of one share. */
    private static OutlierShare learn(double share, int days) {
        var fixes = new TreeSet<Fix>();
        LabNoise noise = LabFamily.DEFAULT.noise().withWild(share, 50, 500);
        for (int day = 0; day < days; day++) {
            for (LabReport report :
                    LabDay.of(noise, LabSeeds.TUNING_FIRST + day).reports()) {
                if (report.timely()) {
                    fixes.add(later(report.row().fix(), Duration.ofDays(day)));
                }
            }
        }
        return OutlierShare.estimate(fixes, USUAL, SETTINGS);
    }

    private static Fix later(Fix fix, Duration by) {
        Instant at = fix.at().plus(by);
        return new Fix(
                at,
                at,
                fix.contentHash(),
                fix.latitude(),
                fix.longitude(),
                fix.located(),
                fix.accuracyMeters(),
                fix.speedKmh(),
                fix.satellites(),
                fix.source(),
                fix.facts());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.01, 0.03})
    void aMonthTellsTheShareWithinAFifth(double share) {
        OutlierShare learnt = learn(share, 30);
        System.out.printf("share %.3f learnt as %.4f from %d fixes%n", share, learnt.share(), learnt.fixes());
        assertThat(learnt.share()).isBetween(share * 0.8, share * 1.2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.01, 0.03})
    void aDayMovesTheUsualShareTowardsTheTruth(double share) {
        double sum = 0;
        for (int device = 0; device < 20; device++) {
            var fixes = new TreeSet<Fix>();
            LabNoise noise = LabFamily.DEFAULT.noise().withWild(share, 50, 500);
            LabDay.of(noise, LabSeeds.TUNING_FIRST + 100 + device).reports().stream()
                    .filter(LabReport::timely)
                    .forEach(report -> fixes.add(report.row().fix()));
            double learnt = OutlierShare.estimate(fixes, USUAL, SETTINGS).share();
            assertThat(learnt).isBetween(0.003, 0.05);
            sum += learnt;
        }
        assertThat(Math.abs(sum / 20 - share)).isLessThan(Math.abs(USUAL - share));
    }

    @Test
    void nothingReportedIsTheUsualShare() {
        assertThat(OutlierShare.estimate(List.of(), USUAL, SETTINGS).share()).isEqualTo(USUAL);
    }
}
