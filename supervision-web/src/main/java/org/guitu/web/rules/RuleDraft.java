package org.guitu.web.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.ScheduleExceptions;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.ingest.registry.RuleSpec;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Validity;
import org.guitu.web.form.WeeklyHours;

/**
 * A rule's form once it is read and found good in itself.
 *
 * @param validTo empty: until ended
 */
record RuleDraft(
        Order order, Optional<WeeklySchedule> schedule, Instant validFrom, Optional<Instant> validTo, String note) {

    /** What an officer may order; zones have their own pages. */
    static final List<RuleKind> KINDS = List.of(RuleKind.REPORT_EVERY, RuleKind.STAY_TOGETHER, RuleKind.KEEP_AWAY);

    private static final int DAY_MINUTES = 1_440;
    private static final int METERS_MIN = 10;
    private static final int METERS_MAX = 100_000;
    /** Packets that come within a minute of each other are stored as one arrival: silence is longer. */
    private static final Duration LIMIT_MIN = Duration.ofMinutes(1);

    /**
     * Reads the whole form at once; use the answer only if there is no problem.
     *
     * @param since when the rule began, for a revision; else now
     */
    static RuleDraft read(RuleForm form, RuleKind kind, ZoneId zone, Instant now, Instant since, Fields fields) {
        Optional<WeeklySchedule> schedule = Fields.isOn(form.always())
                ? Optional.empty()
                : WeeklyHours.read(form.timeZone(), form.windows(), fields);
        Validity valid = Validity.read(form.validFrom(), form.validTo(), zone, now, since, fields);
        return new RuleDraft(
                order(form, kind, fields),
                schedule,
                valid.from(),
                valid.to(),
                fields.optionalText("note", form.note(), 1000));
    }

    private static Order order(RuleForm form, RuleKind kind, Fields fields) {
        return switch (kind) {
            case REPORT_EVERY ->
                plan(
                        new Order.ReportEvery(
                                minutes("fixMinutes", form.fixMinutes(), 1, fields),
                                minutes("sendMinutes", form.sendMinutes(), 1, fields),
                                minutes("bufferMinutes", form.bufferMinutes(), 0, fields)),
                        fields);
            case STAY_TOGETHER ->
                new Order.StayTogether(fields.integer("meters", form.meters(), METERS_MIN, METERS_MAX));
            case KEEP_AWAY -> new Order.KeepAway(fields.integer("meters", form.meters(), METERS_MIN, METERS_MAX));
            case STAY_IN, KEEP_OUT -> throw new IllegalArgumentException("a zone is not ordered here");
        };
    }

    private static Order plan(Order.ReportEvery plan, Fields fields) {
        if (plan.silentAfter().compareTo(LIMIT_MIN) <= 0) {
            fields.problem("bufferMinutes", "rules.error.limit");
        }
        return plan;
    }

    /** A time in minutes, whole seconds at least {@code least}; that stands in where there is a problem. */
    private static Duration minutes(String field, String raw, int least, Fields fields) {
        try {
            BigDecimal minutes = new BigDecimal(raw.strip());
            if (minutes.signum() >= 0
                    && minutes.scale() <= 4
                    && minutes.compareTo(BigDecimal.valueOf(DAY_MINUTES)) <= 0) {
                Duration read = Duration.ofSeconds(
                        Math.round(minutes.multiply(BigDecimal.valueOf(60)).doubleValue()));
                if (read.toSeconds() >= least) {
                    return read;
                }
            }
            fields.problem(field, "rules.error.minutes", DAY_MINUTES);
        } catch (NumberFormatException notANumber) {
            fields.problem(field, raw.isBlank() ? "ui.form.required" : "rules.error.minutes", DAY_MINUTES);
        }
        return Duration.ofMinutes(1);
    }

    RuleSpec spec(long subjectId) {
        return new RuleSpec(subjectId, order, schedule, validFrom, validTo.orElse(Instant.MAX));
    }

    /** The same with the stretches in which the rule was put out of force until now. */
    RuleDraft keepingPauses(Optional<WeeklySchedule> before) {
        List<ScheduleExceptions.Pause> pauses =
                before.map(known -> known.exceptions().pauses()).orElse(List.of());
        return pauses.isEmpty() ? this : withPauses(pauses);
    }

    /** The same but out of force in these stretches, by the wall clock of the schedule. */
    RuleDraft withPauses(List<ScheduleExceptions.Pause> pauses) {
        ScheduleExceptions except = new ScheduleExceptions(Map.of(), pauses);
        Optional<WeeklySchedule> paused = schedule.map(weekly -> weekly.with(except))
                .or(() -> Optional.of(WeeklySchedule.always(WeeklyHours.DEFAULT_TIME_ZONE, except)));
        return new RuleDraft(order, paused, validFrom, validTo, note);
    }
}
