package org.guitu.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.guitu.geofence.zone.PlaceIndex.Nearest;
import org.guitu.geofence.zone.PlaceIndex.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random places and points against a look at every single place. */
class PlaceIndexOracleTest {

    private static final long SEED = 23;
    private static final double[] BOUNDS_METERS = {Double.POSITIVE_INFINITY, 20_000, 300, 25, 0, -40};

    @ParameterizedTest(name = "{2} places about {0}, {1}")
    @CsvSource({
        "30, 120, 1, 0.1",
        "30, 120, 16, 0.1",
        "30, 120, 17, 0.1",
        "30, 120, 300, 0.1",
        "30, 120, 5000, 0.6",
        "-17, 180, 2000, 0.3",
        "52, -179.9, 2000, 0.3",
        "68, 20, 1000, 0.4",
        "0, 0, 3000, 360"
    })
    void agreesWithALookAtEveryPlace(double latitude, double longitude, int count, double degrees) {
        System.out.println("random places: seed " + SEED);
        var random = new Random(SEED + count);
        var town = new RandomPlaces(random, latitude, longitude, Math.min(degrees, 170));
        List<Place> places = town.list(count);
        var index = PlaceIndex.of(places);
        List<PreparedArea> prepared =
                places.stream().map(place -> PreparedArea.of(place.area())).toList();
        for (int i = 0; i < 300; i++) {
            LocalFrame frame = town.frame();
            double[] distances =
                    prepared.stream().mapToDouble(p -> p.signedDistance(frame)).toArray();
            for (double bound : BOUNDS_METERS) {
                check(index.nearest(frame, bound), distances, bound);
            }
        }
    }

    private static void check(Nearest nearest, double[] distances, double bound) {
        double least = Arrays.stream(distances).min().orElseThrow();
        if (least <= bound) {
            assertThat(nearest.placeId()).isPresent();
            assertThat(nearest.signedMeters()).isCloseTo(least, within(1e-6));
            int place = (int) (nearest.placeId().getAsLong() - 1_000);
            assertThat(distances[place]).isCloseTo(least, within(1e-6));
        } else {
            assertThat(nearest.placeId()).isEmpty();
            assertThat(nearest.signedMeters()).isEqualTo(bound);
        }
    }
}
