package org.guitu.web.conduct;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.guitu.web.form.Fields;

/**
 * A monthly assessment as written in a form.
 *
 * @param month {@code 2026-11}
 * @param items the grade of each item by its name, {@code ""} where it does not apply
 * @param seen what stood when the form was opened, {@code 2026-11:7}: the month and the version; {@code ""} for nothing
 */
public record AssessmentForm(String month, String grade, Map<String, String> items, String note, String seen) {

    public AssessmentForm {
        items = Map.copyOf(items);
    }

    static AssessmentForm read(Function<String, String> text) {
        Map<String, String> items = new LinkedHashMap<>();
        for (Assessment.Item item : Assessment.Item.values()) {
            items.put(item.name(), text.apply(field(item)));
        }
        return new AssessmentForm(
                text.apply("month"), text.apply("grade"), items, text.apply("note"), text.apply("seen"));
    }

    /** Its fields, but for the month, in the order of the page. */
    static List<String> fields() {
        return Stream.concat(
                        Arrays.stream(Assessment.Item.values()).map(AssessmentForm::field), Stream.of("grade", "note"))
                .toList();
    }

    /** What stands, to fill the form. */
    static Map<String, String> filled(Assessment standing) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("month", YearMonth.from(standing.month()).toString());
        values.put("grade", standing.grade().name());
        values.put("note", standing.note());
        standing.items().forEach((item, grade) -> values.put(field(item), grade.name()));
        return values;
    }

    /** What a form has seen that was opened when this stood. */
    static String seen(Optional<Assessment> standing) {
        return standing.map(one -> YearMonth.from(one.month()) + ":" + one.id()).orElse("");
    }

    /** Whether whoever wrote it knew what stands for its month; nothing needs no knowing. */
    boolean knew(Optional<Assessment> standing) {
        return standing.isEmpty() || seen(standing).equals(seen);
    }

    static String field(Assessment.Item item) {
        return "item." + item.name();
    }

    /** What was read; the month is its first day. */
    record Read(LocalDate month, Assessment.Grade grade, Map<Assessment.Item, Assessment.Grade> items, String note) {}

    Read check(LocalDate today, Fields fields) {
        Optional<LocalDate> first = month(month);
        if (first.isEmpty() || first.get().isAfter(today)) {
            fields.problem("month", "conduct.error.month");
        }
        Assessment.Grade overall = fields.choice("grade", grade, Assessment.Grade.class);
        Map<Assessment.Item, Assessment.Grade> read = new EnumMap<>(Assessment.Item.class);
        for (Assessment.Item item : Assessment.Item.values()) {
            fields.optionalChoice(field(item), items.getOrDefault(item.name(), ""), Assessment.Grade.class)
                    .ifPresent(value -> read.put(item, value));
        }
        if (read.isEmpty()) {
            fields.problem(field(Assessment.Item.REMORSE), "conduct.error.items");
        }
        if (overall == Assessment.Grade.GOOD && read.containsValue(Assessment.Grade.FAIL)) {
            fields.problem("grade", "conduct.error.good-with-failed");
        }
        return new Read(first.orElse(today), overall, read, fields.optionalText("note", note, 2000));
    }

    /** The first day of a month written {@code 2026-11}. */
    static Optional<LocalDate> month(String raw) {
        try {
            YearMonth month = YearMonth.parse(raw.strip());
            return month.getYear() < 1900 || month.getYear() > 2200 ? Optional.empty() : Optional.of(month.atDay(1));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
