package org.guitu.web.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.guitu.web.risk.Cases.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The classes of supervision by the rule that ships: strict, normal, light. */
class ProvincialClassTest {

    private static final Case STEADY = Cases.given(
            "provincial-class",
            "assessment_date",
            "2026-03-15",
            "intake_date",
            "2026-01-15",
            "risk_level",
            "MEDIUM",
            "reprimands",
            "1",
            "warnings",
            "0",
            "public_security_punishments",
            "0",
            "failed_assessment",
            "N",
            "good_record",
            "N");

    @Test
    void afterTwoMonthsItIsNormalAndLightForAGoodRecord() {
        assertThat(STEADY.result("class")).isEqualTo("NORMAL");
        assertThat(STEADY.result("code")).isEqualTo("03");
        Case good = STEADY.with("good_record", "Y");
        assertThat(good.result("class")).isEqualTo("LIGHT");
        assertThat(good.result("code")).isEqualTo("02");
    }

    @ParameterizedTest
    @CsvSource({
        "intake_date,2026-01-16",
        "risk_level,HIGH",
        "risk_level,VERY_HIGH",
        "reprimands,2",
        "warnings,1",
        "public_security_punishments,1",
        "failed_assessment,Y"
    })
    void eachGroundAloneMakesItStrictWhateverTheRecord(String factor, String value) {
        Case strict = STEADY.with("good_record", "Y").with(factor, value);

        assertThat(strict.result("class")).isEqualTo("STRICT");
        assertThat(strict.result("code")).isEqualTo("04");
    }

    @Test
    void whatIsNotKnownIsAsked() {
        assertThat(STEADY.without("warnings").missing()).containsExactly("warnings");
        assertThat(STEADY.with("intake_date", "2026-03-16").missing()).containsExactly("intake_date");
    }
}
