package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Errors that neighbouring fixes share do not add up to certainty; real absence does. */
class B03_DriftTest {

    @Test
    void tenFixesThatDriftTogetherJustBeyondTheEdgeAreNoFinding() {
        var table = new StringBuilder("09:59 home ±10m\n");
        for (int second = 0; second < 300; second += 30) {
            table.append("10:0%d:%02d home+%dm N ±10m%n".formatted(second / 60, second % 60, 118 + second % 7));
        }
        table.append("10:06 home ±10m\n10:07 home ±10m\n");
        assertThat(Watch.findings(Track.parse(table.toString()), "10:08", TestZones.stayIn(TestZones.home())))
                .isEmpty();
    }

    @Test
    void hoursOfTheSameAreAFinding() {
        var table = new StringBuilder("09:59 home ±10m\n");
        for (int minute = 0; minute < 240; minute++) {
            table.append("%02d:%02d home+%dm N ±10m%n".formatted(10 + minute / 60, minute % 60, 125 + minute % 7));
        }
        assertThat(Watch.findings(Track.parse(table.toString()), "14:00", TestZones.stayIn(TestZones.home())))
                .hasSize(1);
    }
}
