package org.guitu.geofence.zone;

/**
 * A flat frame of metres about one point on the WGS-84 ellipsoid. Distances from its origin are right to a few parts in ten thousand within
 * a city and to one part in a hundred within 200 km: near an edge, where judgement happens, the frame sits at the fix itself.
 */
public final class LocalFrame {

    final double latitude;
    final double longitude;
    final double metersPerDegreeNorth;
    final double metersPerDegreeEast;

    private LocalFrame(double latitude, double longitude) {
        this.latitude = latitude;
        this.longitude = longitude;
        double cos = Math.cos(Math.toRadians(latitude));
        // Multiple angles by the Chebyshev recurrence: one cosine instead of five.
        double cos2 = 2 * cos * cos - 1;
        double cos3 = 2 * cos * cos2 - cos;
        double cos4 = 2 * cos2 * cos2 - 1;
        // Series for the length of a degree on WGS-84 (NGA.STND.0036), good to a centimetre.
        metersPerDegreeNorth = 111_132.954 - 559.822 * cos2 + 1.175 * cos4;
        metersPerDegreeEast = Math.max(1e-6, 111_412.84 * cos - 93.5 * cos3);
    }

    /** The frame about a point given in degrees. */
    public static LocalFrame at(double latitude, double longitude) {
        return new LocalFrame(latitude, longitude);
    }

    /** Metres east of the origin, the short way round the globe. */
    public double east(double toLongitude) {
        return shortWay(toLongitude - longitude) * metersPerDegreeEast;
    }

    /** Metres north of the origin. */
    public double north(double toLatitude) {
        return (toLatitude - latitude) * metersPerDegreeNorth;
    }

    /** Degrees of latitude so many metres north of the origin. */
    public double latitudeAt(double northMeters) {
        return latitude + northMeters / metersPerDegreeNorth;
    }

    /** Degrees of longitude so many metres east of the origin. */
    public double longitudeAt(double eastMeters) {
        return longitude + eastMeters / metersPerDegreeEast;
    }

    /** Metres from the origin to a point given in degrees. */
    public double distance(double toLatitude, double toLongitude) {
        double x = east(toLongitude);
        double y = north(toLatitude);
        return Math.sqrt(x * x + y * y);
    }

    /** A difference of longitudes the short way round the globe, degrees. */
    public static double shortWay(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }
}
