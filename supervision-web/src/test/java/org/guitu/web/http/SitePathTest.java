package org.guitu.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitePathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/staff", "/staff?user=a&b=c", "/people/1#track"})
    void pathsOfThisSiteAreLocal(String path) {
        assertThat(SitePath.isLocal(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "staff",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/a\r\nb",
                "/a b",
                "javascript:x"
            })
    void everythingElseIsNot(String path) {
        assertThat(SitePath.isLocal(path)).isFalse();
    }
}
