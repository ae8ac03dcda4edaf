package org.guitu.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.registry.BasisSpec;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.ingest.registry.Registry;
import org.guitu.ingest.registry.RuleSpec;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.DatabaseConfig;

/** The whole of ingest on real sockets and a real database, with a vocabulary for tests. */
public final class TestIngest implements AutoCloseable {

    private final Database database;
    private final Registry registry;
    private final InstantSource clock;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private IngestAssembly ingest;

    private TestIngest(String url, IngestConfig config, InstantSource clock) {
        this.database = Database.open(DatabaseConfig.of(url));
        this.clock = clock;
        this.registry = new Registry(clock);
        // A clock that only tests move leaps over beats that were not missed.
        this.ingest = clock instanceof ManualClock
                ? IngestAssembly.start(config, database, meters, clock, Duration.ofDays(1_000))
                : IngestAssembly.start(config, database, meters, clock);
    }

    public static TestIngest start(String url) {
        return start(url, config());
    }

    public static TestIngest start(String url, IngestConfig config) {
        return new TestIngest(url, config, InstantSource.system());
    }

    public static TestIngest start(String url, IngestConfig config, InstantSource clock) {
        return new TestIngest(url, config, clock);
    }

    /** Free ports on the loopback address. */
    public static IngestConfig config() {
        return IngestConfig.defaults().withBind("127.0.0.1").withPorts(0, 0);
    }

    /** Migrates a database; for {@code PostgresFixture.prepared}. */
    public static void migrate(String url) {
        try (Database database = Database.open(DatabaseConfig.of(url))) {
            database.migrate();
        }
    }

    public int port(String protocol) {
        return ingest.port(protocol);
    }

    public IngestAssembly assembly() {
        return ingest;
    }

    public Database database() {
        return database;
    }

    public Registry registry() {
        return registry;
    }

    public double count(String meter) {
        return meters.find(meter).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    /** How often something that is timed has happened. */
    public long timed(String meter) {
        return meters.get(meter).timer().count();
    }

    public double gauge(String meter) {
        return meters.get(meter).gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
    }

    /** A bracelet on the books that authenticates with {@code code}. */
    public long device(String identity, String code) {
        return device(DeviceSpec.of("jt808", identity).withAuthCode(code));
    }

    public long device(DeviceSpec spec) {
        return database.jdbi().inTransaction(handle -> registry.registerDevice(handle, spec));
    }

    /** The device is worn by the subject from 30 days ago to 30 days from now. */
    public long basis(long subjectId, long deviceId) {
        Instant now = clock.instant();
        return basis(subjectId, deviceId, now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(30)));
    }

    public long basis(long subjectId, long deviceId, Instant from, Instant to) {
        return database.jdbi()
                .inTransaction(handle -> registry.grantBasis(
                        handle, new BasisSpec(BasisSpec.Kind.AUTHORISATION, subjectId, deviceId, from, to)));
    }

    public long rule(long subjectId, RuleKind kind, Area area, Optional<WeeklySchedule> schedule, Instant from) {
        Order order = kind == RuleKind.STAY_IN ? Order.stayIn(area) : Order.keepOut(area);
        return rule(subjectId, order, schedule, from);
    }

    public long rule(long subjectId, Order order, Optional<WeeklySchedule> schedule, Instant from) {
        return database.jdbi()
                .inTransaction(handle ->
                        registry.putRule(handle, new RuleSpec(subjectId, order, schedule, from, Instant.MAX)));
    }

    public List<Map<String, Object>> rows(String sql, Object... arguments) {
        return database.jdbi()
                .withHandle(handle -> handle.select(sql, arguments).mapToMap().list());
    }

    public long number(String sql, Object... arguments) {
        return database.jdbi()
                .withHandle(handle ->
                        handle.select(sql, arguments).mapTo(Long.class).one());
    }

    @Override
    public void close() {
        ingest.close();
        database.close();
    }
}
