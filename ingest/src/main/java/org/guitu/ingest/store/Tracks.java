package org.guitu.ingest.store;

import java.time.Instant;
import java.util.List;

/** Reads stored tracks. Who may look, and why, is the caller's business. Thread-safe. */
public final class Tracks {

    @SuppressWarnings("unused")
    private final Database database;

    public Tracks(Database database) {
        this.database = database;
    }

    /**
     * The reports of a subject with a device time in {@code [from, to)}, oldest first, all devices together.
     *
     * @param limit at most this many, the oldest; greater than 0
     */
    public List<TrackPoint> track(long subjectId, Instant from, Instant to, int limit) {
        throw new UnsupportedOperationException();
    }
}
