package org.guitu.web.conduct;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.form.Fields;

/**
 * A monthly assessment as written in a form.
 *
 * @param month {@code 2026-11}
 * @param items the grade of each item by its name, {@code ""} where it does not apply
 */
public record AssessmentForm(String month, String grade, Map<String, String> items, String note) {

    public AssessmentForm {
        items = Map.copyOf(items);
    }

    static AssessmentForm read(Function<String, String> text) {
        Map<String, String> items = new java.util.LinkedHashMap<>();
        for (Assessment.Item item : Assessment.Item.values()) {
            items.put(item.name(), text.apply(field(item)));
        }
        return new AssessmentForm(text.apply("month"), text.apply("grade"), items, text.apply("note"));
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
