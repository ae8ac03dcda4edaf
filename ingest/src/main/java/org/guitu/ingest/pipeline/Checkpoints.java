package org.guitu.ingest.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code telemetry.checkpoint}: the daily ones, from which late truth can begin. */
final class Checkpoints {

    void add(Handle handle, long subjectId, List<Checkpoint> daily) {
        if (daily.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into telemetry.checkpoint (subject_id, at, book_version, state) values (:subject, :at::timestamptz, :book, :state)
                on conflict (subject_id, at) do update set book_version = excluded.book_version, state = excluded.state
                """)) {
            for (Checkpoint checkpoint : daily) {
                batch.bind("subject", subjectId)
                        .bind("at", Times.text(checkpoint.at()))
                        .bind("book", checkpoint.bookVersion())
                        .bind("state", checkpoint.toBytes())
                        .add();
            }
            batch.execute();
        }
    }

    /** The latest readable checkpoint strictly before {@code instant}; {@link Checkpoint#start()} if there is none. */
    Checkpoint before(Handle handle, long subjectId, Instant instant) {
        return handle
                .createQuery(
                        "select state from telemetry.checkpoint where subject_id = :subject and at < :at::timestamptz"
                                + " order by at desc limit 10")
                .bind("subject", subjectId)
                .bind("at", Times.text(instant))
                .mapTo(byte[].class)
                .stream()
                .map(bytes -> SubjectStates.checkpoint(subjectId, bytes))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(Checkpoint::start);
    }

    /** Forgets what was folded without the truth that reaches back to {@code from}. */
    void forgetFrom(Handle handle, long subjectId, Instant from) {
        handle.execute(
                "delete from telemetry.checkpoint where subject_id = ? and at >= ?::timestamptz",
                subjectId,
                Times.text(from));
    }
}
