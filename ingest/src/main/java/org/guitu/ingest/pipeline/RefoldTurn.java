package org.guitu.ingest.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guitu.ingest.feed.FeedNotifier;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.SqlStates;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds subjects that late truth or a changed rule has touched and folds them again, one fold for all that has come together. A subject whose backlog
 * goes on coming is folded at a slower and slower {@link Pace}, so that ten days that arrive packet by packet cost a handful of folds. A subject whose
 * fold fails rests for a while; the others go on. Only one re-fold of a subject runs at a time, whatever process it is in: an advisory lock, which
 * dies with its holder, says so.
 */
public final class RefoldTurn implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RefoldTurn.class);
    private static final Duration REST = Duration.ofMinutes(1);

    private final Database database;
    private final Refold refold;
    private final FeedNotifier notifier;
    private final PipelineMeters meters;
    private final InstantSource clock;
    private final Map<Long, Instant> resting = new HashMap<>();
    private final Pace pace = new Pace();

    public RefoldTurn(
            Database database, Refold refold, FeedNotifier notifier, PipelineMeters meters, InstantSource clock) {
        this.database = database;
        this.refold = refold;
        this.notifier = notifier;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        resting.values().removeIf(until -> !until.isAfter(now));
        pace.forget(System.nanoTime());
        List<Long> waiting = new ArrayList<>(resting.keySet());
        waiting.addAll(pace.waiting(System.nanoTime()));
        for (long subjectId : owed(waiting)) {
            database.jdbi().useHandle(handle -> refold(handle, subjectId));
        }
    }

    private void refold(Handle handle, long subjectId) {
        boolean mine = handle.select("select pg_try_advisory_lock(hashtext('guitu.refold'), ?::int)", (int) subjectId)
                .mapTo(Boolean.class)
                .one();
        if (!mine) {
            return;
        }
        try {
            meters.refold().record(() -> refold.run(handle, subjectId));
            pace.folded(subjectId, System.nanoTime());
            notifier.wake();
        } catch (RuntimeException failed) {
            if (SqlStates.isSql(failed)) {
                throw failed;
            }
            meters.judgeFailed();
            resting.put(subjectId, clock.instant().plus(REST));
            LOG.error("the re-fold of subject {} failed and rests for {}", subjectId, REST, failed);
        } finally {
            handle.execute("select pg_advisory_unlock(hashtext('guitu.refold'), ?::int)", (int) subjectId);
        }
    }

    /** Those that need not wait, some of many at a time: the next turn takes the next. */
    private List<Long> owed(List<Long> waiting) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select subject_id from telemetry.subject_state where (dirty_from is not null or refold_from is not null)"
                                        + " and subject_id <> all(:waiting) order by subject_id limit 500")
                        .bind("waiting", waiting.toArray(Long[]::new))
                        .mapTo(Long.class)
                        .list());
    }
}
