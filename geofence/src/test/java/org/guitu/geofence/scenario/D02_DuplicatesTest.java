package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Reports sent again. */
class D02_DuplicatesTest {

    @Test
    void everyReportTwiceIsTheSameFinding() {
        var once = Track.parse("""
                10:02  town+800m E  ±10m
                10:03  school       ±10m
                10:04  school       ±10m
                10:05  school       ±10m
                """);
        var twice = new ArrayList<>(once);
        twice.addAll(once);
        assertThat(Watch.findings(twice, "10:06", TestZones.keepOut(TestZones.school())))
                .isEqualTo(Watch.findings(once, "10:06", TestZones.keepOut(TestZones.school())));
    }

    @Test
    void oneWildFixSentThreeTimesIsOneWildFix() {
        var fixes = Track.parse("""
                10:00  home          ±8m
                10:01  home          ±8m
                10:02  home+400m N   ±2m
                10:02  home+400m N   ±2m   arrives 10:03
                10:02  home+400m N   ±2m   arrives 10:04
                """);
        assertThat(Watch.findings(fixes, "10:05", TestZones.stayIn(TestZones.home())))
                .isEmpty();
    }
}
