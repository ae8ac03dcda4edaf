package org.guitu.simulators.noise;

/**
 * How a satellite receiver errs. The defaults are of the order of what worn devices show in streets: NIJ Standard-1004.00 asks for 10 m in
 * 90 % of outdoor points and 30 m indoors; field data has single fixes 200 m off that claim 2 m.
 *
 * @param driftMeters standard deviation of the slow error along each axis, under the open sky
 * @param driftSeconds correlation time of the slow error (first-order Gauss-Markov)
 * @param jitterMeters standard deviation of the error that is new with every fix
 * @param indoorFactor how much larger both are under a roof
 * @param wildShare share of fixes that are wild, 0-1
 * @param wildMetersMin least distance of a wild fix from the truth
 * @param wildMetersMax greatest distance of a wild fix from the truth
 * @param wildRest fixes that are good for certain after a wild one: reflections come singly
 * @param gapShare share of the time under a roof without any fix, 0-1
 * @param gapSeconds mean length of such a gap
 */
public record NoiseProfile(
        double driftMeters,
        double driftSeconds,
        double jitterMeters,
        double indoorFactor,
        double wildShare,
        double wildMetersMin,
        double wildMetersMax,
        int wildRest,
        double gapShare,
        double gapSeconds) {

    /** A bracelet in a Chinese town. */
    public static NoiseProfile defaults() {
        return new NoiseProfile(3.2, 45, 0.8, 2.6, 0.006, 50, 200, 5, 0.25, 90);
    }

    /** A receiver that is never wrong: for tests of something else. */
    public static NoiseProfile none() {
        return new NoiseProfile(0, 45, 0, 1, 0, 50, 200, 5, 0, 90);
    }
}
