package org.guitu.simulators.city;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * A walled residential compound (小区).
 *
 * @param id its index in {@link City#compounds()}
 * @param name its invented name
 * @param shape its grounds, in plane metres
 * @param buildings the ids of its buildings, in the order of their numbers
 */
public record Compound(int id, Name name, Polygon shape, List<Integer> buildings) {

    public Compound {
        buildings = List.copyOf(buildings);
    }
}
