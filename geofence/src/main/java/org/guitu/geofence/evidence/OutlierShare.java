package org.guitu.geofence.evidence;

import java.util.ArrayList;
import java.util.List;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.LocalFrame;

/**
 * How often a device's satellite fixes are wild: learnt from what it reported, at night, as data of the rule book.
 *
 * <p>A fix is held against the honest one before it and the one after it. Was it on the way from the former to the latter, or would one have to
 * leave and come back for its sake alone? The answer is a probability for each fix; their mean and the share assumed are made to agree (an EM
 * iteration), with a Beta prior that stands for {@value #PRIOR_FIXES} fixes of the usual share. Real movement does not come back at once.
 *
 * @param share estimated share, 0-1
 * @param fixes how many fixes it rests on
 */
public record OutlierShare(double share, int fixes) {

    /** How many fixes the prior is worth: about a third of a day of a bracelet's. */
    public static final int PRIOR_FIXES = 400;

    private static final int ROUNDS = 12;
    private static final double GAP_SECONDS = 900;
    private static final double SHARE_MIN = 0.001;
    private static final double SHARE_MAX = 0.3;

    /**
     * Estimates the share from a stretch of one device's fixes: a day or a month.
     *
     * @param fixes in {@link Fix} order; unlocated and coarse ones are passed over
     * @param usual the share of devices one knows nothing of, 0-1
     */
    public static OutlierShare estimate(Iterable<Fix> fixes, double usual, EvidenceSettings settings) {
        var used = new ArrayList<Fix>();
        for (Fix fix : fixes) {
            if (fix.located() && NoiseModel.sigmaMeters(fix) < NoiseModel.COARSE_METERS) {
                used.add(fix);
            }
        }
        double share = Math.clamp(usual, SHARE_MIN, SHARE_MAX);
        for (int round = 0; round < ROUNDS; round++) {
            double wild = PRIOR_FIXES * usual + count(used, share, settings);
            share = Math.clamp(wild / (PRIOR_FIXES + used.size()), SHARE_MIN, SHARE_MAX);
        }
        return new OutlierShare(share, used.size());
    }

    /** Expected number of wild ones, if this is their share. */
    private static double count(List<Fix> fixes, double share, EvidenceSettings settings) {
        double count = 0;
        Fix before = null;
        double moving = 0;
        for (int i = 0; i < fixes.size(); i++) {
            Fix fix = fixes.get(i);
            if (before == null || !near(before, fix) || i + 1 == fixes.size()) {
                count += share;
                before = fix;
                moving = 0;
                continue;
            }
            Step step = Step.of(before, fix, moving, settings);
            double p = wild(before, fix, next(fixes, i, before, step, settings), moving, step, share, settings);
            count += p;
            if (p < 0.5) {
                before = fix;
                moving = step.moving;
            }
        }
        return count;
    }

    /** The next fix, or the one after that if the next fits neither before nor after: then it is the wild one. */
    private static Fix next(List<Fix> fixes, int i, Fix before, Step step, EvidenceSettings settings) {
        Fix next = fixes.get(i + 1);
        if (i + 2 >= fixes.size()) {
            return next;
        }
        Fix fix = fixes.get(i);
        Fix later = fixes.get(i + 2);
        Step on = Step.of(fix, next, step.moving, settings);
        double through = on.density * Step.of(next, later, on.moving, settings).density;
        double past = 0.01 * strayed(before, next, settings) * Step.of(fix, later, step.moving, settings).density;
        return through < past ? later : next;
    }

    private static double wild(
            Fix before, Fix fix, Fix after, double moving, Step step, double share, EvidenceSettings settings) {
        double honest = (1 - share) * step.density * Step.of(fix, after, step.moving, settings).density;
        double fault = share * strayed(before, fix, settings) * Step.of(before, after, moving, settings).density;
        return fault / (fault + honest);
    }

    /**
     * From one honest fix to the next.
     *
     * @param density of its place
     * @param moving probability that it was a movement
     */
    private record Step(double density, double moving) {
        static Step of(Fix from, Fix to, double moving, EvidenceSettings settings) {
            double seconds = seconds(from, to);
            double variance =
                    Journey.variance(NoiseModel.sigmaMeters(from), NoiseModel.sigmaMeters(to), seconds, settings);
            double squared = squared(from, to);
            double going = Journey.going(moving, seconds, settings);
            double stayed = (1 - going) * Journey.staying(squared, variance);
            double went = going * Journey.going(squared, variance, seconds, settings);
            return new Step(stayed + went, went / (stayed + went));
        }
    }

    private static double strayed(Fix from, Fix to, EvidenceSettings settings) {
        return Journey.wild(squared(from, to), settings);
    }

    private static double squared(Fix from, Fix to) {
        double meters = LocalFrame.at(to.latitude(), to.longitude()).distance(from.latitude(), from.longitude());
        return meters * meters;
    }

    private static double seconds(Fix from, Fix to) {
        return Math.max(1, RecentTrack.secondsBetween(from.at(), to.at()));
    }

    private static boolean near(Fix from, Fix to) {
        return seconds(from, to) <= GAP_SECONDS;
    }
}
