package org.guitu.geofence.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evidence that has gathered against what is believed, since it last stood at nothing. Mutable; owned by a {@link Belief}. */
final class Run {

    /** How many of a run's sightings are kept to be shown. */
    static final int KEPT = 8;

    /** Log-likelihood gathered; 0 is an empty run. */
    double score;

    @Nullable
    Instant start;
    /** Since when no sighting has contradicted the run; null if the newest one did. Only within such a stretch do fixes agree for a reason. */
    @Nullable
    Instant unbrokenSince;

    /** Sightings, each in the measure in which it is independent of the one before. */
    double independent;

    double precision;
    double weightedDepth;
    int fixes;
    final List<Weighed> kept = new ArrayList<>();

    Run() {}

    Run(Run other) {
        score = other.score;
        start = other.start;
        unbrokenSince = other.unbrokenSince;
        independent = other.independent;
        precision = other.precision;
        weightedDepth = other.weightedDepth;
        fixes = other.fixes;
        kept.addAll(other.kept);
    }

    boolean isEmpty() {
        return score <= 0;
    }

    void clear() {
        if (start != null) {
            score = 0;
            start = null;
            unbrokenSince = null;
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
     * @param gain log-likelihood the sighting offers by itself
     * @param depth metres into the challenging side, positive
     * @param share 0-1, how independent it is of the sighting before
     * @param agrees whether it agrees in place or motion with an earlier one of the run
     * @return log-likelihood gained once the error the run may share is allowed for
     */
    double challenge(
            Sighting sighting, double gain, double depth, double share, boolean agrees, EvidenceSettings settings) {
        Instant began = start;
        if (began == null) {
            began = sighting.at();
            start = began;
            share = 1;
        }
        if (unbrokenSince == null) {
            unbrokenSince = sighting.at();
        }
        double weight = 1 / (sighting.sigmaMeters() * sighting.sigmaMeters());
        // Of two places that cannot both be true the shallower is the more believable.
        double mean = precision == 0 ? depth : weightedDepth / precision;
        weightedDepth = agrees ? weightedDepth + weight * depth : (precision + weight) * Math.min(mean, depth);
        precision += weight;
        mean = weightedDepth / precision;
        independent += share;
        fixes++;
        double spread = Math.sqrt(settings.driftMeters() * settings.driftMeters() + 1 / precision);
        double drifts = 1 + RecentTrack.secondsBetween(began, sighting.at()) / settings.driftSeconds();
        double cap = drifts * Normal.logOdds(mean / spread);
        double reached = Math.max(score, Math.min(score + gain, cap));
        double gained = reached - score;
        score = reached;
        return gained;
    }

    void keep(Weighed weighed) {
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        kept.add(weighed);
    }
}
