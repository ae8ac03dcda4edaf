package org.guitu.geofence.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.PlaceIndex.Place;
import org.locationtech.jts.geom.Coordinate;

/**
 * Places of an agency: towns of five hundred, some forty-five kilometres apart, so that more places are more towns. Seven in ten are circles
 * of 30-200 m, the others polygons of 5-40 corners.
 */
final class Agency {

    private static final int PLACES_A_TOWN = 500;
    private static final double TOWN_SPACING_DEGREES = 0.45;
    private static final double TOWN_SPREAD_DEGREES = 0.04;
    private static final double METERS_A_DEGREE = 105_000;

    private final Random random;
    private final double[] townLatitudes;
    private final double[] townLongitudes;

    /** What lies here: places and fixes alike fall where towns are. */
    private Agency(long seed, int towns) {
        random = new Random(seed);
        double side = TOWN_SPACING_DEGREES * Math.sqrt(towns);
        townLatitudes = random.doubles(towns, 22, 22 + side).toArray();
        townLongitudes = random.doubles(towns, 100, 100 + side).toArray();
    }

    static Agency of(int places) {
        return new Agency(1, Math.max(1, places / PLACES_A_TOWN));
    }

    List<Place> places(int count) {
        var places = new ArrayList<Place>(count);
        for (int i = 0; i < count; i++) {
            double[] at = somewhere();
            double meters = 30 + 170 * random.nextDouble();
            Area area = random.nextInt(10) < 7 ? new Area.Circle(at[0], at[1], meters) : star(at, meters);
            places.add(new Place(i, area));
        }
        return places;
    }

    /** Latitude and longitude of a fix or a place. */
    double[] somewhere() {
        int town = random.nextInt(townLatitudes.length);
        return new double[] {
            townLatitudes[town] + TOWN_SPREAD_DEGREES * random.nextGaussian(),
            townLongitudes[town] + TOWN_SPREAD_DEGREES * random.nextGaussian()
        };
    }

    private Area star(double[] at, double meters) {
        int corners = 5 + random.nextInt(36);
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radius = meters / METERS_A_DEGREE * (0.6 + 0.4 * random.nextDouble());
            ring[i] = new Coordinate(at[1] + radius * Math.cos(angle), at[0] + radius * Math.sin(angle));
        }
        ring[corners] = ring[0];
        return new Area.Polygonal(Workload.FACTORY.createPolygon(ring));
    }
}
