package org.guitu.web.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The problems of one form, the first of each field, in the order of the form. A problem of the form as a whole has the field {@value
 * #FORM}; that of a form someone else has overtaken, {@value #VERSION}.
 */
public record Problems(Map<String, Problem> byField) {

    public static final String FORM = "form";
    public static final String VERSION = "version";

    public Problems {
        byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    public static Problems none() {
        return new Problems(Map.of());
    }

    public static Problems of(String field, Problem problem) {
        return new Problems(Map.of(field, problem));
    }

    /** The same with other names for the fields, for a reader who knows them by those; of fields that become one, the first problem. */
    public Problems named(UnaryOperator<String> name) {
        Map<String, Problem> named = new LinkedHashMap<>();
        byField.forEach((field, problem) -> named.putIfAbsent(name.apply(field), problem));
        return new Problems(named);
    }

    public Optional<Problem> find(String field) {
        return Optional.ofNullable(byField.get(field));
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }
}
