package org.guitu.web.form;

import java.util.List;

/**
 * Something a person must mend, in words still to be looked up.
 *
 * @param key of the message
 * @param arguments of the message; finished strings
 */
public record Problem(String key, List<String> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(String key, Object... arguments) {
        return new Problem(key, List.of(arguments).stream().map(String::valueOf).toList());
    }
}
