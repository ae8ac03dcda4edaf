package org.guitu.web.risk;

import java.util.List;
import java.util.Optional;

/** One step of an instrument. Steps are taken in the order of the file. */
sealed interface Step {

    /**
     * Works something out.
     *
     * @param name what later steps call it
     * @param out the result it is, if it is one
     * @param sum the sum among whose contributions it is shown, if any
     * @param when unless this holds, it stays absent
     */
    record Let(String name, Formula is, Optional<String> out, Optional<String> sum, Formula when) implements Step {}

    /**
     * Refuses what cannot be.
     *
     * @param holds what must hold, where {@code when} does
     * @param inputs whom the problem names
     * @param kind {@code MISSING} names only those of them that are absent
     */
    record Check(Formula holds, Formula when, List<String> inputs, Problem.Kind kind, String problem) implements Step {}

    /** Adds up terms; what they contribute is kept for the reader. */
    record Sum(String name, Optional<String> out, List<Term> terms, Formula when) implements Step {}

    /**
     * One row of a sum: it contributes coefficient × multiplier where its condition holds.
     *
     * @param each the list whose every kind contributes its own count × points, if it is about a list
     */
    record Term(String key, Formula when, Formula times, Formula amount, Optional<Each> each) {}

    record Each(String input, Table points) {}
}
