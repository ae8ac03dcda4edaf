package org.guitu.web.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.guitu.web.calendar.LegalDays;
import org.guitu.web.calendar.WorkCalendar;
import org.guitu.web.limits.Figure;
import org.guitu.web.limits.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDayTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LegalDays DAYS = new LegalDays(WorkCalendar.plain());

    /** An event late in the evening of Wednesday 4 March 2026 in Shanghai, which is still the 4th in UTC. */
    private static final Instant EVENT = Instant.parse("2026-03-04T15:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "DAYS, 10, false, 2026-03-16T16:00:00Z", // Saturday the 14th moves to Monday, over at midnight after it
        "DAYS, 10, true, 2026-03-14T16:00:00Z", // not so for someone who is held
        "WORKING_DAYS, 5, false, 2026-03-11T16:00:00Z",
        "MONTHS, 1, false, 2026-04-06T16:00:00Z", // 4 April is a Saturday
        "HOURS, 48, false, 2026-03-06T15:30:00Z",
    })
    void dutyIsTooLateAtTheMidnightAfterItsLastDay(Figure.Unit unit, int value, boolean custody, Instant due) {
        assertThat(DueDay.after(EVENT, figure(unit, value), custody, DAYS, SHANGHAI))
                .isEqualTo(due);
    }

    @Test
    void dayIsThatOfThePlaceAndNotOfUtc() {
        Instant afterMidnight = Instant.parse("2026-03-04T16:30:00Z"); // the 5th in Shanghai
        assertThat(DueDay.after(afterMidnight, figure(Figure.Unit.DAYS, 1), false, DAYS, SHANGHAI))
                .isEqualTo("2026-03-06T16:00:00Z");
    }

    @Test
    void summaryIsDueThirtyDaysBeforeTheEnd() {
        assertThat(DueDay.before(LocalDate.of(2026, 5, 31), figure(Figure.Unit.DAYS, 30), SHANGHAI))
                .isEqualTo("2026-05-01T16:00:00Z");
    }

    @Test
    void aCountIsNoLengthOfTime() {
        assertThatThrownBy(() -> DueDay.after(EVENT, figure(Figure.Unit.COUNT, 2), false, DAYS, SHANGHAI))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Figure figure(Figure.Unit unit, int value) {
        return new Figure(
                Limit.of("test.term"), unit, value, LocalDate.of(2020, 7, 1), "a law", false, Optional.empty(), "", "");
    }
}
