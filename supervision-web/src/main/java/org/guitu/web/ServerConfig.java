package org.guitu.web;

import java.util.EnumSet;
import java.util.Set;
import org.guitu.ingest.IngestConfig;
import org.guitu.ingest.store.DatabaseConfig;
import org.guitu.web.exchange.ExchangeConfig;
import org.guitu.web.http.WebConfig;

/**
 * What one process runs.
 *
 * @param parts at least one
 */
public record ServerConfig(
        DatabaseConfig database, WebConfig web, ExchangeConfig exchange, IngestConfig ingest, Set<Part> parts) {

    /** A part of the process. The judge lives in ingest for as long as the report log is the database's own. */
    public enum Part {
        INGEST,
        JUDGE,
        WEB
    }

    public ServerConfig {
        parts = Set.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("at least one role must run");
        }
        if (parts.contains(Part.INGEST) != parts.contains(Part.JUDGE)) {
            throw new IllegalArgumentException(
                    "ingest and judge run in one process: without a separate report log neither can do without the other");
        }
    }

    /** Everything in one process, on the conventional ports. */
    public static ServerConfig of(DatabaseConfig database) {
        return new ServerConfig(
                database,
                WebConfig.defaults(),
                ExchangeConfig.defaults(),
                IngestConfig.defaults(),
                EnumSet.allOf(Part.class));
    }

    public ServerConfig withWeb(WebConfig other) {
        return new ServerConfig(database, other, exchange, ingest, parts);
    }

    public ServerConfig withExchange(ExchangeConfig other) {
        return new ServerConfig(database, web, other, ingest, parts);
    }

    public ServerConfig withIngest(IngestConfig other) {
        return new ServerConfig(database, web, exchange, other, parts);
    }

    public ServerConfig withParts(Set<Part> other) {
        return new ServerConfig(database, web, exchange, ingest, other);
    }

    boolean runs(Part part) {
        return parts.contains(part);
    }
}
