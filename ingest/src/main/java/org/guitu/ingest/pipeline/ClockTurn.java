package org.guitu.ingest.pipeline;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guitu.ingest.feed.FeedNotifier;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.SqlStates;
import org.guitu.ingest.store.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Time as an input: judges the subjects whose hour has come though nothing arrives. "Now" is the smaller of the clock and the log's
 * watermark, so that a report which is already here, but not yet stored, is heard before the clock is.
 */
public final class ClockTurn implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ClockTurn.class);
    private static final int SUBJECTS_AT_ONCE = 100;
    private static final Duration REST = Duration.ofMinutes(1);

    /** What is still on its way about one subject. */
    public interface Watermark {
        /** Nothing received before this instant is still to be stored for the subject; not later than {@code now}. */
        Instant of(long subjectId, Instant now);
    }

    private final Database database;
    private final TimelineJudge judge;
    private final FeedNotifier notifier;
    private final Watermark watermark;
    private final InstantSource clock;

    public ClockTurn(
            Database database, TimelineJudge judge, FeedNotifier notifier, Watermark watermark, InstantSource clock) {
        this.database = database;
        this.judge = judge;
        this.notifier = notifier;
        this.watermark = watermark;
        this.clock = clock;
    }

    @Override
    public void run() {
        List<Long> due = due(clock.instant());
        for (int from = 0; from < due.size(); from += SUBJECTS_AT_ONCE) {
            wake(due.subList(from, Math.min(due.size(), from + SUBJECTS_AT_ONCE)));
        }
    }

    private void wake(List<Long> subjects) {
        Map<Long, Instant> upTo = new TreeMap<>();
        Instant now = clock.instant();
        subjects.forEach(subject -> upTo.put(subject, watermark.of(subject, now)));
        try {
            database.jdbi().useTransaction(handle -> judge.wake(handle, upTo));
        } catch (SQLException failed) {
            throw new IllegalStateException("could not wake subjects", failed);
        } catch (RuntimeException failed) {
            if (SqlStates.isSql(failed)) {
                throw failed;
            }
            alone(subjects, failed);
        }
        notifier.wake();
    }

    /** One whose findings cannot be read must not keep the hours of the others. */
    private void alone(List<Long> subjects, RuntimeException failed) {
        if (subjects.size() == 1) {
            LOG.error("subject {} could not be woken and rests", subjects.getFirst(), failed);
            database.jdbi()
                    .useHandle(handle -> new SubjectStates()
                            .rest(handle, subjects.getFirst(), clock.instant().plus(REST)));
        } else {
            subjects.forEach(subject -> wake(List.of(subject)));
        }
    }

    private List<Long> due(Instant now) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select subject_id from telemetry.subject_state"
                                + " where wake_at <= :now::timestamptz or plan_wake_at <= :now::timestamptz"
                                + " order by least(wake_at, plan_wake_at) limit 5000")
                        .bind("now", Times.text(now))
                        .mapTo(Long.class)
                        .list());
    }
}
