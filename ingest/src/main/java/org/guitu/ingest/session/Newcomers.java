package org.guitu.ingest.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.guitu.ingest.admit.DeviceBook;
import org.jspecify.annotations.Nullable;

/**
 * A device that is not in the copy of the books may have been entered a moment ago: the books are read again before it is refused. All who
 * ask meanwhile share one reading, and readings are spaced, so that strangers cannot keep the database busy. Thread-safe.
 */
public final class Newcomers {

    private static final long SPACING_MILLIS = 100;

    private final DeviceBook book;
    private final Executor blocking;
    private @Nullable CompletableFuture<Void> coming;

    public Newcomers(DeviceBook book, Executor blocking) {
        this.book = book;
        this.blocking = blocking;
    }

    /** Completes once the books have been read after this call; exceptionally if they could not be. */
    public synchronized CompletionStage<Void> booksReadAgain() {
        if (coming == null) {
            CompletableFuture<Void> next = new CompletableFuture<>();
            coming = next;
            CompletableFuture.delayedExecutor(SPACING_MILLIS, TimeUnit.MILLISECONDS, blocking)
                    .execute(() -> read(next));
        }
        return coming;
    }

    private void read(CompletableFuture<Void> waiting) {
        synchronized (this) {
            coming = null;
        }
        try {
            book.refresh();
            waiting.complete(null);
        } catch (RuntimeException away) {
            waiting.completeExceptionally(away);
        }
    }
}
