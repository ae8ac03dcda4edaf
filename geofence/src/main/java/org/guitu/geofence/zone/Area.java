package org.guitu.geofence.zone;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** An area on the ground. Coordinates are WGS-84 degrees, x = longitude, y = latitude; lengths are metres. */
public sealed interface Area {

    /**
     * A circle.
     *
     * @param latitude degrees of the centre
     * @param longitude degrees of the centre
     * @param radiusMeters greater than 0
     */
    record Circle(double latitude, double longitude, double radiusMeters) implements Area {}

    /**
     * A polygon or multipolygon, holes allowed.
     *
     * @param geometry valid by JTS's rules, x = longitude
     */
    record Polygonal(Geometry geometry) implements Area {}

    /**
     * A line and all within {@code bufferMeters} of it: a route.
     *
     * @param geometry a LineString or MultiLineString, x = longitude
     * @param bufferMeters greater than 0
     */
    record Corridor(Geometry geometry, double bufferMeters) implements Area {}

    /**
     * All places of a group, each an area of its own.
     *
     * @param id the group
     * @param version of the group: two with the same id and version are the same ground
     * @param places the places of that version
     */
    record Group(long id, long version, PlaceIndex places) implements Area {

        @Override
        public boolean equals(Object other) {
            return other instanceof Group group && id == group.id && version == group.version;
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(id) + Long.hashCode(version);
        }
    }

    /**
     * Several areas that count as one: the alternative places of a curfew.
     *
     * @param parts one or more, none of them an AnyOf or a Group
     */
    record AnyOf(List<Area> parts) implements Area {

        /** How many alternatives an order can name. */
        public static final int PARTS_MAX = 50;

        public AnyOf {
            parts = List.copyOf(parts);
            if (parts.isEmpty() || parts.size() > PARTS_MAX) {
                throw new IllegalArgumentException("one to " + PARTS_MAX + " alternatives, not " + parts.size());
            }
            if (parts.stream().anyMatch(part -> part instanceof AnyOf || part instanceof Group)) {
                throw new IllegalArgumentException("alternatives are single places");
            }
        }
    }
}
