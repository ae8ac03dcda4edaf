package org.guitu.web.zones;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guitu.geofence.schedule.ScheduleExceptions.Hours;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.web.form.Fields;
import org.guitu.web.form.WeeklyHours;

/** Reads a zone's hours whole: the weekly windows with the dates and pauses that depart from them. */
final class ZoneExceptions {

    /** A longer pause is a mistake: the zone is to be ended instead. */
    private static final int PAUSE_DAYS_MAX = 366;

    static final int NOTE_MAX = 200;

    /** Dates, and pauses, of one zone; the judge would take more. */
    static final int COUNT_MAX = 100;

    private ZoneExceptions() {}

    /**
     * The hours of a form. Rows left wholly empty are skipped; problems go to {@code timeZone}, {@code windows}, {@code window.N}, {@code date.N},
     * {@code pause.N}, {@code dates} or {@code pauses}.
     */
    static ZoneHours read(ZoneForm.Times times, Fields fields) {
        Optional<WeeklySchedule> weekly = Fields.isOn(times.always())
                ? Optional.empty()
                : WeeklyHours.read(times.timeZone(), times.windows(), fields);
        Map<LocalDate, List<Hours>> dates = dates(times.dates(), fields);
        List<ZoneHours.Pause> pauses = pauses(times.pauses(), fields);
        ZoneId zone = weekly.map(WeeklySchedule::zone).orElseGet(() -> zone(times.timeZone(), fields));
        return new ZoneHours(zone, weekly.map(WeeklySchedule::windows).orElse(List.of()), dates, pauses);
    }

    private static ZoneId zone(String written, Fields fields) {
        try {
            return written.isBlank() ? WeeklyHours.DEFAULT_TIME_ZONE : ZoneId.of(written.strip());
        } catch (DateTimeException unknown) {
            fields.problem("timeZone", "ui.schedule.unknown-time-zone", written);
            return WeeklyHours.DEFAULT_TIME_ZONE;
        }
    }

    private static Map<LocalDate, List<Hours>> dates(List<ZoneForm.OddDay> rows, Fields fields) {
        Map<LocalDate, List<Hours>> dates = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ZoneForm.OddDay row = rows.get(i);
            String field = "date." + i;
            if (row.isBlank()) {
                continue;
            }
            Optional<LocalDate> date = fields.optionalDate(field, row.date());
            if (row.date().isBlank()) {
                fields.problem(field, "zones.error.date.none");
            }
            Optional<Hours> hours = hours(row, field, fields);
            date.ifPresent(day -> {
                List<Hours> open = dates.computeIfAbsent(day, none -> new ArrayList<>());
                hours.ifPresent(open::add);
            });
        }
        if (dates.size() > COUNT_MAX) {
            fields.problem("dates", "zones.error.exceptions", COUNT_MAX);
            return Map.of();
        }
        return dates;
    }

    private static Optional<Hours> hours(ZoneForm.OddDay row, String field, Fields fields) {
        if (row.from().isBlank() && row.to().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Hours(
                    LocalTime.parse(row.from().strip()),
                    LocalTime.parse(row.to().strip())));
        } catch (DateTimeException noTime) {
            fields.problem(field, "ui.schedule.not-a-time");
            return Optional.empty();
        }
    }

    private static List<ZoneHours.Pause> pauses(List<ZoneForm.PauseRow> rows, Fields fields) {
        List<ZoneHours.Pause> pauses = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isBlank()) {
                pause(rows.get(i), "pause." + i, "pause." + i, "pause." + i, fields)
                        .ifPresent(pauses::add);
            }
        }
        if (pauses.size() > COUNT_MAX) {
            fields.problem("pauses", "zones.error.exceptions", COUNT_MAX);
            return List.of();
        }
        return pauses;
    }

    /** One pause, which must say from when to when; problems go to the fields named. */
    static Optional<ZoneHours.Pause> pause(
            ZoneForm.PauseRow row, String fromField, String toField, String noteField, Fields fields) {
        Optional<LocalDateTime> from = needed(fromField, row.from(), fields);
        Optional<LocalDateTime> to = needed(toField, row.to(), fields);
        String note = fields.optionalText(noteField, row.note(), NOTE_MAX);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!from.get().isBefore(to.get())) {
            fields.problem(toField, "zones.error.pause.reversed");
            return Optional.empty();
        }
        if (from.get().plusDays(PAUSE_DAYS_MAX).isBefore(to.get())) {
            fields.problem(toField, "zones.error.pause.long");
        }
        return Optional.of(new ZoneHours.Pause(from.get(), to.get(), note));
    }

    private static Optional<LocalDateTime> needed(String field, String written, Fields fields) {
        if (written.isBlank()) {
            fields.problem(field, "zones.error.pause.none");
        }
        return fields.optionalDateTime(field, written);
    }
}
