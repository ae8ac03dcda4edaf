package org.guitu.web.form;

/** Thrown inside a transaction to roll it back when a check against stored rows fails. Always caught by {@link Outcome#of}. */
public final class Refused extends RuntimeException {

    private final transient Problems problems;

    public Refused(Problems problems) {
        super("refused: " + problems.byField());
        this.problems = problems;
    }

    public Refused(String field, String key, Object... arguments) {
        this(Problems.of(field, Problem.of(key, arguments)));
    }

    public Problems problems() {
        return problems;
    }
}
