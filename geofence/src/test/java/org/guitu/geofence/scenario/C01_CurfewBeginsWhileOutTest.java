package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Time alone begins and ends a breach. */
class C01_CurfewBeginsWhileOutTest {

    @Test
    void stayingOutWhenCurfewBeginsIsABreachAtThatInstantWithNoNewReport() {
        var fixes = Track.parse("""
                18:50  home          ±8m
                18:55  home+300m E   ±10m
                18:57  home+300m E   ±10m
                18:59  home+320m E   ±9m
                """);
        assertThat(Watch.findings(fixes, "19:20", TestZones.curfew("19:00-07:00")))
                .containsExactly("CURFEW 19:00 to now, confirmed 19:00, raised 19:00");
    }

    @Test
    void theEndOfTheHoursEndsTheBreach() {
        var fixes = Track.parse("""
                18:55  home+300m E   ±10m
                18:57  home+300m E   ±10m
                18:59  home+320m E   ±9m
                """);
        assertThat(Watch.findings(fixes, "20:00", TestZones.curfew("19:00-19:10")))
                .containsExactly("CURFEW 19:00 to 19:10, confirmed 19:00, raised 19:00");
    }

    @Test
    void comingHomeEndsItAtTheFirstFixAtHome() {
        var fixes = Track.parse("""
                18:57  home+300m E   ±10m
                18:59  home+320m E   ±9m
                19:05  home+310m E   ±9m
                19:10  home          ±9m
                19:12  home          ±9m
                19:14  home          ±9m
                """);
        assertThat(Watch.findings(fixes, "20:00", TestZones.curfew("19:00-07:00")))
                .containsExactly("CURFEW 19:00 to 19:10, confirmed 19:00, raised 19:00");
    }
}
