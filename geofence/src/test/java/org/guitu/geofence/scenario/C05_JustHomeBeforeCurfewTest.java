package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Somebody who comes home just in time. */
class C05_JustHomeBeforeCurfewTest {

    @Test
    void oneFixAtHomeBeforeTheHourHoldsTheBreachBack() {
        var fixes = Track.parse("""
                18:50  home+300m E   ±10m
                18:54  home+200m E   ±10m
                18:59  home          ±10m
                19:01  home          ±10m
                19:03  home          ±10m
                """);
        assertThat(Watch.findings(fixes, "19:10", TestZones.curfew("19:00-07:00")))
                .isEmpty();
    }
}
