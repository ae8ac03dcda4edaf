package org.guitu.ingest.registry;

import org.guitu.geofence.rule.RuleKind;
import org.jdbi.v3.core.Handle;

/** Enters pairs: two people whose devices keep apart, or the two devices of one person. */
final class PairWriter {

    private PairWriter() {}

    /** The id of a pair, which is entered if it is not yet on the books. */
    static long of(Handle handle, RuleKind kind, long firstSubjectId, long secondSubjectId) {
        boolean one = firstSubjectId == secondSubjectId;
        if (!kind.isOfPair() || one != (kind == RuleKind.STAY_TOGETHER)) {
            throw new IllegalArgumentException("keep away takes two people, stay together one");
        }
        return handle.createQuery("""
                        insert into telemetry.pair (kind, first_subject_id, second_subject_id) values (:kind, :first, :second)
                        on conflict (kind, first_subject_id, second_subject_id) do update set kind = excluded.kind
                        returning pair_id
                        """)
                .bind("kind", kind.name())
                .bind("first", firstSubjectId)
                .bind("second", secondSubjectId)
                .mapTo(Long.class)
                .one();
    }
}
