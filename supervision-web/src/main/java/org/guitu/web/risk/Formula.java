package org.guitu.web.risk;

import java.util.Map;

/**
 * One line of arithmetic in an instrument's file, e.g. {@code ln(total_sanctions / (C - F + 26))}; {@link FormulaParser} has the grammar.
 * Names stand for inputs and for earlier steps. Everything is exact decimal arithmetic but for {@code ln} and {@code logistic}.
 */
@FunctionalInterface
interface Formula {

    Value in(Map<String, Value> values);

    /** Whether it holds. A comparison with something unknown does not. */
    default boolean holds(Map<String, Value> values) {
        return in(values).asTruth();
    }
}
