package org.guitu.ingest.pipeline;

import java.time.Instant;
import java.util.Optional;
import org.guitu.geofence.judgement.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * Where the judgement of one subject stands; read under its row's lock.
 *
 * @param checkpoint of the newest fold; empty if what is stored is unreadable and all has to be folded again
 * @param dirtyFrom late truth reaches back to here
 * @param refoldFrom a re-fold from here is under way or died
 * @param wakeAt judge again at this instant
 * @param planWakeAt ask again at this instant whether the subject is silent
 */
record SubjectState(
        long subjectId,
        Optional<Checkpoint> checkpoint,
        @Nullable Instant dirtyFrom,
        @Nullable Instant refoldFrom,
        @Nullable Instant wakeAt,
        @Nullable Instant planWakeAt) {

    /** Whether a re-fold is owed or under way: checkpoints made now would lack what it brings. */
    boolean isTainted() {
        return dirtyFrom != null || refoldFrom != null;
    }
}
