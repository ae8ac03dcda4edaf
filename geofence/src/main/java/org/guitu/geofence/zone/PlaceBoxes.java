package org.guitu.geofence.zone;

import java.util.List;
import org.guitu.geofence.zone.PlaceIndex.Place;
import org.locationtech.jts.geom.Coordinate;

/** The first pass over the places of an index: checks each, finds its box and counts its vertices. */
final class PlaceBoxes {

    /** Vertices of all places, a gigabyte of them. */
    private static final int VERTICES_MAX = 1 << 26;

    /** Longitudes may run past the date line by a turn at most, as those of outlines across it do. */
    private static final double LONGITUDE_MAX = 360;

    /** One entry for each place, in the order given. */
    final double[] items;

    final int vertices;
    final int blocks;

    PlaceBoxes(List<Place> places) {
        items = new double[places.size() * BoxTree.ENTRY];
        int vertexCount = 0;
        int blockCount = 0;
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            int count = add(i, place);
            vertexCount += count;
            blockCount += Edges.blocksOf(count);
            if (vertexCount > VERTICES_MAX) {
                throw new IllegalArgumentException("the places have more than " + VERTICES_MAX + " vertices");
            }
        }
        vertices = vertexCount;
        blocks = blockCount;
    }

    private int add(int index, Place place) {
        return switch (place.area()) {
            case Area.Circle circle -> addCircle(index, place, circle);
            case Area.Polygonal polygonal -> addEdges(index, place, 0);
            case Area.Corridor corridor -> addEdges(index, place, positive(place, corridor.bufferMeters()));
            case Area.AnyOf anyOf -> throw new IllegalStateException("alternatives are entered part by part");
            case Area.Group group ->
                throw new IllegalArgumentException("place " + place.id() + " is itself a group of places");
        };
    }

    private int addCircle(int index, Place place, Area.Circle circle) {
        check(place, circle.longitude(), circle.latitude());
        int entry = index * BoxTree.ENTRY;
        items[entry] = LocalFrame.shortWay(circle.longitude());
        items[entry + 1] = circle.latitude();
        items[entry + 4] = positive(place, circle.radiusMeters());
        return 0;
    }

    private int addEdges(int index, Place place, double reachMeters) {
        List<Coordinate[]> runs = Edges.runs(place.area());
        double reference = reference(runs, place);
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (Coordinate[] run : runs) {
            for (Coordinate c : run) {
                check(place, c.x, c.y);
                double x = reference + LocalFrame.shortWay(c.x - reference);
                minX = Math.min(minX, x);
                maxX = Math.max(maxX, x);
                minY = Math.min(minY, c.y);
                maxY = Math.max(maxY, c.y);
            }
        }
        BoxTree.put(items, index, minX, minY, maxX, maxY, reachMeters);
        return Edges.verticesOf(runs);
    }

    /** The second pass: appends the edges of an area that the first has checked. */
    static void addEdges(Area area, Edges edges) {
        List<Coordinate[]> runs = Edges.runs(area);
        if (!runs.isEmpty()) {
            edges.add(runs, LocalFrame.shortWay(runs.getFirst()[0].x));
        }
    }

    private static double reference(List<Coordinate[]> runs, Place place) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("place " + place.id() + " has neither outline nor line");
        }
        return LocalFrame.shortWay(runs.getFirst()[0].x);
    }

    private static void check(Place place, double longitude, double latitude) {
        // The negation refuses what is not a number, too.
        if (!(Math.abs(longitude) <= LONGITUDE_MAX && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("place " + place.id() + " lies off the globe");
        }
    }

    private static double positive(Place place, double meters) {
        if (!(meters > 0 && Double.isFinite(meters))) {
            throw new IllegalArgumentException("place " + place.id() + " needs a positive radius or buffer");
        }
        return meters;
    }
}
