package org.guitu.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Random areas against JTS in a frame of metres built the plain way about each point. */
class PreparedAreaOracleTest {

    private static final long SEED = 11;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void agreesWithJtsOnRandomPolygonsWithHoles() {
        System.out.println("random polygons: seed " + SEED);
        var random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            double lat = -60 + 120 * random.nextDouble();
            double lon = -179 + 358 * random.nextDouble();
            int corners = 3 + random.nextInt(random.nextInt(5) == 0 ? 500 : 40);
            Geometry outline = star(random, lat, lon, corners, 0.02);
            Geometry area = random.nextBoolean() ? outline.difference(star(random, lat, lon, 5, 0.004)) : outline;
            var prepared = PreparedArea.of(new Area.Polygonal(area));
            for (int p = 0; p < 40; p++) {
                double y = lat + 0.05 * (random.nextDouble() - 0.5);
                double x = lon + 0.05 * (random.nextDouble() - 0.5);
                check(prepared, area, y, x, true, 0);
            }
        }
    }

    @Test
    void agreesWithJtsOnRandomRoutes() {
        var random = new Random(SEED + 1);
        for (int i = 0; i < 200; i++) {
            double lat = -60 + 120 * random.nextDouble();
            double lon = 100 * random.nextDouble();
            var points = new Coordinate[2 + random.nextInt(60)];
            for (int p = 0; p < points.length; p++) {
                points[p] = new Coordinate(lon + 0.02 * random.nextGaussian(), lat + 0.02 * random.nextGaussian());
            }
            Geometry line = FACTORY.createLineString(points);
            var prepared = PreparedArea.of(new Area.Corridor(line, 75));
            for (int p = 0; p < 40; p++) {
                check(
                        prepared,
                        line,
                        lat + 0.05 * random.nextGaussian(),
                        lon + 0.05 * random.nextGaussian(),
                        false,
                        75);
            }
        }
    }

    private static void check(
            PreparedArea prepared, Geometry degrees, double y, double x, boolean filled, double buffer) {
        var frame = LocalFrame.at(y, x);
        Geometry meters = AffineTransformation.translationInstance(-x, -y)
                .scale(frame.metersPerDegreeEast, frame.metersPerDegreeNorth)
                .transform(degrees);
        var origin = FACTORY.createPoint(new Coordinate(0, 0));
        double distance = filled ? meters.getBoundary().distance(origin) : meters.distance(origin);
        double expected = filled && meters.contains(origin) ? -distance : distance - buffer;
        assertThat(prepared.signedDistance(y, x)).isCloseTo(expected, within(1e-3));
        double near = prepared.signedDistance(frame, 200);
        if (Math.abs(expected) < 199) {
            assertThat(near).isCloseTo(expected, within(1e-3));
        } else if (Math.abs(expected) > 201) {
            assertThat(Math.abs(near)).isGreaterThanOrEqualTo(199);
            assertThat(Math.signum(near)).isEqualTo(Math.signum(expected));
        }
    }

    private static Geometry star(Random random, double lat, double lon, int corners, double size) {
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radius = size * (0.3 + 0.7 * random.nextDouble());
            ring[i] = new Coordinate(lon + radius * Math.cos(angle), lat + radius * Math.sin(angle));
        }
        ring[corners] = ring[0];
        return FACTORY.createPolygon(ring);
    }
}
