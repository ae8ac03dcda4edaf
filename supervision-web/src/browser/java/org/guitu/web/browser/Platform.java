package org.guitu.web.browser;

import com.microsoft.playwright.Page;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.IngestConfig;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.registry.BasisSpec;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.ingest.registry.Registry;
import org.guitu.ingest.registry.RuleSpec;
import org.guitu.ingest.store.DatabaseConfig;
import org.guitu.simulators.device.Bracelet;
import org.guitu.simulators.device.BraceletConfig;
import org.guitu.simulators.device.BraceletReporter;
import org.guitu.simulators.device.Script;
import org.guitu.simulators.noise.GnssReceiver;
import org.guitu.simulators.noise.NoiseProfile;
import org.guitu.web.ServerAssembly;
import org.guitu.web.ServerConfig;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Passwords;
import org.guitu.web.access.Role;
import org.guitu.web.access.StaffStore;
import org.guitu.web.alerts.Town;
import org.guitu.web.http.WebConfig;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The whole server on a fresh database, an office with officers, and bracelets on real sockets. */
final class Platform implements BeforeAllCallback, AfterAllCallback {

    private static final String PASSWORD = "invented words for tests";

    private final PostgresFixture postgres = PostgresFixture.empty();
    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Bracelet> bracelets = new ArrayList<>();
    private final Registry registry = new Registry(InstantSource.system());
    private ServerAssembly server;
    private Organisation office;
    private int officers;

    @Override
    public void beforeAll(ExtensionContext context) {
        postgres.beforeAll(context);
        server = start(0);
        office = jdbi().inTransaction(handle -> new OrganisationStore()
                .insert(handle, Optional.empty(), "归途镇司法所", Organisation.Level.OFFICE, ZoneId.of("Asia/Shanghai")));
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        bracelets.forEach(Bracelet::close);
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).sync();
        if (server != null) {
            server.close();
        }
        postgres.afterAll(context);
    }

    private ServerAssembly start(int port) {
        return ServerAssembly.start(ServerConfig.of(DatabaseConfig.of(postgres.url()))
                .withWeb(WebConfig.defaults().withHost("127.0.0.1").withPort(port))
                .withIngest(IngestConfig.defaults().withBind("127.0.0.1").withPorts(0, 0)));
    }

    /** Stops the server, does something, and starts it on the same port. */
    void away(Runnable meanwhile) {
        int port = server.web().orElseThrow().port();
        server.close();
        meanwhile.run();
        server = start(port);
    }

    Jdbi jdbi() {
        return server.database().jdbi();
    }

    Organisation office() {
        return office;
    }

    String url() {
        return "http://localhost:" + server.web().orElseThrow().port();
    }

    /** Signs a new officer in and answers the user name. */
    String signIn(Page page) {
        String userName = "officer" + ++officers;
        String hash = new Passwords().hash(PASSWORD);
        StaffStore store = new StaffStore();
        jdbi().useTransaction(handle -> {
            long id = store.insert(handle, office.id(), userName, "测试民警" + officers, hash, Instant.now());
            store.setPassword(handle, id, hash, Optional.empty());
            store.setRoles(handle, id, Set.of(Role.OFFICER), Optional.empty());
        });
        page.navigate(url() + "/");
        page.fill("[name=user]", userName);
        page.fill("[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(url() + "/");
        return userName;
    }

    /** A person who wears this bracelet under an authorisation and must keep out of an area. */
    long ordered(String name, String identity, String zoneName, Area.Circle area) {
        Instant from = Instant.now().minus(1, ChronoUnit.DAYS);
        Instant to = from.plus(60, ChronoUnit.DAYS);
        long person = new Town(jdbi()).person(office, name);
        jdbi().useTransaction(handle -> {
            long device = registry.registerDevice(
                    handle, DeviceSpec.of("jt808", identity).withPlan(Duration.ofSeconds(1), Duration.ofMinutes(2)));
            registry.grantBasis(handle, new BasisSpec(BasisSpec.Kind.AUTHORISATION, person, device, from, to));
            long rule = registry.putRule(handle, new RuleSpec(person, Order.keepOut(area), Optional.empty(), from, to));
            handle.execute(
                    "insert into supervision.zone (person_id, rule_id, recorded_by) values (?, ?, 1)", person, rule);
            handle.execute(
                    """
                    insert into supervision.zone_revision (zone_id, version, name, kind, area, valid_from, effective_from, recorded_by)
                    select zone_id, 1, ?, 'KEEP_OUT', cast(? as jsonb), ?, ?, 1 from supervision.zone where rule_id = ?
                    """,
                    zoneName,
                    "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[%f,%f]},\"properties\":{\"radiusM\":%f}}"
                            .formatted(area.longitude(), area.latitude(), area.radiusMeters()),
                    from,
                    from,
                    rule);
        });
        return person;
    }

    /** Switches a bracelet on that reports every second what befalls it. */
    Bracelet bracelet(String identity, Script script) {
        BraceletConfig config = BraceletConfig.of(identity, true)
                .withTimes(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMillis(200));
        BraceletReporter reporter = new BraceletReporter(script, new GnssReceiver(NoiseProfile.none(), 1));
        InetSocketAddress address =
                new InetSocketAddress("127.0.0.1", server.ingest().orElseThrow().port("jt808"));
        Bracelet bracelet =
                new Bracelet(config, script, reporter, address, loops.next(), InstantSource.system(), nanos -> {});
        bracelets.add(bracelet);
        bracelet.start(Duration.ZERO);
        return bracelet;
    }
}
