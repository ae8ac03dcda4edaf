package org.guitu.simulators.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.motion.Whereabouts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GnssReceiverTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final LatLon PLACE = new LatLon(26.42, 113.63);
    private static final Whereabouts OUTDOORS = new Whereabouts(PLACE, 0, 0, false);
    private static final Whereabouts INDOORS = new Whereabouts(PLACE, 0, 0, true);

    private static List<Observation> watch(long seed, Whereabouts truth, int count) {
        GnssReceiver receiver = new GnssReceiver(NoiseProfile.defaults(), seed);
        List<Observation> seen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seen.add(receiver.observe(NOON.plusSeconds(5L * i), truth));
        }
        return seen;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nineInTenOutdoorFixesLieWithinTenMetres(long seed) {
        List<Observation> seen = watch(seed, OUTDOORS, 20_000);
        double near = share(seen, observation -> error(observation) <= 10);
        double mean = seen.stream()
                .filter(observation -> !observation.wild())
                .mapToDouble(GnssReceiverTest::error)
                .average()
                .orElseThrow();

        assertThat(near).as("seed %d", seed).isBetween(0.95, 0.999);
        assertThat(mean).isBetween(3.2, 5.2);
        assertThat(seen).allMatch(Observation::fixed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void wildFixesAreRareSingleAndSureOfThemselves(long seed) {
        List<Observation> seen = watch(seed, OUTDOORS, 40_000);
        assertThat(share(seen, Observation::wild)).as("seed %d", seed).isBetween(0.004, 0.0075);
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).wild()) {
                assertThat(error(seen.get(i))).isBetween(49.5, 200.5);
                assertThat(seen.get(i).accuracyMeters()).isBetween(2.0, 10.0);
                assertThat(seen.subList(i + 1, Math.min(seen.size(), i + 6))).noneMatch(Observation::wild);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void underARoofItIsWorseAndAtTimesBlind(long seed) {
        List<Observation> seen = watch(seed, INDOORS, 40_000);
        List<Observation> fixed = seen.stream()
                .filter(observation -> observation.fixed() && !observation.wild())
                .toList();

        assertThat(share(seen, observation -> !observation.fixed()))
                .as("seed %d", seed)
                .isBetween(0.19, 0.31);
        assertThat(fixed.stream().mapToDouble(GnssReceiverTest::error).average().orElseThrow())
                .isBetween(8.5, 13.0);
        assertThat(share(fixed, observation -> error(observation) <= 30)).isGreaterThan(0.95);
        assertThat(seen).filteredOn(observation -> !observation.fixed()).allMatch(o -> o.satellites() == 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neighbouringErrorsAreAlikeAndDistantOnesAreNot(long seed) {
        List<Observation> seen = watch(seed, OUTDOORS, 40_000).stream()
                .filter(observation -> !observation.wild())
                .toList();

        assertThat(correlation(seen, 1)).as("seed %d", seed).isBetween(0.7, 0.95);
        assertThat(correlation(seen, 60)).isBetween(-0.1, 0.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void equalSeedsErrEqually(long seed) {
        assertThat(watch(seed, INDOORS, 500)).isEqualTo(watch(seed, INDOORS, 500));
    }

    private static double error(Observation observation) {
        LatLon position = observation.position();
        return position == null ? Double.NaN : PLACE.distanceMeters(position);
    }

    private static double east(Observation observation) {
        LatLon position = observation.position();
        return position == null ? Double.NaN : position.longitude() - PLACE.longitude();
    }

    private static double share(List<Observation> seen, java.util.function.Predicate<Observation> which) {
        return seen.stream().filter(which).count() / (double) seen.size();
    }

    private static double correlation(List<Observation> seen, int lag) {
        double mean =
                seen.stream().mapToDouble(GnssReceiverTest::east).average().orElseThrow();
        double together = 0;
        double alone = 0;
        for (int i = 0; i + lag < seen.size(); i++) {
            together += (east(seen.get(i)) - mean) * (east(seen.get(i + lag)) - mean);
            alone += (east(seen.get(i)) - mean) * (east(seen.get(i)) - mean);
        }
        return together / alone;
    }
}
