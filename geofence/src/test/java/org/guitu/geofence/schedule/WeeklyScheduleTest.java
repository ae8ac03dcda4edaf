package org.guitu.geofence.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeeklyScheduleTest {

    private static WeeklySchedule schedule(String zone, WeeklySchedule.Window... windows) {
        return new WeeklySchedule(ZoneId.of(zone), List.of(windows));
    }

    private static WeeklySchedule.Window window(Set<DayOfWeek> days, String from, String to) {
        return new WeeklySchedule.Window(days, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    @Test
    void openingInstantsBelongToTheWindowAndClosingOnesDoNot() {
        var shanghai = schedule("Asia/Shanghai", window(EVERY_DAY, "21:00", "06:00"));
        assertThat(shanghai.isOpen(Instant.parse("2026-03-02T12:59:59Z"))).isFalse();
        assertThat(shanghai.isOpen(Instant.parse("2026-03-02T13:00:00Z"))).isTrue();
        assertThat(shanghai.isOpen(Instant.parse("2026-03-02T21:59:59Z"))).isTrue();
        assertThat(shanghai.isOpen(Instant.parse("2026-03-02T22:00:00Z"))).isFalse();
    }

    @Test
    void aWindowAcrossMidnightBelongsToTheDayItOpensOn() {
        var mondays = schedule("UTC", window(Set.of(DayOfWeek.MONDAY), "21:00", "06:00"));
        assertThat(mondays.isOpen(Instant.parse("2026-03-03T05:00:00Z"))).isTrue();
        assertThat(mondays.isOpen(Instant.parse("2026-03-02T05:00:00Z"))).isFalse();
        assertThat(mondays.nextBoundary(Instant.parse("2026-03-03T06:00:00Z")))
                .contains(Instant.parse("2026-03-09T21:00:00Z"));
    }

    @Test
    void overlappingAndTouchingWindowsAreOne() {
        var merged = schedule(
                "UTC",
                window(EVERY_DAY, "08:00", "12:00"),
                window(EVERY_DAY, "11:00", "14:00"),
                window(EVERY_DAY, "14:00", "15:00"));
        assertThat(merged.phaseAt(Instant.parse("2026-03-02T11:30:00Z")))
                .isEqualTo(
                        new Phase(true, Instant.parse("2026-03-02T08:00:00Z"), Instant.parse("2026-03-02T15:00:00Z")));
    }

    @Test
    void equalTimesAreTwentyFourHours() {
        var sundays = schedule("UTC", window(Set.of(DayOfWeek.SUNDAY), "00:00", "00:00"));
        assertThat(sundays.phaseAt(Instant.parse("2026-03-08T10:00:00Z")))
                .isEqualTo(
                        new Phase(true, Instant.parse("2026-03-08T00:00:00Z"), Instant.parse("2026-03-09T00:00:00Z")));
    }

    @Test
    void twentyFourHoursOnEveryDayNeverClose() {
        var always = schedule("Europe/Berlin", window(EVERY_DAY, "09:00", "09:00"));
        assertThat(always.phaseAt(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo(Phase.ALWAYS);
        assertThat(always.nextBoundary(Instant.parse("2026-03-29T01:00:00Z"))).isEmpty();
    }

    @Test
    void noWindowsNeverOpen() {
        assertThat(schedule("UTC").phaseAt(Instant.EPOCH)).isEqualTo(Phase.NEVER);
    }

    @Test
    void anEdgeTheClockSkipsIsTheMomentOfTheChange() {
        // On 2026-03-29 the clocks of Berlin go from 02:00 to 03:00 at 01:00 UTC.
        var berlin = schedule("Europe/Berlin", window(EVERY_DAY, "02:30", "05:00"));
        assertThat(berlin.phaseAt(Instant.parse("2026-03-29T02:00:00Z")).since())
                .isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void anEdgeTheClockShowsTwiceIsItsFirstShowing() {
        // On 2026-10-25 the clocks of Berlin show 02:30 at 00:30 and again at 01:30 UTC.
        var berlin = schedule("Europe/Berlin", window(EVERY_DAY, "21:00", "02:30"));
        assertThat(berlin.isOpen(Instant.parse("2026-10-25T00:29:59Z"))).isTrue();
        assertThat(berlin.isOpen(Instant.parse("2026-10-25T00:30:00Z"))).isFalse();
        assertThat(berlin.isOpen(Instant.parse("2026-10-25T01:15:00Z"))).isFalse();
    }

    @Test
    void aDayThatWasLeftOutIsAnInstant() {
        // Samoa skipped 2011-12-30, a Friday, altogether.
        var fridays = schedule("Pacific/Apia", window(Set.of(DayOfWeek.FRIDAY), "08:00", "17:00"));
        assertThat(fridays.isOpen(Instant.parse("2011-12-30T10:00:00Z"))).isFalse();
        assertThat(fridays.isOpen(Instant.parse("2011-12-30T10:30:00Z"))).isFalse();
    }
}
