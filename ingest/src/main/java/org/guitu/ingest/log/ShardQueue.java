package org.guitu.ingest.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for one shard's writer. Bounded by consent: above {@code limit} entries it is crowded and those who feed it stop reading;
 * below half of that they are told to go on. Thread-safe.
 */
final class ShardQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ShardQueue.class);

    /** Entries and who waits for them. */
    record Waiting(Entries entries, CompletableFuture<Void> stored) {}

    private final int limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final List<Runnable> resumes = new ArrayList<>();
    private int size;
    private boolean closed;
    private @Nullable Instant taken;

    ShardQueue(int limit) {
        this.limit = limit;
    }

    CompletableFuture<Void> add(Entries entries) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        lock.lock();
        try {
            if (closed) {
                stored.completeExceptionally(new IllegalStateException("the log is closed"));
                return stored;
            }
            queue.add(new Waiting(entries, stored));
            size += entries.items().size();
            changed.signal();
        } finally {
            lock.unlock();
        }
        return stored;
    }

    /** Waits for something and takes all there is, up to {@code max} entries (or one piece); empty once closed and drained. */
    List<Waiting> take(int max) throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        List<Runnable> toResume = List.of();
        lock.lockInterruptibly();
        try {
            taken = null;
            while (queue.isEmpty() && !closed) {
                changed.await();
            }
            int entries = 0;
            while (!queue.isEmpty()
                    && (batch.isEmpty()
                            || entries + queue.peek().entries().items().size() <= max)) {
                Waiting next = queue.remove();
                entries += next.entries().items().size();
                batch.add(next);
            }
            size -= entries;
            taken = batch.isEmpty() ? null : batch.getFirst().entries().receivedAt();
            if (size <= limit / 2 && !resumes.isEmpty()) {
                toResume = List.copyOf(resumes);
                resumes.clear();
            }
        } finally {
            lock.unlock();
        }
        toResume.forEach(ShardQueue::run);
        return batch;
    }

    boolean isCrowded() {
        lock.lock();
        try {
            return size >= limit;
        } finally {
            lock.unlock();
        }
    }

    void whenRoom(Runnable resume) {
        lock.lock();
        try {
            if (size > limit / 2 && !closed) {
                resumes.add(resume);
                return;
            }
        } finally {
            lock.unlock();
        }
        resume.run();
    }

    /** How many entries wait. */
    int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /** When the oldest entry was received that waits in the queue; {@code otherwise} if none does. What is being stored does not count. */
    Instant oldestWaiting(Instant otherwise) {
        lock.lock();
        try {
            Waiting oldest = queue.peek();
            return oldest == null ? otherwise : min(oldest.entries().receivedAt(), otherwise);
        } finally {
            lock.unlock();
        }
    }

    /** The same, with what is being stored. */
    Instant oldestUnstored(Instant otherwise) {
        lock.lock();
        try {
            Instant waiting = oldestWaiting(otherwise);
            return taken == null ? waiting : min(taken, waiting);
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what waits can still be taken out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of everybody still waiting. */
    void abandon() {
        List<Waiting> left;
        lock.lock();
        try {
            left = List.copyOf(queue);
            queue.clear();
            size = 0;
        } finally {
            lock.unlock();
        }
        left.forEach(waiting -> waiting.stored()
                .completeExceptionally(new IllegalStateException("the log was closed before this was stored")));
    }

    /** A feeder that is gone, and with it its event loop, is no reason to lose the batch in hand. */
    private static void run(Runnable resume) {
        try {
            resume.run();
        } catch (RuntimeException gone) {
            LOG.debug("nobody there to go on reading", gone);
        }
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
