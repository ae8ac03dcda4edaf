package org.guitu.web.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
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

    private final DatabaseProbe database;
    private final BooleanSupplier storing;
    private final PrometheusMeterRegistry meters;

    /**
     * @param storing whether ingest can store what arrives; true where this process runs no ingest
     */
    public HealthFeature(DataSource dataSource, BooleanSupplier storing, PrometheusMeterRegistry meters) {
        this.database = new DatabaseProbe(dataSource);
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
        boolean answers = database.answers();
        boolean stores = storing.getAsBoolean();
        checks.put("status", answers && stores ? "up" : "down");
        checks.put("database", answers ? "up" : "down");
        checks.put("storing", stores ? "up" : "down");
        return Reply.json(checks).withStatus(answers && stores ? 200 : 503);
    }
}
