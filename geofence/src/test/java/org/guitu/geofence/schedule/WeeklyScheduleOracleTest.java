package org.guitu.geofence.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random schedules against an oracle that knows nothing of offsets and transitions: it watches the wall clock minute by minute and opens a window
 * when the clock has, for the first time, reached its date and time.
 */
class WeeklyScheduleOracleTest {

    private static final int SCHEDULES = 40;

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai,       2026-03-01, 71",
        "Europe/Berlin,       2026-03-25, 72",
        "Europe/Berlin,       2026-10-21, 73",
        "America/New_York,    2026-03-05, 74",
        "America/New_York,    2026-10-29, 75",
        "Australia/Lord_Howe, 2026-04-02, 76",
        "Australia/Lord_Howe, 2026-10-01, 77",
        "Pacific/Apia,        2011-12-27, 78"
    })
    void agreesWithTheWallClockWatchedMinuteByMinute(String zoneId, LocalDate first, long seed) {
        System.out.println(zoneId + " from " + first + ": seed " + seed);
        ZoneId zone = ZoneId.of(zoneId);
        var random = new Random(seed);
        for (int i = 0; i < SCHEDULES; i++) {
            var schedule = new WeeklySchedule(zone, windows(random));
            boolean[] open = watch(schedule, first);
            Instant start = first.minusDays(2).atStartOfDay(zone).toInstant();
            Instant lastChange = null;
            int from = 2 * 1440;
            for (int minute = from; minute < open.length - 2 * 1440; minute++) {
                Instant at = start.plus(minute, ChronoUnit.MINUTES);
                if (minute == from || random.nextInt(7) == 0 || open[minute] != open[minute - 1]) {
                    assertThat(schedule.isOpen(at)).as("%s at %s", schedule, at).isEqualTo(open[minute]);
                }
                if (minute > from && open[minute] != open[minute - 1]) {
                    Instant since = lastChange == null ? start.plus(from, ChronoUnit.MINUTES) : lastChange;
                    assertThat(schedule.nextBoundary(since))
                            .as("%s after %s", schedule, since)
                            .contains(at);
                    assertThat(schedule.phaseAt(at).since()).isEqualTo(at);
                    lastChange = at;
                }
            }
        }
    }

    /** Twelve days of minutes: whether a window is open, by the highest reading the wall clock has shown so far. */
    private static boolean[] watch(WeeklySchedule schedule, LocalDate first) {
        ZoneId zone = schedule.zone();
        Instant start = first.minusDays(2).atStartOfDay(zone).toInstant();
        boolean[] open = new boolean[12 * 1440];
        LocalDateTime highest = LocalDateTime.MIN;
        for (int minute = 0; minute < open.length; minute++) {
            LocalDateTime shown = LocalDateTime.ofInstant(start.plus(minute, ChronoUnit.MINUTES), zone);
            highest = shown.isAfter(highest) ? shown : highest;
            for (WeeklySchedule.Window window : schedule.windows()) {
                for (int back = 0; back <= 2; back++) {
                    LocalDate date = highest.toLocalDate().minusDays(back);
                    LocalDateTime from = date.atTime(window.from());
                    LocalDateTime to =
                            (window.to().isAfter(window.from()) ? date : date.plusDays(1)).atTime(window.to());
                    if (window.days().contains(date.getDayOfWeek())
                            && !highest.isBefore(from)
                            && highest.isBefore(to)) {
                        open[minute] = true;
                    }
                }
            }
        }
        return open;
    }

    private static List<WeeklySchedule.Window> windows(Random random) {
        var windows = new ArrayList<WeeklySchedule.Window>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (random.nextInt(3) > 0) {
                    days.add(day);
                }
            }
            LocalTime from = time(random);
            windows.add(new WeeklySchedule.Window(days, from, random.nextInt(8) == 0 ? from : time(random)));
        }
        return windows;
    }

    /** Often in the hours in which clocks change. */
    private static LocalTime time(Random random) {
        int minute = random.nextBoolean() ? random.nextInt(240) : random.nextInt(1440);
        return LocalTime.of(minute / 60, random.nextInt(3) == 0 ? 0 : minute % 60);
    }
}
