package org.guitu.geofence.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.guitu.geofence.scenario.TestZones;
import org.guitu.geofence.scenario.Track;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.PreparedArea;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A school of 150 m radius at home; ways from west to east past it. */
class CrossingTest {

    private static final PreparedArea SCHOOL = PreparedArea.of(TestZones.circle(0, 0, 150));
    private static final EvidenceSettings SETTINGS = EvidenceSettings.of(Duration.ofMinutes(25));

    private static Sighting seen(String at, double east, double north, double trust) {
        return new Sighting(
                Track.at(at),
                1,
                TestZones.LATITUDE + north / TestZones.METERS_NORTH,
                TestZones.LONGITUDE + east / TestZones.METERS_EAST,
                10,
                0.02,
                trust,
                trust,
                1);
    }

    private static Optional<Crossing> way(double north) {
        return Crossing.between(
                seen("10:00", -300, north, 1), seen("10:01", 300, north, 1), SCHOOL, Duration.ofMinutes(5), SETTINGS);
    }

    @Test
    void aWayThroughTheMiddleIsACrossingWithItsTimes() {
        assertThat(way(0)).hasValueSatisfying(crossing -> {
            assertThat(crossing.probability()).isGreaterThan(0.95);
            assertThat(crossing.depthMeters()).isCloseTo(150, within(1.0));
            // 150 of 600 metres in 60 seconds before the edge, 300 within.
            assertThat(Duration.between(Track.at("10:00"), crossing.entered()).toMillis())
                    .isCloseTo(15_000, within(200L));
            assertThat(Duration.between(Track.at("10:00"), crossing.left()).toMillis())
                    .isCloseTo(45_000, within(200L));
        });
    }

    @Test
    void aWayAlongTheEdgeIsUndecidedAndOneFarPastIsNone() {
        assertThat(way(150)).hasValueSatisfying(crossing -> {
            assertThat(crossing.probability()).isCloseTo(0.5, within(0.02));
            assertThat(crossing.entered()).isBeforeOrEqualTo(crossing.left());
        });
        assertThat(way(250))
                .hasValueSatisfying(
                        crossing -> assertThat(crossing.probability()).isLessThan(0.15));
        assertThat(way(600)).isEmpty();
    }

    @Test
    void aSuspectALongGapOrAFixInsideSaysNothing() {
        Sighting west = seen("10:00", -300, 0, 1);
        Duration five = Duration.ofMinutes(5);
        assertThat(Crossing.between(west, seen("10:01", 300, 0, 0.4), SCHOOL, five, SETTINGS))
                .isEmpty();
        assertThat(Crossing.between(west, seen("10:06", 300, 0, 1), SCHOOL, five, SETTINGS))
                .isEmpty();
        assertThat(Crossing.between(west, seen("10:01", 100, 0, 1), SCHOOL, five, SETTINGS))
                .isEmpty();
        assertThat(Crossing.between(west, west, SCHOOL, five, SETTINGS)).isEmpty();
    }

    @Test
    void theDeepestPlaceOfACrookedAreaIsFound() {
        // Two towers a kilometre apart on the way, the second one deeper.
        double e = 1 / TestZones.METERS_EAST;
        double n = 1 / TestZones.METERS_NORTH;
        double x = TestZones.LONGITUDE;
        double y = TestZones.LATITUDE;
        var factory = new GeometryFactory();
        var small = box(factory, x - 520 * e, y - 20 * n, x - 480 * e, y + 20 * n);
        var large = box(factory, x + 400 * e, y - 80 * n, x + 600 * e, y + 80 * n);
        var both = factory.createMultiPolygon(new Polygon[] {small, large});
        PreparedArea area = PreparedArea.of(new Area.Polygonal(both));
        Optional<Crossing> crossing = Crossing.between(
                seen("10:00", -1_000, 0, 1), seen("10:01", 1_000, 0, 1), area, Duration.ofMinutes(5), SETTINGS);
        assertThat(crossing).hasValueSatisfying(found -> {
            assertThat(found.depthMeters()).isCloseTo(80, within(1.5));
            assertThat(found.entered()).isAfter(Track.at("10:00:40")).isBefore(Track.at("10:00:44"));
        });
    }

    private static Polygon box(GeometryFactory factory, double west, double south, double east, double north) {
        return factory.createPolygon(new Coordinate[] {
            new Coordinate(west, south),
            new Coordinate(east, south),
            new Coordinate(east, north),
            new Coordinate(west, north),
            new Coordinate(west, south)
        });
    }
}
