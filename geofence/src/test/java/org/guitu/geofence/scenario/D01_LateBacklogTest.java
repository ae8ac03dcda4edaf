package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Truth that arrives late. */
class D01_LateBacklogTest {

    @Test
    void aVisitThatHadEndedWhenItsReportsArrivedIsRetrospective() {
        var fixes = Track.parse("""
                10:02  town+800m E    ±10m
                10:10  town           ±10m   arrives 10:10
                10:11  town           ±10m   arrives 10:11
                10:03  school         ±10m   arrives 10:12
                10:04  school         ±10m   arrives 10:12
                10:05  school         ±10m   arrives 10:12
                10:06  school+400m N  ±10m   arrives 10:12
                10:07  school+500m N  ±10m   arrives 10:12
                """);
        assertThat(Watch.findings(fixes, "10:20", TestZones.keepOut(TestZones.school())))
                .containsExactly("EXCLUSION 10:03 to 10:06, confirmed 10:04, raised 10:12, retrospective");
    }

    @Test
    void whatIsStillOpenAtTheNewestEvidenceIsNotRetrospective() {
        var fixes = Track.parse("""
                10:02  town+800m E  ±10m
                10:03  school       ±10m   arrives 15:00
                10:04  school       ±10m   arrives 15:00
                10:05  school       ±10m   arrives 15:00
                """);
        assertThat(Watch.findings(fixes, "15:01", TestZones.keepOut(TestZones.school())))
                .containsExactly("EXCLUSION 10:03 to now, confirmed 10:04, raised 15:00");
    }

    @Test
    void aBacklogThatProvesABreachAtWindowOpeningDatesItThere() {
        var fixes = Track.parse("""
                18:57  home+300m E   ±10m   arrives 20:00
                18:59  home+320m E   ±9m    arrives 20:00
                19:05  home+320m E   ±9m    arrives 20:00
                """);
        assertThat(Watch.findings(fixes, "20:01", TestZones.curfew("19:00-07:00")))
                .containsExactly("CURFEW 19:00 to now, confirmed 19:00, raised 20:00");
    }

    @Test
    void aLateFixAtHomeTakesBackABreachMadeByTheClock() {
        var fixes = Track.parse("""
                18:50  home+300m E   ±10m
                18:52  home+320m E   ±9m
                18:54  home+320m E   ±9m
                18:57  home          ±9m    arrives 19:04
                18:59  home          ±9m    arrives 19:04
                19:01  home          ±9m    arrives 19:04
                """);
        var timeline = Watch.run(fixes, "19:10", TestZones.curfew("19:00-07:00"));
        assertThat(Watch.told(timeline)).isEmpty();
        assertThat(timeline.history()).hasSize(2);
    }
}
