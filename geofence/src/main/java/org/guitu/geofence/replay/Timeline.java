package org.guitu.geofence.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.judgement.Reconciliation;
import org.guitu.geofence.judgement.Reconciliation.Revision;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.track.Fix;

/**
 * One subject's timeline in memory, judged as its reports arrive: stored fixes in device-time order, the newest checkpoint, one for each day, and
 * the standing findings. A late report or a changed rule book folds again from the checkpoint before it. Mutable; one thread.
 */
public final class Timeline {

    private final Judge judge;
    private final NavigableSet<Fix> fixes = new TreeSet<>();
    private final NavigableMap<Instant, Checkpoint> days = new TreeMap<>();
    private final NavigableMap<Long, RaisedFinding> standing = new TreeMap<>();
    private final List<Change> history = new ArrayList<>();
    private RuleBook book;
    private Checkpoint newest = Checkpoint.start();
    private List<Fold.Standing> standings = List.of();
    private Instant clock = Instant.MIN;
    private Instant wakeAt = Instant.MAX;
    private long lastId;
    private long folds;
    private long folded;

    /** One act of reconciliation and the instant it happened at. */
    public record Change(Instant at, Revision revision) {}

    public Timeline(Judge judge, RuleBook book) {
        this.judge = judge;
        this.book = book;
    }

    /** Takes one report at its {@link Fix#receivedAt()}. */
    public void accept(Fix fix) {
        accept(List.of(fix));
    }

    /** Takes reports that arrive together; the clock moves to the newest arrival among them first. */
    public void accept(Collection<Fix> batch) {
        for (Fix fix : batch) {
            if (fix.receivedAt().isAfter(clock)) {
                advanceTo(fix.receivedAt());
            }
        }
        Fix earliest = null;
        for (Fix fix : batch) {
            // The set keeps the first of two equal reports, as the store does.
            if (fixes.add(fix) && (earliest == null || fix.compareTo(earliest) < 0)) {
                earliest = fix;
            }
        }
        if (earliest != null) {
            fold(before(earliest), clock);
        }
    }

    /** Lets the clock run to an instant, judging at every instant the judge asked to be woken at. */
    public void advanceTo(Instant instant) {
        while (!wakeAt.isAfter(instant)) {
            Instant wake = wakeAt;
            clock = wake;
            fold(newest, wake);
        }
        clock = instant.isAfter(clock) ? instant : clock;
    }

    /**
     * Replaces the rule book.
     *
     * @param affectedFrom the earliest instant at which it differs
     */
    public void revise(RuleBook revised, Instant affectedFrom) {
        book = revised;
        days.tailMap(affectedFrom, false).clear();
        if (newest.at().isAfter(affectedFrom)) {
            newest = days.isEmpty() ? Checkpoint.start() : days.lastEntry().getValue();
        }
        fold(newest, clock);
    }

    /** The newest checkpoint that does not know of anything at or after the fix; later ones are forgotten. */
    private Checkpoint before(Fix fix) {
        if (!newest.covers(fix)) {
            return newest;
        }
        days.tailMap(fix.at(), false).clear();
        return days.isEmpty() ? Checkpoint.start() : days.lastEntry().getValue();
    }

    private void fold(Checkpoint from, Instant now) {
        List<Fix> after = new ArrayList<>();
        for (Fix fix : from.at().equals(Instant.MIN) ? fixes : tail(from.at())) {
            if (!from.covers(fix)) {
                after.add(fix);
            }
        }
        Fold fold = judge.fold(from, after, book, now);
        folds++;
        folded += after.size();
        newest = fold.end();
        fold.daily().forEach(day -> days.put(day.at(), day));
        standings = fold.standings();
        wakeAt = fold.wakeAt().orElse(Instant.MAX);
        List<Reconciliation.Standing> stands = standing.values().stream()
                .map(raised -> new Reconciliation.Standing(raised.id(), raised.finding()))
                .toList();
        for (Revision revision : Reconciliation.reconcile(stands, fold)) {
            apply(revision, now);
        }
    }

    private SortedSet<Fix> tail(Instant from) {
        var floor = new Fix(from, from, Long.MIN_VALUE, 0, 0, false, null, null, null, Fix.Source.UNKNOWN, Set.of());
        return fixes.tailSet(floor, true);
    }

    private void apply(Revision revision, Instant now) {
        history.add(new Change(now, revision));
        switch (revision) {
            case Revision.Open open -> raise(open.finding(), now);
            case Revision.Split split -> raise(split.finding(), now);
            case Revision.Update update ->
                standing.computeIfPresent(update.id(), (id, raised) -> raised.updated(update.finding()));
            case Revision.Retract retract -> standing.remove(retract.id());
            case Revision.Merge merge -> standing.remove(merge.id());
        }
    }

    private void raise(Finding finding, Instant now) {
        long id = ++lastId;
        standing.put(id, RaisedFinding.raised(id, finding, now));
    }

    /** The standing findings in the order they were raised. */
    public List<RaisedFinding> findings() {
        return List.copyOf(standing.values());
    }

    /** Every revision so far, oldest first. */
    public List<Change> history() {
        return List.copyOf(history);
    }

    /** How the subject stands to each rule, as of the last fold. */
    public List<Fold.Standing> standings() {
        return standings;
    }

    /** When the judge next wants to be woken although nothing arrives. */
    public Optional<Instant> wakeAt() {
        return wakeAt.equals(Instant.MAX) ? Optional.empty() : Optional.of(wakeAt);
    }

    /** Where the clock stands. */
    public Instant clock() {
        return clock;
    }

    /** What work the judging was: folds, and fixes folded in them. */
    public Map<String, Long> work() {
        return Map.of("folds", folds, "fixes", folded);
    }
}
