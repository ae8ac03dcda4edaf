package org.guitu.simulators.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts latencies in buckets two percent wide, from a microsecond to minutes; thread-safe and of constant size. */
final class Latencies {

    private static final double WIDTH = Math.log(1.02);
    private static final double LEAST_NANOS = 1_000;
    private static final int BUCKETS = 1_000;

    private final AtomicLongArray buckets = new AtomicLongArray(BUCKETS);

    void add(long nanos) {
        int bucket = (int) (Math.log(Math.max((double) nanos, LEAST_NANOS) / LEAST_NANOS) / WIDTH);
        buckets.incrementAndGet(Math.min(bucket, BUCKETS - 1));
    }

    /** The latency that so large a share (0 to 1) does not exceed; zero if there is none. */
    Duration percentile(double share) {
        long all = 0;
        for (int i = 0; i < BUCKETS; i++) {
            all += buckets.get(i);
        }
        long rank = (long) Math.ceil(all * share);
        long seen = 0;
        for (int i = 0; i < BUCKETS && all > 0; i++) {
            seen += buckets.get(i);
            if (seen >= rank) {
                return Duration.ofNanos(Math.round(LEAST_NANOS * Math.exp((i + 1) * WIDTH)));
            }
        }
        return Duration.ZERO;
    }
}
