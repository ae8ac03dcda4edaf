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
 *   <li><b>Whom to believe.</b> {@link RecentTrack} holds, for all rules at once, the probability of each recent sighting to be the newest honest
 *       one. Here stands, for each of them, the probability of violation if it is. What is believed is the mean of these: a lone fix far off can
 *       never say more than one is ready to trust it, however deep it lies and however little error it claims; the second that agrees with it
 *       can confirm; a return to the old place takes all back.
 *   <li><b>Forget.</b> Between fixes all this relaxes towards what is usual ({@code violateRate}, {@code complyRate}). After long silence little
 *       is known, on either side. Whoever is seen to be on the move may be on either side of an edge, too ({@code firstPrior}).
 *   <li><b>Weigh.</b> An honest fix {@code d} metres into the violating side changes the odds by {@code Φ(d/s) / Φ(-d/s)}, where {@code s} holds the
 *       core and the drift. Fixes only seconds apart share their fate and count for a part.
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

    private static final double AGREES = 0.5;
    private static final double P_MIN = 1e-4;

    /** What one sighting may say at most, log-likelihood. */
    private static final double ALONE_MAX = 9;

    private static final double UNLIKELY_MIN = Math.exp(-ALONE_MAX);

    /** A sighting tells the sides apart if it is twice as likely on one as on the other. */
    private static final double CLEAR = 2 / 3.0;

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
    /** For each of the track's remembered sightings: the probability of violation if it is the newest honest one. */
    final double[] ifHonest = new double[RecentTrack.MEMORY];

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
        System.arraycopy(ifHonest, 0, copy.ifHonest, 0, ifHonest.length);
        return copy;
    }

    /** Belief about new ground from the sightings still remembered. */
    public static Belief from(List<Sighting> sightings, ToDoubleFunction<LocalFrame> depth, EvidenceSettings settings) {
        var belief = new Belief(settings);
        var track = new RecentTrack();
        for (Sighting sighting : sightings) {
            LocalFrame frame = LocalFrame.at(sighting.latitude(), sighting.longitude());
            Sighting weighed = track.weigh(sighting, frame, settings);
            belief.see(weighed, depth.applyAsDouble(frame), track, frame, settings);
            track.add(weighed);
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
            forget(seconds, track, settings);
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

        double share = seconds > 12 * settings.glitchSeconds() ? 1 : 1 - Math.exp(-seconds / settings.glitchSeconds());
        double z = depth / spread(sighting, settings);
        double prior = prior(sighting, track, settings);
        inform(sighting, z);
        if (violating ? depth < 0 : depth > 0) {
            challenge(
                    sighting,
                    depth,
                    share,
                    logit(prior),
                    share * Math.min(ALONE_MAX, Normal.logOdds(Math.abs(z))),
                    track,
                    settings);
        } else {
            support(sighting, depth, prior / (1 - prior) * unlikely(z, share), track);
        }
    }

    /** How unlikely a sighting this far on the believed side is on the other: a ratio of likelihoods, at most 1. */
    private static double unlikely(double z, double share) {
        double contrary = Normal.cdf(-Math.abs(z));
        double ratio = Math.max(UNLIKELY_MIN, contrary / (1 - contrary));
        return share == 1 ? ratio : Math.pow(ratio, share);
    }

    /** The probability that belief is wrong if the sighting is honest, its depth not yet looked at. */
    private double prior(Sighting sighting, RecentTrack track, EvidenceSettings settings) {
        double violation = track.came(ifHonest, posterior());
        double contrary = violating ? 1 - violation : violation;
        // Whoever is on the move may be anywhere: as little is known as in the beginning.
        double either = contrary + sighting.moving() * Math.max(0, settings.firstPrior() - contrary);
        return Math.clamp(either, P_MIN, 1 - P_MIN);
    }

    /** Whether the new sighting, if honest, goes on from where the run was seen rather than from before it. */
    private boolean cameFromRun(RecentTrack track) {
        Instant start = run.start;
        return start != null && track.cameSince(start) >= AGREES;
    }

    private static double spread(Sighting sighting, EvidenceSettings settings) {
        double drift = settings.driftMeters();
        return Math.sqrt(drift * drift + sighting.sigmaMeters() * sighting.sigmaMeters());
    }

    /**
     * Weighs what holds if the new sighting is honest against what holds if it is not, and remembers the former.
     *
     * @param oddsAgainst belief, if it is honest
     */
    private void weigh(double oddsAgainst, RecentTrack track) {
        double p = oddsAgainst / (1 + oddsAgainst);
        double violation = violating ? 1 - p : p;
        double believed = track.believed(ifHonest, violation);
        remember(violation, track);
        odds = clamped(believed / (1 - believed));
    }

    /** Keeps {@link #ifHonest} in step with what the track will remember. */
    private void remember(double violation, RecentTrack track) {
        int size = track.size();
        int victim = track.victim();
        if (victim >= 0) {
            System.arraycopy(ifHonest, victim + 1, ifHonest, victim, size - victim - 1);
            size--;
        }
        ifHonest[size] = violation;
    }

    /** Log-odds against belief. */
    private double against() {
        return violating ? -Math.log(odds) : Math.log(odds);
    }

    private static double logit(double p) {
        double bounded = Math.clamp(p, P_MIN, 1 - P_MIN);
        return Math.log(bounded / (1 - bounded));
    }

    /** All relaxes towards what is usual. */
    private void forget(double seconds, RecentTrack track, EvidenceSettings settings) {
        double rate = settings.violateRate() + settings.complyRate();
        double usual = settings.violateRate() / rate;
        double x = rate * seconds;
        // Between two fixes of an ordinary plan the exponential is its own series.
        double kept = x < 0.02 ? 1 - x + x * x / 2 : Math.exp(-x);
        double p = usual + (odds / (1 + odds) - usual) * kept;
        odds = clamped(p / (1 - p));
        for (int i = 0; i < track.size(); i++) {
            // What cannot be the newest honest one any more is never asked again.
            if (track.weight(i) > 0) {
                ifHonest[i] = usual + (ifHonest[i] - usual) * kept;
            }
        }
    }

    private void inform(Sighting sighting, double z) {
        double wild = Math.max(sighting.wildShare(), 1 - sighting.trust());
        double out = (1 - wild) * Normal.cdf(z) + wild / 2;
        boolean clear = out > CLEAR || out < 1 - CLEAR;
        if (!sighting.suspect() && (clear || sighting.sigmaMeters() <= PRECISE_METERS)) {
            informedAt = sighting.at();
        }
    }

    private void support(Sighting sighting, double depth, double oddsAgainst, RecentTrack track) {
        boolean onward = cameFromRun(track);
        weigh(oddsAgainst, track);
        // A run ends where nothing is left of it: it was a fault, or belief is restored.
        if (!run.isEmpty() && ((!onward && !sighting.suspect()) || against() <= run.floor)) {
            run.clear();
        }
        if (violating) {
            supported = true;
            fixes++;
            supportedDepth = Math.min(depth, lastDepthMeters);
            if (depth > depthMeters) {
                supportedDepth = sighting.suspect() ? supportedDepth : depth;
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
            Sighting sighting,
            double depth,
            double share,
            double prior,
            double alone,
            RecentTrack track,
            EvidenceSettings settings) {
        boolean onward = cameFromRun(track);
        if (!onward && !sighting.suspect()) {
            // If this one is right, those before it in the run were wrong.
            run.clear();
        }
        if (run.isEmpty()) {
            run.floor = prior;
        } else {
            run.floor = Math.max(run.floor, logit(sighting.moving() * settings.firstPrior()));
        }
        double allowed = run.challenge(sighting, Math.abs(depth), share, onward, settings);
        boolean sure = onward && !sighting.suspect();
        double weighed = Math.min(prior + alone, run.floor + (sure ? Math.max(alone, allowed) : allowed));
        weigh(Math.exp(weighed), track);
        run.keep(new Weighed(sighting.at(), sighting.contentHash(), depth, posterior()));
        if (run.independent >= INDEPENDENT_MIN
                && against() >= Math.log(settings.confirmAt() / (1 - settings.confirmAt()))) {
            turn();
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

    /** The newest sightings on the believed side, oldest first, at most six; the ones that turned it right after it turned. */
    public List<Weighed> supporting() {
        return List.copyOf(support);
    }
}
