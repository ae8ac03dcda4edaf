package org.guitu.geofence.places;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.places.Near.Sighting;
import org.guitu.geofence.places.Near.Verdict;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.LocalFrame;

/**
 * Who was near a place in a stretch of time. Certain takes two fixes in a row that lie inside even if each is off by three times its error:
 * one fix, or one bad moment, may be wild, whatever it claims. Possible is anyone whose error circle touched the place, and anyone whose straight way from one
 * fix to the next led through it. Of a stretch without fixes nothing follows, neither presence nor absence.
 */
public final class Nearness {

    /** A rougher fix says nothing about a place: it is time without fixes. */
    public static final double SIGMA_MAX_METERS = 650;

    /** How many times its standard error a fix may be off before one stops believing that it was. */
    private static final double TIMES = 3;

    /** Between two fixes farther apart than this, the straight line says nothing. */
    private static final double LEAP_METERS_MAX = 2_000;

    /** Fixes within so short a time share what made them wild. */
    private static final Duration GLITCH = Duration.ofSeconds(8);

    /** No fix farther than this from the edge of the place can matter to the answer. */
    public static final double REACH_METERS = 2_000;

    private final LocalFrame frame;
    private final double radiusMeters;
    private final Stretch asked;
    private final Duration gapAfter;

    private Nearness(double latitude, double longitude, double radiusMeters, Stretch asked, Duration gapAfter) {
        this.frame = LocalFrame.at(latitude, longitude);
        this.radiusMeters = radiusMeters;
        this.asked = asked;
        this.gapAfter = gapAfter;
    }

    /**
     * What one subject's fixes say.
     *
     * @param latitude of the place's centre, degrees WGS-84
     * @param longitude of the place's centre, degrees WGS-84
     * @param radiusMeters of the place, greater than 0
     * @param asked the stretch of time
     * @param fixes of the subject, in any order; those up to {@code gapAfter} before and after the stretch belong to it
     * @param gapAfter a longer silence between two fixes is a gap
     */
    public static Near of(
            double latitude, double longitude, double radiusMeters, Stretch asked, List<Fix> fixes, Duration gapAfter) {
        return new Nearness(latitude, longitude, radiusMeters, asked, gapAfter).judge(Spot.of(fixes, SIGMA_MAX_METERS));
    }

    private Near judge(List<Spot> spots) {
        List<Sighting> all = spots.stream()
                .filter(spot -> !spot.at().isBefore(asked.from()) && spot.at().isBefore(asked.to()))
                .map(this::sighting)
                .toList();
        Duration observed = Stretches.fill(Stretches.of(spots, gapAfter), asked);
        Optional<Stretch> passed = passed(spots);
        List<Sighting> near = all.stream().filter(Sighting::touching).toList();
        return new Near(
                verdict(all, near, passed, observed),
                near,
                all.stream().min(Comparator.comparingDouble(Sighting::distanceMeters)),
                passed,
                observed,
                asked.length().minus(observed));
    }

    private Sighting sighting(Spot spot) {
        double distance = frame.distance(spot.latitude(), spot.longitude());
        double slack = TIMES * spot.sigmaMeters();
        return new Sighting(
                spot.at(),
                spot.latitude(),
                spot.longitude(),
                spot.sigmaMeters(),
                Math.max(0, distance - radiusMeters),
                distance + slack <= radiusMeters,
                distance - slack <= radiusMeters);
    }

    private Verdict verdict(List<Sighting> all, List<Sighting> near, Optional<Stretch> passed, Duration observed) {
        if (twoInARow(all)) {
            return Verdict.CERTAIN;
        }
        if (!near.isEmpty() || passed.isPresent()) {
            return Verdict.POSSIBLE;
        }
        if (all.isEmpty() && observed.isZero()) {
            return Verdict.NO_DATA;
        }
        return observed.compareTo(asked.length()) >= 0 ? Verdict.ELSEWHERE : Verdict.ELSEWHERE_IN_PART;
    }

    /** Whether fixes in a row were inside for longer than a bad moment lasts. */
    private boolean twoInARow(List<Sighting> all) {
        Sighting first = null;
        Sighting last = null;
        for (Sighting sighting : all) {
            boolean on = last != null
                    && last.inside()
                    && Duration.between(last.at(), sighting.at()).compareTo(gapAfter) <= 0;
            first = on ? first : sighting;
            last = sighting;
            if (on
                    && sighting.inside()
                    && first != null
                    && Duration.between(first.at(), sighting.at()).compareTo(GLITCH) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The first stretch between two fixes whose straight line led through the place. */
    private Optional<Stretch> passed(List<Spot> spots) {
        for (int i = 1; i < spots.size(); i++) {
            Spot from = spots.get(i - 1);
            Spot to = spots.get(i);
            if (from.at().isBefore(asked.to())
                    && to.at().isAfter(asked.from())
                    && Duration.between(from.at(), to.at()).compareTo(gapAfter) <= 0
                    && from.distance(to) <= LEAP_METERS_MAX
                    && lineDistance(from, to) <= radiusMeters) {
                return new Stretch(from.at(), to.at()).common(asked);
            }
        }
        return Optional.empty();
    }

    /** Metres from the centre of the place to the straight line between two fixes. */
    private double lineDistance(Spot from, Spot to) {
        double x = frame.east(from.longitude());
        double y = frame.north(from.latitude());
        double dx = frame.east(to.longitude()) - x;
        double dy = frame.north(to.latitude()) - y;
        double length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / length, 0, 1);
        return Math.hypot(x + share * dx, y + share * dy);
    }
}
