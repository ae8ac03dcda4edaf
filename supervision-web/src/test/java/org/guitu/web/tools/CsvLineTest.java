package org.guitu.web.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void fieldsAreSplitAtCommasOutsideQuotes() {
        assertThat(CsvLine.split("a,,\"b,\"\"c\"\"\",d")).containsExactly("a", "", "b,\"c\"", "d");
        assertThat(CsvLine.split("")).containsExactly("");
        assertThat(CsvLine.split("a,")).containsExactly("a", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "a\"b", "\"a\"b,c"})
    void aQuoteOutOfPlaceIsRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> CsvLine.split(line));
    }
}
