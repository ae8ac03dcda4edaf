package org.guitu.simulators.city;

/**
 * A point on the ground, WGS-84.
 *
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 */
public record LatLon(double latitude, double longitude) {

    /** Metres in one degree of latitude on the mean sphere. */
    static final double METERS_PER_DEGREE = 6_371_008.8 * StrictMath.PI / 180;

    /** Great-circle distance in metres, good to a millimetre within a city. */
    public double distanceMeters(LatLon other) {
        double north = (other.latitude - latitude) * METERS_PER_DEGREE;
        double middle = StrictMath.toRadians((latitude + other.latitude) / 2);
        double east = (other.longitude - longitude) * METERS_PER_DEGREE * StrictMath.cos(middle);
        return StrictMath.hypot(north, east);
    }

    /** The point so many metres to the east and north (negative: west and south). */
    public LatLon offset(double eastMeters, double northMeters) {
        double perDegree = METERS_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(latitude));
        return new LatLon(latitude + northMeters / METERS_PER_DEGREE, longitude + eastMeters / perDegree);
    }
}
