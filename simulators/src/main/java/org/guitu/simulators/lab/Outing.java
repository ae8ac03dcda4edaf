package org.guitu.simulators.lab;

/**
 * One absence from home as it truly was. The person goes straight out in one direction, is {@code depthMeters} beyond the circle's edge for most
 * of the time, and comes straight back.
 *
 * @param from second of the day at which the edge is crossed on the way out
 * @param to second of the day at which it is crossed on the way in
 * @param depthMeters greatest distance beyond the edge
 * @param speed metres a second of the way out and in; infinite: at depth at once, as seen by a device that was silent on the way
 * @param strolling metres a second along the arc while at depth; 0 at rest
 * @param bearing radians, counted from east to north
 * @param indoors whether the place is under a roof
 * @param excused whether it is allowed: outside the curfew's hours
 */
record Outing(
        double from,
        double to,
        double depthMeters,
        double speed,
        double strolling,
        double bearing,
        boolean indoors,
        boolean excused) {

    boolean abrupt() {
        return Double.isInfinite(speed);
    }

    /** Seconds between leaving home, {@code insideMeters} within the edge, and crossing the edge. */
    double lead(double insideMeters) {
        return abrupt() ? 0 : insideMeters / speed;
    }

    /** Metres from home's centre at an instant, with the edge at {@code edgeMeters}; 0 before leaving and after return. */
    double distance(double second, double edgeMeters) {
        if (abrupt()) {
            return second >= from && second < to ? edgeMeters + depthMeters : 0;
        }
        double way = Math.min(second - from, to - second) * speed;
        return Math.clamp(edgeMeters + way, 0, edgeMeters + depthMeters);
    }

    /** Direction from home at an instant: strolling goes to and fro along an arc of at most a third of a turn. */
    double direction(double second, double edgeMeters) {
        if (strolling == 0) {
            return bearing;
        }
        double radius = edgeMeters + depthMeters;
        double reached = abrupt() ? from : from + depthMeters / speed;
        double walked = Math.max(0, Math.min(second, to - (reached - from)) - reached) * strolling / radius;
        double third = 2 * Math.PI / 3;
        double phase = walked % (2 * third);
        return bearing + (phase < third ? phase : 2 * third - phase);
    }
}
