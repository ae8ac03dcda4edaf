package org.guitu.protocols.osmand;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and flags as phones spell them. */
final class Numbers {

    /** Plain decimals only: Java would also take NaN, Infinity, hexadecimal and a trailing d. */
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,20}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

    static final double KMH_PER_KNOT = 1.852;
    static final double KMH_PER_METER_PER_SECOND = 3.6;

    private Numbers() {}

    /** The finite decimal that a text or a number is, or empty. */
    static Optional<Double> decimal(@Nullable Object value) {
        return switch (value) {
            case Number number when Double.isFinite(number.doubleValue()) -> Optional.of(number.doubleValue());
            case String text
            when DECIMAL.matcher(text.strip()).matches() ->
                Optional.of(Double.parseDouble(text.strip())).filter(Double::isFinite);
            case null, default -> Optional.empty();
        };
    }

    /** The decimal if it is not negative; phones send -1 for what they do not know. */
    static Optional<Double> known(@Nullable Object value) {
        return decimal(value).filter(number -> number >= 0);
    }

    static Optional<Boolean> flag(@Nullable Object value) {
        return switch (value) {
            case Boolean flag -> Optional.of(flag);
            case String text when text.equalsIgnoreCase("true") || text.equals("1") -> Optional.of(true);
            case String text when text.equalsIgnoreCase("false") || text.equals("0") -> Optional.of(false);
            case Number number when number.doubleValue() == 1 -> Optional.of(true);
            case Number number when number.doubleValue() == 0 -> Optional.of(false);
            case null, default -> Optional.empty();
        };
    }
}
