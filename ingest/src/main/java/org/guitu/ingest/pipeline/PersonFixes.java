package org.guitu.ingest.pipeline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.guitu.geofence.track.Fix;
import org.guitu.ingest.store.PositionCursor;
import org.guitu.ingest.store.PositionRow;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One person's stored fixes of the devices that are asked for, streamed within a transaction. Not thread-safe. */
final class PersonFixes implements Iterator<Fix>, AutoCloseable {

    private final PositionCursor cursor;
    private final Predicate<PositionRow> heard;
    private @Nullable Fix next;
    private boolean begun;

    /** Those with a device time in {@code [from, to)}. */
    PersonFixes(Handle handle, long subjectId, Instant from, Instant to, Predicate<PositionRow> heard)
            throws SQLException {
        this.heard = heard;
        cursor = new PositionCursor(handle, subjectId, from, to, Integer.MAX_VALUE);
    }

    @Override
    public boolean hasNext() {
        if (!begun) {
            begun = true;
            next = read();
        }
        return next != null;
    }

    @Override
    public Fix next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Fix now = next;
        next = read();
        return now;
    }

    private @Nullable Fix read() {
        try {
            for (PositionRow row = cursor.next(); row != null; row = cursor.next()) {
                if (heard.test(row)) {
                    return Fixes.of(row);
                }
            }
            return null;
        } catch (SQLException failed) {
            throw new StoredFixes.ReadFailure(failed);
        }
    }

    @Override
    public void close() throws SQLException {
        cursor.close();
    }
}
