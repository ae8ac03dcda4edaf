package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guitu.ingest.postgres.LocalCluster;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.ingest.server.ServerMeters;
import org.guitu.protocols.jt808.Jt808Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away: reports wait, nobody is acknowledged falsely, all resumes by itself. */
class E01_DatabaseAwayIT {

    private static final double LAT = 31.2304;
    private static final double LON = 121.4737;

    private LocalCluster cluster;
    private TestIngest ingest;

    @BeforeEach
    void start() {
        cluster = PostgresFixture.privateCluster();
        cluster.start();
        TestIngest.migrate(cluster.url());
        ingest = TestIngest.start(
                cluster.url(),
                TestIngest.config()
                        .with("shards", "1")
                        .with("waiting-max", "50")
                        .with("batch-max", "20")
                        .with("pending-per-connection-max", "20")
                        .with("request-timeout", "PT5S"));
    }

    @AfterEach
    void stop() {
        ingest.close();
        cluster.delete();
    }

    @Test
    void reportsWaitForTheDatabaseAndAreAcknowledgedWhenItIsBack() throws Exception {
        long device = ingest.device("013400000001", "code");
        ingest.basis(1, device);
        ingest.device(DeviceSpec.of("osmand", "phone-1"));
        Instant at = Instant.now().minusSeconds(100);
        try (TestBracelet bracelet = bracelet("013400000001")) {
            assertThat(bracelet.report(at, LAT, LON).result()).isZero();
            cluster.stop();
            bracelet.send(bracelet.location(at.plusSeconds(1), LAT, LON));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !ingest.assembly().storing());
            assertThat(bracelet.receive(Duration.ofMillis(500))).isEmpty();
            assertThat(phone()).isEqualTo(503);

            cluster.start();
            var reply = (Jt808Message.PlatformReply)
                    bracelet.receive(Duration.ofSeconds(20)).orElseThrow();
            assertThat(reply.result()).isZero();
            await().atMost(Duration.ofSeconds(20)).until(() -> ingest.assembly().storing());
            assertThat(phone()).isEqualTo(200);
            assertThat(bracelet.report(at.plusSeconds(2), LAT, LON).result()).isZero();
        }
        assertThat(ingest.number("select count(*) from telemetry.position where device_id = ?", device))
                .isEqualTo(3);
    }

    @Test
    void aCrashedDatabaseLosesNothingThatWasAcknowledged() throws Exception {
        long device = ingest.device("013400000002", "code");
        ingest.basis(2, device);
        Instant at = Instant.now().minusSeconds(1000);
        try (TestBracelet bracelet = bracelet("013400000002")) {
            for (int i = 0; i < 20; i++) {
                assertThat(bracelet.report(at.plusSeconds(i), LAT, LON).result())
                        .isZero();
            }
            cluster.kill();
            bracelet.send(bracelet.location(at.plusSeconds(20), LAT, LON));
            cluster.start();
            assertThat(bracelet.receive(Duration.ofSeconds(30))).isPresent();
        }
        assertThat(ingest.number("select count(*) from telemetry.position where device_id = ?", device))
                .isEqualTo(21);
    }

    @Test
    void whileNothingCanBeStoredReadingStopsAndNothingIsLost() throws Exception {
        int devices = 8;
        int each = 200;
        for (int i = 0; i < devices; i++) {
            ingest.basis(10 + i, ingest.device("01340000001" + i, "code"));
        }
        List<TestBracelet> bracelets = new ArrayList<>();
        try (Connection blocker = DriverManager.getConnection(cluster.url())) {
            for (int i = 0; i < devices; i++) {
                bracelets.add(bracelet("01340000001" + i));
            }
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table telemetry.position in exclusive mode");
            Instant at = Instant.now().minusSeconds(3600);
            for (TestBracelet bracelet : bracelets) {
                for (int i = 0; i < each; i++) {
                    bracelet.send(bracelet.location(at.plusSeconds(i), LAT, LON));
                }
            }
            await().until(() -> ingest.count(ServerMeters.PAUSES) >= devices);
            // Bounded: what waits is the limit and what connections may have pending, not all that was sent.
            assertThat(ingest.gauge("guitu.log.waiting")).isLessThan(devices * 20 + 50.0);
            blocker.commit();
        }
        for (TestBracelet bracelet : bracelets) {
            Set<Integer> acknowledged = new HashSet<>();
            while (acknowledged.size() < each) {
                var reply = (Jt808Message.PlatformReply) bracelet.receive().orElseThrow();
                assertThat(reply.result()).isZero();
                acknowledged.add(reply.ackSerial());
            }
            bracelet.close();
        }
        assertThat(ingest.number("select count(*) from telemetry.position")).isEqualTo((long) devices * each);
    }

    @Test
    void nonsenseAndStrangersStopBeingReadToo() throws Exception {
        try (Connection blocker = DriverManager.getConnection(cluster.url());
                TestBracelet nonsense = TestBracelet.connect(ingest.port("jt808"), "013400000040");
                TestBracelet stranger = TestBracelet.connect(ingest.port("jt808"), "013400000041")) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table telemetry.quarantine in exclusive mode");
            for (int i = 0; i < 25; i++) {
                nonsense.sendHex("7e0002000001340000004000%02x007e".formatted(i));
            }
            await().until(() -> ingest.count(ServerMeters.PAUSES) >= 1);
            stranger.send(stranger.location(Instant.now(), LAT, LON));
            assertThat(stranger.receive(Duration.ofSeconds(1))).isEmpty();
            blocker.commit();
            assertThat(((Jt808Message.PlatformReply) stranger.receive().orElseThrow()).result())
                    .isEqualTo(1);
        }
    }

    @Test
    void aPhoneIsTurnedAwayWhileItsShardIsCrowded() throws Exception {
        ingest.basis(51, ingest.device(DeviceSpec.of("osmand", "phone-1")));
        List<TestBracelet> bracelets = new ArrayList<>();
        try (Connection blocker = DriverManager.getConnection(cluster.url())) {
            for (int i = 0; i < 4; i++) {
                ingest.basis(60 + i, ingest.device("01340000006" + i, "code"));
                bracelets.add(bracelet("01340000006" + i));
            }
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table telemetry.position in exclusive mode");
            for (TestBracelet bracelet : bracelets) {
                for (int i = 0; i < 20; i++) {
                    bracelet.send(bracelet.location(Instant.now().minusSeconds(i), LAT, LON));
                }
            }
            await().until(() -> ingest.gauge("guitu.log.waiting") >= 50);
            long begun = System.nanoTime();
            assertThat(phone()).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
            blocker.commit();
        }
        for (TestBracelet bracelet : bracelets) {
            bracelet.close();
        }
    }

    @Test
    void anEntryThatCannotBeStoredDoesNotHoldUpTheOthers() throws Exception {
        long device = ingest.device("013400000030", "code");
        long other = ingest.device("013400000031", "code");
        ingest.basis(30, device);
        ingest.basis(31, other);
        ingest.database()
                .jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "alter table telemetry.position add constraint test_poison check (speed_kmh is distinct from 99)"));
        Instant at = Instant.now().minusSeconds(1000);
        try (TestBracelet bracelet = bracelet("013400000030");
                TestBracelet neighbour = bracelet("013400000031")) {
            var poison = new Jt808Message.Location(
                    bracelet.header(),
                    org.guitu.protocols.jt808.Jt808Location.fix(at, LAT, LON).withMotion(99, 0, 0));
            var good = bracelet.location(at.plusSeconds(1), LAT, LON);
            bracelet.send(poison);
            bracelet.send(good);
            neighbour.send(neighbour.location(at, LAT, LON));
            List<Jt808Message.PlatformReply> replies =
                    List.of((Jt808Message.PlatformReply) bracelet.receive().orElseThrow(), (Jt808Message.PlatformReply)
                            bracelet.receive().orElseThrow());
            assertThat(replies).extracting(Jt808Message.PlatformReply::result).containsExactlyInAnyOrder(0, 2);
            assertThat(((Jt808Message.PlatformReply) neighbour.receive().orElseThrow()).result())
                    .isZero();
        }
        assertThat(ingest.number("select count(*) from telemetry.position")).isEqualTo(2);
        assertThat(ingest.number("select count(*) from telemetry.quarantine where reason like 'cannot be stored%'"))
                .isEqualTo(1);
    }

    private TestBracelet bracelet(String phone) throws Exception {
        return TestBracelet.authenticated(ingest.port("jt808"), phone, "code");
    }

    private int phone() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + ingest.port("osmand") + "/?id=phone-1&timestamp="
                    + Instant.now().getEpochSecond() + "&lat=31.2&lon=121.4");
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
