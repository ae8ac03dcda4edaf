package org.guitu.web.rules;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.web.http.Form;

/** Between the fields of the page and the rule's form; row {@code n} of the weekly hours is {@code days.n}, {@code from.n}, {@code to.n}. */
final class RuleFields {

    /** How many windows the page offers; an order with more is a matter for a program. */
    static final int ROWS = 3;

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
                windows(form),
                form.text("validFrom"),
                form.text("validTo"),
                form.text("note"));
    }

    static List<RuleForm.Window> windows(Form form) {
        List<RuleForm.Window> windows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            windows.add(new RuleForm.Window(form.list("days." + i), form.text("from." + i), form.text("to." + i)));
        }
        return windows;
    }

    /** What the domain gives as an example: 10 x 10 with 15 minutes of buffer is silence at 25. */
    static Form blank(RuleKind kind) {
        Map<String, String> values = new HashMap<>();
        values.put("always", "on");
        values.put("timeZone", RuleForm.DEFAULT_TIME_ZONE);
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
        values.put("always", List.of(rule.schedule().isPresent() ? "" : "on"));
        values.put(
                "timeZone",
                List.of(rule.schedule().map(weekly -> weekly.zone().getId()).orElse(RuleForm.DEFAULT_TIME_ZONE)));
        rule.schedule().ifPresent(weekly -> {
            for (int i = 0; i < Math.min(ROWS, weekly.windows().size()); i++) {
                var window = weekly.windows().get(i);
                values.put(
                        "days." + i,
                        window.days().stream()
                                .sorted()
                                .map(day -> day.name().substring(0, 3))
                                .toList());
                values.put("from." + i, List.of(window.from().toString()));
                values.put("to." + i, List.of(window.to().toString()));
            }
        });
        rule.validTo().ifPresent(to -> values.put("validTo", List.of(RuleForm.local(to, local))));
        values.put("note", List.of(rule.note()));
        return Form.of(values);
    }

    private static String plain(double meters) {
        return Long.toString(Math.round(meters));
    }
}
