package org.guitu.simulators.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.guitu.simulators.city.Building;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.Route;
import org.guitu.simulators.city.Router;
import org.guitu.simulators.city.Site;
import org.guitu.simulators.city.SiteKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The places a person goes to. Each is chosen so that the way to it from all others keeps well clear of what is forbidden to the person:
 * whoever is to be compliant never comes near enough for the receiver's error to tell another story.
 */
final class Haunts {

    /** Wider than any drift of the receiver. */
    private static final double CLEARANCE_METERS = 110;

    /** A place, in plane metres. */
    record Haunt(Coordinate at, boolean indoors) {}

    private record Pair(Coordinate from, Coordinate to) {}

    private final City city;
    private final Router router;
    private final RandomGenerator random;
    private final List<Geometry> forbidden;
    private final Geometry allowed;
    private final List<Haunt> places = new ArrayList<>();
    private final Map<Pair, Route> routes = new HashMap<>();

    Haunts(City city, Router router, RandomGenerator random, Haunt home, List<Geometry> forbidden) {
        this.city = city;
        this.router = router;
        this.random = random;
        this.forbidden = List.copyOf(forbidden);
        this.allowed = city.county().shape().buffer(-200);
        places.add(home);
    }

    Haunt home() {
        return places.getFirst();
    }

    /** Home first, then work, then wherever else. */
    List<Haunt> places() {
        return List.copyOf(places);
    }

    /** The way between two places; back is the same way as there. */
    Route route(Haunt from, Haunt to) {
        if (from.at().compareTo(to.at()) > 0) {
            return route(to, from).reversed();
        }
        return routes.computeIfAbsent(new Pair(from.at(), to.at()), pair -> router.route(pair.from(), pair.to()));
    }

    /** Finds work, parks and shops. */
    void choose() {
        add(Building.Use.SHOP, Building.Use.WORKSHOP, 500, 2600);
        park();
        park();
        add(Building.Use.SHOP, Building.Use.HOUSE, 250, 1500);
        add(Building.Use.HOME, Building.Use.HOUSE, 400, 2200);
    }

    private void add(Building.Use one, Building.Use other, double least, double most) {
        List<Building> fitting = city.buildings().stream()
                .filter(building -> building.use() == one || building.use() == other)
                .filter(building -> within(centre(building), least, most))
                .toList();
        for (int i = 0; i < 60 && !fitting.isEmpty(); i++) {
            Coordinate at = centre(fitting.get(random.nextInt(fitting.size())));
            if (offer(new Haunt(at, true))) {
                return;
            }
        }
    }

    private void park() {
        List<Geometry> parks = city.sites(SiteKind.PARK).stream()
                .map(site -> (Geometry) site.shape())
                .filter(shape ->
                        shape.getArea() > 4_000 && within(shape.getCentroid().getCoordinate(), 200, 2200))
                .toList();
        for (int i = 0; i < 30 && !parks.isEmpty(); i++) {
            Geometry park = parks.get(random.nextInt(parks.size()));
            Geometry land = park;
            for (Site water : city.sites(SiteKind.RIVER)) {
                land = land.intersects(water.shape()) ? land.difference(water.shape()) : land;
            }
            if (offer(new Haunt(land.getInteriorPoint().getCoordinate(), false))) {
                return;
            }
        }
    }

    private boolean offer(Haunt haunt) {
        boolean clear = places.stream().allMatch(place -> clear(route(place, haunt)));
        if (clear) {
            places.add(haunt);
        }
        return clear;
    }

    /** Whether a way stays in the county and clear of all that is forbidden. */
    private boolean clear(Route route) {
        return allowed.contains(route.line())
                && forbidden.stream().allMatch(zone -> zone.distance(route.line()) > CLEARANCE_METERS);
    }

    private boolean within(Coordinate point, double least, double most) {
        double distance = point.distance(home().at());
        return distance >= least && distance <= most;
    }

    static Coordinate centre(Building building) {
        return building.shape().getInteriorPoint().getCoordinate();
    }
}
