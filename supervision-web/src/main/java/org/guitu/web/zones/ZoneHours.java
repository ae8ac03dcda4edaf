package org.guitu.web.zones;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.schedule.ScheduleExceptions;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.web.form.WeeklyHours;

/**
 * When a zone is in force, as ordered, by the wall clock of its time zone.
 *
 * @param windows none: at all hours
 * @param dates on such a date these hours in place of the usual ones; none: not in force on it
 * @param pauses in the order of their beginnings
 */
public record ZoneHours(
        ZoneId zone,
        List<WeeklySchedule.Window> windows,
        Map<LocalDate, List<ScheduleExceptions.Hours>> dates,
        List<Pause> pauses) {

    /**
     * A stretch in which the zone is not in force: approved leave.
     *
     * @param from inclusive
     * @param to exclusive
     * @param note why, {@code ""} if nobody said
     */
    public record Pause(LocalDateTime from, LocalDateTime to, String note) {

        /** The same stretch by the wall clock of another zone. */
        Pause in(ZoneId written, ZoneId wanted) {
            return written.equals(wanted)
                    ? this
                    : new Pause(
                            from.atZone(written).withZoneSameInstant(wanted).toLocalDateTime(),
                            to.atZone(written).withZoneSameInstant(wanted).toLocalDateTime(),
                            note);
        }

        ScheduleExceptions.Pause plain() {
            return new ScheduleExceptions.Pause(from, to);
        }
    }

    public ZoneHours {
        windows = List.copyOf(windows);
        dates = Map.copyOf(dates);
        pauses = pauses.stream()
                .sorted(java.util.Comparator.comparing(Pause::from))
                .toList();
    }

    static ZoneHours always(ZoneId zone) {
        return new ZoneHours(zone, List.of(), Map.of(), List.of());
    }

    /** The hours of a schedule without exceptions. */
    public static ZoneHours of(Optional<WeeklySchedule> schedule) {
        return schedule.map(weekly -> new ZoneHours(
                        weekly.zone(),
                        weekly.alwaysButForExceptions() ? List.of() : weekly.windows(),
                        Map.of(),
                        List.of()))
                .orElse(always(WeeklyHours.DEFAULT_TIME_ZONE));
    }

    /** What the judge keeps to; empty: always. */
    public Optional<WeeklySchedule> schedule() {
        if (windows.isEmpty() && dates.isEmpty() && pauses.isEmpty()) {
            return Optional.empty();
        }
        var except =
                new ScheduleExceptions(dates, pauses.stream().map(Pause::plain).toList());
        return Optional.of(
                windows.isEmpty() ? WeeklySchedule.always(zone, except) : new WeeklySchedule(zone, windows, except));
    }

    /** The pause an instant falls in. */
    Optional<Pause> pausedAt(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return pauses.stream()
                .filter(pause -> !local.isBefore(pause.from()) && local.isBefore(pause.to()))
                .findFirst();
    }

    ZoneHours with(Pause pause) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(pause);
        return new ZoneHours(zone, windows, dates, more);
    }

    /** Without the pause that begins and ends then, if there is one. */
    ZoneHours without(LocalDateTime from, LocalDateTime to) {
        return new ZoneHours(
                zone,
                windows,
                dates,
                pauses.stream()
                        .filter(pause ->
                                !pause.from().equals(from) || !pause.to().equals(to))
                        .toList());
    }
}
