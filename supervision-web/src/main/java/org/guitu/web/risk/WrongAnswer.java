package org.guitu.web.risk;

import java.util.List;

/** An answer that its input does not take; {@link Problem} has the words. */
final class WrongAnswer extends Exception {

    private final String key;
    private final transient List<String> arguments;

    WrongAnswer(String key) {
        this(key, List.of());
    }

    WrongAnswer(String key, List<String> arguments) {
        super(key);
        this.key = key;
        this.arguments = List.copyOf(arguments);
    }

    WrongAnswer(String key, Exception cause) {
        super(key, cause);
        this.key = key;
        this.arguments = List.of();
    }

    Problem of(String input) {
        return new Problem(input, Problem.Kind.WRONG, key, arguments);
    }
}
