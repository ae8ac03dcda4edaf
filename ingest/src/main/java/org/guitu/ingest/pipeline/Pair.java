package org.guitu.ingest.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.guitu.geofence.rule.RuleKind;
import org.jdbi.v3.core.Handle;

/**
 * Two devices that are judged as one subject.
 *
 * @param id negative, so that it never meets a person's
 * @param kind KEEP_AWAY or STAY_TOGETHER
 * @param firstSubjectId whose track sets the pace
 * @param secondSubjectId the other; the same for STAY_TOGETHER
 */
record Pair(long id, RuleKind kind, long firstSubjectId, long secondSubjectId) {

    private static final String SELECT =
            "select pair_id, kind, first_subject_id, second_subject_id from telemetry.pair where ";

    static boolean isPair(long subjectId) {
        return subjectId < 0;
    }

    /** Those of these ids that are pairs. */
    static List<Pair> find(Handle handle, Collection<Long> subjectIds) {
        if (subjectIds.stream().noneMatch(Pair::isPair)) {
            return List.of();
        }
        return handle.createQuery(SELECT + "pair_id = any(:ids)")
                .bind("ids", subjectIds.toArray(Long[]::new))
                .map((row, context) -> read(row))
                .list();
    }

    /** The pairs that any of these persons is in, in the order in which their rows are locked. */
    static List<Pair> of(Handle handle, Collection<Long> persons) {
        return handle.createQuery(
                        SELECT + "first_subject_id = any(:ids) or second_subject_id = any(:ids) order by pair_id")
                .bind("ids", persons.toArray(Long[]::new))
                .map((row, context) -> read(row))
                .list();
    }

    private static Pair read(ResultSet row) throws SQLException {
        return new Pair(
                row.getLong("pair_id"),
                RuleKind.valueOf(row.getString("kind")),
                row.getLong("first_subject_id"),
                row.getLong("second_subject_id"));
    }
}
