package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Silence is unobserved: no breach begins on old evidence. */
class C02_StaleEvidenceTest {

    @Test
    void curfewThatOpensOnStaleEvidenceIsUnobservedAndNoBreach() {
        var fixes = Track.parse("""
                18:00  home+300m E   ±10m
                18:02  home+300m E   ±10m
                18:04  home+320m E   ±9m
                """);
        var timeline = Watch.run(fixes, "19:20", TestZones.curfew("19:00-07:00"));
        assertThat(Watch.told(timeline)).isEmpty();
        assertThat(Watch.standings(timeline)).containsExactly("3 UNOBSERVED");
    }

    @Test
    void whenEvidenceReturnsTheBreachBeginsWithIt() {
        var fixes = Track.parse("""
                18:00  home+300m E   ±10m
                18:04  home+320m E   ±9m
                20:10  home+300m E   ±10m
                20:11  home+300m E   ±10m
                20:12  home+300m E   ±10m
                """);
        assertThat(Watch.findings(fixes, "20:13", TestZones.curfew("19:00-07:00")))
                .singleElement()
                .asString()
                .startsWith("CURFEW 20:10 to now");
    }

    @Test
    void compliantTurnsToUnobservedAtTheInstantItsEvidenceIsTooOld() {
        var fixes = Track.parse("""
                20:00  home   ±10m
                20:05  home   ±10m
                """);
        assertThat(Watch.standings(Watch.run(fixes, "20:29", TestZones.curfew("19:00-07:00"))))
                .containsExactly("3 COMPLIANT");
        assertThat(Watch.standings(Watch.run(fixes, "20:30", TestZones.curfew("19:00-07:00"))))
                .containsExactly("3 UNOBSERVED");
    }

    @Test
    void aViolationThatFallsSilentStaysOpen() {
        var fixes = Track.parse("""
                10:00  home+300m E   ±10m
                10:01  home+300m E   ±10m
                10:02  home+320m E   ±9m
                """);
        var timeline = Watch.run(fixes, "d3 10:00", TestZones.stayIn(TestZones.home()));
        assertThat(Watch.told(timeline)).containsExactly("BOUNDARY 10:00 to now, confirmed 10:01, raised 10:01");
        assertThat(Watch.standings(timeline)).containsExactly("1 UNOBSERVED");
    }
}
