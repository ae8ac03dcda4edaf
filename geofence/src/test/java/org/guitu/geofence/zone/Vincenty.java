package org.guitu.geofence.zone;

/** Geodesic length on WGS-84 by Vincenty's inverse formula: slow, exact to a millimetre, and unrelated to what it checks. */
final class Vincenty {

    private static final double A = 6_378_137.0;
    private static final double F = 1 / 298.257223563;
    private static final double B = A * (1 - F);

    private Vincenty() {}

    static double meters(double lat1, double lon1, double lat2, double lon2) {
        double u1 = Math.atan((1 - F) * Math.tan(Math.toRadians(lat1)));
        double u2 = Math.atan((1 - F) * Math.tan(Math.toRadians(lat2)));
        double l = Math.toRadians(Math.IEEEremainder(lon2 - lon1, 360));
        double lambda = l;
        for (int i = 0; i < 100; i++) {
            double sinSigma = Math.hypot(
                    Math.cos(u2) * Math.sin(lambda),
                    Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda));
            if (sinSigma == 0) {
                return 0;
            }
            double cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
            double sigma = Math.atan2(sinSigma, cosSigma);
            double sinAlpha = Math.cos(u1) * Math.cos(u2) * Math.sin(lambda) / sinSigma;
            double cos2Alpha = 1 - sinAlpha * sinAlpha;
            double cos2SigmaM = cos2Alpha == 0 ? 0 : cosSigma - 2 * Math.sin(u1) * Math.sin(u2) / cos2Alpha;
            double c = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
            double before = lambda;
            lambda = l
                    + (1 - c)
                            * F
                            * sinAlpha
                            * (sigma + c * sinSigma * (cos2SigmaM + c * cosSigma * (-1 + 2 * cos2SigmaM * cos2SigmaM)));
            if (Math.abs(lambda - before) < 1e-13) {
                double uSq = cos2Alpha * (A * A - B * B) / (B * B);
                double big = 1 + uSq / 16384 * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
                double small = uSq / 1024 * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));
                double delta = small
                        * sinSigma
                        * (cos2SigmaM
                                + small
                                        / 4
                                        * (cosSigma * (-1 + 2 * cos2SigmaM * cos2SigmaM)
                                                - small
                                                        / 6
                                                        * cos2SigmaM
                                                        * (-3 + 4 * sinSigma * sinSigma)
                                                        * (-3 + 4 * cos2SigmaM * cos2SigmaM)));
                return B * big * (sigma - delta);
            }
        }
        throw new IllegalArgumentException("nearly antipodal");
    }
}
