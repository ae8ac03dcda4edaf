package org.guitu.ingest.pipeline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.track.Fix;
import org.guitu.ingest.store.PositionCursor;
import org.guitu.ingest.store.PositionRow;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A subject's stored fixes after a checkpoint, streamed within a transaction. When they seem to be exhausted the subject is locked and
 * what was stored in the meantime follows; after that there can be no more. Can be iterated once; not thread-safe.
 */
final class StoredFixes implements Iterable<Fix>, AutoCloseable {

    private final Handle handle;
    private final long subjectId;
    private final Checkpoint base;
    private final Speakers speakers;
    private final Runnable lock;
    private @Nullable PositionCursor cursor;
    private boolean locked;
    private Instant readTo;
    private @Nullable Fix last;

    StoredFixes(Handle handle, long subjectId, Checkpoint base, Speakers speakers, Runnable lock) {
        this.handle = handle;
        this.subjectId = subjectId;
        this.base = base;
        this.speakers = speakers;
        this.lock = lock;
        this.readTo = base.at();
    }

    /** Reading failed: the database's trouble, not the judge's. */
    static final class ReadFailure extends RuntimeException {
        ReadFailure(Throwable cause) {
            super("could not read stored positions", cause);
        }

        IllegalStateException unwrapped() {
            return new IllegalStateException(getMessage(), getCause());
        }
    }

    @Override
    public Iterator<Fix> iterator() {
        return new Iterator<>() {
            private @Nullable Fix next = advance();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Fix next() {
                Fix now = next;
                if (now == null) {
                    throw new NoSuchElementException();
                }
                next = advance();
                return now;
            }
        };
    }

    private @Nullable Fix advance() {
        try {
            while (true) {
                if (cursor == null) {
                    cursor = new PositionCursor(handle, subjectId, readTo, Instant.MAX, Integer.MAX_VALUE);
                }
                PositionRow row = cursor.next();
                if (row != null) {
                    Fix fix = Fixes.of(row);
                    if (speakers.hears(row) && !base.covers(fix) && (last == null || fix.compareTo(last) > 0)) {
                        last = fix;
                        readTo = fix.at();
                        return fix;
                    }
                } else if (locked) {
                    return null;
                } else {
                    cursor.close();
                    cursor = null;
                    lock.run();
                    locked = true;
                }
            }
        } catch (SQLException | RuntimeException failed) {
            throw new ReadFailure(failed);
        }
    }

    @Override
    public void close() throws SQLException {
        if (cursor != null) {
            cursor.close();
        }
    }
}
