package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.schedule.ScheduleExceptions;
import org.guitu.geofence.schedule.ScheduleExceptions.Hours;
import org.guitu.geofence.schedule.ScheduleExceptions.Pause;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.junit.jupiter.api.Test;

/** Approved leave and holidays: the same order, not in force for exactly their days. */
class C06_ExceptionsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static final String OUT_FOR_TWO_DAYS = """
            08:00     home+500m E  ±10m
            08:05     home+500m E  ±10m
            22:00     home+500m E  ±10m
            22:05     home+500m E  ±10m
            d2 22:00  home+500m E  ±10m
            d2 22:05  home+500m E  ±10m
            d2 22:10  home+500m E  ±10m
            """;

    @Test
    void leaveEndsTheBreachAndItsEndBeginsAnother() {
        var leave = new ScheduleExceptions(
                Map.of(),
                List.of(new Pause(MONDAY.atTime(8, 10), MONDAY.plusDays(1).atTime(22, 8))));
        Rule home = TestZones.rule(
                1, Order.stayIn(TestZones.home()), Optional.of(WeeklySchedule.always(ZoneOffset.UTC, leave)));
        assertThat(Watch.findings(Track.parse(OUT_FOR_TWO_DAYS), "d2 22:15", home))
                .containsExactly(
                        "BOUNDARY 08:00 to 08:10, confirmed 08:05, raised 08:05",
                        "BOUNDARY d2 22:08 to now, confirmed d2 22:08, raised d2 22:08");
    }

    @Test
    void aHolidayOpensItsOwnHoursInsteadOfTheWeeksAndTheEveBeforeRunsOn() {
        var holiday = new ScheduleExceptions(
                Map.of(MONDAY, List.of(new Hours(LocalTime.of(23, 0), LocalTime.of(6, 0)))), List.of());
        Rule curfew = TestZones.rule(
                3,
                Order.stayIn(TestZones.home()),
                Optional.of(TestZones.daily("21:00-06:00").with(holiday)));
        var fixes = Track.parse("""
                21:30  home+500m E  ±10m
                21:40  home+500m E  ±10m
                22:50  home+500m E  ±10m
                22:59  home+500m E  ±10m
                """);
        assertThat(Watch.findings(fixes, "23:05", curfew))
                .containsExactly("CURFEW 23:00 to now, confirmed 23:00, raised 23:00");
    }

    @Test
    void aPauseFarAheadDoesNotShortenTheStretchBeforeIt() {
        LocalDateTime far = MONDAY.plusDays(200).atStartOfDay();
        WeeklySchedule always = WeeklySchedule.always(
                ZoneOffset.UTC, new ScheduleExceptions(Map.of(), List.of(new Pause(far, far.plusDays(3)))));
        assertThat(always.phaseAt(Track.at("08:00")).since()).isEqualTo(java.time.Instant.MIN);
        assertThat(always.phaseAt(Track.at("08:00")).until()).isEqualTo(far.toInstant(ZoneOffset.UTC));
        assertThat(always.phaseAt(far.plusDays(4).toInstant(ZoneOffset.UTC)).until())
                .isEqualTo(java.time.Instant.MAX);
    }
}
