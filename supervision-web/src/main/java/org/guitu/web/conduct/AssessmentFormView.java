package org.guitu.web.conduct;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.guitu.web.form.Difference;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * The words of the form of a month's assessment.
 *
 * @param seen what is on the file of that month
 * @param version what stood when the form was opened, as {@link AssessmentForm#seen}
 * @param differences between what stands now and the form
 */
public record AssessmentFormView(
        Form form,
        String title,
        String action,
        String cancel,
        List<Item> items,
        List<Option> grades,
        List<String> seen,
        String version,
        List<Difference> differences) {

    /** One item that is graded. */
    public record Item(String field, String label) {}

    /** @param overtaken whether another assessment stands than was seen: what differs is shown */
    static AssessmentFormView of(Page page, Form form, ConductFile file, String version, boolean overtaken) {
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
                        .toList(),
                version,
                file.assessment(form.text("month"))
                        .filter(standing -> overtaken)
                        .map(standing -> differences(page, standing, form))
                        .orElse(List.of()));
    }

    private static List<Difference> differences(Page page, Assessment standing, Form form) {
        return Difference.between(
                Form.filled(AssessmentForm.filled(standing)),
                form,
                AssessmentForm.fields(),
                field -> field.startsWith("item.")
                        ? page.text("conduct." + field)
                        : page.text(field.equals("grade") ? "conduct.overall" : "conduct.remark"),
                (field, value) -> field.equals("note")
                        ? value
                        : page.text(value.isEmpty() ? "conduct.not-applicable" : "conduct.grade." + value));
    }

    private static boolean touches(ConductFile file, Incident incident, LocalDate month) {
        return incident.first().isBefore(month.plusMonths(1))
                && !incident.lastTouched(file.today()).isBefore(month);
    }

    /** The month one is most likely to assess: the last that is over and has no assessment yet. */
    static String month(ConductFile file) {
        LocalDate last = file.today().withDayOfMonth(1).minusMonths(1);
        boolean done = file.assessments().stream()
                .anyMatch(assessment -> assessment.month().equals(last));
        return YearMonth.from(done ? file.today() : last).toString();
    }
}
