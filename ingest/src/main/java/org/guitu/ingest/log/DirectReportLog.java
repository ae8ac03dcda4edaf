package org.guitu.ingest.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/**
 * The log of one machine: entries go straight to the pipeline and are durable when its transaction commits. PostgreSQL is the log.
 *
 * <p>Shards by key, so that one subject's reports are stored in order while others go on beside them. A shard's queue is bounded by its
 * feeders' consent: see {@link #isCrowded}. Thread-safe.
 */
public final class DirectReportLog implements ReportLog {

    /** Entries waiting for their transaction. */
    public static final String WAITING = "guitu.log.waiting";

    /** Time from taking a batch to its commit. */
    public static final String COMMIT = "guitu.log.commit";

    /** Acknowledgements a transaction stands behind. */
    public static final String BATCH = "guitu.log.batch";

    /** Transactions that failed and were tried again. */
    public static final String RETRIES = "guitu.log.retries";

    /** Entries that could never be stored and went to the quarantine. */
    public static final String UNSTORABLE = "guitu.log.unstorable";

    private static final long CLOSE_SECONDS = 5;

    private final List<ShardQueue> shards = new ArrayList<>();
    private final List<Thread> writers = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * Starts the writers.
     *
     * @param shards writers, each with a connection of its own while it stores
     * @param waitingMax entries that may wait for one shard before its feeders are asked to stop
     * @param batchMax entries in one transaction
     */
    public DirectReportLog(
            BatchSink sink,
            int shards,
            int waitingMax,
            int batchMax,
            InstantSource clock,
            Storing storing,
            MeterRegistry meters) {
        ShardWriter.LogMeters logMeters = new ShardWriter.LogMeters(
                Timer.builder(COMMIT).publishPercentileHistogram().register(meters),
                DistributionSummary.builder(BATCH).register(meters),
                Counter.builder(RETRIES).register(meters),
                Counter.builder(UNSTORABLE).register(meters));
        for (int i = 0; i < shards; i++) {
            ShardQueue queue = new ShardQueue(waitingMax);
            ShardWriter writer = new ShardWriter(queue, sink, batchMax, clock, storing, logMeters, stop);
            this.shards.add(queue);
            writers.add(Thread.ofPlatform().daemon().name("guitu-log-" + i).start(writer));
        }
        meters.gauge(
                WAITING,
                this,
                log -> log.shards.stream().mapToInt(ShardQueue::size).sum());
    }

    @Override
    public CompletionStage<Void> append(Entries entries) {
        return shard(entries.key()).add(entries);
    }

    @Override
    public boolean isCrowded(long key) {
        return shard(key).isCrowded();
    }

    @Override
    public void whenRoom(long key, Runnable resume) {
        shard(key).whenRoom(resume);
    }

    /** Nothing received before this instant and bearing this key is still on its way to the table; not later than {@code now}. */
    public Instant watermark(long key, Instant now) {
        return shard(key).oldestUnstored(now);
    }

    /** The same for all keys together. */
    public Instant watermark(Instant now) {
        Instant oldest = now;
        for (ShardQueue shard : shards) {
            oldest = shard.oldestUnstored(oldest);
        }
        return oldest;
    }

    @Override
    public void close() {
        shards.forEach(ShardQueue::close);
        try {
            long until = System.nanoTime() + CLOSE_SECONDS * 1_000_000_000L;
            for (Thread writer : writers) {
                long left = Math.max(1, until - System.nanoTime());
                writer.join(java.time.Duration.ofNanos(left));
            }
            stop.countDown();
            for (Thread writer : writers) {
                if (!writer.join(java.time.Duration.ofMillis(500))) {
                    writer.interrupt();
                }
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        stop.countDown();
        shards.forEach(ShardQueue::abandon);
    }

    private ShardQueue shard(long key) {
        return shards.get((int) Math.floorMod(mix(key), (long) shards.size()));
    }

    private static long mix(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }
}
