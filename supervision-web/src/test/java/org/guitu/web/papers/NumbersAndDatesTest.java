package org.guitu.web.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.guitu.web.form.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersAndDatesTest {

    @Test
    void numberHasYearWordAndCount() {
        assertThat(new NumberRule("测矫告字").number(2026, 12)).isEqualTo("（2026）测矫告字第12号");
        assertThat(new NumberRule("测矫告字").unnumbered(2026)).isEqualTo("（2026）测矫告字第　号");
    }

    @Test
    void everyKindHasAWordAndAnAddressOfItsOwn() {
        assertThat(Arrays.stream(PaperKind.values()).map(PaperKind::word)).doesNotHaveDuplicates();
        for (PaperKind kind : PaperKind.values()) {
            assertThat(PaperKind.ofSlug(kind.slug())).contains(kind);
        }
        assertThat(PaperKind.ofSlug("../notice")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "测<b>", "第{1}号", "测 字", "一二三四五六七八九十一二三四五六七八九十一"})
    void wordsThatAreNoneAreRefused(String word) {
        Fields fields = new Fields();
        NumberRule.read(word, fields);
        assertThat(fields.has("word")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 二〇二六年十一月二十五日, 2026年11月25日",
        "2030-01-01, 二〇三〇年一月一日, 2030年1月1日",
        "2028-10-10, 二〇二八年十月十日, 2028年10月10日",
        "2027-12-20, 二〇二七年十二月二十日, 2027年12月20日",
        "2027-02-11, 二〇二七年二月十一日, 2027年2月11日",
        "2027-08-31, 二〇二七年八月三十一日, 2027年8月31日"
    })
    void daysAreWrittenInBothChineseForms(LocalDate day, String formal, String plain) {
        assertThat(ChineseDate.formal(day)).isEqualTo(formal);
        assertThat(ChineseDate.plain(day)).isEqualTo(plain);
    }

    @Test
    void downloadsHaveAPlainNameAndTheirOwn() {
        assertThat(Downloads.disposition("notice-1.pdf", "告知书（2026）测字第1号.pdf"))
                .isEqualTo("attachment; filename=\"notice-1.pdf\"; filename*=UTF-8''"
                        + "%E5%91%8A%E7%9F%A5%E4%B9%A6%EF%BC%882026%EF%BC%89%E6%B5%8B%E5%AD%97%E7%AC%AC1%E5%8F%B7.pdf");
        assertThat(Downloads.disposition("a\"\r\nb.pdf", "a\r\n/b.pdf"))
                .doesNotContain("\r", "\n")
                .contains("a___b.pdf");
    }
}
