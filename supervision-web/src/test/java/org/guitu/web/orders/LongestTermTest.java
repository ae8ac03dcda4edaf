package org.guitu.web.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongestTermTest {

    private static final LongestTerm THREE_MONTHS = new LongestTerm(3);

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-05-31",
        "2026-03-05, 2026-06-04",
        "2026-11-22, 2027-02-21",
        "2026-11-30, 2027-02-27", // no 30 February: three months are over with the 28th, which no longer counts
        "2027-11-30, 2028-02-28", // leap year
        "2026-12-01, 2027-02-28",
        "2026-01-31, 2026-04-29",
        "2026-02-28, 2026-05-27",
        "2026-08-31, 2026-11-29",
        "2026-10-01, 2026-12-31",
    })
    void lastDayOfALongestTerm(LocalDate first, LocalDate last) {
        assertThat(THREE_MONTHS.lastDay(first)).isEqualTo(last);
        assertThat(THREE_MONTHS.exceeded(first, last)).isFalse();
        assertThat(THREE_MONTHS.exceeded(first, last.plusDays(1))).isTrue();
    }

    @Test
    void neverLongerThanThreeCalendarMonthsHoweverTheyAreCounted() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        for (LocalDate first = LocalDate.of(2026, 1, 1); first.getYear() < 2030; first = first.plusDays(1)) {
            ZonedDateTime from = first.atStartOfDay(shanghai);
            ZonedDateTime until = THREE_MONTHS.lastDay(first).plusDays(1).atStartOfDay(shanghai);
            assertThat(until).isBeforeOrEqualTo(from.plusMonths(3));
        }
    }
}
