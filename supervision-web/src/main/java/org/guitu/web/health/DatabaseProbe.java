package org.guitu.web.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database answers, told at once. The question itself may take as long as the pool waits for a connection; whoever watches
 * a server cannot wait that long, so what is not answered in a moment is answered with what was last known.
 */
final class DatabaseProbe {

    private static final int VALID_SECONDS = 2;
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration GOOD_FOR = Duration.ofSeconds(3);

    private final DataSource dataSource;
    private final AtomicReference<@Nullable FutureTask<Boolean>> running = new AtomicReference<>();
    private volatile boolean last;
    private volatile long lastNanos = System.nanoTime();

    DatabaseProbe(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The last answer, at most a few seconds old; a database silent for longer than that is away. */
    boolean answers() {
        FutureTask<Boolean> question = question();
        try {
            return question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            return last && System.nanoTime() - lastNanos < GOOD_FOR.toNanos();
        } catch (ExecutionException failed) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The question under way, or a new one: there is never more than one. */
    private FutureTask<Boolean> question() {
        FutureTask<Boolean> known = running.get();
        if (known != null && !known.isDone()) {
            return known;
        }
        FutureTask<Boolean> fresh = new FutureTask<>(this::ask);
        if (running.compareAndSet(known, fresh)) {
            Thread.ofVirtual().name("database-probe").start(fresh);
            return fresh;
        }
        FutureTask<Boolean> other = running.get();
        return other == null ? fresh : other;
    }

    private boolean ask() {
        boolean answered;
        try (Connection connection = dataSource.getConnection()) {
            answered = connection.isValid(VALID_SECONDS);
        } catch (SQLException away) {
            answered = false;
        }
        last = answered;
        lastNanos = System.nanoTime();
        return answered;
    }
}
