package org.guitu.geofence.evidence;

/**
 * Where the next fix may lie, as densities a square metre about the newest honest one: by staying, by going, or by a fault. Shapes are chosen to
 * be right for any town and any device rather than sharp for one.
 */
final class Journey {

    /** Whoever goes, goes between twenty metres and twenty kilometres, all orders of magnitude alike: 1 / (2π ln 1000). */
    private static final double SCALE_FREE = 0.023;

    /** Of those on the move a minute ago, how many still are. */
    private static final double GOES_ON = 0.8;

    private static final double MOVING_SECONDS = 600;

    private Journey() {}

    /** Variance along one axis of the distance between two honest fixes of one place: both errors, and what drift has changed meanwhile. */
    static double variance(double sigma, double earlierSigma, double seconds, EvidenceSettings settings) {
        double age = seconds / settings.driftSeconds();
        double drift = settings.driftMeters();
        return sigma * sigma + earlierSigma * earlierSigma + 2 * drift * drift * age / (1 + age);
    }

    /** Probability that the subject has gone elsewhere since a fix, or goes on. */
    static double going(double wasMoving, double seconds, EvidenceSettings settings) {
        double x = settings.leaveRate() * seconds;
        double leaves = x / (1 + x);
        double goesOn = GOES_ON * wasMoving / (1 + seconds / MOVING_SECONDS);
        return leaves + (1 - leaves) * goesOn;
    }

    /** Still there. */
    static double staying(double squaredMeters, double variance) {
        double x = squaredMeters / (2 * variance);
        return x > 60 ? 0 : Math.exp(-x) / (2 * Math.PI * variance);
    }

    /** Gone: any distance, though less and less likely as it takes more than ordinary speed. */
    static double going(double squaredMeters, double variance, double seconds, EvidenceSettings settings) {
        double limit = settings.plausibleMetersPerSecond() * seconds;
        return SCALE_FREE / ((squaredMeters + variance) * (1 + squaredMeters / (limit * limit)));
    }

    /** A fault: anywhere about, a two-dimensional Cauchy distribution. */
    static double wild(double squaredMeters, EvidenceSettings settings) {
        double s2 = settings.wildSpreadMeters() * settings.wildSpreadMeters();
        double t = 1 + squaredMeters / s2;
        return 1 / (2 * Math.PI * s2 * t * Math.sqrt(t));
    }
}
