package org.guitu.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MinorityTest {

    private static final LocalDate BORN = LocalDate.of(2008, 2, 29);

    @Test
    void yearsAreFullFromTheDayAfterTheBirthday() {
        assertThat(Minority.on(LocalDate.of(2008, 5, 1), LocalDate.of(2026, 5, 1), 18))
                .isTrue();
        assertThat(Minority.on(LocalDate.of(2008, 5, 1), LocalDate.of(2026, 5, 2), 18))
                .isFalse();
    }

    @Test
    void whoWasBornOnALeapDayIsOfAgeInMarch() {
        assertThat(Minority.on(BORN, LocalDate.of(2026, 2, 28), 18)).isTrue();
        assertThat(Minority.on(BORN, LocalDate.of(2026, 3, 1), 18)).isFalse();
    }
}
