package org.guitu.web.duties;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * Sensitive periods in words.
 *
 * @param days of the week
 * @param windows of the hours in which phones are to be located too
 */
public record SensitiveView(List<Row> rows, boolean mayDeclare, List<Option> days, List<Window> windows, Form form) {

    /**
     * One period.
     *
     * @param plans how much closer phones are located, {@code ""} for no closer
     */
    public record Row(
            long id,
            String name,
            String where,
            String term,
            String every,
            String plans,
            String state,
            String tone,
            boolean mayEnd) {}

    /** One row of the weekly hours. */
    public record Window(int index, List<String> days, String from, String to) {}

    static SensitiveView of(Page page, List<SensitivePeriod> periods, PeriodPlans plans, LocalDate today, Form form) {
        boolean may = page.may(Permission.DECIDE);
        return new SensitiveView(
                periods.stream()
                        .map(period -> row(page, period, plans, today, may))
                        .toList(),
                may,
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Option(
                                WeeklyHours.day(day),
                                day.getDisplayName(TextStyle.SHORT, page.lang().locale())))
                        .toList(),
                windows(form),
                form);
    }

    /** Every window that was sent, and one more to fill in. */
    private static List<Window> windows(Form form) {
        List<Window> windows = new ArrayList<>();
        for (WeeklyHours.Row row : WeeklyHours.sent(form::list, form::text)) {
            windows.add(new Window(windows.size(), row.days(), row.from(), row.to()));
        }
        windows.add(new Window(windows.size(), List.of(), "", ""));
        return windows;
    }

    private static Row row(Page page, SensitivePeriod period, PeriodPlans plans, LocalDate today, boolean may) {
        boolean over = period.over(today);
        boolean coming = period.firstDay().isAfter(today);
        return new Row(
                period.id(),
                period.name(),
                page.text("duties.where", period.organisationName(), period.declaredBy()),
                page.text(
                        "duties.sensitive.term",
                        page.times().date(period.firstDay()),
                        page.times().date(period.lastDay())),
                page.text("duties.sensitive.every", period.everyDays()),
                period.hours()
                        .map(hours -> page.text("duties.sensitive.plans", plans.words(page, hours)))
                        .orElse(""),
                page.text(over ? "duties.sensitive.over" : coming ? "duties.sensitive.coming" : "duties.sensitive.now"),
                over ? "none" : coming ? "info" : "serious",
                may && !over);
    }
}
