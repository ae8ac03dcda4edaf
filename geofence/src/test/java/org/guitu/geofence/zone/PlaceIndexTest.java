package org.guitu.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.guitu.geofence.zone.PlaceIndex.Nearest;
import org.guitu.geofence.zone.PlaceIndex.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class PlaceIndexTest {

    private static final double METERS_NORTH = 110_852;
    private static final LocalFrame HERE = LocalFrame.at(30, 120);

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Place circle(long id, double north, double radius) {
        return new Place(id, new Area.Circle(30 + north / METERS_NORTH, 120, radius));
    }

    @Test
    void namesTheNearestPlaceAndTheMetresToItsEdge() {
        var schools = PlaceIndex.of(List.of(circle(7, 1_000, 100), circle(8, -700, 150), circle(9, 5_000, 50)));
        Nearest nearest = schools.nearest(HERE, 2_000);
        assertThat(nearest.placeId()).hasValue(8);
        assertThat(nearest.signedMeters()).isCloseTo(550, within(0.1));
    }

    @Test
    void aLargePlaceFurtherOffMayBeNearerThanASmallOne() {
        var places = PlaceIndex.of(List.of(circle(1, 500, 10), circle(2, -3_000, 2_900)));
        assertThat(places.nearest(HERE, 1_000).placeId()).hasValue(2);
    }

    @Test
    void whatIsFurtherThanAskedHasNoName() {
        var places = PlaceIndex.of(List.of(circle(1, 500, 10)));
        assertThat(places.nearest(HERE, 400)).isEqualTo(new Nearest(OptionalLong.empty(), 400));
    }

    @Test
    void exactlyAsFarAsAskedIsWithin() {
        var places = PlaceIndex.of(List.of(circle(1, 500, 10)));
        double meters = places.nearest(HERE, 1_000).signedMeters();
        assertThat(places.nearest(HERE, meters).placeId()).hasValue(1);
        assertThat(places.nearest(HERE, Math.nextDown(meters)).placeId()).isEmpty();
    }

    @Test
    void onTheEdgeTheDistanceIsZero() {
        var places = PlaceIndex.of(
                List.of(new Place(4, new Area.Polygonal(wkt("POLYGON ((120 29.9, 120.1 30, 120 30.1, 120 29.9))")))));
        assertThat(places.nearest(HERE, 0).placeId()).hasValue(4);
        assertThat(places.nearest(HERE, 0).signedMeters()).isCloseTo(0, within(1e-9));
    }

    @Test
    void insideSeveralPlacesTheDeepestCounts() {
        var places = PlaceIndex.of(List.of(circle(1, 0, 60), circle(2, 100, 500), circle(3, 0, 300)));
        assertThat(places.nearest(HERE, 0).placeId()).hasValue(2);
        assertThat(places.nearest(HERE, 0).signedMeters()).isCloseTo(-400, within(0.1));
    }

    @Test
    void aCourtyardIsOutsideItsBlock() {
        var block = new Area.Polygonal(
                wkt("POLYGON ((119.99 29.99, 120.01 29.99, 120.01 30.01, 119.99 30.01, 119.99 29.99),"
                        + " (119.999 29.999, 120.001 29.999, 120.001 30.001, 119.999 30.001, 119.999 29.999))"));
        var places = PlaceIndex.of(List.of(new Place(1, block)));
        assertThat(places.nearest(HERE, 200).signedMeters())
                .isEqualTo(PreparedArea.of(block).signedDistance(HERE))
                .isPositive();
    }

    @Test
    void aCorridorIsMeasuredFromItsBuffer() {
        var way = new Area.Corridor(wkt("LINESTRING (119.9 30.001, 120.1 30.001)"), 50);
        var places = PlaceIndex.of(List.of(new Place(1, way), circle(2, -200, 100)));
        assertThat(places.nearest(HERE, 100).placeId()).hasValue(1);
        assertThat(places.nearest(HERE, 100).signedMeters()).isCloseTo(60.85, within(0.1));
        assertThat(places.nearest(LocalFrame.at(30.001, 120.05), 0).signedMeters())
                .isCloseTo(-50, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {179.995, -179.995, 180, -180})
    void placesAcrossTheDateLineAreNear(double longitude) {
        var island = new Area.Polygonal(
                wkt("POLYGON ((179.99 -17, -179.99 -17, -179.99 -16.98, 179.99 -16.98, 179.99 -17))"));
        var drawnOn =
                new Area.Polygonal(wkt("POLYGON ((179.99 -17, 180.01 -17, 180.01 -16.98, 179.99 -16.98, 179.99 -17))"));
        var frame = LocalFrame.at(-16.99, longitude);
        double depth = PreparedArea.of(island).signedDistance(frame);
        assertThat(depth).isNegative();
        for (Area area : List.of(island, drawnOn)) {
            Nearest nearest = PlaceIndex.of(List.of(new Place(1, area), circle(2, 0, 100)))
                    .nearest(frame, 1_000);
            assertThat(nearest.placeId()).hasValue(1);
            assertThat(nearest.signedMeters()).isCloseTo(depth, within(1e-6));
        }
    }

    @Test
    void withoutPlacesEverythingIsFurther() {
        var none = PlaceIndex.of(List.of());
        assertThat(none.size()).isZero();
        assertThat(none.nearest(HERE, Double.POSITIVE_INFINITY).placeId()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeAPlace() {
        var polygon = new Area.Polygonal(wkt("POLYGON EMPTY"));
        var point = new Area.Polygonal(wkt("POINT (120 30)"));
        var line = new Area.Corridor(wkt("LINESTRING (120 30, 121 30)"), Double.NaN);
        var pole = new Area.Polygonal(wkt("POLYGON ((0 89, 1 91, 2 89, 0 89))"));
        var nowhere = new Area.Circle(Double.NaN, 120, 100);
        var dot = new Area.Circle(30, 120, 0);
        for (Area area : List.of(polygon, point, line, pole, nowhere, dot)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PlaceIndex.of(List.of(new Place(815, area))))
                    .withMessageContaining("815");
        }
    }

    @Test
    void refusesToLookWithinNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlaceIndex.of(List.of()).nearest(HERE, Double.NaN));
    }

    @Test
    void aHundredThousandPlacesTakeFarLessThanTwoHundredMegabytes() {
        var random = new Random(5);
        var places = new ArrayList<Place>();
        while (places.size() < 100_000) {
            places.addAll(new RandomPlaces(random, 30, 120, 3).list(1_000));
        }
        var index = PlaceIndex.of(places);
        System.out.printf("%,d places, seed 5: %,d bytes%n", index.size(), index.bytes());
        assertThat(index.size()).isEqualTo(100_000);
        assertThat(index.bytes()).isLessThan(50_000_000);
    }
}
