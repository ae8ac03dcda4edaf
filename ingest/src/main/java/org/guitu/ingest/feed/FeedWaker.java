package org.guitu.ingest.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.guitu.ingest.store.DatabaseConfig;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a runnable when there may be something new in the feed: at once by LISTEN on a connection of its own, else every second. */
public final class FeedWaker implements AutoCloseable {

    /** The channel notified, with an empty payload. */
    public static final String CHANNEL = "guitu_feed";

    private static final Logger LOG = LoggerFactory.getLogger(FeedWaker.class);
    private static final int POLL_MILLIS = 1_000;

    private final DatabaseConfig config;
    private final Runnable wake;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    private FeedWaker(DatabaseConfig config, Runnable wake) {
        this.config = config;
        this.wake = wake;
        this.thread = Thread.ofPlatform().daemon().name("guitu-wake").unstarted(this::run);
    }

    /**
     * Connects, and keeps trying to if it cannot.
     *
     * @param config where the database is; the waker opens a connection of its own, outside any pool
     * @param wake called on the waker's own thread, at least once a second, never twice at a time; what it throws is logged
     */
    public static FeedWaker start(DatabaseConfig config, Runnable wake) {
        FeedWaker waker = new FeedWaker(config, wake);
        waker.thread.start();
        return waker;
    }

    private void run() {
        try {
            do {
                listen();
                call();
            } while (!stop.await(POLL_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the connection is lost or cannot be made. */
    private void listen() {
        try (Connection connection = config.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (stop.getCount() > 0) {
                call();
                postgres.getNotifications(POLL_MILLIS);
            }
        } catch (SQLException away) {
            LOG.debug("cannot listen: polling instead", away);
        }
    }

    private void call() {
        try {
            wake.run();
        } catch (RuntimeException failed) {
            LOG.warn("following the feed failed and will be tried again", failed);
        }
    }

    @Override
    public void close() {
        stop.countDown();
        thread.interrupt();
    }
}
