package org.guitu.geofence.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.geofence.pair.RelativeTrack;
import org.guitu.geofence.schedule.Phase;
import org.guitu.geofence.zone.LocalFrame;
import org.guitu.geofence.zone.PreparedArea;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of one rule through time: its revisions, oldest first.
 *
 * @param ruleId what all its revisions share
 * @param aspect what of the rule is watched
 * @param revisions in order, not overlapping
 */
public record RuleLine(long ruleId, Aspect aspect, List<Revision> revisions) {

    public RuleLine {
        revisions = List.copyOf(revisions);
    }

    /**
     * One revision with its area made ready.
     *
     * @param inside whether the compliant side is the inside of the area
     * @param marginMeters how far outside the area the line lies that must not be crossed
     */
    public record Revision(Rule rule, PreparedArea area, boolean inside, double marginMeters) {

        /** Metres into the violating side; negative on the compliant side. */
        public double depth(LocalFrame from) {
            double distance = area.signedDistance(from);
            return inside ? distance : marginMeters - distance;
        }

        /**
         * The same where it matters: on the compliant side no deeper than {@code -withinMeters}, for nobody asks how far from a breach somebody is who is
         * that far. On the violating side it is exact.
         */
        public double depth(LocalFrame from, double withinMeters) {
            double reach = withinMeters + marginMeters;
            double distance = area.signedDistance(from, reach);
            boolean deep = inside ? distance >= reach : distance <= -reach;
            if (deep) {
                distance = area.signedDistance(from);
            }
            return inside ? distance : marginMeters - distance;
        }

        /** Which place of a group the depth is about; empty for an area that is no group. */
        public OptionalLong place(LocalFrame from) {
            return area.place(from);
        }

        /** For how long, all told, the subject must be inside within a window; empty if it must be throughout. */
        public Optional<Duration> dwell() {
            return rule.order() instanceof Order.StayIn stay ? stay.dwell() : Optional.empty();
        }

        /** Whether evidence gathered about {@code other} speaks about this revision too: the same order about the same ground. */
        public boolean sameGround(Revision other) {
            return rule.kind() == other.rule.kind()
                    && marginMeters == other.marginMeters
                    && ground(rule.order()).equals(ground(other.rule.order()));
        }

        private static Object ground(Order order) {
            return switch (order) {
                case Order.StayIn stay -> stay.area();
                case Order.KeepOut out -> out.area();
                case Order.KeepAway away -> away.meters();
                case Order.StayTogether together -> together.meters();
                case Order.ReportEvery plan -> plan;
            };
        }
    }

    /** The revisions of a rule that have this aspect; those that have not leave a gap. */
    static RuleLine of(long ruleId, Aspect aspect, List<Rule> inOrder) {
        var revisions = new ArrayList<Revision>();
        for (Rule rule : inOrder) {
            Revision revision = aspect == Aspect.ORDER ? order(rule) : approach(rule);
            if (revision != null) {
                revisions.add(revision);
            }
        }
        return new RuleLine(ruleId, aspect, revisions);
    }

    private static @Nullable Revision order(Rule rule) {
        return switch (rule.order()) {
            case Order.StayIn stay -> new Revision(rule, PreparedArea.of(stay.area()), true, 0);
            case Order.KeepOut out -> new Revision(rule, PreparedArea.of(out.area()), false, 0);
            case Order.KeepAway away -> new Revision(rule, RelativeTrack.within(away.meters()), false, 0);
            case Order.StayTogether together -> new Revision(rule, RelativeTrack.within(together.meters()), true, 0);
            case Order.ReportEvery plan -> null; // judged by arrival, not by place
        };
    }

    private static @Nullable Revision approach(Rule rule) {
        return rule.order() instanceof Order.KeepOut out && out.approachMeters() > 0
                ? new Revision(rule, PreparedArea.of(out.area()), false, out.approachMeters())
                : null;
    }

    /**
     * How the rule stands at an instant.
     *
     * @param revision the revision valid then; null if none is
     * @param inForce whether it is valid and its hours are open
     * @param since from when it has been so without a break in this revision's hours or validity
     * @param until up to when nothing changes; {@link Instant#MAX} for ever
     */
    public record Moment(@Nullable Revision revision, boolean inForce, Instant since, Instant until) {}

    /** How the rule stands at an instant. */
    public Moment at(Instant instant) {
        Instant since = Instant.MIN;
        for (Revision revision : revisions) {
            Rule rule = revision.rule;
            if (instant.isBefore(rule.validFrom())) {
                return new Moment(null, false, since, rule.validFrom());
            }
            if (instant.isBefore(rule.validTo())) {
                Phase phase = rule.schedule()
                        .map(schedule -> schedule.phaseAt(instant))
                        .orElse(Phase.ALWAYS);
                return new Moment(
                        revision,
                        phase.open(),
                        later(phase.since(), rule.validFrom()),
                        phase.until().isBefore(rule.validTo()) ? phase.until() : rule.validTo());
            }
            since = rule.validTo();
        }
        return new Moment(null, false, since, Instant.MAX);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
