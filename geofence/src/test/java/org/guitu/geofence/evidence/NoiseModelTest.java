package org.guitu.geofence.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.guitu.geofence.track.Fix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoiseModelTest {

    private static Fix fix(Fix.Source source, @Nullable Double accuracy, @Nullable Integer satellites) {
        return new Fix(Instant.EPOCH, Instant.EPOCH, 1, 30, 120, true, accuracy, null, satellites, source, Set.of());
    }

    @Test
    void aClaimIsTakenButNeverForBetterThanFourMetres() {
        assertThat(NoiseModel.sigmaMeters(fix(Fix.Source.GNSS, 25.0, 4))).isEqualTo(25);
        assertThat(NoiseModel.sigmaMeters(fix(Fix.Source.GNSS, 2.0, 12))).isEqualTo(4);
    }

    @Test
    void withoutAClaimFewerSatellitesMeanMoreError() {
        assertThat(NoiseModel.sigmaMeters(fix(Fix.Source.UNKNOWN, null, 10)))
                .isLessThan(NoiseModel.sigmaMeters(fix(Fix.Source.UNKNOWN, null, 5)));
        assertThat(NoiseModel.sigmaMeters(fix(Fix.Source.CELL, null, null))).isGreaterThan(300);
    }

    @Test
    void dilutionOfPrecisionDecidesBeforeTheNumberOfSatellites() {
        assertThat(NoiseModel.assumedMeters(Fix.Source.GNSS, 4, 1.0)).isEqualTo(6);
        assertThat(NoiseModel.assumedMeters(Fix.Source.GNSS, 12, 5.0)).isEqualTo(30);
        assertThat(NoiseModel.assumedMeters(Fix.Source.GNSS, 12, null)).isEqualTo(8);
        assertThat(NoiseModel.assumedMeters(Fix.Source.CELL, 12, 1.0)).isEqualTo(600);
    }

    @Test
    void aCellIsKnownByItsAccuracyAloneAndIsNotCountedAsStarved() {
        double cell = NoiseModel.wildShare(fix(Fix.Source.CELL, 500.0, null), 0.02);
        assertThat(NoiseModel.wildShare(fix(Fix.Source.UNKNOWN, 500.0, 1), 0.02))
                .isEqualTo(cell);
        assertThat(NoiseModel.wildShare(fix(Fix.Source.UNKNOWN, 8.0, 9), 0.02)).isEqualTo(0.02);
        assertThat(NoiseModel.wildShare(fix(Fix.Source.UNKNOWN, 8.0, 3), 0.02)).isGreaterThan(0.02);
    }
}
