package org.guitu.geofence.zone;

import java.util.OptionalLong;

/** All places of a group as one area: the distance is that to the nearest of them. */
final class PreparedPlaces implements PreparedArea {

    /** Further than this nobody asks how far: it is far outside, and looking costs more the further one looks. */
    static final double FAR_METERS = 2_000;

    private final PlaceIndex places;

    PreparedPlaces(PlaceIndex places) {
        this.places = places;
    }

    @Override
    public double signedDistance(LocalFrame from) {
        return places.nearest(from, FAR_METERS).signedMeters();
    }

    @Override
    public double signedDistance(LocalFrame from, double withinMeters) {
        return places.nearest(from, Math.min(FAR_METERS, withinMeters)).signedMeters();
    }

    @Override
    public OptionalLong place(LocalFrame from) {
        return places.nearest(from, FAR_METERS).placeId();
    }
}
