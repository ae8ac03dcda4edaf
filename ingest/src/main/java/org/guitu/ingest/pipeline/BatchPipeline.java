package org.guitu.ingest.pipeline;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.guitu.ingest.admit.Basis;
import org.guitu.ingest.admit.BasisReader;
import org.guitu.ingest.feed.FeedNotifier;
import org.guitu.ingest.log.BatchSink;
import org.guitu.ingest.log.Entries;
import org.guitu.ingest.log.Entry;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.Partitions;
import org.guitu.ingest.store.PositionRow;
import org.guitu.ingest.store.PositionTable;
import org.guitu.ingest.store.QuarantineTable;
import org.guitu.ingest.store.RawItemTable;
import org.guitu.ingest.store.StatusTable;
import org.guitu.ingest.store.UntimedTable;
import org.jdbi.v3.core.Handle;

/**
 * The batch pipeline at a glance: a micro-batch becomes one transaction, or nothing at all.
 *
 * <pre>
 *   admit      which subject a fix belongs to, by the bases as they stand in this transaction
 *   store      positions (each once), untimed reports, raw items, quarantine, newest status
 *   judge      forward over what is new; what is late only marks its subject for the re-fold lane
 *   notify     after the commit, an empty wake-up
 * </pre>
 *
 * <p>Two transactions that meet take their rows in the same order: positions by key, statuses by device, subjects by id. Thread-safe.
 */
public final class BatchPipeline implements BatchSink {

    private final Database database;
    private final Partitions partitions;
    private final TimelineJudge judge;
    private final FeedNotifier notifier;
    private final PipelineMeters meters;
    private final InstantSource clock;

    private final BasisReader bases = new BasisReader();
    private final PositionTable positions = new PositionTable();
    private final UntimedTable untimed = new UntimedTable();
    private final RawItemTable items = new RawItemTable();
    private final QuarantineTable quarantine = new QuarantineTable();
    private final StatusTable statuses = new StatusTable();

    public BatchPipeline(
            Database database,
            Partitions partitions,
            TimelineJudge judge,
            FeedNotifier notifier,
            PipelineMeters meters,
            InstantSource clock) {
        this.database = database;
        this.partitions = partitions;
        this.judge = judge;
        this.notifier = notifier;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void store(List<Entries> batch, Instant upTo) {
        try {
            makeRoom(batch);
            database.jdbi().useTransaction(handle -> store(handle, batch, upTo));
        } catch (SQLException failed) {
            throw new IllegalStateException("could not store a batch", failed);
        }
        notifier.wake();
    }

    /** Partitions for what is admitted, in transactions of their own: a device without a basis makes none, whatever its clock says. */
    private void makeRoom(List<Entries> batch) {
        if (partitions.isNews(days(batch))) {
            Map<Long, List<Basis>> standing =
                    database.jdbi().withHandle(handle -> bases.ofDevices(handle, Sorted.devices(batch)));
            Set<LocalDate> admitted = new HashSet<>();
            for (PositionRow row : Sorted.of(batch, standing).positions()) {
                admitted.add(Partitions.day(row.fixTime()));
            }
            partitions.ensure(admitted, clock.instant());
        }
    }

    private void store(Handle handle, List<Entries> batch, Instant upTo) throws SQLException {
        Map<Long, List<Basis>> standing = bases.ofDevices(handle, Sorted.devices(batch));
        Sorted sorted = Sorted.of(batch, standing);

        Set<PositionRow.Key> fresh = positions.insert(handle, sorted.positions());
        untimed.insert(handle, sorted.untimed());
        items.count(handle, sorted.items());
        quarantine.insert(handle, sorted.quarantine());
        statuses.write(handle, sorted.news());

        judge.forward(handle, bySubject(sorted.positions(), fresh), sorted.heard(), upTo);

        meters.count(sorted, fresh.size());
    }

    @Override
    public void quarantine(Entries entries, String reason, Instant at) {
        QuarantineTable.Row row = new QuarantineTable.Row(
                at,
                java.util.OptionalLong.empty(),
                entries.protocol(),
                reason,
                0,
                entries.frame(),
                entries.frame().length);
        try {
            database.jdbi().useTransaction(handle -> quarantine.insert(handle, List.of(row)));
        } catch (SQLException failed) {
            throw new IllegalStateException("could not write the quarantine", failed);
        }
    }

    /** New reports by subject, each subject's in the order of judgement; a report that stands twice in the batch counts once. */
    private static Map<Long, List<PositionRow>> bySubject(List<PositionRow> rows, Set<PositionRow.Key> fresh) {
        Set<PositionRow.Key> left = new HashSet<>(fresh);
        Map<Long, List<PositionRow>> subjects = new TreeMap<>();
        for (PositionRow row : rows) {
            if (left.remove(row.key())) {
                subjects.computeIfAbsent(row.subjectId(), id -> new ArrayList<>())
                        .add(row);
            }
        }
        return subjects;
    }

    private static Set<LocalDate> days(List<Entries> batch) {
        Set<LocalDate> days = new HashSet<>();
        for (Entries entries : batch) {
            for (Entry entry : entries.items()) {
                if (entry instanceof Entry.Reported reported
                        && reported.report().timed()) {
                    Instant fixTime = reported.report().fixTime();
                    if (fixTime != null) {
                        days.add(Partitions.day(fixTime));
                    }
                }
            }
        }
        return days;
    }
}
