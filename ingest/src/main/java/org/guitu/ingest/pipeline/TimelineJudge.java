package org.guitu.ingest.pipeline;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.judgement.Reconciliation;
import org.guitu.geofence.judgement.Reconciliation.Standing;
import org.guitu.geofence.track.Fix;
import org.guitu.ingest.store.PositionRow;
import org.guitu.ingest.store.SqlStates;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges subjects within a transaction that holds their rows.
 *
 * <p>State is a cache. Forward, the judgement goes on from the stored checkpoint over what is new. What is not later than the checkpoint
 * only lowers the subject's {@code dirty_from}: the re-fold lane folds again from there, once for a whole backlog. A judgement that fails
 * never keeps a report from being stored; its subject is marked and folded again. Thread-safe.
 */
public final class TimelineJudge {

    private static final String SAVEPOINT = "judge";
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(TimelineJudge.class);

    private final RuleBooks books = new RuleBooks();
    private final SubjectStates states = new SubjectStates();
    private final Findings findings = new Findings();
    private final Checkpoints checkpoints = new Checkpoints();
    private final ArrivalTable arrivals = new ArrivalTable();
    private final SilenceJudge silence = new SilenceJudge();
    private final PipelineMeters meters;
    private final InstantSource clock;

    public TimelineJudge(PipelineMeters meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Judges what is new about some subjects.
     *
     * @param fresh newly stored reports by subject, in the order of judgement
     * @param packets what was heard, of whatever device of a subject
     * @param upTo the log's watermark
     */
    void forward(Handle handle, Map<Long, List<PositionRow>> fresh, List<Heard> packets, Instant upTo)
            throws SQLException {
        Set<Long> subjects = new TreeSet<>(fresh.keySet());
        packets.forEach(packet -> subjects.add(packet.subjectId()));
        if (subjects.isEmpty()) {
            return;
        }
        Map<Long, SubjectState> locked = states.lock(handle, subjects);
        Map<Long, Speakers> speakers = Speakers.of(handle, subjects);
        arrivals.write(handle, Heard.runs(packets, speakers));
        markPairs(handle, fresh);
        handle.savepoint(SAVEPOINT);
        try {
            judge(handle, locked, speakers, fresh, upTo);
        } catch (RuntimeException failed) {
            if (SqlStates.isSql(failed)) {
                throw failed;
            }
            handle.rollbackToSavepoint(SAVEPOINT);
            postpone(handle, fresh, failed);
        }
    }

    /** What two devices are to each other is judged in the re-fold lane, from the checkpoint before the oldest news. */
    private void markPairs(Handle handle, Map<Long, List<PositionRow>> fresh) throws SQLException {
        List<Pair> pairs = fresh.isEmpty() ? List.of() : Pair.of(handle, fresh.keySet());
        if (pairs.isEmpty()) {
            return;
        }
        states.lock(handle, pairs.stream().map(Pair::id).toList());
        for (Pair pair : pairs) {
            Stream.of(pair.firstSubjectId(), pair.secondSubjectId())
                    .flatMap(subject -> fresh.getOrDefault(subject, List.of()).stream())
                    .map(PositionRow::fixTime)
                    .min(Comparator.naturalOrder())
                    .ifPresent(oldest -> states.taint(handle, pair.id(), oldest));
        }
    }

    /** Judges how subjects stand to their plans to report, and keeps it. */
    void silence(Handle handle, Map<Long, RuleBooks.Given> given, Instant from, Map<Long, Instant> upTo)
            throws SQLException {
        List<SilenceJudge.Judged> judged = silence.judge(handle, given, upTo.keySet(), from, upTo);
        reconcile(handle, judged.stream().map(SubjectStates.Judged::of).toList(), true);
        states.savePlans(handle, judged);
    }

    private void judge(
            Handle handle,
            Map<Long, SubjectState> locked,
            Map<Long, Speakers> speakers,
            Map<Long, List<PositionRow>> fresh,
            Instant upTo)
            throws SQLException {
        Map<Long, RuleBooks.Given> given = books.of(handle, locked.keySet());
        Map<Long, Instant> now = new HashMap<>();
        locked.keySet().forEach(subject -> now.put(subject, upTo));
        silence(handle, given, Instant.MAX, now);
        List<SubjectStates.Judged> judged = new ArrayList<>();
        for (SubjectState state : locked.values()) {
            Speakers heard = Objects.requireNonNull(speakers.get(state.subjectId()));
            List<Fix> fixes = newFixes(handle, state, heard, fresh.getOrDefault(state.subjectId(), List.of()));
            if (!fixes.isEmpty()) {
                fold(handle, state, fixes, given, upTo, judged);
            }
        }
        write(handle, locked, judged);
    }

    /** What cannot be judged now is stored all the same, and owed to the re-fold lane. */
    private void postpone(Handle handle, Map<Long, List<PositionRow>> fresh, RuntimeException failed)
            throws SQLException {
        meters.judgeFailed();
        LOG.error("the judgement of a batch failed; its {} subjects are marked for a re-fold", fresh.size(), failed);
        fresh.forEach((subjectId, rows) -> rows.stream()
                .map(PositionRow::fixTime)
                .min(Comparator.naturalOrder())
                .ifPresent(oldest -> states.taint(handle, subjectId, oldest)));
    }

    /**
     * Wakes subjects whose time has come; those that somebody else holds are left to them.
     *
     * @param upTo the log's watermark of each subject
     */
    void wake(Handle handle, Map<Long, Instant> upTo) throws SQLException {
        Map<Long, SubjectState> locked = states.lockIdle(handle, upTo.keySet());
        Map<Long, RuleBooks.Given> given = books.of(handle, locked.keySet());
        List<SubjectStates.Judged> judged = new ArrayList<>();
        Map<Long, Instant> plans = new HashMap<>();
        for (SubjectState state : locked.values()) {
            Instant now = Objects.requireNonNull(upTo.get(state.subjectId()));
            if (state.planWakeAt() != null && !state.planWakeAt().isAfter(now)) {
                plans.put(state.subjectId(), now);
            }
            if (state.wakeAt() != null && !state.wakeAt().isAfter(now)) {
                if (state.checkpoint().isPresent()) {
                    fold(handle, state, List.of(), given, now, judged);
                } else {
                    // Without its past a subject would seem to have none: only a re-fold may speak.
                    states.taint(handle, state.subjectId(), Instant.EPOCH);
                    states.rest(handle, state.subjectId(), clock.instant().plus(REST));
                }
            }
        }
        write(handle, locked, judged);
        if (!plans.isEmpty()) {
            silence(handle, given, Instant.MAX, plans);
        }
    }

    /** Late reports are told apart by the checkpoint itself; they mark the subject. */
    private List<Fix> newFixes(Handle handle, SubjectState state, Speakers heard, Collection<PositionRow> rows) {
        List<Fix> fixes = new ArrayList<>(rows.size());
        Instant oldestLate = Instant.MAX;
        int late = 0;
        for (PositionRow row : rows) {
            if (!heard.hears(row)) {
                continue;
            }
            Fix fix = Fixes.of(row);
            if (state.checkpoint().isPresent() && !state.checkpoint().get().covers(fix)) {
                fixes.add(fix);
            } else {
                oldestLate = fix.at().isBefore(oldestLate) ? fix.at() : oldestLate;
                late++;
            }
        }
        if (late > 0) {
            // Without a readable checkpoint nothing of the past is known: all of it is to be folded again.
            states.taint(handle, state.subjectId(), state.checkpoint().isPresent() ? oldestLate : Instant.EPOCH);
            meters.late(late);
        }
        // The rows come by key, and a subject may have two devices in one batch.
        fixes.sort(null);
        return fixes;
    }

    private void fold(
            Handle handle,
            SubjectState state,
            List<Fix> fixes,
            Map<Long, RuleBooks.Given> given,
            Instant upTo,
            List<SubjectStates.Judged> judged) {
        RuleBooks.Given law = Objects.requireNonNull(given.get(state.subjectId()));
        Checkpoint from = state.checkpoint().orElseThrow();
        try {
            Fold fold = Precise.of(new Judge().fold(from, fixes, law.book(), upTo));
            judged.add(new SubjectStates.Judged(
                    state.subjectId(),
                    law.book().version(),
                    fold,
                    clock.instant().plusSeconds(1),
                    from.at()));
        } catch (RuntimeException failed) {
            meters.judgeFailed();
            if (!state.isTainted()) {
                LOG.error("the judgement of subject {} failed; it is marked for a re-fold", state.subjectId(), failed);
            }
            states.taint(
                    handle,
                    state.subjectId(),
                    fixes.isEmpty() ? upTo : fixes.getFirst().at());
            states.rest(handle, state.subjectId(), clock.instant().plus(REST));
        }
    }

    private void write(Handle handle, Map<Long, SubjectState> locked, List<SubjectStates.Judged> judged)
            throws SQLException {
        if (judged.isEmpty()) {
            return;
        }
        reconcile(handle, judged);
        states.save(handle, judged);
        for (SubjectStates.Judged one : judged) {
            SubjectState state = locked.get(one.subjectId());
            if (state != null && !state.isTainted()) {
                checkpoints.add(handle, one.subjectId(), one.fold().daily());
            }
        }
    }

    /** Brings the standing findings to what folds found. */
    void reconcile(Handle handle, List<SubjectStates.Judged> judged) throws SQLException {
        reconcile(handle, judged, false);
    }

    private void reconcile(Handle handle, List<SubjectStates.Judged> judged, boolean ofArrival) throws SQLException {
        if (judged.isEmpty()) {
            return;
        }
        Map<Long, Instant> reachesTo = new HashMap<>();
        judged.forEach(one -> reachesTo.put(one.subjectId(), one.fold().from()));
        Map<Long, List<Standing>> standing = findings.standing(handle, reachesTo, ofArrival);
        Instant raisedAt = clock.instant();
        for (SubjectStates.Judged one : judged) {
            List<Reconciliation.Revision> revisions =
                    Reconciliation.reconcile(standing.getOrDefault(one.subjectId(), List.of()), one.fold());
            int opened = findings.apply(handle, one.subjectId(), one.bookVersion(), revisions, raisedAt);
            for (int i = 0; i < opened; i++) {
                meters.opened();
            }
        }
    }
}
