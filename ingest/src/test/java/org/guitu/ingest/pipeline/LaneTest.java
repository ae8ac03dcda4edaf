package org.guitu.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.guitu.ingest.log.Storing;
import org.junit.jupiter.api.Test;

class LaneTest {

    @Test
    void anErrorDoesNotEndTheLane() throws Exception {
        CountDownLatch turns = new CountDownLatch(2);
        Runnable turn = () -> {
            turns.countDown();
            throw new StackOverflowError();
        };
        try (Lane _ = new Lane("test", Duration.ofMillis(1), new Storing(), turn)) {
            assertThat(turns.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
