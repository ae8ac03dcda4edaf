package org.guitu.web.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a formula can call. Logarithm and exponential come from {@code StrictMath}: the same bytes on every machine. */
@SuppressWarnings("ImmutableEnumChecker") // the bodies are pure
enum Functions {
    /** Completed years; who was born on 29 February reaches a new age on 1 March in a common year. Before the birth: −1. */
    AGE(
            2,
            of -> Value.of(
                    of.get(1).asDay().isBefore(of.get(0).asDay())
                            ? -1
                            : ChronoUnit.YEARS.between(
                                    of.get(0).asDay(), of.get(1).asDay()))),
    /** Whole calendar months, "same day of month or later": 31 January to 28 February is none. Negative backwards. */
    MONTHS(
            2,
            of -> Value.of(
                    ChronoUnit.MONTHS.between(of.get(0).asDay(), of.get(1).asDay()))),
    /** A day so many calendar months later (earlier if negative). */
    LATER(
            2,
            of -> new Value.Day(
                    of.get(0).asDay().plusMonths(of.get(1).asNumber().longValueExact()))),
    /** Start + slope × x in binary floating point, where the publisher's own last digits are to be met. */
    LINE(
            3,
            of -> decimal(of.get(0).asNumber().doubleValue()
                    + of.get(1).asNumber().doubleValue() * of.get(2).asNumber().doubleValue())),
    LN(1, of -> decimal(StrictMath.log(of.getFirst().asNumber().doubleValue()))),
    LOGISTIC(1, of -> decimal(logistic(of.getFirst().asNumber().doubleValue()))),
    /** Half up, at so many decimals. */
    ROUND(
            2,
            of -> new Value.Num(
                    of.get(0).asNumber().setScale(of.get(1).asNumber().intValueExact(), RoundingMode.HALF_UP))),
    FLOOR(1, of -> new Value.Num(of.getFirst().asNumber().setScale(0, RoundingMode.FLOOR))),
    CEILING(1, of -> new Value.Num(of.getFirst().asNumber().setScale(0, RoundingMode.CEILING))),
    MIN(2, of -> of.stream().min(Comparator.comparing(Value::asNumber)).orElseThrow()),
    MAX(2, of -> of.stream().max(Comparator.comparing(Value::asNumber)).orElseThrow()),
    /** The first that is known, or nothing. */
    FIRST(2, of -> of.stream().filter(Value::known).findFirst().orElse(Value.Absent.ABSENT)),
    KNOWN(1, of -> new Value.Truth(of.getFirst().known())),
    YES(1, of -> new Value.Truth(of.getFirst().equals(new Value.Text("Y")))),
    /** Y or N. */
    SAY(1, of -> new Value.Text(of.getFirst().asTruth() ? "Y" : "N")),
    /** How many are known. */
    COUNT(-1, of -> Value.of(of.stream().filter(Value::known).count())),
    /** Spelled one after the other. */
    JOIN(-1, of -> new Value.Text(of.stream().map(Value::spelled).collect(Collectors.joining()))),
    NOTHING(0, of -> Value.Absent.ABSENT);

    private final int arguments;
    private final Function<List<Value>, Value> body;

    Functions(int arguments, Function<List<Value>, Value> body) {
        this.arguments = arguments;
        this.body = body;
    }

    static Optional<Functions> find(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
    }

    boolean takes(int count) {
        return arguments < 0 ? count > 0 : count == arguments;
    }

    Value of(List<Value> values) {
        return body.apply(values);
    }

    private static double logistic(double z) {
        double e = StrictMath.exp(z);
        return e == Double.POSITIVE_INFINITY ? 1 : e / (1 + e);
    }

    /** The shortest decimal that is this double and no other. */
    private static Value decimal(double value) {
        return new Value.Num(BigDecimal.valueOf(value));
    }
}
