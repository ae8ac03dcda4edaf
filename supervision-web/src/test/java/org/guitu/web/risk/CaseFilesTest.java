package org.guitu.web.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.guitu.web.risk.Cases.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of every case file, to the spelling. */
class CaseFilesTest {

    static Stream<Case> rows() {
        return Cases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowComesOutAsExpected(Case row) {
        String line = row.line();
        if ("N".equals(row.expected().get("valid"))) {
            assertThat(row.refused()).as(line).isTrue();
            assertThat(row.missing()).as(line).isNotEmpty();
        } else {
            assertThat(row.refused()).as(line).isFalse();
        }
        row.expected().forEach((name, expected) -> {
            if (expected.isEmpty()) {
                assertThat(row.assessed().has(name)).as(name + " in " + line).isFalse();
            } else if (name.equals("probability")) {
                assertThat(probability(line, new BigDecimal(expected).scale()))
                        .as(line)
                        .isEqualByComparingTo(new BigDecimal(expected));
            } else {
                assertThat(spelled(line, name)).as(name + " in " + line).isEqualTo(expected);
            }
        });
    }

    /** The case files spell probabilities with 12 decimals or with all that a double has. */
    private static BigDecimal probability(String line, int scale) {
        return new BigDecimal(spelled(line, "probability")).setScale(scale, RoundingMode.HALF_UP);
    }

    private static String spelled(String line, String name) {
        return line.replaceAll("^.*?\"" + name + "\":\"?([^,\"}]*).*$", "$1");
    }

    @Test
    void noFileIsForgotten() {
        assertThat(Cases.instruments()).hasSize(14);
        assertThat(Cases.all()).hasSize(706);
        assertThat(Instruments.shipped().names()).containsAll(Cases.instruments());
    }
}
