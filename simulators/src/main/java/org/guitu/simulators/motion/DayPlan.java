package org.guitu.simulators.motion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.guitu.simulators.city.Plane;
import org.guitu.simulators.city.Route;
import org.locationtech.jts.geom.Coordinate;

/**
 * A plan of stays and trips without a gap. What comes after its end is its last part over again, from {@code loopFrom}; without one the
 * person stays where the plan ends. Before its start the person is where it starts.
 */
public final class DayPlan {

    private final Plane plane;
    private final NavigableMap<Instant, Leg> legs = new TreeMap<>();
    private final Instant end;
    private final Instant loopFrom;

    private DayPlan(Plane plane, List<Leg> legs, Instant loopFrom) {
        this.plane = plane;
        legs.forEach(leg -> this.legs.put(leg.from(), leg));
        this.end = legs.getLast().to();
        this.loopFrom = loopFrom;
    }

    /** The legs in order of time. */
    public List<Leg> legs() {
        return List.copyOf(legs.values());
    }

    /** Where the person really is. */
    public Whereabouts at(Instant when) {
        Instant asked = folded(when);
        Map.Entry<Instant, Leg> entry = legs.floorEntry(asked);
        Leg leg = entry == null ? legs.firstEntry().getValue() : entry.getValue();
        return switch (leg) {
            case Leg.Stay stay -> new Whereabouts(plane.toLatLon(stay.at()), 0, 0, stay.indoors());
            case Leg.Trip trip -> underway(trip, asked);
        };
    }

    private Instant folded(Instant when) {
        if (when.isBefore(end) || !loopFrom.isBefore(end)) {
            return when;
        }
        long loop = Duration.between(loopFrom, end).toMillis();
        return loopFrom.plusMillis(Duration.between(loopFrom, when).toMillis() % loop);
    }

    private Whereabouts underway(Leg.Trip trip, Instant when) {
        double seconds = Math.max(0, Duration.between(trip.from(), when).toMillis() / 1000.0);
        double meters = seconds * trip.speedKmh() / 3.6;
        boolean arrived = meters >= trip.route().lengthMeters();
        return new Whereabouts(
                plane.toLatLon(trip.route().at(meters)),
                arrived ? 0 : trip.speedKmh(),
                arrived ? 0 : trip.route().courseDegrees(meters),
                false);
    }

    /** Puts a plan together leg by leg; the first leg says where the person is. */
    public static final class Builder {

        private final Plane plane;
        private final List<Leg> legs = new ArrayList<>();
        private Instant now;
        private Instant loopFrom = Instant.MAX;

        public Builder(Plane plane, Instant from) {
            this.plane = plane;
            this.now = from;
        }

        /** The end of what is planned so far. */
        public Instant now() {
            return now;
        }

        /** Stays until an instant; nothing happens when that is past. */
        public Builder stayUntil(Instant until, Coordinate at, boolean indoors) {
            if (until.isAfter(now)) {
                add(new Leg.Stay(now, until, at, indoors));
            }
            return this;
        }

        /** Goes a way. */
        public Builder go(Route route, Mode mode, double speedKmh) {
            add(new Leg.Trip(now, route, mode, speedKmh));
            return this;
        }

        /** What follows is repeated for ever; it must end where it begins. */
        public Builder loopFromHere() {
            loopFrom = now;
            return this;
        }

        /** The plan. */
        public DayPlan build() {
            return new DayPlan(plane, legs, loopFrom);
        }

        private void add(Leg leg) {
            if (!legs.isEmpty() && legs.getLast().end().distance(start(leg)) > 1) {
                throw new IllegalArgumentException("A leg begins "
                        + Math.round(legs.getLast().end().distance(start(leg)))
                        + " m from where the one before it ends");
            }
            legs.add(leg);
            now = leg.to();
        }

        private static Coordinate start(Leg leg) {
            return switch (leg) {
                case Leg.Stay stay -> stay.at();
                case Leg.Trip trip -> trip.route().start();
            };
        }
    }
}
