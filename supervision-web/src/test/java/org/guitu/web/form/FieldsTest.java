package org.guitu.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private static final ZoneId URUMQI = ZoneId.of("Asia/Urumqi");

    private final Fields fields = new Fields();

    @Test
    void instantIsReadByTheClockOfItsZoneAndWrittenTheSameWay() {
        Instant noon = Instant.parse("2026-11-30T06:00:00Z");
        assertThat(fields.optionalInstant("from", " 2026-11-30T12:00 ", URUMQI)).contains(noon);
        assertThat(Fields.dateTime(noon.plusSeconds(59), URUMQI)).isEqualTo("2026-11-30T12:00");
        fields.refuseIfAny();
    }

    @Test
    void instantThatIsNotWrittenIsNoProblem() {
        assertThat(fields.optionalInstant("from", " ", URUMQI)).isEmpty();
        assertThat(fields.has("from")).isFalse();
    }

    @Test
    void instantThatIsNoneIsAProblemOfItsField() {
        assertThat(fields.optionalInstant("from", "2026-02-30T12:00", URUMQI)).isEmpty();
        assertThat(fields.has("from")).isTrue();
    }
}
