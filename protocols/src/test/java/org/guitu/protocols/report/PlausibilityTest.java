package org.guitu.protocols.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T08:00:00Z, false",
        "2026-11-22T08:10:00Z, false",
        "2026-11-22T08:10:01Z, true",
        "2015-01-01T00:00:00Z, false",
        "2014-12-31T23:59:59Z, true",
        "2099-12-31T15:59:59Z, true",
    })
    void doubtsClocksBeforeTheFirstDeviceAndAheadOfTheReceiveTime(Instant fixTime, boolean suspect) {
        Instant receivedAt = Instant.parse("2026-11-22T08:00:00Z");

        assertThat(Plausibility.DEFAULT.suspects(fixTime, receivedAt)).isEqualTo(suspect);
    }
}
