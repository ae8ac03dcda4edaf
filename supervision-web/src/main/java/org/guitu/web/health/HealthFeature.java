package org.guitu.web.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.ui.Messages;

/** {@code /health/live}, {@code /health/ready}, {@code /metrics}. Open to anyone, and so without a word about any person. */
public final class HealthFeature implements Feature {

    private static final int VALID_SECONDS = 2;

    private final DataSource dataSource;
    private final BooleanSupplier storing;
    private final PrometheusMeterRegistry meters;

    /**
     * @param storing whether ingest can store what arrives; true where this process runs no ingest
     */
    public HealthFeature(DataSource dataSource, BooleanSupplier storing, PrometheusMeterRegistry meters) {
        this.dataSource = dataSource;
        this.storing = storing;
        this.meters = meters;
    }

    /** It shows no page and needs no words of its own. */
    @Override
    public String name() {
        return Messages.NONE;
    }

    @Override
    public void mount(Routes routes) {
        routes.openData("/health/live", request -> Reply.json(Map.of("status", "up")));
        routes.openData("/health/ready", this::ready);
        routes.openData(
                "/metrics",
                request -> Reply.bytes(
                        meters.scrape().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "text/plain; version=0.0.4; charset=utf-8"));
    }

    private Reply ready(Request request) {
        Map<String, String> checks = new LinkedHashMap<>();
        boolean database = databaseAnswers();
        boolean stores = storing.getAsBoolean();
        checks.put("status", database && stores ? "up" : "down");
        checks.put("database", database ? "up" : "down");
        checks.put("storing", stores ? "up" : "down");
        return Reply.json(checks).withStatus(database && stores ? 200 : 503);
    }

    private boolean databaseAnswers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(VALID_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
