package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A curfew across midnight is one window. */
class C03_OvernightCurfewTest {

    @Test
    void goingOutAfterMidnightIsOneBreachOfTheSameNight() {
        var fixes = Track.parse("""
                23:50     home          ±10m
                d2 00:10  home          ±10m
                d2 00:12  home+300m E   ±10m
                d2 00:14  home+310m E   ±10m
                d2 00:16  home+320m E   ±10m
                """);
        assertThat(Watch.findings(fixes, "d2 00:20", TestZones.curfew("21:00-06:00")))
                .containsExactly("CURFEW d2 00:12 to now, confirmed d2 00:14, raised d2 00:14");
    }

    @Test
    void aBreachThatRunsOverMidnightIsNotCutInTwo() {
        var fixes = Track.parse("""
                23:50     home+300m E   ±10m
                23:55     home+300m E   ±10m
                d2 00:05  home+310m E   ±10m
                d2 00:15  home+320m E   ±10m
                """);
        assertThat(Watch.findings(fixes, "d2 07:00", TestZones.curfew("21:00-06:00")))
                .containsExactly("CURFEW 23:50 to d2 06:00, confirmed 23:55, raised 23:55");
    }

    @Test
    void beingOutByDayIsNoBreach() {
        var fixes = Track.parse("""
                10:00  home+300m E   ±10m
                10:01  home+300m E   ±10m
                10:02  home+310m E   ±10m
                """);
        assertThat(Watch.findings(fixes, "10:03", TestZones.curfew("21:00-06:00")))
                .isEmpty();
    }
}
