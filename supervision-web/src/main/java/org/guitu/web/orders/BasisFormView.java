package org.guitu.web.orders;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * The words of a form that applies to locate someone or plans a phone.
 *
 * @param shape {@code authorise}, {@code renew} or {@code plan}
 * @param assessment what is asked for where it goes on with an authorisation, {@code ""} where it does not
 * @param continuous whether a phone may be located day and night
 * @param days of the week
 * @param rows of the weekly hours
 */
public record BasisFormView(
        Form form,
        String shape,
        String assessment,
        String title,
        String hint,
        String action,
        String cancel,
        String submit,
        List<Option> grounds,
        boolean continuous,
        List<Option> days,
        List<Row> rows) {

    /** How many windows a page shows at least. */
    private static final int ROWS = 3;

    /** One row of the weekly hours. */
    public record Row(int index, List<String> days, String from, String to) {}

    static BasisFormView of(
            Page page, Form form, Person person, OrderLimits limits, String shape, boolean continued, String action) {
        String assessment = shape.equals("renew")
                ? "orders.assessment.hint"
                : continued || form.fault("assessment").isPresent() ? "orders.assessment.continues" : "";
        return new BasisFormView(
                form,
                shape,
                assessment.isEmpty() ? "" : page.text(assessment),
                page.text("orders." + shape + ".title", person.name()),
                page.text("orders." + shape + ".hint", limits.authorisation().months()),
                action,
                "/people/" + person.id(),
                page.text(shape.equals("plan") ? "orders.grant" : "orders.apply"),
                Arrays.stream(Ground.values())
                        .flatMap(ground -> limits.source(ground).stream()
                                .map(figure -> new Option(
                                        ground.name(), page.text("orders.ground." + ground) + " · " + figure.source())))
                        .toList(),
                limits.continuousAllowed(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Option(
                                WeeklyHours.day(day),
                                day.getDisplayName(TextStyle.SHORT, page.lang().locale())))
                        .toList(),
                rows(form));
    }

    /** Every window there is, and at least one more to fill in. */
    private static List<Row> rows(Form form) {
        List<Row> rows = new ArrayList<>();
        for (WeeklyHours.Row window : WeeklyHours.sent(form::list, form::text)) {
            rows.add(new Row(rows.size(), window.days(), window.from(), window.to()));
        }
        do {
            rows.add(new Row(rows.size(), List.of(), "", ""));
        } while (rows.size() < ROWS);
        return rows;
    }
}
