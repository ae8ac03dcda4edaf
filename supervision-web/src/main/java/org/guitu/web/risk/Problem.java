package org.guitu.web.risk;

import java.util.List;

/**
 * Why there is no score.
 *
 * @param input the input that is missing or wrong
 * @param key the reason, a word of the messages under {@code risk.problem.}; with blanks for hyphens it is plain English
 * @param arguments what the reason speaks of, e.g. the bounds
 */
public record Problem(String input, Kind kind, String key, List<String> arguments) {

    public enum Kind {
        MISSING,
        WRONG
    }

    public Problem {
        arguments = List.copyOf(arguments);
    }

    static Problem missing(String input) {
        return new Problem(input, Kind.MISSING, "missing", List.of());
    }

    /** One phrase for the person at the terminal. */
    String phrase() {
        String reason = key.replace('-', ' ');
        return input + " " + (arguments.isEmpty() ? reason : reason + " " + String.join(", ", arguments));
    }
}
