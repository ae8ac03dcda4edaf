package org.guitu.simulators.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class RouterTest {

    private static final City CITY = City.generate(City.DEFAULT_SEED);
    private static final Router ROUTER = new Router(CITY.graph());

    @Test
    void waysBeginAndEndAtTheDoorAndAreNoLongerThanTheyMustBe() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            Coordinate from = Corner.of(CITY, random);
            Coordinate to = Corner.of(CITY, random);
            Route route = ROUTER.route(from, to);

            assertThat(route.start().distance(from)).isLessThan(0.2);
            assertThat(route.end().distance(to)).isLessThan(0.2);
            assertThat(route.lengthMeters())
                    .isGreaterThanOrEqualTo(from.distance(to) - 0.2)
                    .isLessThan(from.distance(to) * 3 + 1_500);
        }
    }

    @Test
    void thereIsAsFarAsBack() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 40; i++) {
            Coordinate from = Corner.of(CITY, random);
            Coordinate to = Corner.of(CITY, random);

            assertThat(ROUTER.route(from, to).lengthMeters())
                    .isCloseTo(ROUTER.route(to, from).lengthMeters(), org.assertj.core.data.Offset.offset(0.01));
        }
    }

    @Test
    void theRiverIsCrossedOnlyOnBridges() {
        Site river = CITY.site("归水");
        Route route = ROUTER.route(new Coordinate(-900, 900), new Coordinate(-900, -1100));
        var wet = route.line().intersection(river.shape());
        var bridges = CITY.roads().stream()
                .filter(Road::bridge)
                .map(road -> (org.locationtech.jts.geom.Geometry) road.line())
                .reduce(org.locationtech.jts.geom.Geometry::union)
                .orElseThrow();

        assertThat(wet.isEmpty()).isFalse();
        assertThat(wet.difference(bridges.buffer(1)).getLength()).isLessThan(0.5);
    }

    @Test
    void thePointAlongAWayMovesEvenly() {
        Route route = ROUTER.route(new Coordinate(-900, 900), new Coordinate(1200, -700));
        for (double meters = 0; meters + 10 < route.lengthMeters(); meters += 10) {
            assertThat(route.at(meters).distance(route.at(meters + 10))).isLessThanOrEqualTo(10.001);
        }
        assertThat(route.courseDegrees(0)).isBetween(0.0, 360.0);
        assertThat(route.at(-5)).isEqualTo(route.start());
    }

    @Test
    void theNearestRoadIsNearerThanAnyCrossing() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 100; i++) {
            Coordinate point = Corner.of(CITY, random);
            double away = CITY.graph().nearest(point).awayMeters();

            assertThat(CITY.graph().nodes()).allMatch(node -> node.distance(point) >= away - 1e-6);
        }
    }

    /** A building's middle. */
    private static final class Corner {
        static Coordinate of(City city, SplittableRandom random) {
            return city.buildings()
                    .get(random.nextInt(city.buildings().size()))
                    .shape()
                    .getCentroid()
                    .getCoordinate();
        }
    }
}
