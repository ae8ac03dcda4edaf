package org.guitu.ingest.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Fold;
import org.guitu.ingest.store.Columns;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code telemetry.subject_state}: one row and one lock for each subject. Who judges a subject, in whatever process, holds its row. */
final class SubjectStates {

    private static final Logger LOG = LoggerFactory.getLogger(SubjectStates.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SELECT = """
            select subject_id, checkpoint, dirty_from, refold_from, wake_at, plan_wake_at from telemetry.subject_state
             where subject_id = any(?) order by subject_id for update
            """;

    private static final String SAVE = """
            update telemetry.subject_state s
               set book_version = n.book_version, judged_at = n.judged_at, checkpoint = n.checkpoint, wake_at = n.wake_at,
                   standings = n.standings::jsonb, coverage_from = least(s.coverage_from, n.covered)
              from unnest(?::bigint[], ?::bigint[], ?::timestamptz[], ?::bytea[], ?::timestamptz[], ?::text[], ?::timestamptz[])
                as n (subject_id, book_version, judged_at, checkpoint, wake_at, standings, covered)
             where s.subject_id = n.subject_id
            """;

    private static final String SAVE_PLANS = """
            update telemetry.subject_state s set plan_wake_at = n.wake_at, plan_standings = n.standings::jsonb
              from unnest(?::bigint[], ?::timestamptz[], ?::text[]) as n (subject_id, wake_at, standings)
             where s.subject_id = n.subject_id
            """;

    /** A fold to be saved, the earliest instant at which the subject may be woken again, and where the fold began: days before it are as they were. */
    record Judged(long subjectId, long bookVersion, Fold fold, Instant notBefore, Instant foldedFrom) {

        static Judged of(SilenceJudge.Judged plans) {
            return new Judged(plans.subjectId(), plans.bookVersion(), plans.fold(), Instant.MIN, Instant.MAX);
        }
    }

    /** Locks subjects in the order of their ids, making rows for those that have none. */
    Map<Long, SubjectState> lock(Handle handle, Collection<Long> subjectIds) throws SQLException {
        Map<Long, SubjectState> states = select(handle, SELECT, subjectIds);
        if (states.size() < subjectIds.size()) {
            handle.createUpdate("insert into telemetry.subject_state (subject_id) select * from unnest(:ids)"
                            + " on conflict do nothing")
                    .bind("ids", subjectIds.stream().sorted().toArray(Long[]::new))
                    .execute();
            states = select(handle, SELECT, subjectIds);
        }
        return states;
    }

    /** The same, leaving out those that somebody else is judging. */
    Map<Long, SubjectState> lockIdle(Handle handle, Collection<Long> subjectIds) throws SQLException {
        return select(handle, SELECT.strip() + " skip locked", subjectIds);
    }

    void save(Handle handle, List<Judged> judged) throws SQLException {
        if (judged.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(SAVE)) {
            new Columns<>(statement, judged)
                    .add("int8", Judged::subjectId)
                    .add("int8", Judged::bookVersion)
                    .add("timestamptz", one -> judgedAt(one.fold().end()))
                    .add("bytea", one -> one.fold().end().toBytes())
                    .add("timestamptz", SubjectStates::wakeAt)
                    .add("text", one -> standings(one.fold()))
                    .add("timestamptz", SubjectStates.Judged::foldedFrom);
            statement.executeUpdate();
        }
    }

    /** Keeps how subjects stand to their plans and when to ask again. */
    void savePlans(Handle handle, List<SilenceJudge.Judged> judged) throws SQLException {
        if (judged.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(SAVE_PLANS)) {
            new Columns<>(statement, judged)
                    .add("int8", SilenceJudge.Judged::subjectId)
                    .add("timestamptz", one -> one.fold().wakeAt().orElse(null))
                    .add("text", one -> standings(one.fold()));
            statement.executeUpdate();
        }
    }

    /** Late truth: what was judged from {@code from} on has to be judged again. */
    void taint(Handle handle, long subjectId, Instant from) {
        handle.execute(
                "update telemetry.subject_state set dirty_from = least(dirty_from, ?::timestamptz) where subject_id = ?",
                Times.text(from),
                subjectId);
    }

    /** Whom the judge could not judge is not woken again before {@code until}. */
    void rest(Handle handle, long subjectId, Instant until) {
        handle.execute(
                "update telemetry.subject_state set wake_at = ?::timestamptz where subject_id = ? and wake_at < ?::timestamptz",
                Times.text(until),
                subjectId,
                Times.text(until));
    }

    private static Map<Long, SubjectState> select(Handle handle, String sql, Collection<Long> subjectIds)
            throws SQLException {
        Map<Long, SubjectState> states = new LinkedHashMap<>();
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            statement.setArray(1, handle.getConnection().createArrayOf("int8", subjectIds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    SubjectState state = new SubjectState(
                            row.getLong("subject_id"),
                            checkpoint(row.getLong("subject_id"), row.getBytes("checkpoint")),
                            Times.find(row, "dirty_from"),
                            Times.find(row, "refold_from"),
                            Times.find(row, "wake_at"),
                            Times.find(row, "plan_wake_at"));
                    states.put(state.subjectId(), state);
                }
            }
        }
        return states;
    }

    static Optional<Checkpoint> checkpoint(long subjectId, byte @Nullable [] bytes) {
        if (bytes == null) {
            return Optional.of(Checkpoint.start());
        }
        try {
            return Optional.of(Checkpoint.ofBytes(bytes));
        } catch (IllegalArgumentException unreadable) {
            LOG.warn(
                    "the checkpoint of subject {} cannot be read and is made anew: {}",
                    subjectId,
                    unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static @Nullable Instant judgedAt(Checkpoint end) {
        return end.at().equals(Instant.MIN) ? null : end.at();
    }

    private static @Nullable Instant wakeAt(Judged one) {
        Instant wake = one.fold().wakeAt().orElse(null);
        return wake == null || wake.isAfter(one.notBefore()) ? wake : one.notBefore();
    }

    private static String standings(Fold fold) {
        ArrayNode list = JSON.createArrayNode();
        for (Fold.Standing standing : fold.standings()) {
            list.addObject()
                    .put("ruleId", standing.ruleId())
                    .put("kind", standing.kind().name())
                    .put("state", standing.state().name())
                    .put("posterior", standing.posterior());
        }
        return list.toString();
    }
}
