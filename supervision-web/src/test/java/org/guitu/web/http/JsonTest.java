package org.guitu.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

    record Sample(String deviceId, Instant at, Optional<String> note) {}

    @Test
    void timesAreIsoAndAbsentValuesAreLeftOut() {
        assertThat(Json.write(new Sample("d", Instant.parse("2026-03-01T08:00:00Z"), Optional.empty())))
                .isEqualTo("{\"deviceId\":\"d\",\"at\":\"2026-03-01T08:00:00Z\"}");
    }

    @Test
    void nothingInASlotCanEndIt() {
        assertThat(Json.slot(Map.of("x", "</script><!--"))).doesNotContain("<").contains("\\u003c/script>");
    }
}
