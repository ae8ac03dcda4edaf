package org.guitu.geofence.zone;

import java.util.OptionalLong;

/** An {@link Area} made ready for millions of questions: flat arrays, no geometry objects. Immutable and thread-safe. */
public sealed interface PreparedArea permits PreparedCircle, PreparedEdges, PreparedUnion, PreparedPlaces {

    /** Prepares an area; do it once per rule revision and keep the result. */
    static PreparedArea of(Area area) {
        return switch (area) {
            case Area.Circle circle -> new PreparedCircle(circle);
            case Area.Polygonal polygonal -> PreparedEdges.outline(polygonal);
            case Area.Corridor corridor -> PreparedEdges.corridor(corridor);
            case Area.AnyOf anyOf ->
                new PreparedUnion(anyOf.parts().stream().map(PreparedArea::of).toArray(PreparedArea[]::new));
            case Area.Group group -> new PreparedPlaces(group.places());
        };
    }

    /**
     * Metres from the frame's origin to the nearest edge of the area: negative inside, positive outside, zero on the edge. For a corridor
     * the depth inside is measured from the buffer's edge, so it is at most the buffer.
     */
    double signedDistance(LocalFrame from);

    /**
     * {@link #signedDistance(LocalFrame)} where it matters: exact if the nearest edge is at most so far away, else {@code withinMeters} with the right
     * sign, or further. The less is asked, the less is looked at.
     */
    default double signedDistance(LocalFrame from, double withinMeters) {
        return signedDistance(from);
    }

    /** Which of many places that distance is about; empty for an area that stands for no group of places. */
    default OptionalLong place(LocalFrame from) {
        return OptionalLong.empty();
    }

    /** {@link #signedDistance(LocalFrame)} of a point given in degrees. */
    default double signedDistance(double latitude, double longitude) {
        return signedDistance(LocalFrame.at(latitude, longitude));
    }

    /** Whether the point lies in the area or on its edge. */
    default boolean contains(double latitude, double longitude) {
        return signedDistance(latitude, longitude) <= 0;
    }
}
