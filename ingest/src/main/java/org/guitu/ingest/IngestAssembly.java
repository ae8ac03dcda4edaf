package org.guitu.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import org.guitu.ingest.store.Database;

/** Builds ingest with {@code new}, top to bottom, and starts it. */
public final class IngestAssembly implements AutoCloseable {

    private IngestAssembly() {}

    /** Starts the pipeline and opens the ports. The schema must have been migrated. */
    public static IngestAssembly start(IngestConfig config, Database database, MeterRegistry meters) {
        throw new UnsupportedOperationException();
    }

    /**
     * The port a protocol's server listens on.
     *
     * @param protocol {@code jt808} or {@code osmand}
     * @throws IllegalArgumentException if there is no such server
     */
    public int port(String protocol) {
        throw new UnsupportedOperationException();
    }

    /** False while the database is away: reports wait, nobody is acknowledged. */
    public boolean storing() {
        throw new UnsupportedOperationException();
    }

    /** Stops reading, lets the queued reports commit for a few seconds, and closes the ports. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
