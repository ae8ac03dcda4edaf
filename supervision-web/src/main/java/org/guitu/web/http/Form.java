package org.guitu.web.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form as it was sent, and what is wrong with it. The whole form is checked at once and shown again with its values and, beside each
 * field, the reason. Not thread-safe.
 */
public final class Form {

    /** A form of more fields is not read at all; so no numbered row of a form has a higher number. */
    public static final int FIELDS_MAX = 1_024;

    /** Why a field is refused: a message key and its arguments. */
    public record Fault(String key, List<Object> arguments) {}

    private final Map<String, List<String>> values;
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Form of(Map<String, List<String>> values) {
        return new Form(Map.copyOf(values));
    }

    /** A form filled with what is stored, for editing. */
    public static Form filled(Map<String, String> values) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Form(lists);
    }

    public static Form empty() {
        return new Form(Map.of());
    }

    /** All fields as sent. */
    public Map<String, List<String>> values() {
        return Map.copyOf(values);
    }

    /** The value without the space around it, or {@code ""}. */
    public String text(String field) {
        List<String> all = values.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.getFirst().strip();
    }

    /** The value exactly as sent: for secrets. */
    public String raw(String field) {
        List<String> all = values.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** All values of a field that can be chosen more than once. */
    public List<String> list(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean has(String field, String value) {
        return list(field).contains(value);
    }

    /** The value, refused if empty or longer than this many characters. */
    public String required(String field, int charactersMax) {
        String value = text(field);
        if (value.isEmpty()) {
            reject(field, "ui.form.required");
        } else if (value.length() > charactersMax) {
            reject(field, "ui.form.long", charactersMax);
        }
        return value;
    }

    /** The value or {@code ""}, refused if longer than this many characters. */
    public String optional(String field, int charactersMax) {
        String value = text(field);
        if (value.length() > charactersMax) {
            reject(field, "ui.form.long", charactersMax);
        }
        return value;
    }

    /** Refuses a field; the first reason stays. An empty field name refuses the form as a whole. */
    public void reject(String field, String key, Object... arguments) {
        faults.putIfAbsent(field, new Fault(key, List.of(arguments)));
    }

    public boolean valid() {
        return faults.isEmpty();
    }

    public Optional<Fault> fault(String field) {
        return Optional.ofNullable(faults.get(field));
    }

    public Map<String, Fault> faults() {
        return Map.copyOf(faults);
    }
}
