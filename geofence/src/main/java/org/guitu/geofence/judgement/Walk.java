package org.guitu.geofence.judgement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.geofence.evidence.Belief;
import org.guitu.geofence.evidence.EvidenceSettings;
import org.guitu.geofence.evidence.RecentTrack;
import org.guitu.geofence.evidence.Sighting;
import org.guitu.geofence.rule.Aspect;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.rule.RuleLine;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.LocalFrame;
import org.jspecify.annotations.Nullable;

/** One pass along a timeline: the mutable heart of a fold, used once and thrown away. */
final class Walk {

    private static final Comparator<Finding> BY_START = Comparator.comparing(Finding::start)
            .thenComparing(Finding::kind)
            .thenComparingLong(finding -> finding.ruleId().orElse(Long.MIN_VALUE));

    /** What a rule's state is kept by. */
    private record Key(long ruleId, Aspect aspect) {}

    private final RuleBook book;
    private final RecentTrack track;
    private final FactState facts;
    private final Map<Key, Checkpoint.KeptRule> kept = new HashMap<>();
    private final List<Fold.Settled> settled = new ArrayList<>();
    private final List<Finding> closed = new ArrayList<>();
    private final List<Checkpoint> daily = new ArrayList<>();
    private List<RuleState> rules = List.of();
    private EvidenceSettings evidence;
    private DeviceTerms terms;
    private Instant termsUntil = Instant.MAX;
    private Instant earliest;
    private Instant at;
    private long contentHash;
    private boolean dayStart;
    private long dayEnd = Long.MIN_VALUE;
    private @Nullable Key traced;
    private final List<Traced> trace = new ArrayList<>();

    Walk(Checkpoint from, RuleBook book, EvidenceSettings evidence) {
        this.evidence = evidence;
        this.book = book;
        this.terms = book.termsAt(from.at());
        track = new RecentTrack(from.sightings());
        facts = new FactState(from.facts());
        at = from.at();
        contentHash = from.contentHash();
        dayStart = from.dayStart();
        earliest = from.at();
        recall(facts.line);
        for (Checkpoint.KeptRule rule : from.rules()) {
            kept.put(new Key(rule.line().ruleId.orElseThrow(), rule.aspect()), rule);
            recall(rule.line());
        }
        if (!at.equals(Instant.MIN)) {
            enter(at);
        }
    }

    /** What every sighting comes to for one rule is to be remembered. */
    void traceOf(long ruleId, Aspect aspect) {
        traced = new Key(ruleId, aspect);
    }

    /** A suspect that lies on the same side as the next fix one can believe is borne out by it; one that lies elsewhere was wild. */
    List<Traced> trace() {
        var told = new ArrayList<>(trace);
        for (int i = told.size() - 2; i >= 0; i--) {
            Traced next = told.get(i + 1);
            if ((told.get(i).depthMeters() > 0) == (next.depthMeters() > 0)) {
                told.set(i, told.get(i).borneOut(next));
            }
        }
        return List.copyOf(told);
    }

    private void recall(Line line) {
        line.settled().forEach((kind, until) -> settled.add(new Fold.Settled(kind, line.ruleId, until)));
        for (OpenFinding open : line.open().values()) {
            earliest = open.start.isBefore(earliest) ? open.start : earliest;
        }
    }

    /** Sets out: from here on the calendar of every rule runs. */
    private void enter(Instant start) {
        enterTerms(start);
        var states = new ArrayList<RuleState>();
        for (RuleLine line : book.lines()) {
            Checkpoint.KeptRule state = kept.get(new Key(line.ruleId(), line.aspect()));
            states.add(
                    state != null
                            ? new RuleState(line, state, start, evidence)
                            : new RuleState(line, belief(line, start), start, evidence));
        }
        rules = states;
        dayEnd = nextDay(start).getEpochSecond();
    }

    private void enterTerms(Instant at) {
        terms = book.termsAt(at);
        termsUntil = book.termsUntil(at);
        evidence = evidence.withFreshFor(terms.freshFor());
    }

    /** A rule the checkpoint does not know of yet is met with what the recent sightings say about its ground. */
    private Belief belief(RuleLine line, Instant start) {
        RuleLine.Revision revision = line.at(start).revision();
        return revision == null ? new Belief(evidence) : Belief.from(track.sightings(), revision::depth, evidence);
    }

    /** Takes the next fix; one already folded is passed over. */
    void see(Fix fix) {
        int byTime = fix.at().compareTo(at);
        if (byTime < 0) {
            throw new IllegalArgumentException("fix at " + fix.at() + " lies before the fold's position " + at);
        }
        if (byTime == 0 && !dayStart && fix.contentHash() <= contentHash) {
            return;
        }
        if (at.equals(Instant.MIN)) {
            enter(fix.at());
        }
        if (fix.at().getEpochSecond() >= dayEnd) {
            passDay(fix.at());
        }
        advance(fix.at());
        facts.see(fix, closed);
        if (fix.located() && Double.isFinite(fix.latitude()) && Double.isFinite(fix.longitude())) {
            LocalFrame frame = LocalFrame.at(fix.latitude(), fix.longitude());
            Sighting sighting = track.weigh(fix, frame, terms.outlierShare(), evidence);
            for (RuleState rule : rules) {
                double before = rule.belief.posterior();
                rule.see(sighting, track, frame, closed);
                if (traced != null
                        && traced.equals(
                                new Key(rule.rule().ruleId(), rule.rule().aspect()))) {
                    rule.traced(sighting, frame, before).ifPresent(trace::add);
                }
            }
            track.add(sighting);
        }
        at = fix.at();
        contentHash = fix.contentHash();
        dayStart = false;
    }

    /** Leaves one checkpoint for a gap of any number of days: nothing happened in between that an earlier one would not know. */
    private void passDay(Instant next) {
        Instant midnight = next.truncatedTo(ChronoUnit.DAYS);
        advance(midnight);
        at = midnight;
        contentHash = Long.MIN_VALUE;
        dayStart = true;
        daily.add(checkpoint());
        dayEnd = nextDay(midnight).getEpochSecond();
    }

    private void advance(Instant to) {
        while (!termsUntil.isAfter(to) && !termsUntil.equals(Instant.MAX)) {
            Instant change = termsUntil;
            advanceRules(change);
            enterTerms(change);
            rules.forEach(rule -> rule.change(evidence));
        }
        advanceRules(to);
    }

    private void advanceRules(Instant to) {
        for (RuleState rule : rules) {
            rule.advance(to, track, closed);
        }
    }

    private Checkpoint checkpoint() {
        var states = new ArrayList<Checkpoint.KeptRule>();
        for (RuleState rule : rules) {
            states.add(new Checkpoint.KeptRule(
                    rule.rule().aspect(), rule.line.copy(), rule.belief.copy(), rule.attendance.copy()));
        }
        return new Checkpoint(at, contentHash, dayStart, book.version(), track.sightings(), facts.line.copy(), states);
    }

    /** Ends the walk: keeps the state at the newest fix, then lets the calendar alone run on to {@code now}. */
    Fold finish(Instant clock) {
        Checkpoint end = at.equals(Instant.MIN) ? Checkpoint.start() : checkpoint();
        Instant now = RuleState.later(clock, at);
        if (at.equals(Instant.MIN)) {
            enter(now);
        }
        advance(now);
        var findings = new ArrayList<>(closed);
        facts.line.open().values().forEach(open -> findings.add(open.finding(OptionalLong.empty(), null, List.of())));
        var standings = new ArrayList<Fold.Standing>();
        Instant wake = Instant.MAX;
        for (RuleState rule : rules) {
            rule.line.open().values().forEach(open -> findings.add(open.finding(rule.line.ruleId, null, List.of())));
            if (rule.rule().aspect() == Aspect.ORDER) {
                standings.add(rule.standing(now));
            }
            Instant next = rule.wakeAt(now);
            wake = next.isBefore(wake) ? next : wake;
        }
        findings.sort(BY_START);
        Optional<Instant> wakeAt = wake.equals(Instant.MAX) ? Optional.empty() : Optional.of(wake);
        return new Fold(earliest, end, daily, settled, findings, standings, wakeAt);
    }

    private static Instant nextDay(Instant instant) {
        return instant.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }
}
