package org.guitu.ingest.pipeline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.pair.RelativeTrack;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.track.Fix;
import org.jdbi.v3.core.Handle;

/**
 * A pair's points after a checkpoint, from the stored fixes of both, streamed within a transaction. What is stored while they are read marks the pair
 * anew, so nothing has to be locked to find the last. Can be iterated once; not thread-safe.
 */
final class PairFixes implements Iterable<Fix>, AutoCloseable {

    private final Checkpoint base;
    private final PersonFixes first;
    private final PersonFixes second;

    /** All points after a checkpoint. */
    PairFixes(Handle handle, Pair pair, Checkpoint base) throws SQLException {
        this(handle, pair, base, base.at(), Instant.MAX);
    }

    /** Those with a device time in {@code [from, to)}. */
    PairFixes(Handle handle, Pair pair, Checkpoint base, Instant from, Instant to) throws SQLException {
        this.base = base;
        Instant warm = from.equals(Instant.MIN) ? from : from.minus(RelativeTrack.WARM_UP);
        Map<Long, Speakers> speakers = Speakers.of(handle, List.of(pair.firstSubjectId(), pair.secondSubjectId()));
        Speakers one = Objects.requireNonNull(speakers.get(pair.firstSubjectId()));
        Speakers other = Objects.requireNonNull(speakers.get(pair.secondSubjectId()));
        boolean together = pair.kind() == RuleKind.STAY_TOGETHER;
        first = new PersonFixes(handle, pair.firstSubjectId(), warm, to, together ? one::isBracelet : one::hears);
        second = new PersonFixes(
                handle, pair.secondSubjectId(), warm, to, together ? row -> !other.isBracelet(row) : other::hears);
    }

    @Override
    public Iterator<Fix> iterator() {
        return new Uncovered(base, new RelativeTrack(() -> first, () -> second).iterator());
    }

    @Override
    public void close() throws SQLException {
        try {
            first.close();
        } finally {
            second.close();
        }
    }
}
