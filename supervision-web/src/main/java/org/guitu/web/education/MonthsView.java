package org.guitu.web.education;

import java.time.YearMonth;
import java.util.List;
import org.guitu.web.ui.Page;

/** The words of the month of a subtree. */
public record MonthsView(
        String month, String before, String after, boolean onlyShort, String sum, List<Row> rows, boolean more) {

    /** One person's month. */
    public record Row(
            String href,
            String name,
            String caseNumber,
            String office,
            String supervisionClass,
            String study,
            String studyState,
            String studyTone,
            String work,
            String workState,
            String workTone) {}

    static MonthsView of(Page page, YearMonth month, List<MonthReader.Row> rows, boolean onlyShort) {
        long shorts = rows.stream().filter(MonthReader.Row::isShort).count();
        return new MonthsView(
                month.toString(),
                month.minusMonths(1).toString(),
                month.plusMonths(1).toString(),
                onlyShort,
                page.text("education.months.sum", rows.size(), shorts),
                rows.stream()
                        .filter(row -> !onlyShort || row.isShort())
                        .map(row -> row(page, row))
                        .toList(),
                rows.size() >= MonthReader.LIST_MAX);
    }

    private static Row row(Page page, MonthReader.Row row) {
        return new Row(
                "/people/" + row.personId() + "/education",
                row.name(),
                row.caseNumber(),
                row.organisationName(),
                page.text("people.class." + row.supervisionClass()),
                HoursWords.done(page, row.study()),
                HoursWords.state(page, row.study()),
                HoursWords.tone(row.study()),
                HoursWords.done(page, row.work()),
                row.able() ? HoursWords.state(page, row.work()) : page.text("education.unable"),
                row.able() ? HoursWords.tone(row.work()) : "none");
    }
}
