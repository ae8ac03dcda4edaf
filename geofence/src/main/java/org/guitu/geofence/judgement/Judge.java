package org.guitu.geofence.judgement;

import java.time.Instant;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.track.Fix;

/** Judges one subject's timeline. Pure and thread-safe. */
public final class Judge {

    public Judge(JudgeSettings settings) {
        throw new UnsupportedOperationException();
    }

    /**
     * Folds from a checkpoint over the fixes after it.
     *
     * @param from {@link Checkpoint#start()} or one that an earlier fold returned
     * @param fixes in {@link Fix} order, all after {@code from}; duplicates are harmless
     * @param book the rules, past revisions included
     * @param now the smaller of the clock and the log's watermark
     */
    public Fold fold(Checkpoint from, Iterable<Fix> fixes, RuleBook book, Instant now) {
        throw new UnsupportedOperationException();
    }
}
