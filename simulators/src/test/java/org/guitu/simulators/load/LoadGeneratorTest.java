package org.guitu.simulators.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.guitu.simulators.device.FakePlatform;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void everythingSentIsAcknowledgedAndTimed() throws InterruptedException {
        try (FakePlatform platform = new FakePlatform()) {
            LoadPlan plan = new LoadPlan(platform.address(), 880_000_000_000L, 40, Duration.ofMillis(100), SECOND, 1);
            LoadResult result = LoadGenerator.run(plan);

            assertThat(result.counters().acknowledged())
                    .isPositive() // how many depends on how busy the machine is
                    .isEqualTo(result.counters().reported());
            assertThat(result.counters().stored()).isZero();
            assertThat(result.median()).isPositive().isLessThanOrEqualTo(result.p99());
            assertThat(result.summary()).contains("acknowledged").contains("p95");
        }
    }

    @Test
    void onlyThisMachineIsLoaded() {
        InetSocketAddress elsewhere = new InetSocketAddress("192.0.2.1", 5015);

        assertThatThrownBy(() -> new LoadPlan(elsewhere, 1, 10, SECOND, SECOND, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loopback");
    }

    @Test
    void numbersAndTimesAreBounded() {
        InetSocketAddress here = new InetSocketAddress("127.0.0.1", 5015);

        assertThatThrownBy(() -> new LoadPlan(here, 1, 0, SECOND, SECOND, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoadPlan(here, 1, 20_001, SECOND, SECOND, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoadPlan(here, 1, 10, SECOND, Duration.ofHours(2), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoadPlan(here, 1, 10, Duration.ofMillis(1), SECOND, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void percentilesAreWithinTwoPercent() {
        Latencies latencies = new Latencies();
        for (int millis = 1; millis <= 100; millis++) {
            latencies.add(millis * 1_000_000L);
        }

        assertThat(latencies.percentile(0.5)).isBetween(Duration.ofMillis(49), Duration.ofMillis(52));
        assertThat(latencies.percentile(0.99)).isBetween(Duration.ofMillis(97), Duration.ofMillis(102));
        assertThat(new Latencies().percentile(0.5)).isZero();
    }
}
