package org.guitu.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LangTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"zh-CN,zh;q=0.9|ZH", "en-GB,en;q=0.8|EN", "fr,en;q=0.5|EN", "fr|ZH", "''|ZH", "EN|EN", ",,,|ZH"})
    void theFirstLanguageWeSpeakIsTaken(String header, Lang lang) {
        assertThat(Lang.ofAcceptLanguage(header)).isEqualTo(lang);
    }
}
