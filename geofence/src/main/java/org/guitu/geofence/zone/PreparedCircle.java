package org.guitu.geofence.zone;

/** Distance to a circle is distance to its centre less its radius. */
final class PreparedCircle implements PreparedArea {

    private final double latitude;
    private final double longitude;
    private final double radiusMeters;

    PreparedCircle(Area.Circle circle) {
        latitude = circle.latitude();
        longitude = circle.longitude();
        radiusMeters = circle.radiusMeters();
    }

    @Override
    public double signedDistance(LocalFrame from) {
        return from.distance(latitude, longitude) - radiusMeters;
    }
}
