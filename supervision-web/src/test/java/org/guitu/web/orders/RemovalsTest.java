package org.guitu.web.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.guitu.geofence.schedule.Span;
import org.junit.jupiter.api.Test;

class RemovalsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");

    @Test
    void whatWasNeverAuthorisedHasNoDayToComeOff() {
        assertThat(Removals.off(List.of(), NOON)).isEmpty();
    }

    @Test
    void theEndOfTheLastInAnUnbrokenRowCounts() {
        assertThat(Removals.off(List.of(days(5, 9), days(-3, 5)), NOON)).contains(day(9));
    }

    @Test
    void aGapIsNoRow() {
        assertThat(Removals.off(List.of(days(-3, 5), days(6, 9)), NOON)).contains(day(5));
        assertThat(Removals.off(List.of(days(-3, -1), days(6, 9)), NOON)).contains(day(-1));
    }

    @Test
    void whatIsOverIsOverSinceThen() {
        assertThat(Removals.off(List.of(days(-9, -5), days(-4, -2)), NOON)).contains(day(-2));
    }

    @Test
    void whatHasYetToBeginEndsWhenItEnds() {
        assertThat(Removals.off(List.of(days(2, 9)), NOON)).contains(day(9));
    }

    @Test
    void theMomentOfTheEndIsAfterIt() {
        assertThat(Removals.off(List.of(days(-3, 0), days(1, 2)), NOON)).contains(day(0));
    }

    private static Span days(int from, int to) {
        return new Span(day(from), day(to));
    }

    private static Instant day(int offset) {
        return NOON.plusSeconds(offset * 86_400L);
    }
}
