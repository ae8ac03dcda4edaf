package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Walking into a forbidden place. */
class A01_EntryIsOneFindingTest {

    @Test
    void threeConsistentFixesInsideAreExactlyOneFinding() {
        var fixes = Track.parse("""
                10:00  town         ±10m
                10:01  town+500m E  ±10m
                10:02  town+800m E  ±10m
                10:03  school       ±10m
                10:04  school       ±10m
                10:05  school       ±10m
                """);
        assertThat(Watch.findings(fixes, "10:06", TestZones.keepOut(TestZones.school())))
                .containsExactly("EXCLUSION 10:03 to now, confirmed 10:04, raised 10:04");
    }

    @Test
    void leavingEndsItAtTheFirstFixOutside() {
        var fixes = Track.parse("""
                10:02  town+800m E    ±10m
                10:03  school         ±10m
                10:04  school         ±10m
                10:05  school+20m N   ±10m
                10:06  school+400m N  ±10m
                10:07  school+420m N  ±10m
                10:08  school+430m N  ±10m
                """);
        assertThat(Watch.findings(fixes, "10:09", TestZones.keepOut(TestZones.school())))
                .containsExactly("EXCLUSION 10:03 to 10:06, confirmed 10:04, raised 10:04");
    }

    @Test
    void fixesTenSecondsApartConfirmWithTheThird() {
        var fixes = Track.parse("""
                10:02:00  town+800m E  ±10m
                10:03:00  school       ±10m
                10:03:10  school       ±10m
                10:03:20  school       ±10m
                """);
        assertThat(Watch.findings(fixes, "10:04", TestZones.keepOut(TestZones.school())))
                .containsExactly("EXCLUSION 10:03 to now, confirmed 10:03:10, raised 10:03:10");
    }

    @Test
    void aDeviceThatReportsByTheHourConvincesToo() {
        var fixes = Track.parse("""
                08:00  town    ±10m
                09:00  town    ±10m
                10:00  school  ±10m
                11:00  school  ±10m
                12:00  school  ±10m
                """);
        assertThat(Watch.findings(fixes, "12:01", TestZones.keepOut(TestZones.school())))
                .containsExactly("EXCLUSION 10:00 to now, confirmed 11:00, raised 11:00");
    }
}
