package org.guitu.web.orders;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.ingest.admit.CollectionHours;
import org.guitu.ingest.admit.RandomPoints;
import org.guitu.web.form.Fields;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.people.Person;
import org.jspecify.annotations.Nullable;

/** Reads when within a phone's plan it may be located. */
final class PlanHours {

    private PlanHours() {}

    /**
     * The hours of the form; empty for day and night, or where {@code fields} has a problem.
     *
     * @param seed of the random points, if there are any
     */
    static Optional<CollectionHours> read(Person person, PlanForm form, OrderLimits limits, long seed, Fields fields) {
        boolean rows = hasRows(form);
        boolean drawn = !form.pointsPerDay().isBlank();
        if (Fields.isOn(form.continuous())) {
            if (!limits.continuousAllowed()) {
                fields.problem("continuous", "orders.error.continuous");
            } else if (rows || drawn) {
                fields.problem("continuous", "orders.error.continuous-and-hours");
            }
            return Optional.empty();
        }
        if (!rows && !drawn) {
            fields.problem("windows", "orders.error.no-hours");
            return Optional.empty();
        }
        return given(person.zone(), form, limits, seed, fields);
    }

    /** The hours and points of the form, if there are any. */
    static Optional<CollectionHours> given(ZoneId zone, PlanForm form, OrderLimits limits, long seed, Fields fields) {
        Optional<WeeklySchedule> weekly =
                hasRows(form) ? WeeklyHours.read(zone.getId(), form.windows(), fields) : Optional.empty();
        Optional<RandomPoints> points =
                form.pointsPerDay().isBlank() ? Optional.empty() : points(zone, form, limits, seed, fields);
        return weekly.isPresent() || points.isPresent()
                ? Optional.of(new CollectionHours(weekly, points))
                : Optional.empty();
    }

    private static boolean hasRows(PlanForm form) {
        return form.windows().stream()
                .anyMatch(row -> !row.days().isEmpty()
                        || !row.from().isBlank()
                        || !row.to().isBlank());
    }

    private static Optional<RandomPoints> points(
            ZoneId zone, PlanForm form, OrderLimits limits, long seed, Fields fields) {
        int perDay = fields.integer("pointsPerDay", form.pointsPerDay(), 1, limits.randomPointsMax());
        LocalTime from = time("pointsFrom", form.pointsFrom(), fields);
        LocalTime to = time("pointsTo", form.pointsTo(), fields);
        if (from == null || to == null) {
            return Optional.empty();
        }
        if (!from.isBefore(to)) {
            fields.problem("pointsTo", "orders.error.points-reversed");
            return Optional.empty();
        }
        return Optional.of(new RandomPoints(seed, perDay, from, to, zone, limits.randomPointMinutes()));
    }

    private static @Nullable LocalTime time(String field, String raw, Fields fields) {
        try {
            return LocalTime.parse(raw.strip());
        } catch (DateTimeException none) {
            fields.problem(field, "ui.schedule.not-a-time", raw);
            return null;
        }
    }
}
