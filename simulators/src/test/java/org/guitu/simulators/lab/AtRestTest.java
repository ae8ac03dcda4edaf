package org.guitu.simulators.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.guitu.geofence.replay.Replay;
import org.guitu.geofence.replay.ReplayRow;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.zone.Area;
import org.guitu.simulators.city.LatLon;
import org.junit.jupiter.api.Test;

/** At rest forty metres inside a boundary, with fifteen metres of error and seventy-two spikes of two hundred metres in the day. */
class AtRestTest {

    private static final long SEED = 5_000_000;
    private static final int DAYS = 100 * Integer.getInteger("guitu.soak", 1);
    private static final LatLon HOME = new LatLon(30.66, 104.06);
    private static final Replay REPLAY = new Replay(
            List.of(new Replay.Zone(
                    "boundary",
                    Order.stayIn(new Area.Circle(HOME.latitude(), HOME.longitude(), 1_000)),
                    Optional.empty())),
            DeviceTerms.defaults());

    @Test
    void raisesNothingAllDay() {
        for (long seed = SEED; seed < SEED + DAYS; seed++) {
            assertThat(REPLAY.run(day(seed, false), Optional.empty()))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void raisesExactlyOneWhenThreeConsistentFixesLieOutside() {
        for (long seed = SEED; seed < SEED + DAYS; seed++) {
            assertThat(REPLAY.run(day(seed, true), Optional.empty()))
                    .as("seed " + seed)
                    .hasSize(1);
        }
    }

    private static List<ReplayRow> day(long seed, boolean out) {
        var random = new SplittableRandom(seed);
        Set<Integer> spikes = new HashSet<>();
        for (int third = 0; third < 72; third++) {
            // Each by itself, somewhere in its twenty minutes.
            spikes.add(20 * third + random.nextInt(1, 18));
        }
        var rows = new ArrayList<ReplayRow>();
        int left = random.nextInt(100, 1_300);
        for (int minute = 0; minute < 1_440; minute++) {
            boolean away = out && minute >= left && minute < left + 3;
            boolean spike = !away && spikes.contains(minute);
            double way = random.nextDouble(0, 2 * Math.PI);
            double east = away ? 1_200 : 960 + (spike ? 200 * Math.cos(way) : 15 * random.nextGaussian());
            double north = spike ? 200 * Math.sin(way) : 15 * random.nextGaussian();
            rows.add(row(minute, HOME.offset(east, north), spike ? random.nextDouble(2, 10) : 15));
        }
        return rows;
    }

    private static ReplayRow row(int minute, LatLon at, double accuracy) {
        Instant time = LabDay.START.plusSeconds(60L * minute);
        return new ReplayRow(
                "A",
                time,
                time.plusSeconds(1),
                at.latitude(),
                at.longitude(),
                true,
                accuracy,
                null,
                null,
                null,
                null,
                Set.of());
    }
}
