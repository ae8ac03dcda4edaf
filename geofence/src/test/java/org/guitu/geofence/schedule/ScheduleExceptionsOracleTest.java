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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.guitu.geofence.schedule.ScheduleExceptions.Hours;
import org.guitu.geofence.schedule.ScheduleExceptions.Pause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random schedules with holidays and leave against a wall clock that is watched minute by minute. */
class ScheduleExceptionsOracleTest {

    private static final int SCHEDULES = 12;
    private static final int DAYS = 40;

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai,    2026-09-20, 81",
        "Europe/Berlin,    2026-10-10, 82",
        "America/New_York, 2026-02-20, 83",
    })
    void agreesWithTheWallClockWatchedMinuteByMinute(String zoneId, LocalDate first, long seed) {
        System.out.println(zoneId + " with exceptions from " + first + ": seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < SCHEDULES; i++) {
            var schedule = random(ZoneId.of(zoneId), first, random);
            boolean[] open = watch(schedule, first);
            Instant start = first.atStartOfDay(schedule.zone()).toInstant();
            int change = -1;
            for (int minute = 2 * 1440; minute < open.length - 2 * 1440; minute++) {
                Instant at = start.plus(minute, ChronoUnit.MINUTES);
                boolean edge = open[minute] != open[minute - 1];
                if (edge || random.nextInt(50) == 0) {
                    Phase phase = schedule.phaseAt(at);
                    assertThat(phase.open()).as("%s at %s", schedule, at).isEqualTo(open[minute]);
                    if (edge) {
                        assertThat(phase.since()).as("%s at %s", schedule, at).isEqualTo(at);
                    }
                }
                if (edge && change > 0) {
                    assertThat(schedule.phaseAt(start.plus(change, ChronoUnit.MINUTES))
                                    .until())
                            .as("%s from minute %d", schedule, change)
                            .isEqualTo(at);
                }
                change = edge ? minute : change;
            }
        }
    }

    private static boolean[] watch(WeeklySchedule schedule, LocalDate first) {
        Instant start = first.atStartOfDay(schedule.zone()).toInstant();
        boolean[] open = new boolean[DAYS * 1440];
        LocalDateTime highest = LocalDateTime.MIN;
        for (int minute = 0; minute < open.length; minute++) {
            LocalDateTime shown = LocalDateTime.ofInstant(start.plus(minute, ChronoUnit.MINUTES), schedule.zone());
            highest = shown.isAfter(highest) ? shown : highest;
            LocalDateTime now = highest;
            boolean paused = schedule.exceptions().pauses().stream()
                    .anyMatch(pause -> !now.isBefore(pause.from()) && now.isBefore(pause.to()));
            open[minute] = !paused && opened(schedule, now);
        }
        return open;
    }

    private static boolean opened(WeeklySchedule schedule, LocalDateTime now) {
        for (int back = 0; back <= 2; back++) {
            LocalDate date = now.toLocalDate().minusDays(back);
            for (Hours hours : hoursOf(schedule, date)) {
                LocalDateTime from = date.atTime(hours.from());
                LocalDateTime to = (hours.to().isAfter(hours.from()) ? date : date.plusDays(1)).atTime(hours.to());
                if (!now.isBefore(from) && now.isBefore(to)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Hours> hoursOf(WeeklySchedule schedule, LocalDate date) {
        List<Hours> instead = schedule.exceptions().days().get(date);
        return instead != null
                ? instead
                : schedule.windows().stream()
                        .filter(window -> window.days().contains(date.getDayOfWeek()))
                        .map(window -> new Hours(window.from(), window.to()))
                        .toList();
    }

    private static WeeklySchedule random(ZoneId zone, LocalDate first, Random random) {
        List<WeeklySchedule.Window> windows = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (random.nextInt(3) > 0) {
                    days.add(day);
                }
            }
            Hours hours = random.nextInt(6) == 0 ? new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT) : hours(random);
            windows.add(new WeeklySchedule.Window(days, hours.from(), hours.to()));
        }
        Map<LocalDate, List<Hours>> dates = new HashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            dates.put(first.plusDays(random.nextInt(DAYS)), random.nextBoolean() ? List.of() : List.of(hours(random)));
        }
        List<Pause> pauses = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDateTime from = first.atTime(hours(random).from()).plusDays(random.nextInt(DAYS));
            pauses.add(new Pause(from, from.plusMinutes(1 + random.nextInt(20_000))));
        }
        return new WeeklySchedule(zone, windows, new ScheduleExceptions(dates, pauses));
    }

    private static Hours hours(Random random) {
        return new Hours(
                LocalTime.of(random.nextInt(24), random.nextInt(60)),
                LocalTime.of(random.nextInt(24), random.nextInt(60)));
    }
}
