package org.guitu.web.duties;

import java.time.LocalDate;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** Sensitive periods in words. */
public record SensitiveView(List<Row> rows, boolean mayDeclare, Form form) {

    /** One period. */
    public record Row(
            long id, String name, String where, String term, String every, String state, String tone, boolean mayEnd) {}

    static SensitiveView of(Page page, List<SensitivePeriod> periods, LocalDate today, Form form) {
        boolean may = page.may(Permission.DECIDE);
        return new SensitiveView(
                periods.stream().map(period -> row(page, period, today, may)).toList(), may, form);
    }

    private static Row row(Page page, SensitivePeriod period, LocalDate today, boolean may) {
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
                page.text(over ? "duties.sensitive.over" : coming ? "duties.sensitive.coming" : "duties.sensitive.now"),
                over ? "none" : coming ? "info" : "serious",
                may && !over);
    }
}
