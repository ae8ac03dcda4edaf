package org.guitu.web.risk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of answer an input takes, and how the text of one is read. */
sealed interface Answer {

    /** One of these words. An offence may be told by its code, if the instrument keeps a catalogue of codes. */
    record Choice(List<String> values, Map<String, String> codes) implements Answer {}

    record Whole(BigDecimal min, BigDecimal max) implements Answer {}

    record Decimal(BigDecimal min, BigDecimal max) implements Answer {}

    record Date() implements Answer {}

    /** Kinds with their counts, {@code KINDxCOUNT;KINDxCOUNT}; the kinds are the names of a table. */
    record Counted(Map<String, Value> kinds) implements Answer {}

    /** A number as people write it; no exponent, so nothing small can mean something huge. */
    Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,20})?");

    Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    Pattern COUNTED = Pattern.compile("(.+)x([0-9]{1,5})");

    /**
     * Reads the text of an answer.
     *
     * @throws WrongAnswer if the text is no such answer
     */
    default Value read(String text) throws WrongAnswer {
        return switch (this) {
            case Choice(List<String> values, Map<String, String> codes) -> {
                String value = values.contains(text) ? text : codes.getOrDefault(text, "");
                if (!values.contains(value)) {
                    throw values.size() > 8
                            ? new WrongAnswer("not-a-known-value")
                            : new WrongAnswer("not-one-of", values);
                }
                yield new Value.Text(value);
            }
            case Whole(BigDecimal min, BigDecimal max) -> {
                BigDecimal number = within(text, min, max);
                if (number.stripTrailingZeros().scale() > 0) {
                    throw new WrongAnswer("not-a-whole-number");
                }
                yield new Value.Num(number.setScale(0));
            }
            case Decimal(BigDecimal min, BigDecimal max) -> new Value.Num(within(text, min, max));
            case Date() -> new Value.Day(date(text));
            case Counted(Map<String, Value> kinds) -> new Value.Counts(counts(text, kinds));
        };
    }

    private static BigDecimal within(String text, BigDecimal min, BigDecimal max) throws WrongAnswer {
        if (!NUMBER.matcher(text).matches()) {
            throw new WrongAnswer("not-a-number");
        }
        BigDecimal number = new BigDecimal(text);
        if (number.compareTo(min) < 0 || number.compareTo(max) > 0) {
            throw new WrongAnswer("not-within", List.of(min.toPlainString(), max.toPlainString()));
        }
        return number;
    }

    private static LocalDate date(String text) throws WrongAnswer {
        if (!ISO_DATE.matcher(text).matches()) {
            throw new WrongAnswer("not-a-date");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            throw new WrongAnswer("not-a-date", noSuchDay);
        }
    }

    private static Map<String, BigDecimal> counts(String text, Map<String, Value> kinds) throws WrongAnswer {
        Map<String, BigDecimal> counts = new TreeMap<>();
        for (String part : text.split(";", -1)) {
            Matcher counted = COUNTED.matcher(part.strip());
            if (!counted.matches() || !kinds.containsKey(counted.group(1))) {
                throw new WrongAnswer("not-a-list-of-known-kinds-with-counts");
            }
            counts.merge(counted.group(1), new BigDecimal(counted.group(2)), BigDecimal::add);
        }
        return counts;
    }
}
