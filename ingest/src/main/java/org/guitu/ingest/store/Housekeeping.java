package org.guitu.ingest.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What has to be done now and then: partitions ahead, old quarantine rows, raw items that change with every report. */
public final class Housekeeping implements Runnable {

    /**
     * What is kept.
     *
     * @param partitionsAhead days made in advance
     * @param quarantine how long refused frames are kept
     * @param rawItemsPerDevice distinct raw items of one device
     * @param arrivals how long it is kept when a subject was heard of: as long as positions
     */
    public record Limits(int partitionsAhead, Duration quarantine, int rawItemsPerDevice, Duration arrivals) {}

    private final Database database;
    private final Partitions partitions;
    private final Limits limits;
    private final InstantSource clock;

    public Housekeeping(Database database, Partitions partitions, Limits limits, InstantSource clock) {
        this.database = database;
        this.partitions = partitions;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        partitions.ensureAhead(now, limits.partitionsAhead());
        database.jdbi().useHandle(handle -> {
            new QuarantineTable().forget(handle, now.minus(limits.quarantine()));
            new RawItemTable().trim(handle, limits.rawItemsPerDevice());
            handle.execute(
                    "delete from telemetry.arrival where last_at < ?::timestamptz",
                    Times.text(now.minus(limits.arrivals())));
        });
    }
}
