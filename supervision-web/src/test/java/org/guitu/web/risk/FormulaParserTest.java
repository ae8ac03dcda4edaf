package org.guitu.web.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaParserTest {

    private static final Map<String, Value> VALUES = Map.of(
            "n", Value.of(7),
            "word", new Value.Text("Y"),
            "leap", new Value.Day(LocalDate.parse("2004-02-29")),
            "feb", new Value.Day(LocalDate.parse("2005-02-28")),
            "march", new Value.Day(LocalDate.parse("2005-03-01")),
            "january", new Value.Day(LocalDate.parse("2005-01-31")));
    private static final Table BANDS = new Table(
            new TreeMap<>(Map.of(BigDecimal.ZERO, new Value.Text("LOW"), BigDecimal.TEN, new Value.Text("HIGH"))),
            Map.of("LOW", Value.of(1), "HIGH", Value.of(2)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 ^ 2 - 4 | 15",
                "-n + 2 | -5",
                "(n - 2) * 0.1 | 0.5",
                "round(2.345, 2) | 2.35",
                "round(-2.345, 2) | -2.35",
                "round(5 / 2, 0) | 3",
                "floor(2176 * 37 / 37) | 2176",
                "ceiling(2.5) | 3",
                "min(n, 3) | 3",
                "max(n, 3) | 7",
                "age(leap, feb) | 0",
                "age(leap, march) | 1",
                "age(march, leap) | -1",
                "months(january, feb) | 0",
                "months(january, march) | 1",
                "if(n > 6 and not word = 'N', 'a', 'b') | a",
                "first(nobody, n) | 7",
                "count(nobody, n, word) | 2",
                "look('bands', 9.99) | LOW",
                "look('bands', 10) | HIGH",
                "highest('bands', 'LOW', nobody, 'HIGH') | HIGH",
                "logistic(0) | 0.5",
                "say(nobody < 3 or nobody >= 3 or nobody = nobody) | N",
                "join(word, n) | Y7"
            })
    void formulasAreWorkedOut(String formula, String expected) {
        assertThat(parse(formula).in(VALUES).spelled()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 +",
                "n n",
                "(n",
                "unknown",
                "sin(n)",
                "if(n)",
                "age(leap)",
                "look('none', n)",
                "n ^ n",
                "'open",
                "1 ; 2"
            })
    void whatIsNoFormulaIsRefusedWhenItIsRead(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(text)).withMessageContaining("the formula");
    }

    private static Formula parse(String text) {
        return FormulaParser.parse(
                text, Set.of("n", "word", "leap", "feb", "march", "january", "nobody"), Map.of("bands", BANDS));
    }
}
