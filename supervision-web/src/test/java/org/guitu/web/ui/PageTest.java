package org.guitu.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Lang;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void spanIsRoundedToTheMinuteAndNeverSaysSixty() {
        assertThat(english("PT29S")).isEqualTo("0 min");
        assertThat(english("PT30S")).isEqualTo("1 min");
        assertThat(english("PT59M29S")).isEqualTo("59 min");
        assertThat(english("PT59M30S")).isEqualTo("1 h 0 min");
        assertThat(english("PT1H59M59S")).isEqualTo("2 h 0 min");
        assertThat(english("PT719H59M")).isEqualTo("719 h 59 min");
    }

    @Test
    void spanIsToldInTheReadersLanguage() {
        assertThat(page(Lang.ZH).span(Duration.ofMinutes(95))).isEqualTo("1 小时 35 分钟");
    }

    private static String english(String span) {
        return page(Lang.EN).span(Duration.parse(span));
    }

    private static Page page(Lang lang) {
        Site site = new Site(Messages.load(List.of("ui")), List.of(), new NoAssets(), ZoneOffset.UTC);
        return new Page(site, lang, Optional.empty(), "", "/");
    }

    private static final class NoAssets implements Site.AssetAddresses {

        @Override
        public String address(String file) {
            return file;
        }

        @Override
        public String webjar(String jar, String file) {
            return file;
        }
    }
}
