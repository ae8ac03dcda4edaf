package org.guitu.ingest.feed;

import org.guitu.ingest.store.DatabaseConfig;

/** Calls a runnable when there may be something new in the feed: at once by LISTEN on a connection of its own, else every second. */
public final class FeedWaker implements AutoCloseable {

    /** The channel notified, with an empty payload. */
    public static final String CHANNEL = "guitu_feed";

    private FeedWaker() {}

    /**
     * Connects, and keeps trying to if it cannot.
     *
     * @param config where the database is; the waker opens a connection of its own, outside any pool
     * @param wake called on the waker's own thread, at least once a second, never twice at a time; what it throws is logged
     */
    public static FeedWaker start(DatabaseConfig config, Runnable wake) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
