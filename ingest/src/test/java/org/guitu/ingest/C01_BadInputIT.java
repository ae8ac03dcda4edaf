package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guitu.ingest.server.ServerMeters;
import org.guitu.protocols.jt808.Jt808Protocol;
import org.junit.jupiter.api.Test;

/** Bytes that are no frames, frames that do not end, too many connections: refused with a reason, and nobody else notices. */
class C01_BadInputIT extends IngestTest {

    @Override
    IngestConfig config() {
        return TestIngest.config().with("malformed-per-connection-max", "5").with("connections-per-address-max", "30");
    }

    @Test
    void aWrongChecksumIsQuarantinedUnansweredAndTheConnectionGoesOn() throws Exception {
        ingest.device("013600000001", "code");
        try (TestBracelet bracelet = bracelet("013600000001")) {
            byte[] frame = frame(bracelet);
            frame[frame.length - 2] ^= 0x01;
            bracelet.sendBytes(frame);
            assertThat(bracelet.heartbeat().result()).isZero();
        }
        await().untilAsserted(() -> assertThat(
                        ingest.rows("select * from telemetry.quarantine where reason like '%check%'"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat((byte[]) row.get("bytes"))
                        .as("no basis: nothing that can hold a place")
                        .hasSize(13)));
    }

    @Test
    void garbageAndTruncatedFramesDoNotDisturbTheNextOne() throws Exception {
        ingest.device("013600000002", "code");
        try (TestBracelet bracelet = bracelet("013600000002")) {
            bracelet.sendBytes(new byte[] {0x7E, 0x7E, 0x7E, 0x7E, 0x30, 0x31, 0x7E});
            bracelet.sendBytes(Arrays.copyOf(frame(bracelet), 9));
            bracelet.sendBytes(new byte[] {0x7E});
            assertThat(bracelet.heartbeat().result()).isZero();
        }
    }

    @Test
    void aFrameThatNeverEndsIsCutOffAndOthersDoNotNotice() throws Exception {
        ingest.device("013600000003", "code");
        try (TestBracelet good = bracelet("013600000003");
                TestBracelet endless = TestBracelet.connect(ingest.port("jt808"), "013600000004")) {
            byte[] flood = new byte[64 * 1024];
            Arrays.fill(flood, (byte) 0x30);
            flood[0] = 0x7E;
            try {
                endless.sendBytes(flood);
                endless.sendBytes(flood);
            } catch (java.io.IOException alreadyClosed) {
                assertThat(alreadyClosed).isNotNull();
            }
            assertThat(endless.isClosedByPlatform(Duration.ofSeconds(5))).isTrue();
            assertThat(good.heartbeat().result()).isZero();
        }
        await().untilAsserted(() -> assertThat(
                        ingest.rows("select * from telemetry.quarantine where reason = 'frame longer than the limit'"))
                .hasSize(1));
    }

    @Test
    void aConnectionFullOfNonsenseIsClosed() throws Exception {
        try (TestBracelet nonsense = TestBracelet.connect(ingest.port("jt808"), "013600000008")) {
            for (int i = 0; i < 6; i++) {
                nonsense.sendHex("7e307e");
            }
            assertThat(nonsense.isClosedByPlatform(Duration.ofSeconds(5))).isTrue();
        } catch (java.net.SocketException closed) {
            assertThat(closed).isNotNull();
        }
    }

    @Test
    void connectionsFromOneAddressAreLimited() throws Exception {
        List<TestBracelet> many = new ArrayList<>();
        try {
            for (int i = 0; i < 30; i++) {
                many.add(TestBracelet.connect(ingest.port("jt808"), "013600000009"));
            }
            await().until(() -> ingest.gauge(ServerMeters.CONNECTIONS) == 30);
            try (TestBracelet tooMany = TestBracelet.connect(ingest.port("jt808"), "013600000009")) {
                assertThat(tooMany.isClosedByPlatform(Duration.ofSeconds(8))).isTrue();
            }
        } finally {
            for (TestBracelet one : many) {
                one.close();
            }
        }
    }

    private static byte[] frame(TestBracelet bracelet) {
        ByteBuf out = Unpooled.buffer();
        new Jt808Protocol().encode(bracelet.location(secondsAgo(5), LAT, LON), out);
        return ByteBufUtil.getBytes(out);
    }
}
