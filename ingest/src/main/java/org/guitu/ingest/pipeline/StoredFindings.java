package org.guitu.ingest.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.geofence.judgement.Finding;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads findings for those who only look. */
public final class StoredFindings {

    private static final String COLUMNS = """
            finding_id, subject_id, kind, rule_id, place_id, started_at, confirmed_at, raised_at, ended_at, depth_m, fixes, retrospective,
            book_version, evidence::text as evidence, standing, retraction_reason, merged_into""";

    private StoredFindings() {}

    /**
     * A stored finding.
     *
     * @param subjectId about whom, or which pair
     */
    public record Stored(
            long findingId,
            long subjectId,
            Finding finding,
            Instant raisedAt,
            boolean standing,
            @Nullable String retractionReason,
            boolean retrospective,
            long bookVersion,
            OptionalLong mergedInto) {}

    public static Optional<Stored> find(Handle handle, long findingId) {
        return handle.createQuery("select " + COLUMNS + " from telemetry.finding where finding_id = :finding")
                .bind("finding", findingId)
                .map((row, context) -> stored(row))
                .findOne();
    }

    /** The standing findings of subjects that touch {@code [from, to)}, oldest first. */
    public static List<Stored> standing(Handle handle, Collection<Long> subjectIds, Instant from, Instant to) {
        return handle.createQuery("select " + COLUMNS + """
                         from telemetry.finding
                        where subject_id = any(:subjects) and standing and started_at < :to::timestamptz
                          and (ended_at is null or ended_at > :from::timestamptz)
                        order by started_at, finding_id
                        """)
                .bind("subjects", subjectIds.toArray(Long[]::new))
                .bind("from", Times.text(from))
                .bind("to", Times.text(to))
                .map((row, context) -> stored(row))
                .list();
    }

    /** A person, and the pairs whose findings are about that person. */
    public static List<Long> subjectsOf(Handle handle, long personId) {
        List<Long> subjects = new ArrayList<>(List.of(personId));
        for (Pair pair : Pair.of(handle, List.of(personId))) {
            if (pair.firstSubjectId() == personId) {
                subjects.add(pair.id());
            }
        }
        return subjects;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("finding_id"),
                row.getLong("subject_id"),
                Findings.finding(row),
                Times.get(row, "raised_at"),
                row.getBoolean("standing"),
                row.getString("retraction_reason"),
                row.getBoolean("retrospective"),
                row.getLong("book_version"),
                Findings.optional(row, "merged_into"));
    }
}
