package org.guitu.web.zones;

import java.util.List;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.PlaceIndex;

/**
 * A group of places that orders can name as one: all schools.
 *
 * @param id of telemetry
 * @param version of its places; 0: it has had none yet
 * @param places how many it has now
 * @param mayChange whether the reader's organisation keeps it, or stands above the one that does
 */
public record PlaceGroup(long id, String name, long version, long places, String organisation, boolean mayChange) {

    /** Whether an order can name it. */
    boolean hasPlaces() {
        return version > 0;
    }

    /** A group as an order names it, without its places: what is stored of it is its id alone. */
    static Area.Group unread(long groupId) {
        return new Area.Group(groupId, 0, PlaceIndex.of(List.of()));
    }
}
