package org.guitu.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitTableTest {

    private static final Limit DAYS = Limit.of("test.days");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @Test
    void shippedValueHoldsUntilAPlaceSetsItsOwn() {
        LimitTable table = new LimitTable(List.of(own(3, 5, JUNE), shipped(10, false)));
        assertThat(table.value(DAYS, MARCH)).isEqualTo(10);
        assertThat(table.value(DAYS, JUNE.minusDays(1))).isEqualTo(10);
        assertThat(table.value(DAYS, JUNE)).isEqualTo(5);
    }

    @Test
    void nearestPlaceGoesBeforeThoseAboveIt() {
        LimitTable table = new LimitTable(List.of(own(3, 5, MARCH), own(2, 7, JUNE), shipped(10, false)));
        assertThat(table.value(DAYS, JUNE)).isEqualTo(5);
    }

    @Test
    void newestOfAPlaceThatHasBegunHolds() {
        LimitTable table = new LimitTable(List.of(own(3, 4, JUNE), own(3, 5, MARCH), shipped(10, false)));
        assertThat(table.value(DAYS, JUNE.minusDays(1))).isEqualTo(5);
        assertThat(table.value(DAYS, JUNE.plusDays(1))).isEqualTo(4);
    }

    @Test
    void whatTheLawFixesIsOverruledByNoPlace() {
        LimitTable table = new LimitTable(List.of(own(3, 5, MARCH), shipped(10, true)));
        assertThat(table.value(DAYS, JUNE)).isEqualTo(10);
    }

    @Test
    void figureThatDoesNotHoldIsAnErrorAndNoZero() {
        LimitTable table = new LimitTable(List.of(own(3, 5, JUNE)));
        assertThatThrownBy(() -> table.value(DAYS, MARCH)).hasMessageContaining("test.days");
    }

    private static Figure shipped(int value, boolean fixed) {
        return new Figure(
                DAYS, Figure.Unit.DAYS, value, LocalDate.of(2020, 7, 1), "a law", fixed, Optional.empty(), "", "");
    }

    private static Figure own(long organisation, int value, LocalDate from) {
        return new Figure(
                DAYS, Figure.Unit.DAYS, value, from, "a local rule", false, Optional.of(organisation), "", "");
    }
}
