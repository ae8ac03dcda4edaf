package org.guitu.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.guitu.ingest.admit.DeviceBook;
import org.guitu.ingest.feed.FeedNotifier;
import org.guitu.ingest.log.DirectReportLog;
import org.guitu.ingest.log.Storing;
import org.guitu.ingest.pipeline.BatchPipeline;
import org.guitu.ingest.pipeline.ClockTurn;
import org.guitu.ingest.pipeline.Lane;
import org.guitu.ingest.pipeline.OutlierTurn;
import org.guitu.ingest.pipeline.PipelineMeters;
import org.guitu.ingest.pipeline.Refold;
import org.guitu.ingest.pipeline.RefoldTurn;
import org.guitu.ingest.pipeline.TimelineJudge;
import org.guitu.ingest.registry.Registry;
import org.guitu.ingest.review.CoverageTurn;
import org.guitu.ingest.server.Jt808Server;
import org.guitu.ingest.server.PhoneServer;
import org.guitu.ingest.server.Servers;
import org.guitu.ingest.session.AuthCodes;
import org.guitu.ingest.session.Budget;
import org.guitu.ingest.session.Newcomers;
import org.guitu.ingest.session.SessionTable;
import org.guitu.ingest.session.Strangers;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.Housekeeping;
import org.guitu.ingest.store.Partitions;
import org.guitu.ingest.store.StatusTable;
import org.guitu.ingest.store.UptimeStore;

/** Builds ingest with {@code new}, top to bottom, and starts it. */
public final class IngestAssembly implements AutoCloseable {

    private static final Duration CLOCK_EVERY = Duration.ofMillis(200);
    private static final Duration REFOLD_EVERY = Duration.ofMillis(100);
    private static final Duration BOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration BEAT_EVERY = Duration.ofSeconds(2);
    private static final Duration BASES_EVERY = Duration.ofSeconds(20);

    /** So long without a beat is downtime, though the program ran on: its database was away. */
    private static final Duration BEATS_MISSED = BEAT_EVERY.multipliedBy(5);

    private static final Duration COVERAGE_EVERY = Duration.ofMinutes(5);

    private static final Duration OUTLIERS_EVERY = Duration.ofMinutes(20);

    private static final Duration HOUSEKEEPING_EVERY = Duration.ofHours(1);

    /** Refused frames kept at once, and in the long run: two a second for ninety days fill a few gigabytes. */
    private static final int QUARANTINE_BURST = 1_000;

    private static final int QUARANTINE_PER_SECOND = 2;

    private final Servers servers;
    private final DeviceBook book;
    private final DirectReportLog log;
    private final Storing storing;
    private final FeedNotifier notifier;
    private final UptimeStore uptime;
    private final AtomicLong uptimeId = new AtomicLong();
    private final InstantSource clock;
    private final Duration beatsMissed;
    private final List<Lane> lanes;
    private final ExecutorService blocking;

    private IngestAssembly(
            IngestConfig config, Database database, MeterRegistry meters, InstantSource clock, Duration beatsMissed) {
        this.clock = clock;
        this.beatsMissed = beatsMissed;
        storing = new Storing();
        blocking = Executors.newVirtualThreadPerTaskExecutor();

        // Store and judge.
        Partitions partitions = new Partitions(database, config.retention());
        partitions.ensureAhead(clock.instant(), config.partitionsAhead());
        PipelineMeters pipelineMeters = new PipelineMeters(meters);
        TimelineJudge judge = new TimelineJudge(pipelineMeters, clock);
        notifier = new FeedNotifier(database.config());
        BatchPipeline pipeline = new BatchPipeline(database, partitions, judge, notifier, pipelineMeters, clock);
        database.jdbi().useHandle(handle -> new StatusTable().disconnectAll(handle));

        // The log.
        log = new DirectReportLog(
                pipeline, config.shards(), config.waitingMax(), config.batchMax(), clock, storing, meters);

        // What runs without a report.
        book = new DeviceBook(database);
        book.refresh();
        uptime = new UptimeStore(database.jdbi());
        uptimeId.set(uptime.begin(clock.instant()));
        // A pair waits for both: nothing of anybody may still be on its way.
        ClockTurn.Watermark watermark =
                (subject, now) -> subject < 0 ? log.watermark(now) : log.watermark(subject, now);
        ClockTurn clockTurn = new ClockTurn(database, judge, notifier, watermark, clock);
        RefoldTurn refoldTurn =
                new RefoldTurn(database, new Refold(judge, watermark, clock), notifier, pipelineMeters, clock);
        Housekeeping housekeeping = new Housekeeping(
                database,
                partitions,
                new Housekeeping.Limits(
                        config.partitionsAhead(),
                        config.quarantineRetention(),
                        config.rawItemsPerDeviceMax(),
                        config.retention()),
                clock);
        lanes = List.of(
                new Lane("clock", CLOCK_EVERY, storing, clockTurn),
                new Lane("refold", REFOLD_EVERY, storing, refoldTurn),
                new Lane("books", BOOKS_EVERY, storing, book::refresh),
                new Lane("beat", BEAT_EVERY, storing, this::beat),
                new Lane(
                        "bases",
                        BASES_EVERY,
                        storing,
                        () -> database.jdbi()
                                .useHandle(handle -> new StatusTable().forgetEnded(handle, clock.instant()))),
                new Lane("coverage", COVERAGE_EVERY, storing, new CoverageTurn(database, Registry.CALENDAR, clock)),
                new Lane("outliers", OUTLIERS_EVERY, storing, new OutlierTurn(database, Registry.CALENDAR, clock)),
                new Lane("housekeeping", HOUSEKEEPING_EVERY, storing, housekeeping));

        // The servers, last: whatever they hand over finds the rest in place.
        servers = new Servers(config.ioThreads());
        Jt808Server.Needs needs = new Jt808Server.Needs(
                book,
                new Newcomers(book, blocking),
                new AuthCodes(database, book, blocking),
                new SessionTable(),
                new Strangers(),
                log,
                new Budget(QUARANTINE_BURST, QUARANTINE_PER_SECOND),
                clock,
                meters);
        if (config.jt808Port() >= 0) {
            Jt808Server.open(servers, config, needs);
        }
        if (config.osmandPort() >= 0) {
            PhoneServer.open(servers, config, needs, storing::now);
        }
    }

    /** Starts the pipeline and opens the ports. The schema must have been migrated. */
    public static IngestAssembly start(IngestConfig config, Database database, MeterRegistry meters) {
        return start(config, database, meters, InstantSource.system());
    }

    /** The same with another clock. */
    public static IngestAssembly start(
            IngestConfig config, Database database, MeterRegistry meters, InstantSource clock) {
        return start(config, database, meters, clock, BEATS_MISSED);
    }

    /**
     * The same for a clock that leaps.
     *
     * @param beatsMissed so long without a beat means that nothing could be stored in between
     */
    static IngestAssembly start(
            IngestConfig config, Database database, MeterRegistry meters, InstantSource clock, Duration beatsMissed) {
        return new IngestAssembly(config, database, meters, clock, beatsMissed);
    }

    /**
     * The port a protocol's server listens on.
     *
     * @param protocol {@code jt808} or {@code osmand}
     * @throws IllegalArgumentException if there is no such server
     */
    public int port(String protocol) {
        return servers.port(protocol);
    }

    /** False while the database is away: reports wait, nobody is acknowledged. */
    public boolean storing() {
        return storing.now();
    }

    /** Reads what has changed in the books at once instead of within a second; blocks on the database. */
    public void rereadBooks() {
        book.refresh();
    }

    private void beat() {
        uptimeId.set(uptime.beat(uptimeId.get(), clock.instant(), beatsMissed));
    }

    /** Stops reading, lets the queued reports commit for a few seconds, and closes the ports. */
    @Override
    public void close() {
        servers.stopReading();
        lanes.forEach(Lane::close);
        log.close();
        servers.close();
        blocking.shutdown();
        Instant now = clock.instant();
        if (storing.now()) {
            uptime.end(uptimeId.get(), now);
        }
        notifier.close();
    }
}
