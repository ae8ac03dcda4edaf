package org.guitu.web.risk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** What an answer says and a formula yields. */
public sealed interface Value {

    /** An exact decimal; its scale is how it is spelled, so 0.50 stays 0.50. */
    record Num(BigDecimal number) implements Value {}

    record Text(String text) implements Value {}

    record Day(LocalDate date) implements Value {}

    record Truth(boolean holds) implements Value {}

    /** Things counted by kind, e.g. a caseload by type and tier. */
    record Counts(Map<String, BigDecimal> counts) implements Value {
        public Counts {
            counts = Map.copyOf(counts);
        }
    }

    /** Not answered, or not applicable. Never the same as zero. */
    enum Absent implements Value {
        ABSENT
    }

    static Value of(long number) {
        return new Num(BigDecimal.valueOf(number));
    }

    default boolean known() {
        return !(this instanceof Absent);
    }

    default BigDecimal asNumber() {
        if (this instanceof Num(BigDecimal number)) {
            return number;
        }
        throw new IllegalStateException("a number is wanted, not " + this);
    }

    default LocalDate asDay() {
        if (this instanceof Day(LocalDate date)) {
            return date;
        }
        throw new IllegalStateException("a day is wanted, not " + this);
    }

    default boolean asTruth() {
        if (this instanceof Truth(boolean holds)) {
            return holds;
        }
        throw new IllegalStateException("yes or no is wanted, not " + this);
    }

    /** As a person writes it, the same in every locale. */
    default String spelled() {
        return switch (this) {
            case Num(BigDecimal number) -> number.toPlainString();
            case Text(String text) -> text;
            case Day(LocalDate date) -> date.toString();
            case Truth(boolean holds) -> holds ? "Y" : "N";
            case Counts(Map<String, BigDecimal> counts) -> counts.toString();
            case Absent _ -> "";
        };
    }
}
