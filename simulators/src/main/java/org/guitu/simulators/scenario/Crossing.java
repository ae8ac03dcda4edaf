package org.guitu.simulators.scenario;

import org.guitu.simulators.city.Route;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Where a way enters a zone and where it last leaves it, in metres from its start.
 *
 * @param entryMeters the first metre inside
 * @param exitMeters the first metre outside for good; the way's length if it ends inside
 */
record Crossing(double entryMeters, double exitMeters) {

    static Crossing of(Route route, Geometry zone) {
        PreparedGeometry area = PreparedGeometryFactory.prepare(zone);
        double entry = -1;
        double exit = 0;
        for (double meters = 0; meters <= route.lengthMeters(); meters++) {
            Coordinate at = route.at(meters);
            if (area.contains(zone.getFactory().createPoint(at))) {
                entry = entry < 0 ? meters : entry;
                exit = meters + 1;
            }
        }
        if (entry < 0) {
            throw new IllegalArgumentException("The way never enters the zone");
        }
        return new Crossing(entry, Math.min(exit, route.lengthMeters()));
    }

    /** How long a stretch takes, in milliseconds. */
    static long millis(double meters, double speedKmh) {
        return Math.round(meters / (speedKmh / 3.6) * 1000);
    }
}
