package org.guitu.protocols.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatumTest {

    private static final double METERS_PER_DEGREE = 111_320;

    @ParameterizedTest
    @EnumSource(Datum.class)
    void comesBackFromEachDatumWithinATenthOfAMeter(Datum datum) {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Coordinates place = new Coordinates(18.2 + random.nextDouble() * 35, 74 + random.nextDouble() * 60);

            Coordinates back = datum.toWgs84(datum.fromWgs84(place));

            assertThat(meters(place, back)).as("seed %d, %s", seed, place).isLessThan(0.1);
        }
    }

    /** Tiananmen, whose spellings on the maps are published. */
    @Test
    void shiftsByWhatTheMapsShow() {
        Coordinates place = new Coordinates(39.90734, 116.39089);

        assertThat(meters(Datum.GCJ02.fromWgs84(place), new Coordinates(39.90874, 116.39713)))
                .isLessThan(2);
        assertThat(meters(Datum.BD09.fromWgs84(place), new Coordinates(39.91508, 116.40350)))
                .isLessThan(4);
    }

    @Test
    void leavesPlacesOutsideChinaAlone() {
        Coordinates berlin = new Coordinates(52.52, 13.405);

        assertThat(Datum.GCJ02.fromWgs84(berlin)).isEqualTo(berlin);
        assertThat(Datum.BD09.toWgs84(berlin)).isEqualTo(berlin);
        assertThat(Datum.GCJ02.toWgs84(new Coordinates(0, 0)).isZero()).isTrue();
        assertThat(Datum.GCJ02.toWgs84(new Coordinates(116, 40))).isEqualTo(new Coordinates(116, 40));
    }

    @Test
    void theShiftIsSomeHundredMeters() {
        Coordinates shanghai = new Coordinates(31.2304, 121.4737);

        assertThat(meters(shanghai, Datum.GCJ02.fromWgs84(shanghai))).isCloseTo(500, within(150.0));
    }

    private static double meters(Coordinates a, Coordinates b) {
        double north = (a.latitude() - b.latitude()) * METERS_PER_DEGREE;
        double east = (a.longitude() - b.longitude()) * METERS_PER_DEGREE * Math.cos(Math.toRadians(a.latitude()));
        return Math.hypot(north, east);
    }
}
