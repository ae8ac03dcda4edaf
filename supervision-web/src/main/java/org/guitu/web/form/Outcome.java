package org.guitu.web.form;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a form: either it took effect as a whole, or nothing did and the problems say why. */
public sealed interface Outcome<T> {

    /** It took effect. */
    record Ok<T>(T value) implements Outcome<T> {}

    /** Nothing was saved. */
    record Invalid<T>(Problems problems) implements Outcome<T> {}

    /** Runs {@code work}; a {@link Refused} thrown inside (rolling its transaction back) becomes {@link Invalid}. */
    static <T> Outcome<T> of(Supplier<T> work) {
        try {
            return new Ok<>(work.get());
        } catch (Refused refused) {
            return new Invalid<>(refused.problems());
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
