package org.guitu.web.risk;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A table of an instrument: points, bands, coefficients by category, or an order of names.
 *
 * @param steps what holds from a number on, up to the next one
 * @param names what holds for a name
 */
record Table(NavigableMap<BigDecimal, Value> steps, Map<String, Value> names) {

    static final Table NONE = new Table(new TreeMap<>(), Map.of());

    /** What the table says of this, nothing of what is absent. */
    Value look(Value of) {
        return switch (of) {
            case Value.Absent absent -> absent;
            case Value.Num(BigDecimal number)
            when !steps.isEmpty() -> {
                Map.Entry<BigDecimal, Value> step = steps.floorEntry(number);
                if (step == null) {
                    throw new IllegalStateException(number.toPlainString() + " lies below the table");
                }
                yield step.getValue();
            }
            default -> {
                Value found = names.get(of.spelled());
                if (found == null) {
                    throw new IllegalStateException(of.spelled() + " is not in the table");
                }
                yield found;
            }
        };
    }

    /** The name with the highest number, those that are absent left out. */
    Value highest(List<Value> candidates) {
        return candidates.stream()
                .filter(Value::known)
                .max(Comparator.comparing(name -> look(name).asNumber()))
                .orElse(Value.Absent.ABSENT);
    }
}
