package org.guitu.ingest.pipeline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.pair.RelativeTrack;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.track.Fix;
import org.guitu.ingest.store.PositionCursor;
import org.guitu.ingest.store.PositionRow;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A pair's points after a checkpoint, from the stored fixes of both, streamed within a transaction. What is stored while they are read marks the pair
 * anew, so nothing has to be locked to find the last. Can be iterated once; not thread-safe.
 */
final class PairFixes implements Iterable<Fix>, AutoCloseable {

    private final Checkpoint base;
    private final Side first;
    private final Side second;

    PairFixes(Handle handle, Pair pair, Checkpoint base) throws SQLException {
        this.base = base;
        Instant from = base.at().equals(Instant.MIN) ? Instant.MIN : base.at().minus(RelativeTrack.WARM_UP);
        Map<Long, Speakers> speakers = Speakers.of(handle, List.of(pair.firstSubjectId(), pair.secondSubjectId()));
        Speakers heardFirst = Objects.requireNonNull(speakers.get(pair.firstSubjectId()));
        Speakers heardSecond = Objects.requireNonNull(speakers.get(pair.secondSubjectId()));
        boolean together = pair.kind() == RuleKind.STAY_TOGETHER;
        first = new Side(
                handle, pair.firstSubjectId(), from, together ? heardFirst::isBracelet : heardFirst::hears);
        second = new Side(
                handle,
                pair.secondSubjectId(),
                from,
                together ? row -> !heardSecond.isBracelet(row) : heardSecond::hears);
    }

    @Override
    public Iterator<Fix> iterator() {
        Iterator<Fix> points = new RelativeTrack(() -> first, () -> second).iterator();
        return new Iterator<>() {
            private @Nullable Fix next = advance();

            private @Nullable Fix advance() {
                while (points.hasNext()) {
                    Fix point = points.next();
                    if (!base.covers(point)) {
                        return point;
                    }
                }
                return null;
            }

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

    @Override
    public void close() throws SQLException {
        first.cursor.close();
        second.cursor.close();
    }

    /** One person's stored fixes. */
    private static final class Side implements Iterator<Fix> {
        private final PositionCursor cursor;
        private final Predicate<PositionRow> heard;
        private @Nullable Fix next;
        private boolean begun;

        Side(Handle handle, long subjectId, Instant from, Predicate<PositionRow> heard) throws SQLException {
            this.heard = heard;
            cursor = new PositionCursor(handle, subjectId, from, Instant.MAX, Integer.MAX_VALUE);
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
    }
}
