package org.guitu.geofence.judgement;

import java.time.Instant;
import java.util.List;
import org.guitu.geofence.evidence.Belief;
import org.guitu.geofence.evidence.EvidenceSettings;
import org.guitu.geofence.evidence.RecentTrack;
import org.guitu.geofence.evidence.Sighting;
import org.guitu.geofence.evidence.Weighed;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.rule.RuleLine;
import org.guitu.geofence.zone.LocalFrame;

/**
 * One rule on its way through time. Two things move it, each at its own instant and in order: the calendar ({@link #advance}: hours open and
 * close, revisions come and go) and evidence ({@link #see}).
 *
 * <pre>
 *              hours open while a violation is believed on fresh evidence; or evidence convinces in hours
 *   no finding ──────────────────────────────────────────────────────────────────────────────────────▶ open
 *       ▲                                                                                               │
 *       └───────── evidence of return (ends at its first fix), hours close, or the order's ground changes ┘
 * </pre>
 */
final class RuleState {

    private final RuleLine rule;
    private final EvidenceSettings settings;
    final Line line;
    Belief belief;
    private RuleLine.Moment moment;

    RuleState(RuleLine rule, Line line, Belief belief, Instant at, EvidenceSettings settings) {
        this.rule = rule;
        this.line = line;
        this.belief = belief;
        this.settings = settings;
        this.moment = rule.at(at);
    }

    long ruleId() {
        return rule.ruleId();
    }

    /** Lets the calendar run up to and including {@code to}. */
    void advance(Instant to, RecentTrack track, List<Finding> closed) {
        while (!moment.until().isAfter(to) && !moment.until().equals(Instant.MAX)) {
            Instant next = idleAt(moment.until()) ? endOfRevision() : moment.until();
            if (next.isAfter(to)) {
                moment = rule.at(to);
            } else {
                pass(next, track, closed);
            }
        }
    }

    /** With nothing open and only stale evidence, hours may open and close for years and change nothing. */
    private boolean idleAt(Instant at) {
        return line.open.isEmpty() && !belief.freshAt(at, settings);
    }

    private Instant endOfRevision() {
        RuleLine.Revision revision = moment.revision();
        return revision == null ? moment.until() : revision.rule().validTo();
    }

    private void pass(Instant at, RecentTrack track, List<Finding> closed) {
        RuleLine.Moment before = moment;
        RuleLine.Moment now = rule.at(at);
        moment = now;
        RuleLine.Revision revision = now.revision();
        if (revision == null) {
            belief = new Belief(settings);
        } else if (before.revision() == null || !revision.sameGround(before.revision())) {
            belief = Belief.from(track.sightings(), revision::depth, settings);
        }
        OpenFinding open = line.only();
        if (open != null && !(now.inForce() && revision != null && belief.violating() && open.kind == kind(revision))) {
            line.end(open, at, List.of(), closed);
        }
        if (now.inForce()
                && revision != null
                && line.only() == null
                && belief.convinced(settings)
                && belief.freshAt(at, settings)) {
            line.begin(new OpenFinding(
                    kind(revision),
                    at,
                    at,
                    belief.lastDepthMeters(),
                    belief.supporting().size(),
                    belief.supporting()));
        }
    }

    /** Takes in a sighting; the calendar must have been advanced to it. */
    void see(Sighting sighting, RecentTrack track, LocalFrame frame, List<Finding> closed) {
        RuleLine.Revision revision = moment.revision();
        if (revision == null) {
            return;
        }
        double depth = revision.depth(frame);
        belief.see(sighting, depth, track, frame, settings);
        if (!moment.inForce()) {
            return;
        }
        OpenFinding open = line.only();
        if (open == null) {
            if (belief.convinced(settings)) {
                begin(sighting.at(), revision);
            }
        } else if (!belief.violating()) {
            line.end(open, later(since(sighting.at()), open.confirmedAt), belief.supporting(), closed);
        } else if (belief.supported()) {
            open.support(
                    new Weighed(sighting.at(), sighting.contentHash(), depth, belief.posterior()),
                    belief.supportedDepthMeters());
        }
    }

    private void begin(Instant confirmedAt, RuleLine.Revision revision) {
        Instant start = later(later(since(confirmedAt), moment.since()), line.settledUntil());
        List<Weighed> convincing = belief.supporting().stream()
                .filter(weighed -> !weighed.at().isBefore(start))
                .toList();
        // Belief may be older than the hours: then only what is known of the depth since they opened counts.
        boolean whole = convincing.size() == belief.supporting().size();
        double depth = whole ? belief.depthMeters() : belief.lastDepthMeters();
        int fixes = whole ? belief.fixes() : convincing.size();
        line.begin(new OpenFinding(kind(revision), start, confirmedAt, depth, fixes, convincing));
    }

    private Instant since(Instant otherwise) {
        Instant since = belief.since();
        return since == null ? otherwise : since;
    }

    private static FindingKind kind(RuleLine.Revision revision) {
        return revision.rule().kind() == RuleKind.KEEP_OUT
                ? FindingKind.EXCLUSION
                : revision.rule().schedule().isPresent() ? FindingKind.CURFEW : FindingKind.BOUNDARY;
    }

    /** How the subject stands at an instant up to which the calendar has been advanced. */
    Fold.Standing standing(Instant now) {
        RuleLine.Revision revision = moment.revision();
        RuleKind kind = (revision == null ? rule.revisions().getLast() : revision)
                .rule()
                .kind();
        return new Fold.Standing(ruleId(), kind, state(now), belief.posterior());
    }

    private Fold.Standing.State state(Instant now) {
        if (!moment.inForce()) {
            return Fold.Standing.State.NOT_IN_FORCE;
        }
        if (!belief.freshAt(now, settings)) {
            return Fold.Standing.State.UNOBSERVED;
        }
        return line.only() != null ? Fold.Standing.State.VIOLATING : Fold.Standing.State.COMPLIANT;
    }

    /** When the calendar or the ageing of evidence next changes how the subject stands; {@link Instant#MAX} for never. */
    Instant wakeAt(Instant now) {
        Instant wake = moment.until();
        Instant informed = belief.informedAt();
        if (moment.inForce() && informed != null && belief.freshAt(now, settings)) {
            Instant stale = informed.plus(settings.freshFor());
            return stale.isBefore(wake) ? stale : wake;
        }
        return wake;
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
