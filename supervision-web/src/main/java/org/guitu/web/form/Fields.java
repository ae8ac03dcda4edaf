package org.guitu.web.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the raw fields of one form and gathers every problem, so that the whole form is checked at once. A method whose field has a
 * problem answers with a harmless stand-in; call {@link #refuseIfAny()} before using the values.
 */
public final class Fields {

    private final Map<String, Problem> problems = new LinkedHashMap<>();

    public Fields() {}

    /** Begins with what was found before. */
    public Fields(Problems found) {
        problems.putAll(found.byField());
    }

    /** Notes a problem, unless the field has one already. */
    public void problem(String field, String key, Object... arguments) {
        problems.putIfAbsent(field, Problem.of(key, arguments));
    }

    /** Whether a box is ticked: a page sends {@code on}, a program {@code true}. */
    public static boolean isOn(String box) {
        return box.equals("on") || box.equals("true");
    }

    /** An instant as {@link #optionalInstant} reads it, {@code 2026-11-30T00:00}. */
    public static String dateTime(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    public boolean has(String field) {
        return problems.containsKey(field);
    }

    /** Trimmed text that must not be empty. */
    public String text(String field, @Nullable String raw, int lengthMax) {
        String value = optionalText(field, raw, lengthMax);
        if (value.isEmpty()) {
            problem(field, "ui.form.required");
        }
        return value;
    }

    /** Trimmed text, {@code ""} if there is none. */
    public String optionalText(String field, @Nullable String raw, int lengthMax) {
        String value = raw == null ? "" : raw.strip();
        if (value.codePointCount(0, value.length()) > lengthMax) {
            problem(field, "ui.form.long", lengthMax);
        }
        if (value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            problem(field, "ui.form.control");
            return "";
        }
        return value;
    }

    /** One of the constants, written as its name in any case; the first constant stands in where there is a problem. */
    public <E extends Enum<E>> E choice(String field, @Nullable String raw, Class<E> type) {
        Optional<E> value = optionalChoice(field, raw, type);
        if (value.isEmpty()) {
            problem(field, "ui.form.choose");
        }
        return value.orElse(type.getEnumConstants()[0]);
    }

    public <E extends Enum<E>> Optional<E> optionalChoice(String field, @Nullable String raw, Class<E> type) {
        if (raw == null || raw.isBlank()) {
            return Optional.empty();
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(raw.strip().toUpperCase(Locale.ROOT))) {
                return Optional.of(constant);
            }
        }
        problem(field, "ui.form.choose");
        return Optional.empty();
    }

    /** A date written {@code 2026-11-30}; 1970-01-01 stands in where there is a problem. */
    public LocalDate date(String field, @Nullable String raw) {
        Optional<LocalDate> value = optionalDate(field, raw);
        if (value.isEmpty()) {
            problem(field, "ui.form.required");
        }
        return value.orElse(LocalDate.EPOCH);
    }

    public Optional<LocalDate> optionalDate(String field, @Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(raw.strip());
            if (date.getYear() < 1900 || date.getYear() > 2200) {
                problem(field, "ui.form.date");
                return Optional.empty();
            }
            return Optional.of(date);
        } catch (DateTimeParseException e) {
            problem(field, "ui.form.date");
            return Optional.empty();
        }
    }

    /** A wall-clock time written {@code 2026-11-30T21:00}, as {@code datetime-local} inputs send it. */
    public Optional<LocalDateTime> optionalDateTime(String field, @Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDateTime value = LocalDateTime.parse(raw.strip().replace(' ', 'T'));
            if (value.getYear() < 1900 || value.getYear() > 2200) {
                throw new DateTimeException("year");
            }
            return Optional.of(value);
        } catch (DateTimeException e) {
            problem(field, "ui.form.date-time");
            return Optional.empty();
        }
    }

    /** The instant at which the clocks of a time zone show what {@link #optionalDateTime} reads. */
    public Optional<Instant> optionalInstant(String field, @Nullable String raw, ZoneId zone) {
        return optionalDateTime(field, raw).map(local -> local.atZone(zone).toInstant());
    }

    /** A whole number in a range; {@code low} stands in where there is a problem. */
    public int integer(String field, @Nullable String raw, int low, int high) {
        try {
            int value = Integer.parseInt(raw == null ? "" : raw.strip());
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message both cases share
        }
        problem(field, raw == null || raw.isBlank() ? "ui.form.required" : "ui.form.range", low, high);
        return low;
    }

    /** What was gathered so far. */
    public Problems problems() {
        return new Problems(problems);
    }

    /** Throws {@link Refused} with all problems gathered so far. */
    public void refuseIfAny() {
        if (!problems.isEmpty()) {
            throw new Refused(new Problems(problems));
        }
    }
}
