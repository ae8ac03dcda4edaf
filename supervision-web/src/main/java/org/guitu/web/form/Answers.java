package org.guitu.web.form;

import com.fasterxml.jackson.core.type.TypeReference;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.web.http.Form;
import org.guitu.web.http.Json;
import org.guitu.web.http.Reply;
import org.jspecify.annotations.Nullable;

/** Between a service's form and what the reader sees of it. */
public final class Answers {

    private Answers() {}

    /** The raw fields of a form record, to fill the page's form with what is stored. Fields that are no text are left out. */
    public static Form filled(Record form) {
        Map<String, Object> fields = Json.mapper().convertValue(form, new TypeReference<>() {});
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(name, text);
            }
        });
        return Form.filled(texts);
    }

    /** The record of a form's raw fields, as a page sent them. */
    public static <T extends Record> T read(Form form, Class<T> type) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.put(component.getName(), form.text(component.getName()));
        }
        return Json.mapper().convertValue(fields, type);
    }

    /** The form as it was sent, with its problems beside the fields, those of the whole form above it. */
    public static Form refused(Form form, Problems problems) {
        problems.byField().forEach((field, problem) -> {
            boolean whole = field.equals(Problems.FORM) || field.equals(Problems.VERSION);
            form.reject(whole ? "" : field, problem.key(), problem.arguments().toArray());
        });
        return form;
    }

    /** The same for a form of one line: its first problem stands above the page, as there is no room beside the field. */
    public static Form refusedAbove(Form form, Problems problems) {
        problems.byField().values().stream()
                .findFirst()
                .ifPresent(problem ->
                        form.reject("", problem.key(), problem.arguments().toArray()));
        return form;
    }

    /** For a program: 422 with every field and its words; 404 where the person or thing is not there, 409 where it was overtaken. */
    public static Reply problem(Problems problems) {
        int status = missing(problems) ? 404 : problems.has(Problems.VERSION) ? 409 : 422;
        return Reply.problem(status, "ui.error." + status, page -> {
            Map<String, String> errors = new LinkedHashMap<>();
            problems.byField()
                    .forEach((field, problem) -> errors.put(
                            field, page.text(problem.key(), problem.arguments().toArray())));
            return Map.of("errors", errors);
        });
    }

    /** Whether a service refused because the person or thing is not there for this reader. */
    public static boolean missing(Problems problems) {
        return problems.byField().values().stream()
                .anyMatch(problem -> problem.key().endsWith(".unknown"));
    }

    /** The text, {@code ""} for what JSON left out. */
    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The list, empty for what JSON left out. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
