package org.guitu.ingest.pipeline;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.geofence.judgement.Reconciliation.Revision;
import org.guitu.geofence.judgement.Reconciliation.Standing;
import org.guitu.geofence.judgement.Retrospect;
import org.guitu.ingest.store.Columns;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code telemetry.finding} and its history. Findings are revised, never deleted. */
final class Findings {

    private static final String SELECT = """
            select f.finding_id, f.subject_id, f.kind, f.rule_id, f.started_at, f.confirmed_at, f.ended_at, f.depth_m, f.fixes,
                   f.evidence::text as evidence, f.place_id
              from unnest(?::bigint[], ?::timestamptz[]) as span (subject_id, reaches_to)
              join telemetry.finding f on f.subject_id = span.subject_id and f.standing
               and (f.ended_at is null or f.ended_at >= span.reaches_to)
               and (f.kind in ('COMM_LOSS', 'NO_FIX')) = ?
             order by f.subject_id, f.finding_id
            """;

    private static final String CHANGE =
            "change_xid = pg_current_xact_id(), change_seq = nextval('telemetry.change_seq')";

    /**
     * The standing findings of subjects that had not ended before an instant of each.
     *
     * @param ofArrival only those judged by arrival, see {@link FindingKind#isOfArrival}, or only the others
     */
    Map<Long, List<Standing>> standing(Handle handle, Map<Long, Instant> reachesTo, boolean ofArrival)
            throws SQLException {
        Map<Long, List<Standing>> standing = new HashMap<>();
        try (PreparedStatement statement = handle.getConnection().prepareStatement(SELECT)) {
            new Columns<>(statement, List.copyOf(reachesTo.entrySet()))
                    .add("int8", Map.Entry::getKey)
                    .add("timestamptz", Map.Entry::getValue);
            statement.setBoolean(3, ofArrival);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    standing.computeIfAbsent(row.getLong("subject_id"), id -> new ArrayList<>())
                            .add(new Standing(row.getLong("finding_id"), finding(row)));
                }
            }
        }
        return standing;
    }

    /**
     * Brings the store to what a fold found.
     *
     * @param raisedAt when the platform could know
     * @return how many findings are new
     */
    int apply(Handle handle, long subjectId, long bookVersion, List<Revision> revisions, Instant raisedAt) {
        int opened = 0;
        for (Revision revision : revisions) {
            switch (revision) {
                case Revision.Open open -> {
                    open(handle, subjectId, bookVersion, open.finding(), raisedAt, null);
                    opened++;
                }
                case Revision.Split split -> {
                    open(handle, subjectId, bookVersion, split.finding(), raisedAt, split.from());
                    opened++;
                }
                case Revision.Update update -> update(handle, bookVersion, update.id(), update.finding(), raisedAt);
                case Revision.Retract retract -> withdraw(handle, retract.id(), retract.reason(), null, raisedAt);
                case Revision.Merge merge ->
                    withdraw(handle, merge.id(), "part of finding " + merge.into(), merge.into(), raisedAt);
            }
        }
        return opened;
    }

    private static void open(
            Handle handle,
            long subjectId,
            long bookVersion,
            Finding finding,
            Instant raisedAt,
            @Nullable Long splitFrom) {
        long id = handle.createQuery("""
                        insert into telemetry.finding (subject_id, device_id, kind, rule_id, started_at, confirmed_at, raised_at,
                            ended_at, depth_m, fixes, retrospective, book_version, evidence, split_from, place_id)
                        values (:subject,
                            (select device_id from telemetry.position
                              where subject_id = :subject and fix_time = :confirmed and content_hash = any(:hashes) limit 1),
                            :kind, :rule, :start::timestamptz, :confirmed, :raised::timestamptz, :end::timestamptz,
                            :depth, :fixes, :retrospective, :book, :evidence::jsonb, :splitFrom, :place)
                        returning finding_id
                        """)
                .bind("subject", subjectId)
                .bind("kind", finding.kind().name())
                .bind("rule", boxed(finding.ruleId()))
                .bind("start", Times.text(finding.start()))
                .bind("confirmed", Times.value(finding.confirmedAt()))
                .bind("raised", Times.text(raisedAt))
                .bind("end", text(finding.end()))
                .bind("depth", finding.depthMeters())
                .bind("fixes", finding.fixes())
                .bind("retrospective", Retrospect.whenRaised(finding))
                .bind("book", bookVersion)
                .bind("evidence", EvidenceJson.write(finding.evidence()))
                .bind("hashes", confirming(finding))
                .bind("splitFrom", splitFrom)
                .bind("place", boxed(finding.place()))
                .mapTo(Long.class)
                .one();
        history(handle, id, splitFrom == null ? "OPENED" : "SPLIT", finding, raisedAt, "");
    }

    /** The second half of {@code retrospective} is {@link Retrospect#whenUpdated} in SQL. */
    private static void update(Handle handle, long bookVersion, long id, Finding finding, Instant at) {
        Map<String, Object> before = handle.createQuery("select started_at = :start::timestamptz as same_start,"
                        + " ended_at is not distinct from :end::timestamptz as same_end"
                        + " from telemetry.finding where finding_id = :id")
                .bind("start", Times.text(finding.start()))
                .bind("end", text(finding.end()))
                .bind("id", id)
                .mapToMap()
                .one();
        handle.createUpdate("""
                        update telemetry.finding
                           set started_at = :start::timestamptz, confirmed_at = :confirmed::timestamptz, ended_at = :end::timestamptz,
                               depth_m = :depth, fixes = :fixes, place_id = :place, book_version = :book, evidence = :evidence::jsonb,
                               retrospective = :end::timestamptz is not null and (retrospective or :end::timestamptz <= raised_at), %s
                         where finding_id = :id
                        """.formatted(CHANGE))
                .bind("id", id)
                .bind("start", Times.text(finding.start()))
                .bind("confirmed", Times.text(finding.confirmedAt()))
                .bind("end", text(finding.end()))
                .bind("depth", finding.depthMeters())
                .bind("fixes", finding.fixes())
                .bind("place", boxed(finding.place()))
                .bind("book", bookVersion)
                .bind("evidence", EvidenceJson.write(finding.evidence()))
                .execute();
        boolean sameStart = Boolean.TRUE.equals(before.get("same_start"));
        boolean sameEnd = Boolean.TRUE.equals(before.get("same_end"));
        // More evidence for the same span is no event of its own.
        if (!sameStart || !sameEnd) {
            history(handle, id, !sameEnd && finding.end() != null ? "ENDED" : "UPDATED", finding, at, "");
        }
    }

    private static void withdraw(Handle handle, long id, String reason, @Nullable Long into, Instant at) {
        handle.createUpdate("""
                        update telemetry.finding
                           set standing = false, retracted_at = :at::timestamptz, retraction_reason = :reason, merged_into = :into, %s
                         where finding_id = :id
                        """.formatted(CHANGE))
                .bind("at", Times.text(at))
                .bind("reason", reason)
                .bind("into", into)
                .bind("id", id)
                .execute();
        handle.createUpdate("""
                        insert into telemetry.finding_history (finding_id, recorded_at, change, started_at, ended_at, note)
                        select finding_id, :at::timestamptz, :change, started_at, ended_at, :reason
                          from telemetry.finding where finding_id = :id
                        """)
                .bind("at", Times.text(at))
                .bind("change", into == null ? "RETRACTED" : "MERGED")
                .bind("reason", reason)
                .bind("id", id)
                .execute();
    }

    private static void history(Handle handle, long id, String change, Finding finding, Instant at, String note) {
        handle.createUpdate("""
                        insert into telemetry.finding_history (finding_id, recorded_at, change, started_at, ended_at, note)
                        values (:id, :at::timestamptz, :change, :start::timestamptz, :end::timestamptz, :note)
                        """)
                .bind("id", id)
                .bind("at", Times.text(at))
                .bind("change", change)
                .bind("start", Times.text(finding.start()))
                .bind("end", text(finding.end()))
                .bind("note", note)
                .execute();
    }

    static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                FindingKind.valueOf(row.getString("kind")),
                optional(row, "rule_id"),
                optional(row, "place_id"),
                Times.get(row, "started_at"),
                Times.get(row, "confirmed_at"),
                Times.find(row, "ended_at"),
                row.getDouble("depth_m"),
                row.getInt("fixes"),
                EvidenceJson.read(Objects.requireNonNull(row.getString("evidence"))));
    }

    static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Long[] confirming(Finding finding) {
        return finding.evidence().stream()
                .filter(one -> one.at().equals(finding.confirmedAt()))
                .map(Finding.Evidence::contentHash)
                .toArray(Long[]::new);
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Times.text(instant);
    }
}
