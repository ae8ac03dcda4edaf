package org.guitu.geofence.judgement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.geofence.evidence.Belief;
import org.guitu.geofence.evidence.EvidenceSettings;
import org.guitu.geofence.evidence.RecentTrack;
import org.guitu.geofence.evidence.Sighting;
import org.guitu.geofence.evidence.Weighed;
import org.guitu.geofence.rule.Aspect;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.rule.RuleLine;
import org.guitu.geofence.schedule.Phase;
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
 *
 * <p>Where a dwell is required being outside is no finding by itself: {@link Attendance} counts, and a finding opens when absence has used up all
 * that the window allows.
 */
final class RuleState {

    private static final double REACH_MIN = 300;
    private static final double REACH_SIGMAS = 8;

    private final RuleLine rule;
    final Line line;
    final Attendance attendance;
    Belief belief;
    private EvidenceSettings settings;
    private RuleLine.Moment moment;

    RuleState(RuleLine rule, Checkpoint.KeptRule kept, Instant at, EvidenceSettings settings) {
        this(rule, kept.line(), kept.belief(), kept.attendance(), at, settings);
    }

    /** A rule that was not watched before {@code at}. */
    RuleState(RuleLine rule, Belief belief, Instant at, EvidenceSettings settings) {
        this(rule, new Line(OptionalLong.of(rule.ruleId())), belief, new Attendance(), at, settings);
        if (counts(moment)) {
            attendance.open(later(at, moment.since()));
        }
    }

    private RuleState(
            RuleLine rule, Line line, Belief belief, Attendance attendance, Instant at, EvidenceSettings settings) {
        this.rule = rule;
        this.line = line;
        this.belief = belief;
        this.attendance = attendance;
        this.settings = settings;
        this.moment = rule.at(at);
    }

    RuleLine rule() {
        return rule;
    }

    /** The terms of the device have changed; the calendar must have been advanced to that instant. */
    void change(EvidenceSettings newSettings) {
        settings = newSettings;
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
        if (attendance.isOpen()) {
            attend(to, track);
        }
    }

    /** With nothing open or counted and only stale evidence, hours may open and close for years and change nothing. */
    private boolean idleAt(Instant at) {
        RuleLine.Revision revision = moment.revision();
        return line.open().isEmpty()
                && !belief.freshAt(at, settings)
                && (revision == null || revision.dwell().isEmpty());
    }

    private Instant endOfRevision() {
        RuleLine.Revision revision = moment.revision();
        return revision == null ? moment.until() : revision.rule().validTo();
    }

    private void pass(Instant at, RecentTrack track, List<Finding> closed) {
        if (attendance.isOpen()) {
            attend(at, track);
            leave(at, closed);
        }
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
        if (counts(now)) {
            attendance.open(at);
        } else if (now.inForce()
                && revision != null
                && revision.dwell().isEmpty()
                && line.only() == null
                && belief.convinced(settings)
                && belief.freshAt(at, settings)) {
            beginByClock(kind(revision), at, track);
        }
    }

    /** Time alone begins a finding: what is believed of where the subject was last seen is what speaks. */
    private void beginByClock(FindingKind kind, Instant at, RecentTrack track) {
        var open = new OpenFinding(
                kind, at, at, belief.lastDepthMeters(), belief.supporting().size(), belief.supporting());
        RuleLine.Revision revision = moment.revision();
        Sighting last = track.newest();
        if (revision != null && last != null) {
            open.place = revision.place(LocalFrame.at(last.latitude(), last.longitude()));
        }
        line.begin(open);
    }

    /**
     * Whether dwell is counted now. A window without an end has no dwell to reach in it, and one that leave, a new revision or the rule's own beginning
     * or end cuts short is asked of nobody.
     */
    private static boolean counts(RuleLine.Moment moment) {
        RuleLine.Revision revision = moment.revision();
        if (!moment.inForce() || revision == null || revision.dwell().isEmpty()) {
            return false;
        }
        Phase window = revision.rule()
                .schedule()
                .map(schedule -> schedule.windowAt(moment.since()))
                .orElse(Phase.ALWAYS);
        return window.since().equals(moment.since())
                && window.until().equals(moment.until())
                && !window.until().equals(Instant.MAX);
    }

    /** Counts attendance up to an instant at which belief is what it was; absence beyond what the window allows becomes a finding. */
    private void attend(Instant to, RecentTrack track) {
        Duration allowance = allowance();
        Instant exceeded = line.only() == null ? attendance.exceededAt(allowance, belief, settings) : Instant.MAX;
        attendance.count(to, belief, settings);
        if (!exceeded.isAfter(to)) {
            beginByClock(FindingKind.ATTENDANCE, exceeded, track);
        }
    }

    /** How long the subject may be absent from the window that is open. */
    private Duration allowance() {
        RuleLine.Revision revision = moment.revision();
        Duration dwell = revision == null ? Duration.ZERO : revision.dwell().orElse(Duration.ZERO);
        Duration left = Duration.between(moment.since(), moment.until()).minus(dwell);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The window closes: what was not seen to be done is said not to have been seen. */
    private void leave(Instant at, List<Finding> closed) {
        RuleLine.Revision revision = moment.revision();
        Instant opened = attendance.openedAt;
        OpenFinding open = line.only();
        if (open != null) {
            line.end(open, at, List.of(), closed);
        } else if (revision != null && opened != null && at.equals(moment.until()) && opened.equals(moment.since())) {
            double required = revision.dwell().orElse(Duration.ZERO).toMillis() / 1000.0;
            if (attendance.presentSeconds < required) {
                var unproven = new OpenFinding(FindingKind.ATTENDANCE_UNPROVEN, opened, at, 0, 0, List.of());
                line.begin(unproven);
                line.end(unproven, at, List.of(), closed);
            }
        }
        attendance.close();
    }

    /** Takes in a sighting; the calendar must have been advanced to it. */
    void see(Sighting sighting, RecentTrack track, LocalFrame frame, List<Finding> closed) {
        RuleLine.Revision revision = moment.revision();
        if (revision == null) {
            return;
        }
        double depth = revision.depth(frame, reach(sighting));
        belief.see(sighting, depth, track, frame, settings);
        if (!moment.inForce()) {
            return;
        }
        if (revision.dwell().isPresent()) {
            seeAttendance();
            return;
        }
        if (depth < 0 && !belief.violating() && line.only() == null && isForbidden(revision)) {
            Instant notBefore = later(moment.since(), line.settledUntil());
            Passage.beforeLast(sighting, depth, revision, track, frame, settings)
                    .filter(passage -> !passage.finding().start.isBefore(notBefore))
                    .ifPresent(passage -> {
                        line.begin(passage.finding());
                        line.end(passage.finding(), passage.leftAt(), List.of(), closed);
                    });
        }
        OpenFinding open = line.only();
        if (open == null) {
            if (belief.convinced(settings)) {
                begin(sighting.at(), revision, frame);
            }
        } else if (!belief.violating()) {
            line.end(open, later(since(sighting.at()), open.confirmedAt), belief.supporting(), closed);
        } else if (belief.supported()) {
            open.support(
                    new Weighed(sighting.at(), sighting.contentHash(), depth, belief.posterior()),
                    belief.supportedDepthMeters());
        }
    }

    /** How far an error of this sighting could reach: further from the edge than this, further makes no difference. */
    private double reach(Sighting sighting) {
        double sigma = sighting.sigmaMeters();
        return Math.max(
                REACH_MIN, REACH_SIGMAS * Math.sqrt(sigma * sigma + settings.driftMeters() * settings.driftMeters()));
    }

    /** What a sighting that was just seen came to; empty where no revision was valid. */
    Optional<Traced> traced(Sighting sighting, LocalFrame frame, double before) {
        RuleLine.Revision revision = moment.revision();
        if (revision == null) {
            return Optional.empty();
        }
        double after = belief.posterior();
        return Optional.of(new Traced(
                sighting.at(),
                sighting.contentHash(),
                sighting.latitude(),
                sighting.longitude(),
                sighting.sigmaMeters(),
                1 - sighting.trust(),
                revision.depth(frame, reach(sighting)),
                Math.log(after / (1 - after)) - Math.log(before / (1 - before)),
                after,
                moment.inForce()));
    }

    private void seeAttendance() {
        if (attendance.isOpen() && belief.turned()) {
            attendance.turned(belief);
            OpenFinding open = line.only();
            if (open != null && !attendance.exceeded(allowance())) {
                line.drop(open);
            }
        }
    }

    private boolean isForbidden(RuleLine.Revision revision) {
        return revision.rule().kind() == RuleKind.KEEP_OUT && rule.aspect() == Aspect.ORDER;
    }

    private void begin(Instant confirmedAt, RuleLine.Revision revision, LocalFrame frame) {
        Instant start = later(later(since(confirmedAt), moment.since()), line.settledUntil());
        List<Weighed> convincing = belief.supporting().stream()
                .filter(weighed -> !weighed.at().isBefore(start))
                .toList();
        // Belief may be older than the hours: then only what is known of the depth since they opened counts.
        boolean whole = convincing.size() == belief.supporting().size();
        double depth = whole ? belief.depthMeters() : belief.lastDepthMeters();
        int fixes = whole ? belief.fixes() : convincing.size();
        var open = new OpenFinding(kind(revision), start, confirmedAt, depth, fixes, convincing);
        open.place = revision.place(frame);
        line.begin(open);
    }

    private Instant since(Instant otherwise) {
        Instant since = belief.since();
        return since == null ? otherwise : since;
    }

    private FindingKind kind(RuleLine.Revision revision) {
        return switch (revision.rule().kind()) {
            case STAY_IN ->
                revision.dwell().isPresent()
                        ? FindingKind.ATTENDANCE
                        : revision.rule()
                                        .schedule()
                                        .filter(s -> !s.alwaysButForExceptions())
                                        .isPresent()
                                ? FindingKind.CURFEW
                                : FindingKind.BOUNDARY;
            case KEEP_OUT -> rule.aspect() == Aspect.APPROACH ? FindingKind.APPROACH : FindingKind.EXCLUSION;
            case KEEP_AWAY -> FindingKind.PROXIMITY;
            case STAY_TOGETHER -> FindingKind.SEPARATION;
            case REPORT_EVERY -> throw new IllegalStateException("a plan is not judged by place");
        };
    }

    /** How the subject stands at an instant up to which the calendar has been advanced. */
    Fold.Standing standing(Instant now) {
        RuleLine.Revision revision = moment.revision();
        RuleKind kind = (revision == null ? rule.revisions().getLast() : revision)
                .rule()
                .kind();
        return new Fold.Standing(rule.ruleId(), kind, state(now), belief.posterior());
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
            wake = earlier(wake, informed.plus(settings.freshFor()));
        }
        if (attendance.isOpen() && line.only() == null) {
            wake = earlier(wake, attendance.exceededAt(allowance(), belief, settings));
        }
        return wake;
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
