package org.guitu.web.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.guitu.web.access.Lang;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void aTextWithArgumentsIsAPatternAndOneWithoutIsNot() {
        Messages messages = Messages.load(List.of("ui"));

        assertThat(messages.text(Lang.EN, "ui.form.long", 60)).isEqualTo("At most 60 characters.");
        assertThat(messages.text(Lang.ZH, "ui.product")).isEqualTo("归途");
    }

    @Test
    void aMissingKeyShowsItself() {
        assertThat(Messages.load(List.of("ui")).text(Lang.ZH, "ui.nothing.of.that.name"))
                .isEqualTo("ui.nothing.of.that.name");
    }

    @Test
    void aFeatureWithoutWordsIsNamed() {
        assertThatThrownBy(() -> Messages.load(List.of("absent")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("messages/absent_zh.properties");
    }
}
