package org.guitu.ingest.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.ManualClock;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.admit.Device;
import org.guitu.ingest.admit.DeviceBook;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.DatabaseConfig;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Datum;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class RegistryIT {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Area HOME = new Area.Circle(31.23, 121.47, 100);

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("telemetry", TestIngest::migrate);

    private final Registry registry = new Registry(new ManualClock(NOW));
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseConfig.of(POSTGRES.url()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAuthorisationLastsThreeCalendarMonthsAtMost() {
        long device = device("1001");
        Instant from = Instant.parse("2026-11-30T00:00:00Z");
        in(handle -> registry.grantBasis(handle, authorisation(device, from, Instant.parse("2027-02-28T00:00:00Z"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in(handle -> registry.grantBasis(
                        handle, authorisation(device, from, Instant.parse("2027-02-28T00:00:01Z")))))
                .withMessageContaining("three months");
        long plan = in(handle -> registry.grantBasis(
                handle,
                new BasisSpec(BasisSpec.Kind.PHONE_PLAN, 1, device, from, Instant.parse("2028-01-01T00:00:00Z"))));
        assertThat(plan).isPositive();
    }

    @Test
    void aDeviceIsOneSubjectsAtATime() {
        long device = device("1002");
        in(handle -> registry.grantBasis(handle, authorisation(device, NOW, NOW.plusSeconds(1000))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in(handle -> registry.grantBasis(
                        handle,
                        new BasisSpec(
                                BasisSpec.Kind.PHONE_PLAN, 2, device, NOW.plusSeconds(999), NOW.plusSeconds(2000)))));
        long plan = in(handle -> registry.grantBasis(
                handle,
                new BasisSpec(BasisSpec.Kind.PHONE_PLAN, 2, device, NOW.plusSeconds(1000), NOW.plusSeconds(2000))));
        assertThat(plan).isPositive();
    }

    @Test
    void endingABasisNeverLengthensIt() {
        long device = device("1003");
        long basis = in(handle -> registry.grantBasis(handle, authorisation(device, NOW, NOW.plusSeconds(1000))));
        in(handle -> end(handle, basis, NOW.plusSeconds(5000)));
        assertThat(validTo(basis)).isEqualTo(NOW.plusSeconds(1000));
        in(handle -> end(handle, basis, NOW.plusSeconds(500)));
        assertThat(validTo(basis)).isEqualTo(NOW.plusSeconds(500));
        in(handle -> end(handle, basis, NOW.minusSeconds(500)));
        assertThat(validTo(basis)).isEqualTo(NOW);
        assertThatThrownBy(() -> in(handle -> end(handle, 999_999, NOW))).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theBookOfDevicesFollowsTheRegister() {
        DeviceBook book = new DeviceBook(database);
        book.refresh();
        DeviceSpec spec = new DeviceSpec(
                "jt808",
                "000013812345678",
                "T1",
                Optional.of(ZoneOffset.ofHours(7)),
                Datum.GCJ02,
                Map.of(16, Optional.of(Alarm.STRAP_REMOVED), 17, Optional.empty()),
                Optional.of("secret"),
                java.time.Duration.ofMinutes(1),
                java.time.Duration.ofMinutes(2));
        long id = in(handle -> registry.registerDevice(handle, spec));
        book.refresh();
        Device device = book.find("jt808", "00000013812345678").orElseThrow();
        assertThat(device.id()).isEqualTo(id);
        assertThat(device.profile().alarmBits()).isEqualTo(spec.alarmBits());
        assertThat(device.profile().clockOffset()).contains(ZoneOffset.ofHours(7));
        assertThat(device.profile().datum()).isEqualTo(Datum.GCJ02);
        assertThat(device.freshFor()).isEqualTo(java.time.Duration.ofMinutes(3));
        assertThat(device.toString()).doesNotContain("secret");

        in(handle -> {
            registry.updateDevice(handle, id, DeviceSpec.of("jt808", "13899999999"));
            return id;
        });
        book.refresh();
        assertThat(book.find("jt808", "13812345678")).isEmpty();
        assertThat(book.find("jt808", "13899999999").orElseThrow().authCode()).contains("secret");
        assertThat(book.find("jt808", "13899999999").orElseThrow().profile().alarmBits())
                .isEqualTo(spec.alarmBits());
        in(handle -> {
            registry.retireDevice(handle, id);
            return id;
        });
        book.refresh();
        assertThat(book.find("jt808", "13899999999")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> device("13899999999"));
    }

    @Test
    void aKnownModelIsReadByItsOwnBitsAndWhatIsEnteredForTheDeviceComesFirst() {
        DeviceSpec padlock =
                DeviceSpec.of("jt808", "13877700001").withModel("padlock", Map.of(4, Optional.of(Alarm.VIBRATION)));
        in(handle -> registry.registerDevice(handle, padlock));
        DeviceBook book = new DeviceBook(database);
        book.refresh();
        assertThat(book.find("jt808", "13877700001").orElseThrow().profile().alarmBits())
                .containsEntry(0, Optional.of(Alarm.STRAP_REMOVED))
                .containsEntry(4, Optional.of(Alarm.VIBRATION));
    }

    @Test
    void aRulesRevisionsAreKeptAndWhatTheyTouchIsMarkedForAFold() {
        long subject = 500;
        long rule = in(handle -> registry.putRule(handle, rule(subject, HOME, NOW.plusSeconds(100))));
        assertThat(((java.sql.Timestamp) state(subject).get("dirty_from")).toInstant())
                .as("a fold under way may be ahead of a change as of the future")
                .isEqualTo(NOW.plusSeconds(100));
        assertThat(state(subject).get("wake_at")).isNotNull();
        Area corridor = new Area.Corridor(
                new GeometryFactory().createLineString(new Coordinate[] {new Coordinate(1, 2), new Coordinate(3, 4)}),
                25);
        in(handle -> {
            registry.reviseRule(handle, rule, rule(subject, corridor, NOW.plusSeconds(100)), NOW.plusSeconds(200));
            return rule;
        });
        in(handle -> {
            registry.endRule(handle, rule, NOW.minusSeconds(50));
            return rule;
        });
        assertThat(((java.sql.Timestamp) state(subject).get("dirty_from")).toInstant())
                .isEqualTo(NOW.minusSeconds(50));
        List<Long> versions = database.jdbi()
                .withHandle(
                        handle -> handle.select("select version from telemetry.rule_book where subject_id = ?", subject)
                                .mapTo(Long.class)
                                .list());
        assertThat(versions).containsExactly(3L);
        List<Map<String, Object>> revisions = database.jdbi()
                .withHandle(handle -> handle.select(
                                "select st_astext(area) as area, lengths_m[1] as radius_m, schedule->>'timezone' as zone, valid_from = valid_to as never"
                                        + " from telemetry.rule where rule_id = ? order by revision",
                                rule)
                        .mapToMap()
                        .list());
        assertThat(revisions)
                .extracting(row ->
                        row.get("area") + " " + row.get("radius_m") + " " + row.get("zone") + " " + row.get("never"))
                .containsExactly(
                        "POINT(121.47 31.23) 100.0 Asia/Shanghai true", "LINESTRING(1 2,3 4) 25.0 Asia/Shanghai true");
    }

    @Test
    void nothingIsSavedWhenTheCallersTransactionFails() {
        assertThatThrownBy(() -> in(handle -> {
                    registry.registerDevice(handle, DeviceSpec.of("jt808", "1009"));
                    throw new IllegalStateException("the case side failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(device("1009")).isPositive();
    }

    private interface Work<T> {
        T in(Handle handle);
    }

    private <T> T in(Work<T> work) {
        return database.jdbi().inTransaction(work::in);
    }

    private long end(Handle handle, long basis, Instant at) {
        registry.endBasis(handle, basis, at);
        return basis;
    }

    private long device(String identity) {
        return in(handle -> registry.registerDevice(handle, DeviceSpec.of("jt808", identity)));
    }

    private Instant validTo(long basis) {
        return database.jdbi()
                .withHandle(handle -> handle.select("select valid_to from telemetry.basis where basis_id = ?", basis)
                        .mapTo(Instant.class)
                        .one());
    }

    private Map<String, Object> state(long subject) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.select("select * from telemetry.subject_state where subject_id = ?", subject)
                                .mapToMap()
                                .one());
    }

    private static BasisSpec authorisation(long device, Instant from, Instant to) {
        return new BasisSpec(BasisSpec.Kind.AUTHORISATION, 1, device, from, to);
    }

    private static RuleSpec rule(long subject, Area area, Instant from) {
        WeeklySchedule schedule = new WeeklySchedule(
                ZoneId.of("Asia/Shanghai"),
                List.of(new WeeklySchedule.Window(
                        EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(21, 0), LocalTime.of(6, 0))));
        return new RuleSpec(subject, Order.stayIn(area), Optional.of(schedule), from, Instant.MAX);
    }
}
