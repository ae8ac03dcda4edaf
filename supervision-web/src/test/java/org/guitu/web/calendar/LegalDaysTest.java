package org.guitu.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days as the law counts them, over the National Day week of 2026: 1 to 7 October are off, Saturday the 10th is worked. */
class LegalDaysTest {

    private static final LegalDays DAYS = new LegalDays(new WorkCalendar(Map.of(
            LocalDate.of(2026, 10, 1), true,
            LocalDate.of(2026, 10, 2), true,
            LocalDate.of(2026, 10, 5), true,
            LocalDate.of(2026, 10, 6), true,
            LocalDate.of(2026, 10, 7), true,
            LocalDate.of(2026, 10, 10), false)));

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 10, 2026-03-12", // the day of the event is not counted
        "2026-03-04, 10, 2026-03-16", // a Saturday moves to Monday
        "2026-09-21, 10, 2026-10-08", // a holiday moves past the whole week
        "2026-09-30, 10, 2026-10-10", // a worked Saturday is a working day
    })
    void lastDayMovesToTheNextWorkingDay(LocalDate event, int days, LocalDate last) {
        assertThat(DAYS.lastDay(event, days)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-29, 1, 2026-09-30",
        "2026-09-30, 1, 2026-10-08",
        "2026-09-30, 3, 2026-10-10",
        "2026-09-30, 4, 2026-10-12",
        "2026-03-06, 10, 2026-03-20",
    })
    void workingDaysLeaveOutWeekendsAndHolidays(LocalDate event, int days, LocalDate last) {
        assertThat(DAYS.lastWorkingDay(event, days)).isEqualTo(last);
    }

    @Test
    void termOfSomeoneWhoIsHeldIsNotMadeLonger() {
        assertThat(LegalDays.lastDayInCustody(LocalDate.of(2026, 9, 21), 10)).isEqualTo("2026-10-01");
    }

    @Test
    void monthsEndOnTheSameDayOrTheLastOfTheMonth() {
        assertThat(DAYS.lastDayOfMonths(LocalDate.of(2026, 1, 30), 1))
                .isEqualTo("2026-03-02"); // 28 February is a Saturday
        assertThat(DAYS.lastDayOfMonths(LocalDate.of(2026, 3, 31), 1)).isEqualTo("2026-04-30");
    }

    @Test
    void bothEndsOfALeaveCount() {
        assertThat(LegalDays.daysIncluded(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 5)))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-10, 1, 0, 0, 0, 0, 2027-01-09", // a year of probation
        "2026-01-10, 0, 6, 0, 0, 0, 2026-07-09",
        "2026-08-31, 0, 6, 0, 0, 0, 2027-02-27",
        "2026-04-30, 0, 1, 0, 0, 0, 2026-05-30", // from a month's last day
        "2026-02-28, 1, 6, 0, 0, 0, 2027-08-30",
        "2026-01-30, 0, 1, 0, 0, 0, 2026-02-27", // no such day
        "2028-02-29, 1, 0, 0, 0, 0, 2029-02-27",
        "2026-01-10, 1, 0, 0, 60, 0, 2026-11-10", // credited
        "2026-01-10, 1, 0, 0, 0, 12, 2027-01-21", // not served while escaped
    })
    void sentenceEndsTheDayBeforeItRunsOut(
            LocalDate first, int years, int months, int days, int credited, int excluded, LocalDate last) {
        assertThat(new SentenceTerm(first, years, months, days, credited, excluded).last())
                .isEqualTo(last);
    }

    @Test
    void aDayHeldCountsTwiceForControl() {
        assertThat(SentenceTerm.creditOfControl(30)).isEqualTo(60);
    }
}
