package org.guitu.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guitu.geofence.zone.PlaceIndex.Place;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Places of all shapes scattered over a town: crowded enough to overlap, some of them large. */
final class RandomPlaces {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Random random;
    private final double latitude;
    private final double longitude;
    private final double degrees;

    /** A town about a point, so many degrees wide. */
    RandomPlaces(Random random, double latitude, double longitude, double degrees) {
        this.random = random;
        this.latitude = latitude;
        this.longitude = longitude;
        this.degrees = degrees;
    }

    List<Place> list(int count) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < count; i++) {
            places.add(new Place(1_000 + i, area()));
        }
        return places;
    }

    private Area area() {
        double size = random.nextInt(50) == 0 ? 5_000 : 30 + 300 * random.nextDouble();
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Area.Polygonal(star(size / 100_000, 3 + random.nextInt(38)));
            case 3 -> new Area.Corridor(FACTORY.createLineString(walk(size / 50_000)), 10 + random.nextInt(80));
            default -> new Area.Circle(somewhere(latitude), shortWay(somewhere(longitude)), size);
        };
    }

    LocalFrame frame() {
        return LocalFrame.at(somewhere(latitude), shortWay(somewhere(longitude)));
    }

    private double somewhere(double about) {
        return about + degrees * (random.nextDouble() - 0.5);
    }

    private static double shortWay(double longitude) {
        return longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
    }

    private Polygon star(double size, int corners) {
        double lat = somewhere(latitude);
        double lon = somewhere(longitude);
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radius = size * (0.4 + 0.6 * random.nextDouble());
            ring[i] = new Coordinate(shortWay(lon + radius * Math.cos(angle)), lat + radius * Math.sin(angle));
        }
        ring[corners] = ring[0];
        return FACTORY.createPolygon(ring);
    }

    private Coordinate[] walk(double stride) {
        var way = new Coordinate[2 + random.nextInt(30)];
        double lat = somewhere(latitude);
        double lon = somewhere(longitude);
        for (int i = 0; i < way.length; i++) {
            way[i] = new Coordinate(shortWay(lon), lat);
            lat += stride * random.nextGaussian();
            lon += stride * random.nextGaussian();
        }
        return way;
    }
}
