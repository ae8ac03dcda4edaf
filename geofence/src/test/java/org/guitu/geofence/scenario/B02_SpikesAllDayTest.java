package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guitu.geofence.track.Fix;
import org.junit.jupiter.api.Test;

/** At rest forty metres inside the edge, fifteen metres error, seventy-two spikes of two hundred metres in a day. */
class B02_SpikesAllDayTest {

    @Test
    void seventyTwoIsolatedSpikesADayAreNoFinding() {
        for (long seed = 1; seed <= 50; seed++) {
            assertThat(Watch.findings(day(seed), "d2 00:00", TestZones.stayIn(TestZones.home())))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void threeConsistentFixesOutsideOnSuchADayAreExactlyOneFinding() {
        for (long seed = 1; seed <= 50; seed++) {
            List<Fix> fixes = new ArrayList<>(day(seed));
            for (int minute = 601; minute <= 603; minute++) {
                Instant at = Track.at("00:00").plusSeconds(60L * minute);
                fixes.set(minute, Track.fix(at, at, 300 + minute % 3, 5, 10));
            }
            assertThat(Watch.findings(fixes, "d2 00:00", TestZones.stayIn(TestZones.home())))
                    .as("seed " + seed)
                    .hasSize(1)
                    .allMatch(line -> line.startsWith("BOUNDARY 10:01 to 10:04"));
        }
    }

    @Test
    void spikesThatAlwaysHitTheSameWrongPlaceAreNoFindingAtAnyPlan() {
        for (int seconds : new int[] {10, 30, 60, 120, 300}) {
            var random = new Random(seconds);
            var fixes = new ArrayList<Fix>();
            for (int i = 0; i < 86_400 / seconds; i++) {
                Instant at = Track.at("00:00").plusSeconds((long) seconds * i);
                boolean spike = i % Math.max(4, 1200 / seconds) == 3;
                fixes.add(Track.fix(
                        at,
                        at,
                        60 + 15 * random.nextGaussian() + (spike ? 200 : 0),
                        15 * random.nextGaussian(),
                        spike ? 2 : 15));
            }
            assertThat(Watch.findings(fixes, "d2 00:00", TestZones.stayIn(TestZones.home())))
                    .as("every " + seconds + " s")
                    .isEmpty();
        }
    }

    private static List<Fix> day(long seed) {
        var random = new Random(seed);
        var fixes = new ArrayList<Fix>();
        for (int minute = 0; minute < 1440; minute++) {
            Instant at = Track.at("00:00").plusSeconds(60L * minute);
            boolean spike = minute % 20 == 11;
            double way = random.nextDouble() * 2 * Math.PI;
            double east = 60 + 15 * random.nextGaussian() + (spike ? 200 * Math.cos(way) : 0);
            double north = 15 * random.nextGaussian() + (spike ? 200 * Math.sin(way) : 0);
            fixes.add(Track.fix(at, at, east, north, spike ? 2 : 15));
        }
        return fixes;
    }
}
