package org.guitu.web.zones;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.Phase;
import org.guitu.geofence.schedule.ScheduleExceptions;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.web.form.Fields;

/** Reads what an order asks beyond its area: a dwell within each window, or a band that warns. */
final class ZoneTerms {

    static final int APPROACH_METERS_MAX = 5_000;
    private static final int DWELL_MINUTES_MAX = 7 * 24 * 60;

    /** A week in which no clock on earth is changed. */
    private static final LocalDate ANY_WEEK = LocalDate.of(2026, 1, 5);

    private ZoneTerms() {}

    /** The order; problems go to {@code dwellMinutes} and {@code approachMeters}. Empty without an area. */
    static Optional<Order> read(ZoneForm form, RuleKind kind, Optional<Area> area, ZoneHours hours, Fields fields) {
        Optional<Duration> dwell = dwell(form, kind, hours, fields);
        double approachMeters = approach(form, kind, fields);
        return area.map(ground ->
                kind == RuleKind.STAY_IN ? new Order.StayIn(ground, dwell) : new Order.KeepOut(ground, approachMeters));
    }

    private static Optional<Duration> dwell(ZoneForm form, RuleKind kind, ZoneHours hours, Fields fields) {
        String field = "dwellMinutes";
        if (form.dwellMinutes().isBlank()) {
            return Optional.empty();
        }
        Duration dwell = Duration.ofMinutes(fields.integer(field, form.dwellMinutes(), 1, DWELL_MINUTES_MAX));
        if (kind != RuleKind.STAY_IN) {
            fields.problem(field, "zones.error.dwell.kind");
        } else if (Fields.isOn(form.times().always())) {
            fields.problem(field, "zones.error.dwell.always");
        } else if (!hours.windows().isEmpty() && !fields.has(field)) {
            shortest(hours)
                    .ifPresentOrElse(
                            least -> {
                                if (least.compareTo(dwell) < 0) {
                                    fields.problem(field, "zones.error.dwell.longer", least.toMinutes());
                                }
                            },
                            () -> fields.problem(field, "zones.error.dwell.always"));
        }
        return Optional.of(dwell);
    }

    private static double approach(ZoneForm form, RuleKind kind, Fields fields) {
        if (form.approachMeters().isBlank()) {
            return 0;
        }
        int meters = fields.integer("approachMeters", form.approachMeters(), 0, APPROACH_METERS_MAX);
        if (kind != RuleKind.KEEP_OUT && meters > 0) {
            fields.problem("approachMeters", "zones.error.approach.kind");
        }
        return meters;
    }

    /** The shortest time it is in force at a stretch, windows that touch taken together; empty if it never closes. */
    static Optional<Duration> shortest(ZoneHours hours) {
        WeeklySchedule weekly = new WeeklySchedule(hours.zone(), hours.windows());
        if (weekly.alwaysButForExceptions()) {
            return Optional.empty();
        }
        Stream<Duration> windows = hours.windows().stream()
                .flatMap(window -> window.days().stream().map(day -> length(weekly, window, day)));
        Stream<Duration> dates =
                hours.dates().values().stream().flatMap(open -> open.stream().map(ZoneTerms::length));
        return Stream.concat(windows, dates).min(Duration::compareTo);
    }

    private static Duration length(WeeklySchedule weekly, WeeklySchedule.Window window, DayOfWeek day) {
        Phase phase = weekly.phaseAt(ANY_WEEK.with(TemporalAdjusters.nextOrSame(day))
                .atTime(window.from())
                .atZone(weekly.zone())
                .toInstant());
        return Duration.between(phase.since(), phase.until());
    }

    private static Duration length(ScheduleExceptions.Hours open) {
        Duration length = Duration.between(open.from(), open.to());
        return length.isPositive() ? length : length.plusDays(1);
    }
}
