package org.guitu.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectReportLogTest {

    /** A sink that keeps what it is given, can be made to fail, and can be held. */
    private static final class TestSink implements BatchSink {
        final List<Entries> stored = Collections.synchronizedList(new ArrayList<>());
        final List<Integer> batchSizes = Collections.synchronizedList(new ArrayList<>());
        final List<Entries> quarantined = Collections.synchronizedList(new ArrayList<>());
        final AtomicBoolean away = new AtomicBoolean();
        final AtomicBoolean quarantineAway = new AtomicBoolean();
        final AtomicInteger errors = new AtomicInteger();
        volatile CountDownLatch hold = new CountDownLatch(0);
        volatile long poisonKey = Long.MIN_VALUE;

        @Override
        public void store(List<Entries> batch, Instant upTo) {
            try {
                hold.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            if (errors.getAndDecrement() > 0) {
                throw new StackOverflowError();
            }
            if (away.get()) {
                throw new IllegalStateException("away", new SQLException("connection refused", "08001"));
            }
            if (batch.stream().anyMatch(entries -> entries.key() == poisonKey)) {
                throw new IllegalStateException("data", new SQLException("bad number", "22003"));
            }
            stored.addAll(batch);
            batchSizes.add(batch.size());
        }

        @Override
        public void quarantine(Entries entries, String reason, Instant at) {
            if (quarantineAway.get()) {
                throw new IllegalStateException("away", new SQLException("connection refused", "08001"));
            }
            quarantined.add(entries);
        }
    }

    private final TestSink sink = new TestSink();
    private final Storing storing = new Storing();
    private final DirectReportLog log =
            new DirectReportLog(sink, 1, 10, 5, InstantSource.system(), storing, new SimpleMeterRegistry());

    @AfterEach
    void close() {
        sink.hold.countDown();
        log.close();
    }

    @Test
    void completesOnlyWhenTheSinkHasStored() {
        sink.hold = new CountDownLatch(1);
        CompletableFuture<Void> first = append(1);
        assertThat(first).isNotDone();
        sink.hold.countDown();
        assertThat(first).succeedsWithin(5, TimeUnit.SECONDS);
    }

    @Test
    void aBatchIsWhatCameInMeanwhileAndNeverLargerThanTheCeiling() {
        sink.hold = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            all.add(append(i));
        }
        sink.hold.countDown();
        all.forEach(one -> assertThat(one).succeedsWithin(5, TimeUnit.SECONDS));
        assertThat(sink.batchSizes).allMatch(size -> size <= 5).hasSizeLessThanOrEqualTo(4);
        assertThat(sink.stored).extracting(Entries::key).isSorted();
    }

    @Test
    void keepsTryingWhileTheDatabaseIsAwayAndSaysSo() {
        sink.away.set(true);
        CompletableFuture<Void> waiting = append(1);
        await().until(() -> !storing.now());
        assertThat(waiting).isNotDone();
        sink.away.set(false);
        assertThat(waiting).succeedsWithin(5, TimeUnit.SECONDS);
        assertThat(storing.now()).isTrue();
    }

    @Test
    void poisonIsIsolatedAndQuarantined() {
        sink.hold = new CountDownLatch(1);
        append(0);
        sink.poisonKey = 3;
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 1; i < 6; i++) {
            all.add(append(i));
        }
        sink.hold.countDown();
        assertThat(all.get(2))
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withCauseInstanceOf(UnstorableException.class);
        for (int i : new int[] {0, 1, 3, 4}) {
            assertThat(all.get(i)).succeedsWithin(5, TimeUnit.SECONDS);
        }
        assertThat(sink.quarantined).extracting(Entries::key).containsExactly(3L);
        assertThat(storing.now()).isTrue();
    }

    @Test
    void poisonThatIsNotYetInTheQuarantineWhenItClosedIsNotAcknowledged() {
        sink.poisonKey = 1;
        sink.quarantineAway.set(true);
        CompletableFuture<Void> poison = append(1);
        await().until(() -> !storing.now());
        log.close();
        assertThat(poison)
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(sink.quarantined).isEmpty();
    }

    @Test
    void anErrorEndsNeitherTheWriterNorTheBatch() {
        sink.hold = new CountDownLatch(1);
        append(0);
        for (int i = 0; i < 12; i++) {
            append(i);
        }
        log.whenRoom(0, () -> {
            throw new java.util.concurrent.RejectedExecutionException("the event loop is gone");
        });
        sink.errors.set(2);
        sink.hold.countDown();
        assertThat(append(2)).succeedsWithin(10, TimeUnit.SECONDS);
        assertThat(storing.now()).isTrue();
        assertThat(sink.stored).hasSize(14);
    }

    @Test
    void isCrowdedAtItsLimitAndSaysWhenThereIsRoom() {
        sink.hold = new CountDownLatch(1);
        for (int i = 0; i < 20; i++) {
            append(i);
        }
        assertThat(log.isCrowded(0)).isTrue();
        CompletableFuture<Void> room = new CompletableFuture<>();
        log.whenRoom(0, () -> room.complete(null));
        assertThat(room).isNotDone();
        sink.hold.countDown();
        assertThat(room).succeedsWithin(5, TimeUnit.SECONDS);
        assertThat(log.isCrowded(0)).isFalse();
    }

    @Test
    void theWatermarkIsTheOldestThatIsNotStored() {
        Instant old = Instant.parse("2026-11-01T00:00:00Z");
        Instant now = Instant.parse("2026-11-01T01:00:00Z");
        assertThat(log.watermark(1, now)).isEqualTo(now);
        sink.hold = new CountDownLatch(1);
        CompletableFuture<Void> waiting = append(1, old);
        assertThat(log.watermark(1, now)).isEqualTo(old);
        sink.hold.countDown();
        assertThat(waiting).succeedsWithin(5, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThat(log.watermark(1, now)).isEqualTo(now));
    }

    @Test
    void whatWasNotStoredWhenItClosedIsNotAcknowledged() {
        sink.away.set(true);
        CompletableFuture<Void> waiting = append(1);
        await().until(() -> !storing.now());
        log.close();
        assertThat(waiting)
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(append(2))
                .failsWithin(1, TimeUnit.SECONDS)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class);
        assertThat(sink.stored).isEmpty();
    }

    private CompletableFuture<Void> append(long key) {
        return append(key, Instant.now());
    }

    private CompletableFuture<Void> append(long key, Instant at) {
        return log.append(new Entries(key, "test", new byte[0], List.of(new Entry.Connection(key, true, at))))
                .toCompletableFuture();
    }
}
