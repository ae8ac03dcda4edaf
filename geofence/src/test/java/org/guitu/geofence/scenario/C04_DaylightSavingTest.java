package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.replay.Timeline;
import org.junit.jupiter.api.Test;

/** The night on which clocks change. */
class C04_DaylightSavingTest {

    @Test
    void aCurfewUntilSixEndsAtSixByTheClockOnTheWall() {
        // Berlin springs forward on 2026-03-29: 06:00 there is 05:00 UTC the day before and 04:00 UTC on the day.
        var fixes = Track.parse(LocalDate.of(2026, 3, 28), """
                22:00     home+300m E   ±10m
                22:05     home+300m E   ±10m
                22:10     home+300m E   ±10m
                """);
        var timeline = new Timeline(new Judge(), TestZones.book(TestZones.curfew("21:00-06:00 Europe/Berlin")));
        fixes.forEach(timeline::accept);
        timeline.advanceTo(Instant.parse("2026-03-29T12:00:00Z"));
        assertThat(timeline.findings())
                .singleElement()
                .satisfies(raised -> assertThat(raised.finding().end()).isEqualTo("2026-03-29T04:00:00Z"));
    }
}
