package org.guitu.geofence.judgement;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.guitu.geofence.evidence.EvidenceSettings;
import org.guitu.geofence.rule.Aspect;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.track.Fix;

/**
 * Judges one subject's timeline. Pure and thread-safe.
 *
 * <p>A fold is a walk along two interleaved sequences, both in device time: the fixes, and the instants at which the calendar changes a rule
 * (hours open or close, a revision begins or ends). Each is taken at its own instant, the calendar first where they meet. The state kept at the
 * end is that after the newest fix; what the calendar alone does between there and {@code now} is told in the findings but not kept, because a
 * fix from that stretch may yet arrive. Hence {@code fold(a..z)} equals {@code fold(a..m)} followed by {@code fold(n..z)}, with any number of
 * folds over nothing in between.
 */
public final class Judge {

    private final EvidenceSettings evidence;

    public Judge() {
        this(EvidenceSettings.of(DeviceTerms.defaults().freshFor()));
    }

    /** A judge with a filter of other constants, to learn what they are worth; its freshness is still that of the rule book. */
    public Judge(EvidenceSettings evidence) {
        this.evidence = evidence;
    }

    /**
     * Folds from a checkpoint over the fixes after it.
     *
     * @param from {@link Checkpoint#start()} or one that an earlier fold returned
     * @param fixes in {@link Fix} order, none before {@code from.at()}; those that {@code from} already {@link Checkpoint#covers} at that very
     *     instant, and duplicates, are harmless
     * @param book the rules, past revisions included
     * @param now the smaller of the clock and the log's watermark; before the newest fix it counts as the newest fix
     * @throws IllegalArgumentException if the fixes are out of order or begin before the checkpoint
     */
    public Fold fold(Checkpoint from, Iterable<Fix> fixes, RuleBook book, Instant now) {
        return fold(from, fixes, book, () -> now);
    }

    /** The same, where "now" is known only when the fixes are exhausted: it is asked once, after the last. */
    public Fold fold(Checkpoint from, Iterable<Fix> fixes, RuleBook book, Supplier<Instant> now) {
        var walk = new Walk(from, book, evidence);
        for (Fix fix : fixes) {
            walk.see(fix);
        }
        return walk.finish(now.get());
    }

    /**
     * Tells what every fix came to for one rule, from a checkpoint on.
     *
     * @param ruleId a rule of the book; nothing is told of one that is not in it
     * @param aspect the order itself or the warning about it
     */
    public List<Traced> explain(Checkpoint from, Iterable<Fix> fixes, RuleBook book, long ruleId, Aspect aspect) {
        var walk = new Walk(from, book, evidence);
        walk.traceOf(ruleId, aspect);
        for (Fix fix : fixes) {
            walk.see(fix);
        }
        return walk.trace();
    }
}
