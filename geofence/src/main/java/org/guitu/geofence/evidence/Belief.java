package org.guitu.geofence.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.guitu.geofence.zone.LocalFrame;
import org.jspecify.annotations.Nullable;

/**
 * What is believed about one subject and one rule: a two-state filter, violating or compliant.
 *
 * <h2>Why not count points outside</h2>
 * A receiver lies in three ways. Each honest fix is off by some metres (the <em>core</em>). Now and then a fix is <em>wild</em>: anywhere, and
 * proud of its two-metre accuracy. And indoors all fixes of some minutes are off together (<em>drift</em>), so that a hundred of them know no
 * more than one. Counting points takes wild ones for walks and drift for certainty; waiting for many points misses what matters. The filter
 * instead asks of each fix how much likelier it is if the subject violates than if not, and never lets an answer exceed what the three lies
 * allow.
 *
 * <h2>The steps</h2>
 * <ol>
 *   <li><b>Forget.</b> Between fixes the odds relax towards what is usual ({@code violateRate}, {@code complyRate}). After long silence little
 *       is known, on either side.
 *   <li><b>Weigh.</b> A fix {@code d} metres into the violating side speaks with the ratio {@code ((1-w)Φ(d/s) + w/2) / ((1-w)Φ(-d/s) + w/2)}:
 *       {@code s} holds the core and the drift, {@code w} is the chance that the fix is wild. However deep {@code d} and however small the claimed
 *       error, the ratio stays below {@code 2/w}: one fix cannot convince.
 *   <li><b>Ask the neighbours.</b> Speed that nothing ordinary reaches raises {@code w} ({@link RecentTrack#weigh}). A second fix that agrees with
 *       the first, in place or in motion, lowers it: wild fixes do not agree with each other. That is why the second consistent fix can
 *       confirm, while two spikes in two directions do not. Fixes only seconds apart share their fate and count for a part.
 *   <li><b>Allow for drift.</b> Evidence against belief is gathered in a {@link Run}. All of it together may not say more than the run's mean
 *       depth against the drift's size, once per drift's duration. Ten fixes twenty metres out in five minutes are one drift; two hours of them
 *       are not.
 *   <li><b>Turn.</b> Belief turns when the odds pass {@code confirmAt} and the run holds more than one independent fix, in both directions: clearing
 *       needs evidence as well. The run's first fix dates the turn (the maximum-likelihood change point of a cumulative sum).
 * </ol>
 *
 * <p>The state is a handful of numbers; the same sightings give the same bits however they are batched. Mutable: it belongs to one fold.
 */
public final class Belief {

    private static final double ODDS_MAX = 8_000;
    /** A run turns belief only with more than one fix in it, whatever the odds. */
    private static final double INDEPENDENT_MIN = 1.4;

    /** Devices that report by the hour convince as well: a run outlives a gap this many times as long as evidence stays fresh. */
    private static final int RUN_FRESH_TIMES = 8;

    private static final double AGREES = 0.25;
    private static final double CLEAR_RATIO = 2;
    private static final double PRECISE_METERS = 150;

    @Nullable
    Instant at;

    @Nullable
    Instant informedAt;

    @Nullable
    Instant since;

    boolean violating;
    double odds;
    double depthMeters;
    double lastDepthMeters;
    int fixes;
    final Run run;
    final List<Weighed> support;

    private boolean turned;
    private boolean supported;
    private double supportedDepth;

    /** Nothing is known but what is usual. */
    public Belief(EvidenceSettings settings) {
        odds = settings.firstPrior() / (1 - settings.firstPrior());
        run = new Run();
        support = new ArrayList<>();
    }

    Belief(Run run, List<Weighed> support) {
        this.run = run;
        this.support = new ArrayList<>(support);
    }

    /** An independent copy. */
    public Belief copy() {
        var copy = new Belief(new Run(run), support);
        copy.at = at;
        copy.informedAt = informedAt;
        copy.since = since;
        copy.violating = violating;
        copy.odds = odds;
        copy.depthMeters = depthMeters;
        copy.lastDepthMeters = lastDepthMeters;
        copy.fixes = fixes;
        return copy;
    }

    /** Belief about new ground from the sightings still remembered. */
    public static Belief from(List<Sighting> sightings, ToDoubleFunction<LocalFrame> depth, EvidenceSettings settings) {
        var belief = new Belief(settings);
        var track = new RecentTrack();
        for (Sighting sighting : sightings) {
            LocalFrame frame = LocalFrame.at(sighting.latitude(), sighting.longitude());
            belief.see(sighting, depth.applyAsDouble(frame), track, frame, settings);
            track.add(sighting);
        }
        return belief;
    }

    /**
     * Takes in one sighting.
     *
     * @param depth metres into the violating side, negative on the compliant side
     * @param track what came before it, the sighting itself not included
     * @param frame about the sighting
     */
    public void see(Sighting sighting, double depth, RecentTrack track, LocalFrame frame, EvidenceSettings settings) {
        Instant before = at;
        double seconds = before == null ? Double.POSITIVE_INFINITY : RecentTrack.secondsBetween(before, sighting.at());
        if (before != null) {
            forget(seconds, settings);
        }
        double fresh = settings.freshFor().toSeconds();
        if (since == null || seconds > fresh) {
            since = sighting.at();
        }
        if (seconds > RUN_FRESH_TIMES * fresh) {
            run.clear();
        }
        at = sighting.at();
        turned = false;
        supported = false;

        double spread = Math.sqrt(
                settings.driftMeters() * settings.driftMeters() + sighting.sigmaMeters() * sighting.sigmaMeters());
        boolean challenges = violating ? depth < 0 : depth > 0;
        double share = seconds > 12 * settings.glitchSeconds() ? 1 : 1 - Math.exp(-seconds / settings.glitchSeconds());
        double wild = sighting.wildShare();
        Instant unbroken = run.unbrokenSince;
        double agreement = challenges && unbroken != null ? track.agreement(sighting, frame, unbroken, settings) : 1;
        wild *= agreement;
        double out = Normal.cdf(depth / spread);
        double ratio = ((1 - wild) * out + wild / 2) / ((1 - wild) * (1 - out) + wild / 2);
        inform(sighting, ratio);
        if (challenges) {
            challenge(sighting, depth, Math.abs(Math.log(ratio)) * share, share, agreement <= AGREES, settings);
        } else {
            support(sighting, depth, ratio, share, track, frame, settings);
        }
    }

    /** The odds relax towards what is usual. */
    private void forget(double seconds, EvidenceSettings settings) {
        double rate = settings.violateRate() + settings.complyRate();
        double usual = settings.violateRate() / rate;
        double x = rate * seconds;
        // Between two fixes of an ordinary plan the exponential is its own series.
        double kept = x < 0.02 ? 1 - x + x * x / 2 : Math.exp(-x);
        double p = usual + (odds / (1 + odds) - usual) * kept;
        odds = clamped(p / (1 - p));
    }

    private void inform(Sighting sighting, double ratio) {
        boolean clear = ratio > CLEAR_RATIO || ratio < 1 / CLEAR_RATIO;
        if (!sighting.suspect() && (clear || sighting.sigmaMeters() <= PRECISE_METERS)) {
            informedAt = sighting.at();
        }
    }

    private void support(
            Sighting sighting,
            double depth,
            double ratio,
            double share,
            RecentTrack track,
            LocalFrame frame,
            EvidenceSettings settings) {
        if (run.isEmpty()) {
            odds = clamped(odds * (share == 1 ? ratio : Math.pow(ratio, share)));
        } else {
            double against = Math.abs(Math.log(ratio)) * share;
            odds = clamped(odds * Math.exp(violating ? against : -against));
            run.score -= against;
            run.unbrokenSince = null;
            if (run.isEmpty()) {
                run.clear();
            }
        }
        if (violating) {
            supported = true;
            fixes++;
            supportedDepth = Math.min(depth, lastDepthMeters);
            if (depth > depthMeters) {
                Instant from = since == null ? sighting.at() : since;
                supportedDepth = track.agreement(sighting, frame, from, settings) <= AGREES ? depth : supportedDepth;
                depthMeters = Math.max(depthMeters, supportedDepth);
            }
            lastDepthMeters = depth;
            keepSupport(new Weighed(sighting.at(), sighting.contentHash(), depth, posterior()));
        }
    }

    private void keepSupport(Weighed weighed) {
        if (support.size() == Run.KEPT) {
            support.removeFirst();
        }
        support.add(weighed);
    }

    private void challenge(
            Sighting sighting, double depth, double gain, double share, boolean agrees, EvidenceSettings settings) {
        double gained = run.challenge(sighting, gain, Math.abs(depth), share, agrees, settings);
        odds = clamped(odds * Math.exp(violating ? -gained : gained));
        run.keep(new Weighed(sighting.at(), sighting.contentHash(), depth, posterior()));
        double reached = violating ? 1 / odds : odds;
        if (run.independent >= INDEPENDENT_MIN && reached >= settings.confirmAt() / (1 - settings.confirmAt())) {
            turn();
        } else if (run.isEmpty()) {
            run.clear();
        }
    }

    private void turn() {
        violating = !violating;
        turned = true;
        since = run.start;
        fixes = run.fixes;
        support.clear();
        support.addAll(run.kept);
        run.clear();
        // The second deepest: what at least two of the convincing fixes agree on.
        double deepest = 0;
        double second = 0;
        for (Weighed weighed : support) {
            double depth = weighed.depthMeters();
            second = Math.max(second, Math.min(deepest, depth));
            deepest = Math.max(deepest, depth);
        }
        depthMeters = second;
        lastDepthMeters = support.getLast().depthMeters();
    }

    private static double clamped(double odds) {
        return Math.clamp(odds, 1 / ODDS_MAX, ODDS_MAX);
    }

    /** Probability of violation, 0-1, as of the last sighting. */
    public double posterior() {
        return odds / (1 + odds);
    }

    /** Which side belief is on; it takes evidence to turn it, either way. */
    public boolean violating() {
        return violating;
    }

    /** Whether violation is believed and nothing since speaks against it. */
    public boolean convinced(EvidenceSettings settings) {
        return violating && run.isEmpty() && posterior() >= settings.confirmAt();
    }

    /** Whether evidence younger than {@code freshFor} stands behind belief at an instant. */
    public boolean freshAt(Instant instant, EvidenceSettings settings) {
        Instant informed = informedAt;
        return informed != null && instant.isBefore(informed.plus(settings.freshFor()));
    }

    /** Device time of the newest sighting that could tell; null if none did. */
    public @Nullable Instant informedAt() {
        return informedAt;
    }

    /** Since when the subject has been observed, without a long gap, where belief is now; null before any sighting. */
    public @Nullable Instant since() {
        return since;
    }

    /** Whether the last sighting turned belief. */
    public boolean turned() {
        return turned;
    }

    /** Whether the last sighting supports a violation already believed. */
    public boolean supported() {
        return supported;
    }

    /** How deep the last supporting sighting is believed to have been, metres. */
    public double supportedDepthMeters() {
        return supportedDepth;
    }

    /** The depth that at least two sightings of the believed stretch agree on, metres. */
    public double depthMeters() {
        return depthMeters;
    }

    /** Depth of the newest supporting sighting, metres. */
    public double lastDepthMeters() {
        return lastDepthMeters;
    }

    /** How many sightings support belief since it turned. */
    public int fixes() {
        return fixes;
    }

    /** The newest sightings on the believed side, oldest first, at most eight; the ones that turned it right after it turned. */
    public List<Weighed> supporting() {
        return List.copyOf(support);
    }
}
