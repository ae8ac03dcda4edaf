package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.guitu.ingest.server.ServerMeters;
import org.guitu.protocols.jt808.Jt808Header;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.protocols.jt808.Jt808Message;
import org.junit.jupiter.api.Test;

/** Who is not on the books, or has not proved who it is, is refused and nothing is kept but a stranger's header. */
class B01_RefusalIT extends IngestTest {

    @Test
    void aStrangerIsRefusedAndOnlyItsHeaderIsKept() throws Exception {
        try (TestBracelet stranger = TestBracelet.connect(ingest.port("jt808"), "013900000001")) {
            assertThat(stranger.register().result()).isEqualTo(4);
            assertThat(stranger.report(secondsAgo(5), LAT, LON).result()).isEqualTo(1);
            assertThat(stranger.report(secondsAgo(4), LAT, LON).result()).isEqualTo(1);
        }
        await().untilAsserted(() -> assertThat(
                        ingest.rows(
                                "select * from telemetry.quarantine where reason = 'unknown device' and substr(bytes, 6, 6) = '\\x013900000001'"))
                .hasSize(1)
                .allSatisfy(row -> assertThat((byte[]) row.get("bytes")).hasSize(13)));
        assertThat(ingest.number("select count(*) from telemetry.device where identity = '13900000001'"))
                .isZero();
        assertThat(ingest.count(ServerMeters.UNKNOWN_DEVICE)).isEqualTo(3);
    }

    @Test
    void aKnownDeviceIsRefusedUntilItShowsItsCode() throws Exception {
        long device = ingest.device("013900000002", "code");
        ingest.basis(2, device);
        try (TestBracelet bracelet = TestBracelet.connect(ingest.port("jt808"), "013900000002")) {
            assertThat(bracelet.report(secondsAgo(5), LAT, LON).result()).isEqualTo(1);
            assertThat(bracelet.authenticate("wrong").result()).isEqualTo(1);
            assertThat(bracelet.heartbeat().result()).isEqualTo(1);
            assertThat(ingest.number("select count(*) from telemetry.device_status where device_id = ?", device))
                    .isZero();
            assertThat(bracelet.authenticate("code").result()).isZero();
            assertThat(bracelet.report(secondsAgo(5), LAT, LON).result()).isZero();
        }
        assertThat(ingest.number("select count(*) from telemetry.position where device_id = ?", device))
                .isEqualTo(1);
    }

    @Test
    void eachTerminalOfAGatewaySpeaksForItselfOnly() throws Exception {
        long first = ingest.device("013900000003", "code");
        long second = ingest.device("013900000004", "other");
        ingest.basis(3, first);
        ingest.basis(4, second);
        try (TestBracelet gateway = bracelet("013900000003")) {
            Jt808Header header = Jt808Header.of2013("013900000004", 500);
            assertThat(gateway.ask(new Jt808Message.Location(header, Jt808Location.fix(secondsAgo(5), LAT, LON)))
                            .result())
                    .isEqualTo(1);
            assertThat(gateway.ask(new Jt808Message.Authenticate(header.withSerial(501), "other"))
                            .result())
                    .isZero();
            assertThat(gateway.ask(new Jt808Message.Location(
                                    header.withSerial(502), Jt808Location.fix(secondsAgo(5), LAT, LON)))
                            .result())
                    .isZero();
            assertThat(gateway.heartbeat().result()).isZero();
        }
        assertThat(ingest.rows(
                        "select device_id, subject_id from telemetry.position where device_id in (?, ?)",
                        first,
                        second))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("device_id", second).containsEntry("subject_id", 4L));
    }

    @Test
    void ofTwoConnectionsOfOneDeviceTheNewerWinsAndItIsRecorded() throws Exception {
        long device = ingest.device("013900000005", "code");
        ingest.basis(5, device);
        try (TestBracelet older = bracelet("013900000005");
                TestBracelet newer = bracelet("013900000005")) {
            assertThat(older.isClosedByPlatform(Duration.ofSeconds(5))).isTrue();
            assertThat(newer.heartbeat().result()).isZero();
            assertThat(ingest.rows("select connected from telemetry.device_status where device_id = ?", device))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("connected", true));
        }
        assertThat(ingest.count(ServerMeters.SUPERSEDED)).isEqualTo(1);
        assertThat(ingest.number(
                        "select count(*) from telemetry.quarantine where device_id = ? and reason like 'same device%'",
                        device))
                .isEqualTo(1);
        await().untilAsserted(() -> assertThat(
                        ingest.rows("select connected from telemetry.device_status where device_id = ?", device))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("connected", false)));
    }

    @Test
    void aRetiredDeviceIsAStrangerAgain() throws Exception {
        long device = ingest.device("013900000006", "code");
        try (TestBracelet bracelet = bracelet("013900000006")) {
            assertThat(bracelet.heartbeat().result()).isZero();
            ingest.database().jdbi().useTransaction(handle -> ingest.registry().retireDevice(handle, device));
            await().untilAsserted(
                            () -> assertThat(bracelet.heartbeat().result()).isEqualTo(1));
        }
    }
}
