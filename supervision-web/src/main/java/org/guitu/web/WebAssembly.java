package org.guitu.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.guitu.ingest.store.Database;
import org.guitu.web.access.DatabaseSessions;
import org.guitu.web.access.StaffService;
import org.guitu.web.access.StaffStore;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Routes;
import org.guitu.web.http.Sites;
import org.guitu.web.http.WebConfig;
import org.guitu.web.http.WebServer;
import org.guitu.web.staff.StaffFeature;
import org.guitu.web.ui.Site;
import org.jdbi.v3.core.Jdbi;

/** Builds the web role with {@code new}, top to bottom, and starts it. A new feature is one line in {@link #features}. */
public final class WebAssembly implements AutoCloseable {

    private final WebServer server;

    private WebAssembly(WebServer server) {
        this.server = server;
    }

    /** Starts the web role. Both schemas must have been migrated. */
    public static WebAssembly start(WebConfig config, Database database, InstantSource clock) {
        Jdbi jdbi = database.jdbi();
        DatabaseSessions sessions = new DatabaseSessions(jdbi, clock, config.sessionIdle(), config.sessionAbsolute());
        List<Feature> features = features(jdbi);
        Site site = Sites.of(features, config.zone());
        Routes routes = new Routes();
        features.forEach(feature -> feature.mount(routes));
        return new WebAssembly(WebServer.start(config, sessions, site, routes));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private static List<Feature> features(Jdbi jdbi) {
        List<Feature> features = new ArrayList<>();
        features.add(new StaffFeature(new StaffService(jdbi, new StaffStore())));
        return features;
    }
}
