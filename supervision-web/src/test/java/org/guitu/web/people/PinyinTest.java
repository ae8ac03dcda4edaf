package org.guitu.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

    @ParameterizedTest
    @CsvSource({
        "单测, Shan Ce",
        "曾测, Zeng Ce",
        "仇测, Qiu Ce",
        "解测, Xie Ce",
        "查测, Zha Ce",
        "朴测, Piao Ce",
        "缪测, Miao Ce",
        "区测, Ou Ce",
        "尉迟测, Yu Chi Ce",
        "单于测, Chan Yu Ce",
        "单测试, Shan Ce Shi",
        "吕测, Lü Ce",
        "测试·甲一, Ce Shi Jia Yi",
        "Test Person, ''"
    })
    void nameIsReadWithItsSurnameAsSurnamesAre(String name, String latin) {
        assertThat(Pinyin.of(name)).isEqualTo(latin);
    }
}
