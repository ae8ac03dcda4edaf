package org.guitu.simulators.city;

import java.util.List;
import java.util.NoSuchElementException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A fictional city of about 8 by 6 km. Immutable and thread-safe.
 *
 * @param seed what it was made from
 * @param name its invented name
 * @param plane the board its shapes are drawn on
 * @param roads as drawn
 * @param graph as walked
 * @param sites water, parks, schools, offices, station, markets, the county and its townships
 * @param buildings all buildings
 * @param compounds residential compounds
 */
public record City(
        long seed,
        Name name,
        Plane plane,
        List<Road> roads,
        RoadGraph graph,
        List<Site> sites,
        List<Building> buildings,
        List<Compound> compounds) {

    /** The city everyone knows: the basemap and the demo are made from this seed. */
    public static final long DEFAULT_SEED = 20_200_701;

    public City {
        roads = List.copyOf(roads);
        sites = List.copyOf(sites);
        buildings = List.copyOf(buildings);
        compounds = List.copyOf(compounds);
    }

    /** Makes the city of a seed; takes a second or two. */
    public static City generate(long seed) {
        return CityMaker.make(seed);
    }

    /** All sites of a kind, in a fixed order. */
    public List<Site> sites(SiteKind kind) {
        return sites.stream().filter(site -> site.kind() == kind).toList();
    }

    /** The site with this Chinese name. */
    public Site site(String nameZh) {
        return sites.stream()
                .filter(site -> site.name().zh().equals(nameZh))
                .findFirst()
                .orElseThrow(
                        () -> new NoSuchElementException("no site named " + nameZh + " in the city of seed " + seed));
    }

    /** The county: the boundary most supervisees may not leave. */
    public Site county() {
        return site(Townships.COUNTY.zh());
    }

    /** The township a point of the plane lies in, or the county itself for a point on the fringe. */
    public Site township(Coordinate point) {
        var at = county().shape().getFactory().createPoint(point);
        return sites(SiteKind.DISTRICT).reversed().stream()
                .filter(site -> site.shape().contains(at))
                .findFirst()
                .orElse(county());
    }

    /** Where a point of the plane is on the ground. */
    public LatLon ground(Coordinate point) {
        return plane.toLatLon(point);
    }

    /** A shape of the plane in WGS-84 degrees, x = longitude. */
    public Geometry geographic(Geometry shape) {
        return plane.toGeographic(shape);
    }
}
