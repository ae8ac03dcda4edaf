package org.guitu.web;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.DatabaseConfig;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.access.StaffStore;
import org.guitu.web.access.SupervisionSchema;
import org.guitu.web.exchange.ExchangeConfig;
import org.guitu.web.http.WebConfig;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The running web role on a fresh database, with a clock of the test's own and staff to sign in as.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final WebFixture WEB = new WebFixture();
 * }</pre>
 */
public final class WebFixture implements BeforeAllCallback, AfterAllCallback {

    /** Everyone's password in tests. */
    public static final String PASSWORD = "invented words for tests";

    /** Cheaper than what the program makes: a hash names its own parameters, and tests sign in some hundred times. */
    private static final String HASH = Password.hash(PASSWORD)
            .addRandomSalt(16)
            .with(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID))
            .getResult();

    private final PostgresFixture postgres = PostgresFixture.prepared("web", WebFixture::migrate);
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final AtomicInteger names = new AtomicInteger();
    private ExchangeConfig exchanging = ExchangeConfig.defaults();
    private Database database;
    private WebAssembly web;

    /** The same, exchanging messages by wire. */
    public WebFixture exchanging(ExchangeConfig config) {
        exchanging = config;
        return this;
    }

    private static void migrate(String url) {
        try (Database database = Database.open(DatabaseConfig.of(url))) {
            database.migrate();
            SupervisionSchema.migrate(database.dataSource());
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        postgres.beforeAll(context);
        database = Database.open(DatabaseConfig.of(postgres.url()));
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        web = WebAssembly.start(
                WebConfig.defaults().withHost("127.0.0.1").withPort(0),
                exchanging,
                database,
                clock,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                () -> true);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (web != null) {
            web.close();
        }
        if (database != null) {
            database.close();
        }
        postgres.afterAll(context);
    }

    public String databaseUrl() {
        return postgres.url();
    }

    public Database database() {
        return database;
    }

    public Jdbi jdbi() {
        return database.jdbi();
    }

    public WebAssembly web() {
        return web;
    }

    public String url() {
        return "http://localhost:" + web.port();
    }

    /** Moves the site's clock. */
    public void sleep(Duration by) {
        ahead.accumulateAndGet(by, Duration::plus);
    }

    /** A browser of its own, with its own cookies. */
    public Browser browser() {
        return new Browser(url());
    }

    /** The top of the tree, or a new organisation below another. */
    public Organisation root() {
        OrganisationStore store = new OrganisationStore();
        return jdbi().inTransaction(handle -> store.root(handle)
                .orElseGet(() -> store.insert(
                        handle,
                        java.util.Optional.empty(),
                        "测试市司法局",
                        Organisation.Level.CITY,
                        ZoneId.of("Asia/Shanghai"))));
    }

    public Organisation below(Organisation parent, String name) {
        return below(parent, name, Organisation.Level.OFFICE);
    }

    /** A new county department below another organisation. */
    public Organisation county(Organisation parent, String name) {
        return below(parent, name, Organisation.Level.COUNTY);
    }

    private Organisation below(Organisation parent, String name, Organisation.Level level) {
        return jdbi().inTransaction(handle -> new OrganisationStore()
                .insert(handle, java.util.Optional.of(parent), name, level, ZoneId.of("Asia/Shanghai")));
    }

    /** A member of staff who has already chosen {@link #PASSWORD}; returns the user name. */
    public String staff(Organisation place, Role... roles) {
        StaffStore store = new StaffStore();
        String userName = "test" + names.incrementAndGet();
        jdbi().useTransaction(handle -> {
            long id = store.insert(handle, place.id(), userName, "测试" + userName, HASH, Instant.now());
            store.setPassword(handle, id, HASH, java.util.Optional.empty());
            store.setRoles(handle, id, Set.of(roles), java.util.Optional.empty());
        });
        return userName;
    }

    /** A new member of staff as services see one. */
    public Staff member(Organisation place, Role... roles) {
        String userName = staff(place, roles);
        return jdbi().withHandle(handle -> new StaffStore().account(handle, userName))
                .orElseThrow()
                .staff();
    }

    /** A browser in which a new member of staff with these roles is signed in. */
    public Browser signedIn(Organisation place, Role... roles) {
        Browser browser = browser();
        browser.signIn(staff(place, roles), PASSWORD);
        return browser;
    }
}
