package org.guitu.web.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.guitu.ingest.feed.Cursor;
import org.guitu.ingest.feed.Feed;
import org.guitu.ingest.feed.FindingRow;
import org.guitu.ingest.feed.Page;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Follows the findings and opens, extends, ends and withdraws their alerts. The cursor moves in the transaction that writes the alerts,
 * and a finding is keyed by its id: whatever dies whenever, each finding takes effect once.
 *
 * <p>Repeats of one cause merge: a finding about the same person, kind and rule, within {@link #SAME_CAUSE_WITHIN} of an unresolved
 * alert's time, belongs to that alert. Thread-safe; a second opener on the same database waits for the first.
 */
public final class AlertOpener {

    /** How far apart two findings of one cause may be. */
    public static final Duration SAME_CAUSE_WITHIN = Duration.ofMinutes(30);

    private static final int BATCH_MAX = 500;

    private final Jdbi jdbi;
    private final Feed feed;
    private final InstantSource clock;

    public AlertOpener(Jdbi jdbi, Feed feed, InstantSource clock) {
        this.jdbi = jdbi;
        this.feed = feed;
        this.clock = clock;
    }

    /** Reads all there is. @return how many findings were read */
    public int catchUp() {
        int total = 0;
        for (int read = BATCH_MAX; read == BATCH_MAX; ) {
            read = jdbi.inTransaction(this::batch);
            total += read;
        }
        return total;
    }

    /** One batch, in the transaction of this handle. */
    int batch(Handle handle) {
        Cursor from = AlertFindings.lockCursor(handle);
        Page<FindingRow> page = feed.findingsAfter(from, BATCH_MAX);
        for (FindingRow row : page.items()) {
            take(handle, row);
        }
        if (!page.next().equals(from)) {
            AlertFindings.moveCursor(handle, page.next());
        }
        return page.items().size();
    }

    private void take(Handle handle, FindingRow row) {
        Optional<Long> known = AlertFindings.alertOf(handle, row.findingId());
        if (known.isPresent()) {
            revise(handle, known.get(), row);
        } else if (row.standing()) {
            add(handle, row);
        }
        // Raised and taken back before anybody was told: nothing to tell.
    }

    private void add(Handle handle, FindingRow row) {
        Instant now = clock.instant();
        boolean rings = Severity.rings(row.kind(), row.retrospective());
        Optional<Long> parent = row.splitFrom().isPresent()
                ? AlertFindings.alertOf(handle, row.splitFrom().getAsLong())
                : Optional.empty();
        Optional<Long> same = parent.isPresent() ? parent : AlertFindings.sameCause(handle, row, SAME_CAUSE_WITHIN);
        long alertId = same.orElseGet(() -> AlertFindings.insert(handle, row));
        AlertFindings.put(handle, alertId, row);
        // A finding split off an older one is no news: the officer has been told of both.
        AlertFindings.sumUp(handle, alertId, now, rings && parent.isEmpty());
        step(handle, alertId, now, same.isPresent() ? StepKind.RECURRED : StepKind.OPENED, null);
    }

    private void revise(Handle handle, long alertId, FindingRow row) {
        Instant now = clock.instant();
        Alert before = AlertStore.lock(handle, alertId).orElseThrow();
        AlertFindings.put(handle, alertId, row);
        // Told quietly as over, and it turns out to last: that is news.
        boolean rings = before.retrospective() && Severity.rings(row.kind(), row.retrospective());
        AlertFindings.sumUp(handle, alertId, now, rings && !row.retrospective());
        Alert after = AlertStore.find(handle, alertId).orElseThrow();
        if (before.withdrawnAt() == null && after.withdrawnAt() != null) {
            step(handle, alertId, now, StepKind.WITHDRAWN, after.withdrawalReason());
        } else if (before.lasting() && !after.lasting()) {
            step(handle, alertId, now, StepKind.ENDED, null);
        } else if (!before.lasting() && after.lasting()) {
            step(handle, alertId, now, StepKind.RESUMED, null);
        }
    }

    private static void step(Handle handle, long alertId, Instant now, StepKind kind, @Nullable String note) {
        AlertStore.addStep(handle, alertId, now, null, kind, note == null ? "" : note, Optional.empty());
    }
}
