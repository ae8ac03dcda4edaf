package org.guitu.web.rules;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.web.form.Fields;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Form;

/** Between the fields of the page and the rule's form; row {@code n} of the weekly hours is {@code days.n}, {@code from.n}, {@code to.n}. */
final class RuleFields {

    private RuleFields() {}

    static RuleForm read(Form form, String kind) {
        return new RuleForm(
                kind,
                form.text("fixMinutes"),
                form.text("sendMinutes"),
                form.text("bufferMinutes"),
                form.text("meters"),
                form.text("otherId"),
                form.text("always"),
                form.text("timeZone"),
                WeeklyHours.sent(form::list, form::text),
                form.text("validFrom"),
                form.text("validTo"),
                form.text("note"));
    }

    /** What the domain gives as an example: 10 x 10 with 15 minutes of buffer is silence at 25. */
    static Form blank(RuleKind kind) {
        Map<String, String> values = new HashMap<>();
        values.put("always", "on");
        values.put("timeZone", WeeklyHours.DEFAULT_TIME_ZONE.getId());
        switch (kind) {
            case REPORT_EVERY -> {
                values.put("fixMinutes", "10");
                values.put("sendMinutes", "10");
                values.put("bufferMinutes", "15");
            }
            case STAY_TOGETHER -> values.put("meters", "50");
            case KEEP_AWAY -> values.put("meters", "200");
            case STAY_IN, KEEP_OUT -> {}
        }
        return Form.filled(values);
    }

    /** A rule as it stands, for changing it. */
    static Form filled(OrderedRule rule, ZoneId local) {
        Map<String, List<String>> values = new HashMap<>();
        switch (rule.order()) {
            case Order.ReportEvery plan -> {
                values.put("fixMinutes", List.of(RuleForm.minutes(plan.fixEvery())));
                values.put("sendMinutes", List.of(RuleForm.minutes(plan.sendEvery())));
                values.put("bufferMinutes", List.of(RuleForm.minutes(plan.buffer())));
            }
            case Order.StayTogether together -> values.put("meters", List.of(plain(together.meters())));
            case Order.KeepAway away -> values.put("meters", List.of(plain(away.meters())));
            case Order.StayIn stay -> {}
            case Order.KeepOut out -> {}
        }
        values.put("always", List.of(weekly(rule).isPresent() ? "" : "on"));
        ZoneId zone = rule.schedule().map(WeeklySchedule::zone).orElse(WeeklyHours.DEFAULT_TIME_ZONE);
        values.put("timeZone", List.of(zone.getId()));
        weekly(rule).ifPresent(weekly -> WeeklyHours.fill(WeeklyHours.rows(weekly.windows()), values));
        rule.validTo().ifPresent(to -> values.put("validTo", List.of(Fields.dateTime(to, local))));
        values.put("note", List.of(rule.note()));
        return Form.of(values);
    }

    private static String plain(double meters) {
        return Long.toString(Math.round(meters));
    }

    /** The weekly windows; empty where it holds at all hours, though not in some stretches. */
    private static Optional<WeeklySchedule> weekly(OrderedRule rule) {
        return rule.schedule().filter(schedule -> !schedule.alwaysButForExceptions());
    }
}
