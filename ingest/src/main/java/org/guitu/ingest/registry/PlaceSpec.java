package org.guitu.ingest.registry;

import org.guitu.geofence.zone.Area;

/**
 * One place of a group.
 *
 * @param name what it is called, 1 to 200 characters
 * @param area its ground; not itself a group
 */
public record PlaceSpec(String name, Area area) {

    public PlaceSpec {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("a place needs a name of at most 200 characters");
        }
        if (area instanceof Area.Group) {
            throw new IllegalArgumentException("a place is not itself a group of places");
        }
    }
}
