package org.guitu.ingest.pipeline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.track.Fix;
import org.jdbi.v3.core.Handle;

/** The timeline of a subject as the judge would see it, for those who only look. Thread-safe. */
public final class StoredTimeline {

    private final RuleBooks books = new RuleBooks();
    private final Checkpoints checkpoints = new Checkpoints();

    /** The subject's book as it stands in the transaction; empty if it cannot be read. */
    public Optional<RuleBook> book(Handle handle, long subjectId) {
        return Objects.requireNonNull(books.of(handle, List.of(subjectId)).get(subjectId))
                .readable();
    }

    /** The latest daily checkpoint before an instant; the start if there is none. */
    public Checkpoint checkpointBefore(Handle handle, long subjectId, Instant instant) {
        return checkpoints.before(handle, subjectId, instant);
    }

    /**
     * Hands over the fixes after a checkpoint, streamed, up to an instant.
     *
     * @param earliest where the checkpoint is the start: not before this
     * @param to exclusive
     */
    public void read(
            Handle handle,
            long subjectId,
            Checkpoint base,
            Instant earliest,
            Instant to,
            Consumer<Iterable<Fix>> reader) {
        Instant from = base.at().isAfter(earliest) ? base.at() : earliest;
        try {
            List<Pair> pair = Pair.find(handle, List.of(subjectId));
            if (!pair.isEmpty()) {
                try (PairFixes points = new PairFixes(handle, pair.getFirst(), base, from, to)) {
                    reader.accept(points);
                }
                return;
            }
            Speakers speakers = Objects.requireNonNull(
                    Speakers.of(handle, List.of(subjectId)).get(subjectId));
            try (PersonFixes fixes = new PersonFixes(handle, subjectId, from, to, speakers::hears)) {
                reader.accept(() -> new Uncovered(base, fixes));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("could not read the timeline of subject " + subjectId, failed);
        } catch (StoredFixes.ReadFailure failed) {
            throw failed.unwrapped();
        }
    }
}
