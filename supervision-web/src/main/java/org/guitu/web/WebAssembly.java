package org.guitu.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.guitu.ingest.store.Database;
import org.guitu.simulators.city.City;
import org.guitu.web.access.DatabaseSessions;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Passwords;
import org.guitu.web.access.Permission;
import org.guitu.web.access.StaffStore;
import org.guitu.web.api.ApiFeature;
import org.guitu.web.audit.Audit;
import org.guitu.web.audit.AuditAppender;
import org.guitu.web.audit.AuditChain;
import org.guitu.web.audit.AuditFeature;
import org.guitu.web.audit.AuditQuery;
import org.guitu.web.basemap.BasemapFeature;
import org.guitu.web.clockwork.CaseClock;
import org.guitu.web.exchange.ExchangeAssembly;
import org.guitu.web.exchange.ExchangeConfig;
import org.guitu.web.health.HealthFeature;
import org.guitu.web.holidays.HolidayService;
import org.guitu.web.holidays.HolidaysFeature;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Routes;
import org.guitu.web.http.Sites;
import org.guitu.web.http.WebConfig;
import org.guitu.web.http.WebServer;
import org.guitu.web.limits.LimitService;
import org.guitu.web.limits.LimitsFeature;
import org.guitu.web.live.LiveAssembly;
import org.guitu.web.organisations.OrganisationsFeature;
import org.guitu.web.organisations.UnitService;
import org.guitu.web.posts.DeputyService;
import org.guitu.web.posts.PostService;
import org.guitu.web.posts.PostsFeature;
import org.guitu.web.signin.SignIn;
import org.guitu.web.signin.SignInFeature;
import org.guitu.web.staff.OrganisationService;
import org.guitu.web.staff.StaffFeature;
import org.guitu.web.staff.StaffService;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Site;
import org.jdbi.v3.core.Jdbi;

/** Builds the web role with {@code new}, top to bottom, and starts it. A new feature is one line in the constructor. */
public final class WebAssembly implements AutoCloseable {

    private final List<Feature> features = new ArrayList<>();
    private final Routes routes;
    private final StaffService staff;
    private final LiveAssembly live;
    private final CaseClock clockwork;
    private final ExchangeAssembly exchange;
    private final AuditAppender auditAppender;
    private final WebServer server;

    private WebAssembly(
            WebConfig config,
            ExchangeConfig exchanging,
            Database database,
            InstantSource clock,
            PrometheusMeterRegistry meters,
            BooleanSupplier storing) {
        Jdbi jdbi = database.jdbi();
        Audit audit = new Audit();
        Passwords passwords = new Passwords();
        DatabaseSessions sessions = new DatabaseSessions(jdbi, clock, config.sessionIdle(), config.sessionAbsolute());
        StaffStore staffStore = new StaffStore();
        OrganisationStore organisations = new OrganisationStore();
        staff = new StaffService(jdbi, staffStore, organisations, sessions, passwords, audit, clock);

        live = new LiveAssembly(database, audit, clock, storing);
        features.add(live.live());
        features.add(live.alerts());
        features.add(new BasemapFeature(City.generate(City.DEFAULT_SEED)));
        CaseServices services = CaseServices.of(jdbi, clock);
        routes = new Routes(services.people()::opened);
        exchange = new ExchangeAssembly(jdbi, services.people(), audit, exchanging, clock);
        features.addAll(CaseFeatures.of(database, services, exchange, clock));
        features.add(new LimitsFeature(new LimitService(jdbi, organisations, audit, clock)));
        features.add(new HolidaysFeature(new HolidayService(jdbi, organisations, audit, clock)));
        features.add(
                new PostsFeature(new PostService(jdbi, audit, clock), new DeputyService(jdbi, audit, clock), clock));
        features.add(new OrganisationsFeature(new UnitService(jdbi, audit, clock), clock));
        features.add(new StaffFeature(staff, new OrganisationService(jdbi, organisations, audit)));
        features.add(new AuditFeature(new AuditQuery(jdbi)));
        features.add(new ApiFeature());
        features.add(new HealthFeature(database.dataSource(), storing, meters));
        features.add(new SignInFeature(
                new SignIn(jdbi, staffStore, sessions, passwords, audit, clock), config.sessionAbsolute(), nav()));

        Site site = Sites.of(features, config.zone());
        features.forEach(feature -> feature.mount(routes));
        server = WebServer.start(config, sessions, site, routes);
        clockwork = CaseClock.start(jdbi, CaseTicks.of(jdbi, clock), clock);
        auditAppender = AuditAppender.start(new AuditChain(jdbi), clock);
    }

    /**
     * Starts the web role. Both schemas must have been migrated.
     *
     * @param clock what sessions and lock-out go by
     * @param meters shown at {@code /metrics}
     * @param storing whether ingest can store what arrives; true where this process runs no ingest
     */
    public static WebAssembly start(
            WebConfig config,
            Database database,
            InstantSource clock,
            PrometheusMeterRegistry meters,
            BooleanSupplier storing) {
        return start(config, ExchangeConfig.defaults(), database, clock, meters, storing);
    }

    /** The same with messages to and from courts, procuratorates and police. */
    public static WebAssembly start(
            WebConfig config,
            ExchangeConfig exchanging,
            Database database,
            InstantSource clock,
            PrometheusMeterRegistry meters,
            BooleanSupplier storing) {
        return new WebAssembly(config, exchanging, database, clock, meters, storing);
    }

    /** Every operation below {@code /api/v1/} that a feature mounted, as {@code GET /api/v1/people/{id}}. */
    public Set<String> operations() {
        return routes.operations();
    }

    /** Everything that needs a permission, as {@code POST /people/{id}/edit}, and which. */
    public Map<String, Permission> guarded() {
        return routes.guarded();
    }

    /** Every operation that {@code openapi.yaml} promises. */
    public Set<String> contractOperations() {
        return server.contractOperations();
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** For the command line and the demo: staff without a page. */
    public StaffService staff() {
        return staff;
    }

    @Override
    public void close() {
        clockwork.close();
        exchange.close();
        live.close();
        server.close();
        auditAppender.close();
    }

    private List<NavItem> nav() {
        return features.stream().flatMap(feature -> feature.nav().stream()).toList();
    }
}
