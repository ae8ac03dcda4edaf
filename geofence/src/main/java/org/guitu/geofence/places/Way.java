package org.guitu.geofence.places;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.track.Fix;

/**
 * One subject's way, made ready to be compared with others: usable positions without single spikes. Between two fixes it is known as far
 * as they allow, across a gap not at all. Immutable.
 */
public final class Way {

    /** Out by more than this and straight back again is a spike. */
    private static final double SPIKE_METERS = 60;

    private final List<Spot> spots;
    private final Duration gapAfter;

    private Way(List<Spot> spots, Duration gapAfter) {
        this.spots = spots;
        this.gapAfter = gapAfter;
    }

    /**
     * Makes a track ready.
     *
     * @param fixes in any order
     * @param gapAfter a longer silence between two fixes is a gap
     * @param sigmaMaxMeters a rougher fix is left out
     */
    public static Way of(List<Fix> fixes, Duration gapAfter, double sigmaMaxMeters) {
        return new Way(withoutSpikes(Spot.of(fixes, sigmaMaxMeters)), gapAfter);
    }

    List<Spot> spots() {
        return spots;
    }

    Duration gapAfter() {
        return gapAfter;
    }

    private static List<Spot> withoutSpikes(List<Spot> spots) {
        List<Spot> kept = new ArrayList<>();
        for (int i = 0; i < spots.size(); i++) {
            if (i == 0 || i == spots.size() - 1 || !spike(kept.getLast(), spots.get(i), spots.get(i + 1))) {
                kept.add(spots.get(i));
            }
        }
        return kept;
    }

    private static boolean spike(Spot before, Spot spot, Spot after) {
        double out = Math.min(before.distance(spot), spot.distance(after));
        return out > SPIKE_METERS + 2 * spot.sigmaMeters() && before.distance(after) < out / 2;
    }

    /**
     * Where the subject was at an instant, on the straight line between the fixes around it. Its error grows with the distance to the
     * nearer of the two: so far may a way have left the line.
     *
     * @param hint index to begin looking at; the answer for a later instant lies there or later
     */
    Optional<Spot> at(Instant instant, int hint) {
        int next = after(instant, hint);
        if (next > 0 && spots.get(next - 1).at().equals(instant)) {
            return Optional.of(spots.get(next - 1));
        }
        if (next == 0 || next == spots.size()) {
            return Optional.empty();
        }
        Spot from = spots.get(next - 1);
        Spot to = spots.get(next);
        Duration between = Duration.between(from.at(), to.at());
        if (between.compareTo(gapAfter) > 0) {
            return Optional.empty();
        }
        double share = (double) Duration.between(from.at(), instant).toMillis() / between.toMillis();
        double off = Math.min(share, 1 - share) * from.distance(to);
        return Optional.of(new Spot(
                instant,
                from.latitude() + share * (to.latitude() - from.latitude()),
                from.longitude() + share * (to.longitude() - from.longitude()),
                Math.max(from.sigmaMeters(), to.sigmaMeters()) + off));
    }

    /** The index of the first fix later than an instant. */
    int after(Instant instant, int hint) {
        int i = hint;
        while (i < spots.size() && !spots.get(i).at().isAfter(instant)) {
            i++;
        }
        return i;
    }
}
