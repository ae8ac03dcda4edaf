package org.guitu.web.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.web.form.Fields;
import org.guitu.web.form.WeeklyHours;

/**
 * A rule as written in a form: raw text, {@code ""} where left empty.
 *
 * @param kind {@code REPORT_EVERY}, {@code STAY_TOGETHER} or {@code KEEP_AWAY}
 * @param fixMinutes of a plan: one point every so many minutes, a fraction is allowed
 * @param sendMinutes of a plan: one packet every so many minutes
 * @param bufferMinutes of a plan: how much later is no silence yet
 * @param meters the distance of the other kinds
 * @param otherId whom to keep away from: the id of a person or a protected person of the own subtree
 * @param always {@code on}: at all hours, the windows are not read
 * @param timeZone of the windows
 * @param validFrom by the wall clock of the responsible organisation, {@code 2026-11-30T00:00}; empty: now
 * @param validTo the same; empty: until ended
 */
public record RuleForm(
        String kind,
        String fixMinutes,
        String sendMinutes,
        String bufferMinutes,
        String meters,
        String otherId,
        String always,
        String timeZone,
        List<WeeklyHours.Row> windows,
        String validFrom,
        String validTo,
        String note) {

    public RuleForm {
        windows = List.copyOf(windows);
    }

    /** A plan in force from now on, at all hours. */
    public static RuleForm plan(Order.ReportEvery plan) {
        return new RuleForm(
                RuleKind.REPORT_EVERY.name(),
                minutes(plan.fixEvery()),
                minutes(plan.sendEvery()),
                minutes(plan.buffer()),
                "",
                "",
                "on",
                "",
                List.of(),
                "",
                "",
                "");
    }

    /** To keep a distance from someone, in force from now on, at all hours. */
    public static RuleForm keepAway(long otherId, int meters) {
        return new RuleForm(
                RuleKind.KEEP_AWAY.name(),
                "",
                "",
                "",
                Integer.toString(meters),
                Long.toString(otherId),
                "on",
                "",
                List.of(),
                "",
                "",
                "");
    }

    /** The same, from an instant. */
    public RuleForm from(Instant instant, ZoneId zone) {
        return new RuleForm(
                kind,
                fixMinutes,
                sendMinutes,
                bufferMinutes,
                meters,
                otherId,
                always,
                timeZone,
                windows,
                Fields.dateTime(instant, zone),
                validTo,
                note);
    }

    /** Minutes as one writes them, without needless zeros. */
    static String minutes(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds())
                .divide(BigDecimal.valueOf(60), 4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
