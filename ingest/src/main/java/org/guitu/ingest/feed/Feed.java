package org.guitu.ingest.feed;

import org.guitu.ingest.store.Database;

/**
 * Changes in the order of (transaction, sequence). A transaction that is still open could yet commit rows with a lesser id than one
 * already visible; so only what is older than every open transaction is shown, and a reader who goes on from the last cursor misses
 * nothing. Thread-safe.
 */
public final class Feed {

    @SuppressWarnings("unused")
    private final Database database;

    public Feed(Database database) {
        this.database = database;
    }

    /** The cursor of one who wants only what comes from now on. */
    public Cursor latest() {
        throw new UnsupportedOperationException();
    }

    /** Findings changed after {@code after}, at most {@code limit}. */
    public Page<FindingRow> findingsAfter(Cursor after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Device statuses changed after {@code after}, at most {@code limit}. */
    public Page<StatusRow> statusesAfter(Cursor after, int limit) {
        throw new UnsupportedOperationException();
    }
}
