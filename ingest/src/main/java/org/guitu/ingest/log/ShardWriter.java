package org.guitu.ingest.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.guitu.ingest.log.ShardQueue.Waiting;
import org.guitu.ingest.store.SqlStates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shard's writer: takes what waits, stores it in one transaction, acknowledges, and takes again. There is no timer: the batch is
 * what came in while the previous one was committed, so it is small when little comes and large when much does.
 *
 * <p>When the database is away the batch is kept and tried again for ever. When the data is at fault the batch is halved until the piece
 * at fault stands alone; that piece goes to the quarantine and the rest is stored.
 */
final class ShardWriter implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ShardWriter.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final ShardQueue queue;
    private final BatchSink sink;
    private final int batchMax;
    private final InstantSource clock;
    private final Storing storing;
    private final LogMeters meters;
    private final CountDownLatch stop;

    ShardWriter(
            ShardQueue queue,
            BatchSink sink,
            int batchMax,
            InstantSource clock,
            Storing storing,
            LogMeters meters,
            CountDownLatch stop) {
        this.queue = queue;
        this.sink = sink;
        this.batchMax = batchMax;
        this.clock = clock;
        this.storing = storing;
        this.meters = meters;
        this.stop = stop;
    }

    /** Nothing but closing ends a writer: its shard would fill up and never be emptied again. */
    @Override
    public void run() {
        List<Waiting> batch = List.of();
        try {
            while (true) {
                batch = queue.take(batchMax);
                if (batch.isEmpty()) {
                    return;
                }
                try {
                    storeUntilDone(batch);
                } catch (RuntimeException | Error bug) {
                    LOG.error("a batch is given up unacknowledged", bug);
                    abandon(batch);
                }
            }
        } catch (InterruptedException stopped) {
            abandon(batch);
            Thread.currentThread().interrupt();
        }
    }

    private void storeUntilDone(List<Waiting> batch) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                store(batch);
                batch.forEach(waiting -> waiting.stored().complete(null));
                return;
            } catch (RuntimeException | Error failed) {
                if (isBatchAtFault(failed)) {
                    isolate(batch, failed);
                    return;
                }
                pause = waitAfter(failed, pause);
            }
            if (stop.getCount() == 0) {
                abandon(batch);
                return;
            }
        }
    }

    private void store(List<Waiting> batch) {
        Timer.Sample sample = Timer.start();
        sink.store(batch.stream().map(Waiting::entries).toList(), queue.oldestWaiting(clock.instant()));
        sample.stop(meters.commit());
        meters.batchSize().record(batch.size());
        storing.succeeded(this);
    }

    /** A failure of ours that is not the database's is a bug that this data met: the others must not wait for its mending. */
    private static boolean isBatchAtFault(Throwable failed) {
        return failed instanceof RuntimeException && (!SqlStates.isSql(failed) || SqlStates.isDataAtFault(failed));
    }

    private void isolate(List<Waiting> batch, Throwable failed) throws InterruptedException {
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            storeUntilDone(batch.subList(0, half));
            storeUntilDone(batch.subList(half, batch.size()));
            return;
        }
        Waiting culprit = batch.getFirst();
        LOG.error(
                "entries of shard key {} cannot be stored and go to the quarantine",
                culprit.entries().key(),
                failed);
        meters.unstorable().increment();
        String reason = "cannot be stored: " + failed.getClass().getSimpleName() + " " + SqlStates.of(failed);
        if (quarantineUntilDone(culprit, reason.strip())) {
            culprit.stored().completeExceptionally(new UnstorableException("cannot be stored", failed));
        } else {
            abandon(List.of(culprit));
        }
    }

    /** Whether it lies in the quarantine; if not, the log was closed and the sender has to keep it. At least one try is made. */
    private boolean quarantineUntilDone(Waiting culprit, String reason) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                sink.quarantine(culprit.entries(), reason, clock.instant());
                storing.succeeded(this);
                return true;
            } catch (RuntimeException | Error failed) {
                pause = waitAfter(failed, pause);
            }
            if (stop.getCount() == 0) {
                return false;
            }
        }
    }

    private Duration waitAfter(Throwable failed, Duration pause) throws InterruptedException {
        meters.retries().increment();
        if (SqlStates.isCollision(failed)) {
            return pause;
        }
        storing.failed(this, failed);
        boolean stopping = stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        Duration next = pause.multipliedBy(2);
        return stopping || next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }

    private static void abandon(List<Waiting> batch) {
        batch.forEach(waiting -> waiting.stored()
                .completeExceptionally(new IllegalStateException("the log was closed before this was stored")));
    }

    /** What a writer measures. */
    record LogMeters(Timer commit, DistributionSummary batchSize, Counter retries, Counter unstorable) {}
}
