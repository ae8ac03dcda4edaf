package org.guitu.simulators.city;

import org.locationtech.jts.geom.Polygon;

/**
 * One building.
 *
 * @param id its index in {@link City#buildings()}
 * @param use what it is used for
 * @param shape in plane metres
 * @param compound the index of its residential compound in {@link City#compounds()}, or -1
 */
public record Building(int id, Use use, Polygon shape, int compound) {

    /** What a building is used for. */
    public enum Use {
        HOME,
        SHOP,
        WORKSHOP,
        HOUSE,
        PUBLIC
    }
}
