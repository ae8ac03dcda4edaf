package org.guitu.geofence.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guitu.geofence.schedule.Phase;
import org.guitu.geofence.zone.LocalFrame;
import org.guitu.geofence.zone.PreparedArea;
import org.jspecify.annotations.Nullable;

/**
 * One rule through time: its revisions, oldest first.
 *
 * @param ruleId what all its revisions share
 * @param revisions in order, not overlapping
 */
public record RuleLine(long ruleId, List<Revision> revisions) {

    public RuleLine {
        revisions = List.copyOf(revisions);
    }

    /** One revision with its area made ready. */
    public record Revision(Rule rule, PreparedArea area) {

        /** Metres into the violating side; negative on the compliant side. */
        public double depth(LocalFrame from) {
            double distance = area.signedDistance(from);
            return switch (rule.kind()) {
                case STAY_IN -> distance;
                case KEEP_OUT -> -distance;
            };
        }

        /** Whether evidence gathered about {@code other} speaks about this revision too: the same order about the same ground. */
        public boolean sameGround(Revision other) {
            return rule.kind() == other.rule.kind() && rule.area().equals(other.rule.area());
        }
    }

    static RuleLine of(long ruleId, List<Rule> inOrder) {
        var revisions = new ArrayList<Revision>();
        for (Rule rule : inOrder) {
            revisions.add(new Revision(rule, PreparedArea.of(rule.area())));
        }
        return new RuleLine(ruleId, revisions);
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
