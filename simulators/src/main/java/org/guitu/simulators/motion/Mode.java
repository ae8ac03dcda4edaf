package org.guitu.simulators.motion;

/** How a person gets about. */
public enum Mode {
    WALK(5.0, 6.5),
    BIKE(14.0, 18.0),
    BUS(26.0, 40.0);

    private final double usualKmh;
    private final double topKmh;

    Mode(double usualKmh, double topKmh) {
        this.usualKmh = usualKmh;
        this.topKmh = topKmh;
    }

    /** The usual speed in km/h. */
    public double usualKmh() {
        return usualKmh;
    }

    /** No trip of this mode is faster, in km/h. */
    public double topKmh() {
        return topKmh;
    }

    /** What one takes for a way of this length. */
    public static Mode forMeters(double meters) {
        return meters < 800 ? WALK : meters < 2200 ? BIKE : BUS;
    }
}
