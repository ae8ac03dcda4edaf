package org.guitu.ingest.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.guitu.ingest.store.DatabaseConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the empty wake-up, at once after a quiet spell and then at most every 50 ms, on a connection of its own: a NOTIFY within the
 * pipeline's transactions would make them queue for one lock. A lost wake-up does no harm, for readers poll as well. Thread-safe.
 */
public final class FeedNotifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedNotifier.class);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final DatabaseConfig config;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    public FeedNotifier(DatabaseConfig config) {
        this.config = config;
        this.thread = Thread.ofPlatform().daemon().name("guitu-notify").start(this::run);
    }

    /** There may be something new; never blocks. */
    public void wake() {
        if (wanted.availablePermits() == 0) {
            wanted.release();
        }
    }

    private void run() {
        @Nullable Connection connection = null;
        try {
            while (!closed) {
                wanted.acquire();
                wanted.drainPermits();
                try {
                    connection = connection == null ? config.connect() : connection;
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("notify " + FeedWaker.CHANNEL);
                    }
                    TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
                } catch (SQLException away) {
                    closeQuietly(connection);
                    connection = null;
                    LOG.debug("could not notify", away);
                    TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE.toMillis());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(connection);
        }
    }

    private static void closeQuietly(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException gone) {
                LOG.debug("closing a lost connection", gone);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
