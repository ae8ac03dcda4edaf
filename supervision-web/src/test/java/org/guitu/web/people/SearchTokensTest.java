package org.guitu.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTokensTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "演示", "李一", "李", "一", "演示李", "Yan", "yanshi", "YSLY", "ys", "li yi", "liyi", "Lǐ Yī", "2026", "0007",
                "演示 2026"
            })
    void isFoundBy(String query) {
        var tokens = SearchTokens.of("演示·李一", "Yan Shi Li Yi", "测字2026第0007号");
        assertThat(SearchTokens.query(query))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(tokens).anyMatch(token -> token.startsWith(word)));
    }

    @Test
    void middleOfASyllableFindsNothing() {
        var tokens = SearchTokens.of("演示·李一", "Yan Shi Li Yi", "测字2026第0007号");
        assertThat(tokens).noneMatch(token -> token.startsWith("anshi"));
    }

    @Test
    void signsAloneAreNoQuery() {
        assertThat(SearchTokens.query(" %_' ·,, ")).isEmpty();
    }

    @Test
    void deviceIsFoundByTheEndOfItsIdentity() {
        assertThat(SearchTokens.ofDevice("13800001234"))
                .contains("13800001234", "1234")
                .doesNotContain("234");
    }

    @Test
    void charactersBeyondTheBasicPlaneStayWhole() {
        assertThat(SearchTokens.of("\uD842\uDFB7一", "", "A-1")).contains("\uD842\uDFB7一", "一", "a1");
    }
}
