package org.guitu.geofence.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evidence that has gathered against what is believed, since it last stood at nothing. Mutable; owned by a {@link Belief}. */
final class Run {

    /** How many of a run's sightings are kept to be shown. */
    static final int KEPT = 6;

    /** Log-odds against belief from which the run set out. */
    double floor;

    @Nullable
    Instant start;

    /** Sightings, each in the measure in which it is independent of the one before. */
    double independent;

    double precision;
    double weightedDepth;
    int fixes;
    final List<Weighed> kept = new ArrayList<>();

    Run() {}

    Run(Run other) {
        floor = other.floor;
        start = other.start;
        independent = other.independent;
        precision = other.precision;
        weightedDepth = other.weightedDepth;
        fixes = other.fixes;
        kept.addAll(other.kept);
    }

    boolean isEmpty() {
        return start == null;
    }

    void clear() {
        if (start != null) {
            floor = 0;
            start = null;
            independent = 0;
            precision = 0;
            weightedDepth = 0;
            fixes = 0;
            kept.clear();
        }
    }

    /**
     * Adds a sighting that speaks against belief.
     *
     * @param depth metres into the challenging side, positive
     * @param share 0-1, how independent it is of the sighting before
     * @param agrees whether, if it is honest, the honest one before it lies within the run
     * @return log-likelihood that all of the run together may have, as one drift may be behind it
     */
    double challenge(Sighting sighting, double depth, double share, boolean agrees, EvidenceSettings settings) {
        Instant began = start;
        double fresh = share;
        if (began == null) {
            began = sighting.at();
            start = began;
            fresh = 1;
        }
        independent += fresh;
        fixes++;
        double mean = mean(sighting, depth, agrees);
        double spread = Math.sqrt(settings.driftMeters() * settings.driftMeters() + 1 / precision);
        double drifts = 1 + RecentTrack.secondsBetween(began, sighting.at()) / settings.driftSeconds();
        return drifts * Normal.logOdds(mean / spread);
    }

    /** The depth all of the run together stand for. */
    private double mean(Sighting sighting, double depth, boolean agrees) {
        double weight = 1 / (sighting.sigmaMeters() * sighting.sigmaMeters());
        if (precision == 0) {
            precision = weight;
            weightedDepth = weight * depth;
            return depth;
        }
        double mean = weightedDepth / precision;
        if (agrees && !sighting.coarse()) {
            precision += weight;
            weightedDepth += weight * depth;
            mean = weightedDepth / precision;
            // On the move the newest place counts, not where the way began.
            return mean + sighting.moving() * Math.max(0, depth - mean);
        }
        // Of two places that cannot both be true the shallower is the more believable; and coarse errors repeat
        // themselves.
        precision = sighting.coarse() ? Math.max(precision, weight) : precision + weight;
        weightedDepth = precision * Math.min(mean, depth);
        return Math.min(mean, depth);
    }

    void keep(Weighed weighed) {
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        kept.add(weighed);
    }
}
