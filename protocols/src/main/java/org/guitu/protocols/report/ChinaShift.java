package org.guitu.protocols.report;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

/**
 * The published approximation of the GCJ-02 shift (a polynomial with sine terms, on the Krassovsky 1940 ellipsoid) and of Baidu's BD-09 on
 * top of it. Neither is official; both reproduce the maps to well below a metre.
 */
final class ChinaShift {

    private static final double SEMI_MAJOR_METERS = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
    private static final double ORIGIN_LATITUDE = 35.0;
    private static final double ORIGIN_LONGITUDE = 105.0;
    private static final double BAIDU_PI = PI * 3000.0 / 180.0;

    private ChinaShift() {}

    /** The bounding box within which the shift is applied. */
    static boolean applies(Coordinates place) {
        return place.longitude() > 72.004
                && place.longitude() < 137.8347
                && place.latitude() > 0.8293
                && place.latitude() < 55.8271;
    }

    static Coordinates gcj02(Coordinates wgs84) {
        double x = wgs84.longitude() - ORIGIN_LONGITUDE;
        double y = wgs84.latitude() - ORIGIN_LATITUDE;
        double sinLatitude = sin(toRadians(wgs84.latitude()));
        double flattening = 1 - ECCENTRICITY_SQUARED * sinLatitude * sinLatitude;
        double meridianRadius = SEMI_MAJOR_METERS * (1 - ECCENTRICITY_SQUARED) / (flattening * sqrt(flattening));
        double parallelRadius = SEMI_MAJOR_METERS / sqrt(flattening) * cos(toRadians(wgs84.latitude()));
        return new Coordinates(
                wgs84.latitude() + Math.toDegrees(northMeters(x, y) / meridianRadius),
                wgs84.longitude() + Math.toDegrees(eastMeters(x, y) / parallelRadius));
    }

    static Coordinates bd09(Coordinates gcj02) {
        double x = gcj02.longitude();
        double y = gcj02.latitude();
        double radius = hypot(x, y) + 0.00002 * sin(y * BAIDU_PI);
        double angle = atan2(y, x) + 0.000003 * cos(x * BAIDU_PI);
        return new Coordinates(radius * sin(angle) + 0.006, radius * cos(angle) + 0.0065);
    }

    private static double northMeters(double x, double y) {
        double polynomial = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x));
        return polynomial + waves(20, 6 * x, 20, 2 * x) + waves(20, y, 40, y / 3) + waves(160, y / 12, 320, y / 30);
    }

    private static double eastMeters(double x, double y) {
        double polynomial = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x));
        return polynomial + waves(20, 6 * x, 20, 2 * x) + waves(20, x, 40, x / 3) + waves(150, x / 12, 300, x / 30);
    }

    private static double waves(double firstAmplitude, double first, double secondAmplitude, double second) {
        return (firstAmplitude * sin(first * PI) + secondAmplitude * sin(second * PI)) * 2.0 / 3.0;
    }
}
