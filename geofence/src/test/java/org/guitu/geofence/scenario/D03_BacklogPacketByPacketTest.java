package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A backlog that comes in one report at a time. */
class D03_BacklogPacketByPacketTest {

    @Test
    void aVisitThatWasOverBeforeItWasKnownEndsUpRetrospective() {
        var fixes = Track.parse("""
                10:02  town+800m E    ±10m   arrives 15:00:00
                10:03  school         ±10m   arrives 15:00:01
                10:04  school         ±10m   arrives 15:00:02
                10:05  school         ±10m   arrives 15:00:03
                10:06  school+400m N  ±10m   arrives 15:00:04
                10:07  school+500m N  ±10m   arrives 15:00:05
                """);
        assertThat(Watch.findings(fixes, "15:01", TestZones.keepOut(TestZones.school())))
                .containsExactly("EXCLUSION 10:03 to 10:06, confirmed 10:04, raised 15:00:02, retrospective");
    }

    @Test
    void newestFirstEndsInTheSameFinding() {
        var fixes = Track.parse("""
                10:07  school+500m N  ±10m   arrives 15:00:00
                10:06  school+400m N  ±10m   arrives 15:00:01
                10:05  school         ±10m   arrives 15:00:02
                10:04  school         ±10m   arrives 15:00:03
                10:03  school         ±10m   arrives 15:00:04
                10:02  town+800m E    ±10m   arrives 15:00:05
                """);
        assertThat(Watch.findings(fixes, "15:01", TestZones.keepOut(TestZones.school())))
                .singleElement()
                .asString()
                .startsWith("EXCLUSION 10:03 to 10:06, confirmed 10:04")
                .endsWith("retrospective");
    }
}
