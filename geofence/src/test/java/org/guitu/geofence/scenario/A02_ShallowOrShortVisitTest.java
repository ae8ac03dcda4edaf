package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is too little to be a finding. */
class A02_ShallowOrShortVisitTest {

    @Test
    void passingTheEdgeWithinTheErrorIsNoFinding() {
        var fixes = Track.parse("""
                10:00  school+300m N  ±10m
                10:01  school+148m N  ±10m
                10:02  school+147m N  ±10m
                10:03  school+300m N  ±10m
                """);
        assertThat(Watch.findings(fixes, "10:04", TestZones.keepOut(TestZones.school())))
                .isEmpty();
    }

    @Test
    void aCellFixOfHalfAKilometreErrorProvesNothing() {
        var fixes = Track.parse("""
                10:00  school+700m N  ±500m
                10:01  school         ±500m
                10:02  school         ±500m
                10:03  school         ±500m
                """);
        assertThat(Watch.findings(fixes, "10:04", TestZones.keepOut(TestZones.school())))
                .isEmpty();
    }
}
