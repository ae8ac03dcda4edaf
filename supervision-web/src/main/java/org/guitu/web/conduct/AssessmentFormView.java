package org.guitu.web.conduct;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * The words of the form of a month's assessment.
 *
 * @param seen what is on the file of that month
 */
public record AssessmentFormView(
        Form form,
        String title,
        String action,
        String cancel,
        List<Item> items,
        List<Option> grades,
        List<String> seen) {

    /** One item that is graded. */
    public record Item(String field, String label) {}

    static AssessmentFormView of(Page page, Form form, ConductFile file) {
        LocalDate month =
                AssessmentForm.month(form.text("month")).orElse(file.today().withDayOfMonth(1));
        return new AssessmentFormView(
                form,
                page.text("conduct.assess.title", file.person().name()),
                ConductPanels.base(file) + "/assessments/new",
                ConductPanels.base(file),
                Arrays.stream(Assessment.Item.values())
                        .map(item -> new Item(AssessmentForm.field(item), page.text("conduct.item." + item)))
                        .toList(),
                Option.of(Assessment.Grade.class, "conduct.grade", page),
                file.incidents().stream()
                        .filter(incident -> touches(file, incident, month))
                        .map(incident -> ConductWords.incident(page, incident, file.today()) + " · "
                                + ConductWords.when(page, incident))
                        .toList());
    }

    private static boolean touches(ConductFile file, Incident incident, LocalDate month) {
        LocalDate end = incident.kind().absence() ? incident.end(file.today()) : incident.first();
        return incident.first().isBefore(month.plusMonths(1)) && !end.isBefore(month);
    }

    /** The month one is most likely to assess: the last that is over and has no assessment yet. */
    static String month(ConductFile file) {
        LocalDate last = file.today().withDayOfMonth(1).minusMonths(1);
        boolean done = file.assessments().stream()
                .anyMatch(assessment -> assessment.month().equals(last));
        return YearMonth.from(done ? file.today() : last).toString();
    }
}
