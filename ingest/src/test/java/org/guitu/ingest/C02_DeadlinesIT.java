package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Those who dawdle are closed, and cost nobody anything. */
class C02_DeadlinesIT extends IngestTest {

    @Override
    IngestConfig config() {
        return TestIngest.config()
                .with("auth-timeout", "PT1S")
                .with("frame-timeout", "PT1S")
                .with("idle-timeout", "PT4S")
                .with("request-timeout", "PT1S");
    }

    @Test
    void oneWhoDripsAFrameByteByByteIsClosed() throws Exception {
        ingest.device("013600000005", "code");
        try (TestBracelet slow = bracelet("013600000005")) {
            slow.sendBytes(new byte[] {0x7E, 0x02, 0x00});
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        try {
                            slow.sendBytes(new byte[] {0x30});
                        } catch (java.io.IOException closed) {
                            return true;
                        }
                        return slow.isClosedByPlatform(Duration.ofMillis(10));
                    });
        }
    }

    @Test
    void whoProvesNothingAndWhoSaysNothingIsClosed() throws Exception {
        ingest.device("013600000006", "code");
        try (TestBracelet silent = TestBracelet.connect(ingest.port("jt808"), "013600000007");
                TestBracelet idle = bracelet("013600000006")) {
            assertThat(silent.isClosedByPlatform(Duration.ofSeconds(20))).isTrue();
            assertThat(idle.isClosedByPlatform(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void aPhoneThatDripsItsRequestIsClosed() throws Exception {
        try (TestBracelet socket = TestBracelet.connect(ingest.port("osmand"), "0")) {
            socket.sendBytes("GET /?id=1 HT".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(socket.isClosedByPlatform(Duration.ofSeconds(20))).isTrue();
        }
    }
}
