package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the device itself raises, from rising to falling edge. */
class F01_DeviceFactsTest {

    @Test
    void aStrapOpenedAndClosedIsOneFinding() {
        var fixes = Track.parse("""
                10:00  home
                10:01  home      tamper
                10:02  nowhere   tamper
                10:03  home      tamper
                10:04  home
                """);
        assertThat(Watch.findings(fixes, "10:05"))
                .containsExactly("TAMPER 10:01 to 10:04, confirmed 10:01, raised 10:01");
    }

    @Test
    void anSosEndsAtTheFirstLaterReportWithoutIt() {
        var fixes = Track.parse("""
                10:01  nowhere   sos
                10:02  nowhere
                10:09  home      sos low_battery
                """);
        assertThat(Watch.findings(fixes, "10:10"))
                .containsExactly(
                        "SOS 10:01 to 10:02, confirmed 10:01, raised 10:01",
                        "SOS 10:09 to now, confirmed 10:09, raised 10:09",
                        "LOW_BATTERY 10:09 to now, confirmed 10:09, raised 10:09");
    }

    @Test
    void aLateReportFillsTheGapBetweenTwoFindingsIntoOneOrTwoAsItSays() {
        var fixes = Track.parse("""
                10:01  home   tamper
                10:05  home   tamper
                10:03  home          arrives 10:06
                """);
        assertThat(Watch.findings(fixes, "10:07"))
                .containsExactly(
                        "TAMPER 10:01 to 10:03, confirmed 10:01, raised 10:01",
                        "TAMPER 10:05 to now, confirmed 10:05, raised 10:06");
    }
}
