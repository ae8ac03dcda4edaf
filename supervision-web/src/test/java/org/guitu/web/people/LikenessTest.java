package org.guitu.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "测试甲, 测试甲",
        "测试甲, 测甲试",
        "测试佳, 测试家", // sound the same
        "测试甲, 测试乙", // one of three
        "测试甲, 测试",
        "测佳, 测家"
    })
    void namesAlikeAreFound(String one, String other) {
        assertThat(alike(one, other)).isTrue();
        assertThat(alike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"测甲, 测乙", "测试甲, 测验乙", "测试甲乙, 测试", "测试甲, 试验乙"})
    void otherNamesAreNot(String one, String other) {
        assertThat(alike(one, other)).isFalse();
        assertThat(alike(other, one)).isFalse();
    }

    @Test
    void birthDatesOffAsDatesAreMiswrittenAreNear() {
        var near = Likeness.nearDates(LocalDate.of(1985, 4, 12));
        assertThat(near)
                .contains(
                        LocalDate.of(1985, 4, 12),
                        LocalDate.of(1985, 4, 13),
                        LocalDate.of(1985, 4, 11),
                        LocalDate.of(1985, 12, 4),
                        LocalDate.of(1958, 4, 12),
                        LocalDate.of(1985, 4, 21),
                        LocalDate.of(1986, 4, 12),
                        LocalDate.of(1985, 7, 12))
                .doesNotContain(LocalDate.of(1985, 5, 14), LocalDate.of(1999, 4, 12));
        assertThat(near).hasSizeLessThan(60);
    }

    private static boolean alike(String one, String other) {
        return Likeness.alike(Likeness.Name.of(one, Pinyin.of(one)), Likeness.Name.of(other, Pinyin.of(other)));
    }
}
