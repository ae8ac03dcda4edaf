package org.guitu.geofence.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.LocalFrame;

/**
 * The last few sightings of one subject, against which the next is held: a fix that would take impossible speed to reach is probably wild,
 * and two that agree are not wild independently.
 */
public final class RecentTrack {

    /** How many sightings are remembered. */
    public static final int MEMORY = 6;

    /** A neighbour further away in time than this has no say about speed. */
    private static final double NEIGHBOUR_SECONDS = 900;

    /** Beyond this speed nothing on land moves. */
    private static final double ABSURD_METERS_PER_SECOND = 100;

    /** Agreement never makes wildness less likely than this share of it. */
    private static final double AGREEMENT_MIN = 0.02;

    /** Less is gained by agreeing with a fix that is itself a suspect: a wrong place can repeat itself. */
    private static final double SUSPECT_AGREEMENT_MIN = 0.2;

    private final List<Sighting> sightings;

    /** Nothing seen yet. */
    public RecentTrack() {
        this(List.of());
    }

    /** Remembers {@code sightings}, oldest first. */
    public RecentTrack(List<Sighting> sightings) {
        this.sightings = new ArrayList<>(sightings);
    }

    /** What is remembered, oldest first. */
    public List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    /** Remembers a sighting that {@link #weigh} made. */
    public void add(Sighting sighting) {
        if (sightings.size() == MEMORY) {
            sightings.removeFirst();
        }
        sightings.add(sighting);
    }

    /** Weighs a located fix against what is remembered; does not remember it yet. */
    public Sighting weigh(Fix fix, LocalFrame frame, double outlierShare, EvidenceSettings settings) {
        double sigma = NoiseModel.sigmaMeters(fix);
        double wild = NoiseModel.wildShare(fix, outlierShare);
        double odds = wild / (1 - wild) * speedOdds(fix, frame, sigma, settings);
        return new Sighting(
                fix.at(), fix.contentHash(), fix.latitude(), fix.longitude(), sigma, Math.min(0.95, odds / (1 + odds)));
    }

    /** How much likelier the speed needed from the trusted neighbours makes it that the fix is wild; 1 for ordinary movement. */
    private double speedOdds(Fix fix, LocalFrame frame, double sigma, EvidenceSettings settings) {
        double least = Double.POSITIVE_INFINITY;
        boolean trusted = false;
        for (int i = sightings.size() - 1; i >= 0; i--) {
            Sighting earlier = sightings.get(i);
            double seconds = Math.max(1, secondsBetween(earlier.at(), fix.at()));
            if (seconds > NEIGHBOUR_SECONDS) {
                break;
            }
            double meters = frame.distance(earlier.latitude(), earlier.longitude());
            double speed = Math.max(0, meters - 2 * (sigma + earlier.sigmaMeters())) / seconds;
            if (!earlier.suspect()) {
                least = Math.min(least, speed);
                trusted = true;
                break; // the newest trusted one decides; older ones only dilute speed
            }
            least = Math.min(least, speed * 2 + 1);
        }
        if (!trusted && least == Double.POSITIVE_INFINITY) {
            return 1;
        }
        if (least > ABSURD_METERS_PER_SECOND) {
            return 1_000;
        }
        Double reported = fix.speedKmh();
        boolean asReported = reported != null && reported / 3.6 > 0.5 * least;
        double excess = least / settings.plausibleMetersPerSecond();
        return asReported ? 1 : 1 + excess * excess;
    }

    /**
     * How likely a wild fix would have fallen this close to what the earlier sightings since {@code since} predict, standing still or going
     * on as before: 1 if it agrees with none of them.
     */
    double agreement(Sighting sighting, LocalFrame frame, Instant since, EvidenceSettings settings) {
        double best = 1;
        for (int i = sightings.size() - 1; i >= 0; i--) {
            Sighting earlier = sightings.get(i);
            if (earlier.at().isBefore(since)) {
                break;
            }
            double meters = missMeters(sighting, frame, i);
            double ratio = meters / settings.wildSpreadMeters();
            double least = earlier.suspect() ? SUSPECT_AGREEMENT_MIN : AGREEMENT_MIN;
            best = Math.min(best, Math.max(least, 1 - Math.exp(-0.5 * ratio * ratio)));
        }
        return best;
    }

    /** By how much the sighting misses what the one at {@code index} predicts, the errors of both added. */
    private double missMeters(Sighting sighting, LocalFrame frame, int index) {
        Sighting earlier = sightings.get(index);
        double slack = sighting.sigmaMeters() + earlier.sigmaMeters();
        double east = frame.east(earlier.longitude());
        double north = frame.north(earlier.latitude());
        double still = Math.max(slack, Math.sqrt(east * east + north * north));
        if (index == 0) {
            return still;
        }
        Sighting before = sightings.get(index - 1);
        double stride = secondsBetween(before.at(), earlier.at());
        if (stride < 1 || stride > NEIGHBOUR_SECONDS) {
            return still;
        }
        double onward = secondsBetween(earlier.at(), sighting.at()) / stride;
        double aheadEast = east + onward * (east - frame.east(before.longitude()));
        double aheadNorth = north + onward * (north - frame.north(before.latitude()));
        // A prediction from motion is worth less than one from rest: its error grows with the stride.
        double moving = Math.max((1 + onward) * slack, Math.sqrt(aheadEast * aheadEast + aheadNorth * aheadNorth));
        return Math.min(still, moving);
    }

    static double secondsBetween(Instant from, Instant to) {
        return (to.getEpochSecond() - from.getEpochSecond()) + (to.getNano() - from.getNano()) * 1e-9;
    }
}
