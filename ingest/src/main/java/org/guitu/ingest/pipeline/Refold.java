package org.guitu.ingest.pipeline;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.track.Fix;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One subject, folded again from the last checkpoint that late truth does not touch.
 *
 * <p>Reading years of positions must not hold the subject's row, for whoever stores its reports waits for that row, and with it everybody
 * in the same batch. So the work is in two transactions. The first claims: it moves {@code dirty_from} to {@code refold_from} and forgets
 * the checkpoints after it. The second streams the stored positions without any lock; only when they are exhausted does it lock the row,
 * read what has come in the meantime, and finish. What comes late during all this sets {@code dirty_from} anew, and so the next turn has
 * its own work; checkpoints which that truth touches are not kept. A claim whose holder died still stands in {@code refold_from}.
 */
public final class Refold {

    private final RuleBooks books = new RuleBooks();
    private final SubjectStates states = new SubjectStates();
    private final Checkpoints checkpoints = new Checkpoints();
    private final TimelineJudge judge;
    private final ClockTurn.Watermark watermark;
    private final InstantSource clock;

    public Refold(TimelineJudge judge, ClockTurn.Watermark watermark, InstantSource clock) {
        this.judge = judge;
        this.watermark = watermark;
        this.clock = clock;
    }

    /** Folds and reconciles; throws {@link FailedJudgementException} if the judge fails, leaving the claim standing. */
    void run(Handle handle, long subjectId) {
        try {
            Optional<Claim> claim = handle.inTransaction(transaction -> claim(transaction, subjectId));
            if (claim.isPresent()) {
                handle.useTransaction(transaction -> finish(transaction, subjectId, claim.get()));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("could not fold subject " + subjectId + " again", failed);
        }
    }

    /**
     * What is to be done.
     *
     * @param from how far back late truth reaches
     * @param base the last checkpoint that it does not touch
     */
    private record Claim(Instant from, Checkpoint base) {}

    private Optional<Claim> claim(Handle handle, long subjectId) throws SQLException {
        SubjectState state = states.lock(handle, Set.of(subjectId)).get(subjectId);
        Instant from = state == null ? null : earlier(state.dirtyFrom(), state.refoldFrom());
        if (state == null || from == null) {
            return Optional.empty();
        }
        handle.execute(
                "update telemetry.subject_state set refold_from = ?::timestamptz, dirty_from = null where subject_id = ?",
                Times.text(from),
                subjectId);
        checkpoints.forgetFrom(handle, subjectId, from);
        Checkpoint daily = checkpoints.before(handle, subjectId, from);
        Checkpoint newest = state.checkpoint().orElse(daily);
        // A rule changed as of now touches nothing that the newest checkpoint has seen.
        boolean untouched = newest.at().isBefore(from) && newest.at().isAfter(daily.at());
        return Optional.of(new Claim(from, untouched ? newest : daily));
    }

    private void finish(Handle handle, long subjectId, Claim claim) throws SQLException {
        if (Pair.isPair(subjectId)) {
            List<Pair> pair = Pair.find(handle, List.of(subjectId));
            if (!pair.isEmpty()) {
                try (PairFixes points = new PairFixes(handle, pair.getFirst(), claim.base())) {
                    finish(handle, subjectId, claim, points);
                }
            }
            return;
        }
        Speakers speakers =
                Objects.requireNonNull(Speakers.of(handle, List.of(subjectId)).get(subjectId));
        try (StoredFixes fixes =
                new StoredFixes(handle, subjectId, claim.base(), speakers, () -> lockRow(handle, subjectId))) {
            finish(handle, subjectId, claim, fixes);
        }
    }

    private void finish(Handle handle, long subjectId, Claim claim, Iterable<Fix> fixes) throws SQLException {
        RuleBooks.Given given =
                Objects.requireNonNull(books.of(handle, List.of(subjectId)).get(subjectId));
        Fold fold = fold(subjectId, claim.base(), given, fixes);
        SubjectState state =
                Objects.requireNonNull(states.lock(handle, Set.of(subjectId)).get(subjectId));
        if (books.version(handle, subjectId) != given.version()) {
            // The book was changed while the past was read: the claim stands, and the next turn folds by the new one.
            return;
        }
        List<SubjectStates.Judged> judged = List.of(new SubjectStates.Judged(
                subjectId,
                given.version(),
                fold,
                clock.instant().plusSeconds(1),
                claim.base().at()));
        judge.reconcile(handle, judged);
        states.save(handle, judged);
        judge.silence(
                handle,
                Map.of(subjectId, given),
                claim.from(),
                Map.of(subjectId, watermark.of(subjectId, clock.instant())));
        Instant dirty = state.dirtyFrom();
        checkpoints.add(
                handle,
                subjectId,
                fold.daily().stream()
                        .filter(daily -> dirty == null || daily.at().isBefore(dirty))
                        .toList());
        handle.execute("update telemetry.subject_state set refold_from = null where subject_id = ?", subjectId);
    }

    /** "Now" is asked after the row is locked: nobody's clock has judged the subject further than this fold will. */
    private Fold fold(long subjectId, Checkpoint base, RuleBooks.Given given, Iterable<Fix> fixes) {
        try {
            return Precise.of(
                    new Judge().fold(base, fixes, given.book(), () -> watermark.of(subjectId, clock.instant())));
        } catch (StoredFixes.ReadFailure database) {
            throw database.unwrapped();
        } catch (RuntimeException failed) {
            throw new FailedJudgementException(subjectId, failed);
        }
    }

    private void lockRow(Handle handle, long subjectId) {
        handle.select("select subject_id from telemetry.subject_state where subject_id = ? for update", subjectId)
                .mapTo(Long.class)
                .findOne();
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
