package org.guitu.simulators.city;

import java.util.random.RandomGenerator;

/** How built-up a place is: 1 in the heart of the city, 0 at the ring road, below 0 among the fields. */
final class Density {

    private final double lobe;

    Density(RandomGenerator random) {
        this.lobe = random.nextDouble(0, 2 * StrictMath.PI);
    }

    double at(double x, double y) {
        double angle = StrictMath.atan2(y, x);
        double wobble = 0.06 * StrictMath.sin(3 * angle + lobe);
        return 1 + wobble - StrictMath.hypot(x / ringX(), y / ringY());
    }

    /** Half axis of the ring road, west to east. */
    static double ringX() {
        return 2750;
    }

    /** Half axis of the ring road, south to north. */
    static double ringY() {
        return 2150;
    }
}
