package org.guitu.web;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.ingest.IngestAssembly;
import org.guitu.ingest.store.Database;
import org.guitu.web.access.SupervisionSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running process: the database, both schemas brought up to date, then ingest and web as the roles say. Started top to bottom, closed
 * bottom to top.
 */
public final class ServerAssembly implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerAssembly.class);

    private final List<AutoCloseable> parts;
    private final Database database;
    private final Optional<IngestAssembly> ingest;
    private final Optional<WebAssembly> web;

    private ServerAssembly(ServerConfig config, List<AutoCloseable> parts) {
        this.parts = parts;
        database = keep(Database.open(config.database()));
        database.migrate();
        SupervisionSchema.migrate(database.dataSource());
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        keep(new JvmGcMetrics()).bindTo(meters);
        ingest = config.runs(ServerConfig.Part.INGEST)
                ? Optional.of(keep(IngestAssembly.start(config.ingest(), database, meters)))
                : Optional.empty();
        web = config.runs(ServerConfig.Part.WEB)
                ? Optional.of(keep(WebAssembly.start(
                        config.web(),
                        config.exchange(),
                        database,
                        InstantSource.system(),
                        meters,
                        () -> ingest.isEmpty() || ingest.get().storing())))
                : Optional.empty();
    }

    /**
     * Starts everything; what was already started is closed again if a later part fails.
     *
     * @throws RuntimeException if the database is away, a migration fails or a port is taken
     */
    public static ServerAssembly start(ServerConfig config) {
        List<AutoCloseable> parts = new ArrayList<>();
        try {
            return new ServerAssembly(config, parts);
        } catch (RuntimeException failure) {
            close(parts);
            throw failure;
        }
    }

    public Database database() {
        return database;
    }

    /** Empty where the roles leave it out. */
    public Optional<IngestAssembly> ingest() {
        return ingest;
    }

    /** Empty where the roles leave it out. */
    public Optional<WebAssembly> web() {
        return web;
    }

    @Override
    public void close() {
        close(parts);
    }

    private static void close(List<AutoCloseable> parts) {
        for (AutoCloseable part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception failure) {
                LOG.warn("{} did not close", part.getClass().getSimpleName(), failure);
            }
        }
        parts.clear();
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(part);
        return part;
    }
}
