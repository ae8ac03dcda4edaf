package org.guitu.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final Instant BEFORE = Instant.parse("2026-01-05T08:00:37Z");
    private static final Instant NOW = Instant.parse("2026-03-02T12:30:20Z");

    @Test
    void changeCannotBeginInThePast() {
        assertThat(refused("2026-03-02T12:29")).isTrue();
        assertThat(refused("2026-01-05T07:59")).isTrue();
    }

    @Test
    void changeMayBeginNowOrLater() {
        assertThat(refused("")).isFalse();
        assertThat(refused("2026-03-02T12:30")).isFalse();
        assertThat(refused("2026-03-02T12:31")).isFalse();
    }

    @Test
    void beginningAsItWasMayBeWrittenAgain() {
        assertThat(refused("2026-01-05T08:00")).isFalse();
    }

    private static boolean refused(String validFrom) {
        Fields fields = new Fields();
        Validity.refusePast(validFrom, ZoneOffset.UTC, NOW, BEFORE, fields);
        return fields.has("validFrom");
    }
}
