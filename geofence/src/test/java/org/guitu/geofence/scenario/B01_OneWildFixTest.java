package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A single fix never convinces, whatever it claims. */
class B01_OneWildFixTest {

    @Test
    void oneSpikeThatClaimsTwoMetresIsNoFinding() {
        var fixes = Track.parse("""
                10:00  home          ±8m
                10:01  home          ±8m
                10:02  home+900m N   ±2m
                10:03  home          ±8m
                """);
        assertThat(Watch.findings(fixes, "10:04", TestZones.stayIn(TestZones.home())))
                .isEmpty();
    }

    @Test
    void oneSpikeAsTheVeryFirstFixIsNoFinding() {
        var fixes = Track.parse("10:02  home+900m N   ±2m");
        assertThat(Watch.findings(fixes, "10:20", TestZones.stayIn(TestZones.home())))
                .isEmpty();
    }

    @Test
    void twoSpikesInTwoDirectionsAreNoFinding() {
        var fixes = Track.parse("""
                10:00  home          ±8m
                10:01  home          ±8m
                10:02  home+400m N   ±2m
                10:03  home+400m S   ±2m
                10:04  home          ±8m
                """);
        assertThat(Watch.findings(fixes, "10:05", TestZones.stayIn(TestZones.home())))
                .isEmpty();
    }

    @Test
    void theSameWildReportTwiceInOneSecondIsStillOneFix() {
        var fixes = Track.parse("""
                10:00     home          ±8m
                10:01     home          ±8m
                10:02     home+400m N   ±2m
                10:02     home+401m N   ±2m
                10:02:01  home+402m N   ±2m
                10:03     home          ±8m
                """);
        assertThat(Watch.findings(fixes, "10:04", TestZones.stayIn(TestZones.home())))
                .isEmpty();
    }

    @Test
    void aSpikeHomeDoesNotEndAViolation() {
        var fixes = Track.parse("""
                10:00  home+500m N   ±8m
                10:01  home+500m N   ±8m
                10:02  home+505m N   ±8m
                10:03  home          ±2m
                10:04  home+510m N   ±8m
                10:05  home+510m N   ±8m
                """);
        assertThat(Watch.findings(fixes, "10:06", TestZones.stayIn(TestZones.home())))
                .containsExactly("BOUNDARY 10:00 to now, confirmed 10:01, raised 10:01");
    }

    @Test
    void aTeleportThatStaysIsBelievedInTheEnd() {
        var fixes = Track.parse("""
                10:00  home            ±8m
                10:01  home            ±8m
                10:02  home+9000m N    ±8m
                10:03  home+9000m N    ±8m
                10:04  home+9010m N    ±8m
                10:05  home+9000m N    ±8m
                10:06  home+9000m N    ±8m
                """);
        assertThat(Watch.findings(fixes, "10:07", TestZones.stayIn(TestZones.home())))
                .hasSize(1);
    }
}
