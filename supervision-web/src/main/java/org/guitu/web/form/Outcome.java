package org.guitu.web.form;

import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/** What became of a form: either it took effect as a whole, or nothing did and the problems say why. */
public sealed interface Outcome<T> {

    /** It took effect. */
    record Ok<T>(T value) implements Outcome<T> {}

    /** Nothing was saved. */
    record Invalid<T>(Problems problems) implements Outcome<T> {}

    /** The SQL state of a second row where one may be. */
    String UNIQUE_VIOLATION = "23505";

    /** Runs {@code work}; a {@link Refused} thrown inside (rolling its transaction back) becomes {@link Invalid}; so does the loss of a race
     * for something that may be there only once, which the check before could not see. */
    static <T> Outcome<T> of(Supplier<T> work) {
        try {
            return new Ok<>(work.get());
        } catch (Refused refused) {
            return new Invalid<>(refused.problems());
        } catch (JdbiException failure) {
            if (failure.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                return new Invalid<>(Problems.of(Problems.FORM, Problem.of("ui.error.409")));
            }
            throw failure;
        }
    }

    /** The outcome of a further step on what was made. */
    default <R> Outcome<R> map(Function<T, R> step) {
        return switch (this) {
            case Ok<T>(T value) -> new Ok<>(step.apply(value));
            case Invalid<T>(Problems problems) -> new Invalid<>(problems);
        };
    }

    /** What was made; throws {@link Refused} if the form was invalid. For callers who wrote the form themselves. */
    default T orThrow() {
        return switch (this) {
            case Ok<T>(T value) -> value;
            case Invalid<T>(Problems problems) -> throw new Refused(problems);
        };
    }
}
