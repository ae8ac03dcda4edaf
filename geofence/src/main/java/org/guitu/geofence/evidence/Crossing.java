package org.guitu.geofence.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.guitu.geofence.zone.LocalFrame;
import org.guitu.geofence.zone.PreparedArea;

/**
 * A way through an area that no fix fell into: between two fixes on either side of it.
 *
 * <p>The straight line between them is the likeliest way; the true one bends about it, the more the longer it is. So a line through the middle of
 * a wide area is good evidence and one through its corner is not.
 *
 * @param probability that the subject was in the area, 0-1: both fixes honest, and the way through it
 * @param depthMeters greatest depth of the straight line within the area; negative if it only passes by
 * @param entered when the straight line enters, at even speed; the nearest approach if it only passes by
 * @param left when it leaves
 */
public record Crossing(double probability, double depthMeters, Instant entered, Instant left) {

    /** Of the length of a way: how far its middle strays from the straight line, one standard deviation. */
    private static final double STRAYS = 0.12;

    private static final double TOLERANCE_METERS = 0.5;

    /**
     * The crossing between two consecutive fixes, if there may have been one.
     *
     * @param from the earlier fix, outside the area
     * @param to the later fix, outside the area
     * @param area what must not be entered
     * @param gapMax fixes further apart in time say nothing about the way between them
     * @return empty if a fix is a suspect or lies inside, the gap is too long, or the way leads past at a distance
     */
    public static Optional<Crossing> between(
            Sighting from, Sighting to, PreparedArea area, Duration gapMax, EvidenceSettings settings) {
        double seconds = RecentTrack.secondsBetween(from.at(), to.at());
        if (from.suspect() || to.suspect() || seconds <= 0 || seconds > gapMax.toSeconds()) {
            return Optional.empty();
        }
        var way = new Way(from, to, area);
        double start = way.distance(0);
        double end = way.distance(1);
        if (start <= 0 || end <= 0 || (start + end - way.meters()) / 2 > 3 * way.spread(0.5, settings)) {
            return Optional.empty();
        }
        double nearest = way.nearest();
        double depth = -way.distance(nearest);
        double z = depth / way.spread(nearest, settings);
        if (z < -3) {
            return Optional.empty();
        }
        double probability = from.trust() * to.trust() * Normal.cdf(z);
        double in = depth > 0 ? way.edge(0, nearest) : nearest;
        double out = depth > 0 ? way.edge(1, nearest) : nearest;
        return Optional.of(new Crossing(probability, depth, way.at(in), way.at(out)));
    }

    /** The straight line from a fix to the next; places on it are told as shares of it, 0-1. */
    private record Way(Sighting from, Sighting to, PreparedArea area) {

        double meters() {
            return LocalFrame.at(from.latitude(), from.longitude()).distance(to.latitude(), to.longitude());
        }

        double distance(double share) {
            double east = LocalFrame.shortWay(to.longitude() - from.longitude());
            return area.signedDistance(
                    from.latitude() + share * (to.latitude() - from.latitude()), from.longitude() + share * east);
        }

        /** Standard deviation across the line: the fixes' own errors, the drift, and how the way bends. */
        double spread(double share, EvidenceSettings settings) {
            double a = (1 - share) * from.sigmaMeters();
            double b = share * to.sigmaMeters();
            double bend = 2 * Math.sqrt(share * (1 - share)) * STRAYS * meters();
            double drift = settings.driftMeters();
            return Math.sqrt(a * a + b * b + bend * bend + drift * drift);
        }

        Instant at(double share) {
            return from.at().plusNanos((long)
                    (share * Duration.between(from.at(), to.at()).toNanos()));
        }

        /** Where the line is deepest. */
        double nearest() {
            return nearest(0, distance(0), 1, distance(1), new double[] {0, Double.POSITIVE_INFINITY})[0];
        }

        /**
         * Distance changes by at most a metre a metre, so a stretch between two known distances has a least possible one; stretches that cannot
         * beat the best are passed over.
         *
         * @param best place and distance of the best so far
         */
        private double[] nearest(double a, double atA, double b, double atB, double[] best) {
            double stretch = (b - a) * meters();
            double[] better = atA < best[1] ? new double[] {a, atA} : best;
            better = atB < better[1] ? new double[] {b, atB} : better;
            if (stretch < TOLERANCE_METERS || (atA + atB - stretch) / 2 >= better[1] - TOLERANCE_METERS) {
                return better;
            }
            double middle = (a + b) / 2;
            double atMiddle = distance(middle);
            better = nearest(a, atA, middle, atMiddle, better);
            return nearest(middle, atMiddle, b, atB, better);
        }

        /** Where the edge lies between an end outside and a place inside. */
        double edge(double outside, double inside) {
            double out = outside;
            double in = inside;
            while (Math.abs(out - in) * meters() > TOLERANCE_METERS) {
                double middle = (out + in) / 2;
                if (distance(middle) > 0) {
                    out = middle;
                } else {
                    in = middle;
                }
            }
            return (out + in) / 2;
        }
    }
}
