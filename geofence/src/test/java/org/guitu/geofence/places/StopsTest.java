package org.guitu.geofence.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.guitu.geofence.scenario.Track;
import org.guitu.geofence.track.Fix;
import org.junit.jupiter.api.Test;

class StopsTest {

    private static final StopSettings SETTINGS = StopSettings.of(Duration.ofMinutes(25));

    @Test
    void twoStaysWithAWalkBetweenAreTwoStops() {
        assertThat(stops("""
                d1 08:00 - 12:00  home
                d1 12:01 - 12:13  home to town  every 1m
                d1 12:15 - 13:00  town
                """))
                .containsExactly("home 08:00 to 12:02, observed 4h 2m", "town 12:13 to 13:00, observed 47m");
    }

    @Test
    void aWalkIsNoStop() {
        assertThat(stops("d1 12:00 - 12:40  home to school  every 1m")).isEmpty();
    }

    @Test
    void lessThanTenMinutesIsNoStop() {
        assertThat(stops("d1 12:00 - 12:08  home  every 1m")).isEmpty();
    }

    @Test
    void wildFixesDoNotCutAStop() {
        assertThat(stops("d1 08:00 - 20:00  home  every 2m  wild"))
                .singleElement()
                .asString()
                .startsWith("home 08:00 to 20:00, observed 1");
    }

    @Test
    void aGapBelongsToTheStopAndIsNotObserved() {
        assertThat(stops("""
                d1 20:00 - 22:00      home
                d2 06:00 - 07:00      home
                """)).containsExactly("home 20:00 to d2 07:00, observed 3h 0m");
    }

    @Test
    void aGapOfHalfADayIsTwoStops() {
        assertThat(stops("""
                d1 08:00 - 10:00  home
                d2 08:00 - 10:00  home
                """))
                .containsExactly("home 08:00 to 10:00, observed 2h 0m", "home d2 08:00 to d2 10:00, observed 2h 0m");
    }

    @Test
    void twoFixesWithAGapBetweenObserveNothing() {
        assertThat(stops("""
                d1 08:00 - 08:00  home
                d1 11:00 - 11:00  home
                """)).isEmpty();
    }

    @Test
    void cellFixesMakeNoStopAndEndNone() {
        assertThat(stops("d1 08:00 - 12:00  home  cell")).isEmpty();
        assertThat(stops("""
                d1 08:00 - 09:00  home
                d1 09:05 - 09:20  home  cell
                d1 09:25 - 10:00  home
                """)).containsExactly("home 08:00 to 10:00, observed 2h 0m");
    }

    @Test
    void driftIndoorsIsOneStopWithAnHonestError() {
        for (long seed = 1; seed <= 20; seed++) {
            List<Stop> stops = Stops.of(Stays.parse("d1 08:00 - 18:00  home  ±20m", 25, seed), SETTINGS);
            assertThat(stops).as("seed " + seed).hasSize(1);
            assertThat(stops.getFirst().distance(30, 120))
                    .as("seed " + seed)
                    .isLessThan(5 * stops.getFirst().errorMeters());
        }
    }

    @Test
    void placeNextDoorIsAPlaceOfItsOwn() {
        assertThat(stops("""
                d1 08:00 - 09:00  home
                d1 09:05 - 10:00  home+250m E
                """))
                .containsExactly("home 08:00 to 09:00, observed 1h 0m", "home+250m 09:05 to 10:00, observed 55m");
    }

    @Test
    void orderAndDoublesDoNotMatter() {
        List<Fix> fixes = Stays.parse("""
                d1 08:00 - 12:00  home  wild
                d1 12:01 - 12:13  home to town  every 1m
                d1 12:15 - 13:00  town
                """, 15, 4);
        List<Fix> shuffled = new ArrayList<>(fixes);
        shuffled.addAll(fixes.subList(10, 40));
        Collections.shuffle(shuffled, new Random(9));
        assertThat(Stops.of(shuffled, SETTINGS))
                .isEqualTo(Stops.of(fixes, SETTINGS))
                .hasSize(2);
    }

    @Test
    void fakedAndEmptyReportsAreNoFixes() {
        assertThat(Stops.of(Track.parse("""
                08:00  home     mock_location
                08:15  home     mock_location
                08:30  nowhere
                """), SETTINGS)).isEmpty();
        assertThat(Stops.of(List.of(), SETTINGS)).isEmpty();
    }

    private static List<String> stops(String table) {
        return Stops.of(Stays.parse(table), SETTINGS).stream()
                .map(stop -> Stays.ground(stop.latitude(), stop.longitude()) + " " + Stays.time(stop.from()) + " to "
                        + Stays.time(stop.to()) + ", observed " + Stays.span(stop.observed()))
                .toList();
    }
}
