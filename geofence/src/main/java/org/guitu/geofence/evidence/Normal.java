package org.guitu.geofence.evidence;

/** The standard normal distribution, by table: exact enough for evidence (1e-5) and fast enough for every fix. */
final class Normal {

    private static final double LIMIT = 8;
    private static final int STEPS_A_UNIT = 128;
    private static final double[] CDF = new double[(int) (2 * LIMIT * STEPS_A_UNIT) + 2];

    static {
        var normal = new org.apache.commons.math3.distribution.NormalDistribution(null, 0, 1);
        for (int i = 0; i < CDF.length; i++) {
            CDF[i] = normal.cumulativeProbability(-LIMIT + (double) i / STEPS_A_UNIT);
        }
    }

    private Normal() {}

    /** Probability that a standard normal value is at most z. */
    static double cdf(double z) {
        if (z <= -LIMIT) {
            return 0;
        }
        if (z >= LIMIT) {
            return 1;
        }
        double place = (z + LIMIT) * STEPS_A_UNIT;
        int i = (int) place;
        return CDF[i] + (place - i) * (CDF[i + 1] - CDF[i]);
    }

    /** Natural logarithm of the odds that a value with standard score z lies above rather than below zero. */
    static double logOdds(double z) {
        // Beyond the table's reach the tail's first asymptotic term is all that matters.
        if (z > 6) {
            return z * z / 2 + Math.log(z * 2.5066282746310002);
        }
        if (z < -6) {
            return -logOdds(-z);
        }
        return Math.log(cdf(z) / cdf(-z));
    }
}
