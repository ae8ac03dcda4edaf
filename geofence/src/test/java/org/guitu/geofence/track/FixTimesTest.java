package org.guitu.geofence.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixTimesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-02T10:00:00Z", "2026-03-02T10:10:00Z", "2026-02-20T10:00:00Z", "2026-01-01T10:00:00Z"})
    void aClockThatIsNearlyRightAndALongStoreArePossible(String fixTime) {
        assertThat(FixTimes.possible(Instant.parse(fixTime), NOW)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T10:10:01Z",
                "2026-03-02T18:00:00Z",
                "2080-01-01T00:00:00Z",
                "1970-01-01T00:00:12Z",
                "1980-01-06T00:00:00Z",
                "2006-07-17T10:00:00Z",
                "2025-12-31T10:00:00Z"
            })
    void theFutureEpochsAndWeekRolloversAreNot(String fixTime) {
        assertThat(FixTimes.possible(Instant.parse(fixTime), NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2009-05-01T10:00:00Z"})
    void anOldTrackIsJudgedAsItArrivedThen(String fixTime) {
        Instant at = Instant.parse(fixTime);
        assertThat(FixTimes.possible(at, at.plusSeconds(5))).isTrue();
    }
}
