package org.guitu.geofence.evidence;

import java.time.Instant;
import java.util.List;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.LocalFrame;
import org.jspecify.annotations.Nullable;

/**
 * The last few sightings of one subject and which of them to believe: a forward filter whose states are "the newest honest fix is this one".
 *
 * <p>Every new fix is either honest or wild. An honest one lies near the newest honest one before it, or as far from it as the subject may have
 * gone meanwhile ({@link Journey}); a wild one lies anywhere about it. Weighing the two for each state gives the new states, and all that one
 * could wish for follows without a rule of its own: a lone fix far off stays in doubt, however deep and however sure of itself; the second that
 * agrees with it, in place or in motion, settles the matter at whatever speed the first was reached; two that disagree do not; coming back to
 * the old place unmasks the excursion; impossible speed both ways is a fault. Fixes only seconds apart may repeat one and the same fault.
 *
 * <p>A coarse fix (a cell) seldom replaces the place that is known: if it can be explained by staying, one stays where one was seen well.
 *
 * <p>Mutable; owned by one fold. {@link #weigh} and then, when all rules have seen the sighting, {@link #add}.
 */
public final class RecentTrack {

    /** How many sightings are remembered. */
    public static final int MEMORY = 6;

    /** A state less likely than this is forgotten. */
    private static final double NEGLIGIBLE = 1e-9;

    private final Sighting[] seen = new Sighting[MEMORY];
    private final double[] weights = new double[MEMORY];
    private int size;

    /** The states once the weighed sighting is added: its own comes last. */
    private final double[] next = new double[MEMORY + 1];

    /** From which state belief in the weighed sighting came over. */
    private final double[] origins = new double[MEMORY];

    /** Nothing seen yet. */
    public RecentTrack() {}

    /** Remembers {@code sightings}, oldest first, at most {@value #MEMORY}. */
    public RecentTrack(List<Sighting> sightings) {
        for (Sighting sighting : sightings) {
            weights[size] = sighting.weight();
            seen[size++] = sighting;
        }
    }

    /** What is remembered, oldest first. */
    public List<Sighting> sightings() {
        Sighting[] now = new Sighting[size];
        for (int i = 0; i < size; i++) {
            now[i] = weighed(i);
        }
        return List.of(now);
    }

    /** The last that was remembered, as it is believed now; null if there is none. */
    public @Nullable Sighting newest() {
        return newest(0);
    }

    /** So many before the last that was remembered, as it is believed now; null if there is none. */
    public @Nullable Sighting newest(int before) {
        return size <= before ? null : weighed(size - 1 - before);
    }

    private Sighting weighed(int i) {
        return seen[i].weight() == weights[i] ? seen[i] : seen[i].weighing(weights[i]);
    }

    /** Weighs a located fix against what is remembered; does not remember it yet. */
    public Sighting weigh(Fix fix, LocalFrame frame, double outlierShare, EvidenceSettings settings) {
        return weigh(
                fix.at(),
                fix.contentHash(),
                frame,
                fix.latitude(),
                fix.longitude(),
                NoiseModel.sigmaMeters(fix),
                NoiseModel.wildShare(fix, outlierShare),
                settings);
    }

    /** Weighs a sighting anew, by what this track remembers. */
    Sighting weigh(Sighting s, LocalFrame frame, EvidenceSettings settings) {
        return weigh(
                s.at(), s.contentHash(), frame, s.latitude(), s.longitude(), s.sigmaMeters(), s.wildShare(), settings);
    }

    private Sighting weigh(
            Instant at,
            long contentHash,
            LocalFrame frame,
            double latitude,
            double longitude,
            double sigma,
            double wild,
            EvidenceSettings settings) {
        boolean coarse = sigma >= NoiseModel.COARSE_METERS;
        double repeated = repeated(at, frame, sigma, settings);
        double total = 0;
        double honest = 0;
        double moved = 0;
        double arrived = 0;
        for (int i = 0; i < size; i++) {
            double weight = weights[i];
            origins[i] = 0;
            next[i] = 0;
            if (weight == 0) {
                continue;
            }
            Sighting earlier = seen[i];
            double east = frame.east(earlier.longitude());
            double north = frame.north(earlier.latitude());
            double squared = east * east + north * north;
            double seconds = Math.max(1, secondsBetween(earlier.at(), at));
            double variance = Journey.variance(sigma, earlier.sigmaMeters(), seconds, settings);
            double going = Journey.going(earlier.moving(), seconds, settings);
            double stayed = weight * (1 - wild) * (1 - going) * Journey.staying(squared, variance);
            double went = weight * (1 - wild) * going * Journey.going(squared, variance, seconds, settings);
            double fault = wild * Journey.wild(squared, settings) + (i == size - 1 ? 0 : repeated);
            next[i] = weight * fault + (coarse ? stayed : 0);
            origins[i] = coarse ? went : stayed + went;
            total += weight * fault + stayed + went;
            honest += stayed + went;
            moved += went;
            arrived += origins[i];
        }
        boolean first = total <= 0;
        next[size] = first ? 1 : arrived / total;
        for (int i = 0; i < size; i++) {
            double share = first ? 0 : next[i] / total;
            next[i] = share < NEGLIGIBLE ? 0 : share;
            origins[i] = arrived > 0 ? origins[i] / arrived : 0;
        }
        double trust = first ? 1 - wild : honest / total;
        double moving = first ? 0.5 : honest > 0 ? moved / honest : 0;
        return new Sighting(at, contentHash, latitude, longitude, sigma, wild, trust, next[size], moving);
    }

    /** Density of a fault that repeats the fault before it, as those do that are only seconds old. */
    private double repeated(Instant at, LocalFrame frame, double sigma, EvidenceSettings settings) {
        if (size < 2) {
            return 0;
        }
        Sighting last = seen[size - 1];
        double seconds = secondsBetween(last.at(), at);
        if (seconds > 10 * settings.glitchSeconds()) {
            return 0;
        }
        double east = frame.east(last.longitude());
        double north = frame.north(last.latitude());
        double variance = Journey.variance(sigma, last.sigmaMeters(), Math.max(1, seconds), settings);
        return 0.5
                * Math.exp(-2 * seconds / settings.glitchSeconds())
                * Journey.staying(east * east + north * north, variance);
    }

    /** Remembers the sighting that {@link #weigh} made last, in the place of the least likely one if memory is full. */
    public void add(Sighting sighting) {
        int victim = victim();
        System.arraycopy(next, 0, weights, 0, size);
        double last = next[size];
        if (victim >= 0) {
            System.arraycopy(seen, victim + 1, seen, victim, MEMORY - victim - 1);
            System.arraycopy(weights, victim + 1, weights, victim, MEMORY - victim - 1);
            size--;
        }
        seen[size] = sighting;
        weights[size++] = last;
    }

    /** Which sighting the weighed one will displace; -1 for none. */
    int victim() {
        if (size < MEMORY) {
            return -1;
        }
        int victim = 0;
        for (int i = 1; i < MEMORY; i++) {
            victim = next[i] < next[victim] ? i : victim;
        }
        return victim;
    }

    /** How many are remembered, the weighed one not included. */
    int size() {
        return size;
    }

    /** The probability that the remembered sighting at {@code index} is the newest honest one, the weighed one not regarded. */
    double weight(int index) {
        return weights[index];
    }

    /**
     * The mean of something about the subject over where it may be now, the weighed sighting included.
     *
     * @param values what it would be at each remembered sighting, oldest first
     * @param weighed what it would be at the weighed one
     */
    double believed(double[] values, double weighed) {
        double sum = next[size] * weighed;
        double all = next[size];
        for (int i = 0; i < size; i++) {
            all += next[i];
            sum += next[i] * values[i];
        }
        return sum / all;
    }

    /**
     * The mean of something about the subject at the honest sighting before the weighed one, if that is honest itself.
     *
     * @param values what it was at each remembered sighting, oldest first
     * @param otherwise what to assume if nothing is remembered
     */
    double came(double[] values, double otherwise) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < size; i++) {
            all += origins[i];
            sum += origins[i] * values[i];
        }
        return all == 0 ? otherwise : sum / all;
    }

    /** If the weighed sighting is honest: the probability that the honest one before it is not older than {@code since}. */
    double cameSince(Instant since) {
        double sum = 0;
        for (int i = size - 1; i >= 0 && !seen[i].at().isBefore(since); i--) {
            sum += origins[i];
        }
        return sum;
    }

    static double secondsBetween(Instant from, Instant to) {
        return (to.getEpochSecond() - from.getEpochSecond()) + (to.getNano() - from.getNano()) * 1e-9;
    }
}
