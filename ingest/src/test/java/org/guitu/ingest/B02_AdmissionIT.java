package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.guitu.ingest.store.StatusTable;
import org.guitu.protocols.Octets;
import org.guitu.protocols.jt808.Jt808Item;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.protocols.jt808.Jt808Protocol;
import org.junit.jupiter.api.Test;

/** No live basis, no stored track: then only the health of the device is kept, and the device is acknowledged. */
class B02_AdmissionIT extends IngestTest {

    private static final int VENDOR_BATTERY_PERCENT = 0xD4;

    /** Alarm and status words and a place, cut off before the time. */
    private static final Octets PLACE = Octets.of(HexFormat.of().parseHex("000000000000000201dc8a50073d7c2a"));

    @Test
    void withoutABasisOnlyHealthIsKept() throws Exception {
        long device = ingest.device("013700000001", "code");
        try (TestBracelet bracelet = bracelet("013700000001")) {
            Jt808Location location = Jt808Location.fix(secondsAgo(5), LAT, LON)
                    .withItem(new Jt808Item(VENDOR_BATTERY_PERCENT, Octets.of((byte) 77)));
            assertThat(bracelet.ask(new Jt808Message.Location(bracelet.header(), location))
                            .result())
                    .isZero();
        }
        assertThat(ingest.number("select count(*) from telemetry.position where device_id = ?", device))
                .isZero();
        assertThat(ingest.number("select count(*) from telemetry.raw_item where device_id = ?", device))
                .isZero();
        Map<String, Object> status = ingest.rows("select * from telemetry.device_status where device_id = ?", device)
                .getFirst();
        assertThat(status)
                .containsEntry("subject_id", null)
                .containsEntry("latitude", null)
                .containsEntry("fix_time", null)
                .containsEntry("battery_percent", 77.0f);
    }

    @Test
    void theInstantOfTheFixDecidesNotThatOfItsArrival() throws Exception {
        long device = ingest.device("013700000002", "code");
        Instant ended = secondsAgo(3600);
        ingest.basis(72, device, ended.minus(Duration.ofDays(10)), ended);
        try (TestBracelet bracelet = bracelet("013700000002")) {
            List<Jt808Location> backlog = List.of(
                    Jt808Location.fix(ended.minusSeconds(1), LAT, LON),
                    Jt808Location.fix(ended, LAT, LON),
                    Jt808Location.fix(ended.plusSeconds(60), LAT, LON));
            assertThat(bracelet.batch(backlog).result()).isZero();
        }
        assertThat(ingest.rows("select * from telemetry.position where device_id = ?", device))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("subject_id", 72L));
        // The device is nobody's now, so its last place is nobody's either.
        assertThat(ingest.rows("select * from telemetry.device_status where device_id = ?", device)
                        .getFirst())
                .containsEntry("latitude", null);
    }

    @Test
    void thePlaceVanishesWhenTheBasisEnds() throws Exception {
        long device = ingest.device("013700000004", "code");
        long basis = ingest.basis(75, device);
        long silent = ingest.device("013700000005", "code");
        long silents = ingest.basis(76, silent);
        try (TestBracelet bracelet = bracelet("013700000004");
                TestBracelet falling = bracelet("013700000005")) {
            bracelet.report(secondsAgo(5), LAT, LON);
            falling.report(secondsAgo(5), LAT, LON);
            ingest.database().jdbi().useTransaction(handle -> {
                ingest.registry().endBasis(handle, basis, Instant.now());
                ingest.registry().endBasis(handle, silents, Instant.now());
            });
            bracelet.report(secondsAgo(0), LAT, LON);
            assertThat(status(device)).containsEntry("subject_id", null).containsEntry("latitude", null);
        }
        assertThat(status(silent)).containsEntry("subject_id", 76L);
        // A row that is being written at that moment, here by the connection that closes, is left for the next turn.
        await().untilAsserted(() -> {
            ingest.database().jdbi().useHandle(handle -> new StatusTable().forgetEnded(handle, Instant.now()));
            assertThat(status(silent)).containsEntry("subject_id", null).containsEntry("latitude", null);
        });
    }

    @Test
    void whatCannotBeReadIsKeptWholeOnlyUnderABasis() throws Exception {
        long covered = ingest.device("013700000006", "code");
        ingest.basis(77, covered);
        long nobodys = ingest.device("013700000007", "code");
        for (long device : List.of(covered, nobodys)) {
            String phone = device == covered ? "013700000006" : "013700000007";
            try (TestBracelet bracelet = bracelet(phone)) {
                ByteBuf out = Unpooled.buffer();
                new Jt808Protocol().encode(new Jt808Message.Unknown(bracelet.header(), 0x0200, PLACE), out);
                bracelet.sendBytes(ByteBufUtil.getBytes(out));
                assertThat(((Jt808Message.PlatformReply) bracelet.receive().orElseThrow()).result())
                        .isEqualTo(2);
            }
        }
        assertThat(kept(covered)).isGreaterThan(20);
        assertThat(kept(nobodys)).isEqualTo(13);
    }

    private Map<String, Object> status(long device) {
        return ingest.rows("select * from telemetry.device_status where device_id = ?", device)
                .getFirst();
    }

    private long kept(long device) {
        return ingest.number("select length(bytes) from telemetry.quarantine where device_id = ?", device);
    }

    @Test
    void anotherSubjectsPlaceVanishesWhenTheDeviceChangesHands() throws Exception {
        long device = ingest.device("013700000003", "code");
        Instant handOver = secondsAgo(60);
        ingest.basis(73, device, handOver.minus(Duration.ofDays(1)), handOver.plusSeconds(30));
        long later = ingest.basis(74, device, handOver.plusSeconds(30), handOver.plus(Duration.ofDays(1)));
        assertThat(later).isPositive();
        try (TestBracelet bracelet = bracelet("013700000003")) {
            bracelet.report(handOver, LAT, LON);
            bracelet.report(secondsAgo(1), LAT + 1, LON);
            bracelet.report(handOver.plusSeconds(1), LAT, LON);
        }
        assertThat(ingest.rows("select * from telemetry.device_status where device_id = ?", device)
                        .getFirst())
                .containsEntry("subject_id", 74L)
                .containsEntry("latitude", LAT + 1);
        assertThat(ingest.number("select count(*) from telemetry.position where subject_id = 73"))
                .isEqualTo(2);
    }
}
