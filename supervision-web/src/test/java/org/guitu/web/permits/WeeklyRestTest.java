package org.guitu.web.permits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.junit.jupiter.api.Test;

class WeeklyRestTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void everyMinuteOfTheWeekIsInOneOfTheTwo() {
        WeeklySchedule work = new WeeklySchedule(
                SHANGHAI,
                List.of(
                        window(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00", "18:30"),
                        window(EnumSet.of(DayOfWeek.SUNDAY), "22:00", "02:15"),
                        window(EnumSet.of(DayOfWeek.WEDNESDAY), "17:00", "20:00")));
        WeeklySchedule rest = WeeklyRest.of(work).orElseThrow();
        Instant monday =
                LocalDateTime.parse("2027-05-03T00:00").atZone(SHANGHAI).toInstant();
        for (int minute = 0; minute < 7 * 24 * 60; minute++) {
            Instant at = monday.plusSeconds(60L * minute);
            assertThat(rest.isOpen(at)).as("minute %d", minute).isNotEqualTo(work.isOpen(at));
        }
    }

    @Test
    void aWholeWeekLeavesNothing() {
        assertThat(WeeklyRest.of(new WeeklySchedule(
                        SHANGHAI, List.of(window(EnumSet.allOf(DayOfWeek.class), "00:00", "00:00")))))
                .isEmpty();
    }

    @Test
    void noWindowLeavesTheWholeWeek() {
        WeeklySchedule rest =
                WeeklyRest.of(new WeeklySchedule(SHANGHAI, List.of())).orElseThrow();
        assertThat(rest.alwaysButForExceptions()).isTrue();
    }

    private static WeeklySchedule.Window window(Set<DayOfWeek> days, String from, String to) {
        return new WeeklySchedule.Window(days, LocalTime.parse(from), LocalTime.parse(to));
    }
}
