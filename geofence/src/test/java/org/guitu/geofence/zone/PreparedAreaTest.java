package org.guitu.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class PreparedAreaTest {

    private static Area polygon(String wkt) {
        try {
            return new Area.Polygonal(new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Area route(String wkt, double buffer) {
        try {
            return new Area.Corridor(new WKTReader().read(wkt), buffer);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "30.0,   120.0,  30.1,   120.0",
        "30.0,   120.0,  30.0,   120.1",
        "30.0,   120.0,  30.15,  120.12",
        "60.0,    10.0,  60.05,   10.1",
        "-33.9,  151.2, -33.95,  151.1",
        "0.0,    179.99,  0.0,  -179.99"
    })
    void measuresACityWithinHalfAPercent(double lat1, double lon1, double lat2, double lon2) {
        double exact = Vincenty.meters(lat1, lon1, lat2, lon2);
        assertThat(exact).isBetween(2_000.0, 25_000.0);
        assertThat(LocalFrame.at(lat1, lon1).distance(lat2, lon2)).isCloseTo(exact, within(exact * 0.005));
    }

    @Test
    void circleIsNegativeInsideAndPositiveOutside() {
        var home = PreparedArea.of(new Area.Circle(30, 120, 100));
        assertThat(home.signedDistance(30, 120)).isEqualTo(-100);
        assertThat(home.signedDistance(30 + 150 / 110_852.0, 120)).isCloseTo(50, within(0.1));
        assertThat(home.contains(30, 120.0005)).isTrue();
    }

    @Test
    void polygonWithAHoleIsOutsideInTheHole() {
        var ring = PreparedArea.of(polygon("POLYGON ((120 30, 120.03 30, 120.03 30.03, 120 30.03, 120 30),"
                + " (120.01 30.01, 120.02 30.01, 120.02 30.02, 120.01 30.02, 120.01 30.01))"));
        assertThat(ring.signedDistance(30.005, 120.005)).isCloseTo(-482.4, within(1.0));
        assertThat(ring.signedDistance(30.015, 120.015)).isCloseTo(482.4, within(1.0));
        assertThat(ring.signedDistance(30.015, 119.99)).isCloseTo(964.7, within(2.0));
    }

    @Test
    void multipolygonIsInsideAnyPart() {
        var parts = PreparedArea.of(polygon("MULTIPOLYGON (((120 30, 120.01 30, 120.01 30.01, 120 30.01, 120 30)),"
                + " ((121 30, 121.01 30, 121.01 30.01, 121 30.01, 121 30)))"));
        assertThat(parts.contains(30.005, 120.005)).isTrue();
        assertThat(parts.contains(30.005, 121.005)).isTrue();
        assertThat(parts.contains(30.005, 120.5)).isFalse();
    }

    @Test
    void corridorMeasuresFromItsBuffer() {
        var way = PreparedArea.of(route("LINESTRING (120 30, 120.02 30, 120.02 30.02)", 50));
        assertThat(way.signedDistance(30, 120.01)).isCloseTo(-50, within(1e-9));
        assertThat(way.signedDistance(30 + 80 / 110_852.0, 120.01)).isCloseTo(30, within(0.2));
        assertThat(way.contains(30.01, 120.0201)).isTrue();
    }

    @Test
    void areaAcrossTheDateLineIsOnePiece() {
        var island = PreparedArea.of(
                polygon("POLYGON ((179.99 -17, 180.01 -17, 180.01 -16.98, 179.99 -16.98, 179.99 -17))"));
        assertThat(island.contains(-16.99, -179.995)).isTrue();
        assertThat(island.contains(-16.99, 179.995)).isTrue();
        assertThat(island.contains(-16.99, 179.98)).isFalse();
    }
}
