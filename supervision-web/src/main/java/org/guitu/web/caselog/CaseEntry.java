package org.guitu.web.caselog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that happened in a case, to be worded in the language of whoever reads it: a message key, {@code <feature>.log.<name>}, and the
 * arguments of its words in their order. Immutable.
 *
 * @param link the page it leads to, {@code ""} for none
 */
public record CaseEntry(String kind, List<Argument> arguments, String link) {

    /** One argument; how it is worded depends on its type. */
    public record Argument(Type type, String value) {}

    /** How an argument is worded. */
    public enum Type {
        /** As it stands. */
        TEXT,
        /** A date, written {@code 2026-11-30}. */
        DAY,
        /** An instant, shown in the reader's time. */
        INSTANT,
        /** The key of a word of ours. */
        WORD
    }

    public CaseEntry {
        arguments = List.copyOf(arguments);
    }

    public static CaseEntry of(String kind) {
        return new CaseEntry(kind, List.of(), "");
    }

    /** With what a person wrote, or a number. */
    public CaseEntry text(Object text) {
        return with(Type.TEXT, text.toString());
    }

    public CaseEntry day(LocalDate day) {
        return with(Type.DAY, day.toString());
    }

    public CaseEntry instant(Instant instant) {
        return with(Type.INSTANT, instant.toString());
    }

    /** With a word of ours, e.g. {@code people.class.STRICT}. */
    public CaseEntry word(String messageKey) {
        return with(Type.WORD, messageKey);
    }

    public CaseEntry leadingTo(String path) {
        return new CaseEntry(kind, arguments, path);
    }

    private CaseEntry with(Type type, String value) {
        return new CaseEntry(
                kind,
                Stream.concat(arguments.stream(), Stream.of(new Argument(type, value)))
                        .toList(),
                link);
    }
}
