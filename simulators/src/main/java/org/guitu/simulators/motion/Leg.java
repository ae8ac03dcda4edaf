package org.guitu.simulators.motion;

import java.time.Duration;
import java.time.Instant;
import org.guitu.simulators.city.Route;
import org.locationtech.jts.geom.Coordinate;

/** A piece of a plan. */
public sealed interface Leg {

    Instant from();

    Instant to();

    /** Where it ends, in plane metres. */
    Coordinate end();

    /**
     * Being somewhere.
     *
     * @param at in plane metres
     * @param indoors whether there is a roof between the person and the satellites
     */
    record Stay(Instant from, Instant to, Coordinate at, boolean indoors) implements Leg {
        @Override
        public Coordinate end() {
            return at;
        }
    }

    /**
     * Going somewhere at an even pace.
     *
     * @param speedKmh above 0 and not above the mode's top speed
     */
    record Trip(Instant from, Route route, Mode mode, double speedKmh) implements Leg {

        public Trip {
            if (!(speedKmh > 0 && speedKmh <= mode.topKmh())) {
                throw new IllegalArgumentException(mode + " at " + speedKmh + " km/h");
            }
        }

        @Override
        public Instant to() {
            return from.plus(duration(route.lengthMeters(), speedKmh));
        }

        @Override
        public Coordinate end() {
            return route.end();
        }

        /** How long a way takes. */
        public static Duration duration(double meters, double speedKmh) {
            return Duration.ofMillis(Math.round(meters / (speedKmh / 3.6) * 1000));
        }
    }
}
