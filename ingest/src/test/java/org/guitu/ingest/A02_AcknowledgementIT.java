package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.guitu.protocols.Octets;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.protocols.jt808.Jt808Message;
import org.junit.jupiter.api.Test;

/** What an acknowledgement means: stored, once. */
class A02_AcknowledgementIT extends IngestTest {

    @Test
    void nobodyIsAcknowledgedBeforeTheCommit() throws Exception {
        long device = ingest.device("013800000011", "code");
        ingest.basis(11, device);
        try (TestBracelet bracelet = bracelet("013800000011");
                Connection other = DriverManager.getConnection(POSTGRES.url())) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table telemetry.position in exclusive mode");

            Jt808Message.Location location = bracelet.location(secondsAgo(5), LAT, LON);
            bracelet.send(location);
            assertThat(bracelet.receive(Duration.ofMillis(700))).isEmpty();

            other.commit();
            var reply = (Jt808Message.PlatformReply) bracelet.receive().orElseThrow();
            assertThat(reply.result()).isZero();
            assertThat(reply.ackSerial()).isEqualTo(location.header().serial());
        }
        assertThat(positions(device)).isEqualTo(1);
    }

    @Test
    void aReportSentAgainInAnyFormIsStoredOnce() throws Exception {
        long device = ingest.device("013800000012", "code");
        ingest.basis(12, device);
        Instant at = secondsAgo(60);
        try (TestBracelet bracelet = bracelet("013800000012")) {
            assertThat(bracelet.report(at, LAT, LON).result()).isZero();
            assertThat(bracelet.report(at, LAT, LON).result()).isZero();
            Jt808Location same = Jt808Location.fix(at, LAT, LON);
            assertThat(bracelet.batch(List.of(same, Jt808Location.fix(at.plusSeconds(1), LAT, LON), same))
                            .result())
                    .isZero();
        }
        try (TestBracelet again = bracelet("013800000012")) {
            assertThat(again.report(at, LAT, LON).result()).isZero();
        }
        assertThat(positions(device)).isEqualTo(2);
    }

    @Test
    void aReportWithAnImpossibleClockIsKeptApartAndAcknowledged() throws Exception {
        long device = ingest.device("013800000013", "code");
        ingest.basis(13, device);
        try (TestBracelet bracelet = bracelet("013800000013")) {
            for (int i = 0; i < 2; i++) {
                assertThat(bracelet.report(Instant.parse("2007-01-01T00:00:00Z"), LAT, LON)
                                .result())
                        .isZero();
            }
            assertThat(bracelet.report(Instant.now().plus(Duration.ofDays(2)), LAT, LON)
                            .result())
                    .isZero();
        }
        assertThat(positions(device)).isZero();
        assertThat(ingest.number("select count(*) from telemetry.report_untimed where device_id = ?", device))
                .isEqualTo(2);
        assertThat(ingest.rows("select latitude from telemetry.device_status where device_id = ?", device)
                        .getFirst())
                .containsEntry("latitude", null);
    }

    @Test
    void anOlderFixNeverMovesTheNewestStatusBack() throws Exception {
        long device = ingest.device("013800000014", "code");
        ingest.basis(14, device);
        Instant newest = secondsAgo(10);
        try (TestBracelet bracelet = bracelet("013800000014")) {
            bracelet.report(newest, LAT, LON);
            bracelet.report(newest.minusSeconds(3600), LAT + 0.1, LON);
        }
        Map<String, Object> status = ingest.rows("select * from telemetry.device_status where device_id = ?", device)
                .getFirst();
        assertThat(status).containsEntry("latitude", LAT).containsEntry("subject_id", 14L);
    }

    @Test
    void whatIsAcknowledgedWithoutBeingUnderstoodIsKept() throws Exception {
        long device = ingest.device("013800000015", "code");
        ingest.basis(15, device);
        long nobodys = ingest.device("013800000016", "code");
        byte[] content = new byte[1000];
        new Random(1).nextBytes(content);
        for (String phone : List.of("013800000015", "013800000016")) {
            try (TestBracelet bracelet = bracelet(phone)) {
                for (int id : new int[] {0x0900, 0x0702, 0x0800, 0x0108}) {
                    assertThat(bracelet.ask(new Jt808Message.Unknown(bracelet.header(), id, Octets.of(content)))
                                    .result())
                            .isZero();
                }
                assertThat(bracelet.ask(new Jt808Message.Unknown(bracelet.header(), 0x0A00, Octets.of(content)))
                                .result())
                        .isEqualTo(3);
            }
        }
        assertThat(ingest.rows("select name, value from telemetry.raw_item where device_id = ? order by name", device))
                .extracting(row -> row.get("name"))
                .containsExactly("message.0108", "message.0702", "message.0800", "message.0900");
        assertThat(ingest.rows("select distinct value from telemetry.raw_item where device_id = ?", device))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("value", Octets.of(content).hex()));
        assertThat(ingest.number("select count(*) from telemetry.raw_item where device_id = ?", nobodys))
                .isZero();
    }

    private long positions(long device) {
        return ingest.number("select count(*) from telemetry.position where device_id = ?", device);
    }
}
