package org.guitu.web.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guitu.web.risk.Cases.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edges the descriptions speak of and the case files do not reach. */
class EdgesTest {

    @ParameterizedTest
    @CsvSource({
        "total_sanctions,0",
        "total_sanctions,1000",
        "total_sanctions,2.5",
        "current_conviction_date,1973-09-06", // the day of birth
        "current_conviction_date,1990-09-06", // before the age of the first sanction
        "current_conviction_date,2026-01-04", // three months and a day after the assessment
        "start_of_followup_date,1973-09-06",
        "start_of_followup_date,2083-09-06",
        "first_sanction_date,1973-09-05",
        "offence_category,UNKNOWN",
        "offence_category,99999",
        "offence_category,NEED_DETAILS_OF_EXACT_OFFENCE",
        "sex,X",
        "sex,m"
    })
    void aPredictorNamesWhatCannotBe(String factor, String value) {
        Case wrong = Cases.row("arp", "AR001").with(factor, value);

        assertThat(wrong.refused()).as(wrong.line()).isTrue();
        assertThat(wrong.missing()).as(wrong.line()).containsExactly(factor);
    }

    @Test
    void aConvictionUpToThreeMonthsAfterTheAssessmentIsTaken() {
        Case row = Cases.row("arp", "AR001").with("current_conviction_date", "2026-01-03");
        assertThat(row.refused()).as(row.line()).isFalse();
    }

    @Test
    void violentSanctionsAreNoMoreThanAll() {
        for (String instrument : List.of("vrp", "svrp")) {
            Case row = Cases.of(instrument).findFirst().orElseThrow();
            assertThat(row.with("violent_sanctions", "3")
                            .with("total_sanctions", "2")
                            .missing())
                    .containsExactly("violent_sanctions");
            assertThat(row.with("violent_sanctions", "2")
                            .with("total_sanctions", "2")
                            .refused())
                    .isFalse();
        }
    }

    @Test
    void withoutAStartTheCurrentConvictionIsTheStart() {
        Case row = Cases.row("arp", "AR003");
        Case explicit = row.with("start_of_followup_date", row.given().get("current_conviction_date"));
        assertThat(row.without("start_of_followup_date").result("static_pct"))
                .isEqualTo(explicit.result("static_pct"))
                .isNotEqualTo(row.result("static_pct"));
    }

    @Test
    void anAssessmentBeforeTheStartCountsNoMonthsAndThreeYearsAreTheMost() {
        Case row = Cases.row("arp", "AR003").with("start_of_followup_date", "2025-10-03");
        assertThat(months(row)).isEqualTo("0");
        assertThat(months(row.with("start_of_followup_date", "2026-06-01"))).isEqualTo("0");
        assertThat(row.with("start_of_followup_date", "2025-09-04").result("static_pct"))
                .isEqualTo(row.result("static_pct"));
        assertThat(row.with("start_of_followup_date", "2025-09-03").result("static_pct"))
                .isNotEqualTo(row.result("static_pct"));
        Case three = row.with("start_of_followup_date", "2022-10-03");
        assertThat(contribution(three, "static", "offence_free_months"))
                .isEqualTo(contribution(three.with("assessment_date", "2026-10-03"), "static", "offence_free_months"));
    }

    /** Born on 29 February: a year older on 1 March of a common year, not on 28 February. */
    @Test
    void whoWasBornOnALeapDayHasTheBirthdayOnTheFirstOfMarch() {
        Case row = Cases.row("ogrs3", "OG001")
                .with("date_of_birth", "2004-02-29")
                .with("age_at_first_sanction", "15")
                .with("date_of_current_conviction", "2024-06-01");
        String before = row.with("date_start_of_followup", "2025-02-28").result("2yr_pct");
        String after = row.with("date_start_of_followup", "2025-03-01").result("2yr_pct");
        assertThat(after).isNotEqualTo(before); // from 20, the group of 18 to 20, to 21
    }

    @Test
    void anOffenceMayBeToldByItsCode() {
        Case row = Cases.row("arp", "AR001");
        assertThat(row.with("offence_category", "00100").result("dynamic_pct"))
                .isEqualTo(row.with("offence_category", "VIOLENCE_AGAINST_THE_PERSON_ABH_PLUS")
                        .result("dynamic_pct"));
        assertThat(row.with("offence_category", "00404").result("dynamic_pct"))
                .isEqualTo(row.with("offence_category", "MOTORING_OFFENCES").result("dynamic_pct"));
    }

    @Test
    void ogrs3RefusesChildrenAndContradictions() {
        Case row = Cases.row("ogrs3", "OG001");
        assertThat(row.with("date_start_of_followup", "1983-12-06").missing()).contains("date_start_of_followup");
        assertThat(row.with("age_at_first_sanction", "60").missing()).containsExactly("age_at_first_sanction");
        assertThat(row.with("age_at_first_sanction", "59").refused()).isFalse();
        assertThat(row.with("date_of_current_conviction", "1975-12-06").missing())
                .contains("date_of_current_conviction");
        assertThat(row.with("offence_group", "VIOLENT").missing()).containsExactly("offence_group");
        assertThat(row.with("total_sanctions", "1000").missing()).containsExactly("total_sanctions");
    }

    @Test
    void ovpIsForAdultsAndItsAlcoholRoundsUp() {
        Case row = Cases.row("ovp1", "OV001");
        assertThat(row.with("age_at_followup", "17").missing()).containsExactly("age_at_followup");
        assertThat(row.with("violent_sanctions", "31").missing()).containsExactly("violent_sanctions");
        double sober = row.number("points");
        assertThat(row.with("alcohol_binge", "1").number("points") - sober).isEqualTo(3);
        assertThat(row.with("alcohol_binge", "2").number("points") - sober).isEqualTo(5);
        assertThat(row.with("alcohol_binge", "2").with("alcohol_current", "1").number("points") - sober)
                .isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "0,LOW",
        "0.99,LOW",
        "1,MEDIUM",
        "2.99,MEDIUM",
        "3.00,HIGH",
        "6.89,HIGH",
        "6.9,VERY_HIGH",
        "100,VERY_HIGH"
    })
    void bandsBeginAtTheirThreshold(String percent, String band) {
        Case row = Cases.given(
                "csrp", "dcsrp_pct", "0", "iicsrp_pct", "0", "female_with_sexual_offence", "N", "svrp_pct", percent);
        assertThat(row.result("band")).isEqualTo(band);
    }

    @Test
    void aHundredIsShownAsJustBelow() {
        Case row = Cases.row("csrp", "CS010").with("dcsrp_pct", "29.69");
        assertThat(row.line()).contains("\"csrp_pct\":99.99");
        assertThat(row.with("dcsrp_pct", "29.68").line()).contains("\"csrp_pct\":99.99");
        assertThat(row.with("dcsrp_pct", "29.67").line()).contains("\"csrp_pct\":99.98");
    }

    @Test
    void theCombinedPredictorSaysWhichVersionOfTheViolentOneItUsed() {
        Case row = Cases.row("csrp", "CS009").with("svrp_type", "STATIC");
        assertThat(row.line()).contains("\"version\":\"STATIC\"");
        assertThat(Cases.row("csrp", "CS009").line()).doesNotContain("\"version\"");
        assertThat(row.with("iicsrp_pct", "100.01").missing()).containsExactly("iicsrp_pct");
    }

    @Test
    void contactScaleDoesNotApplyToWomenNorToWhoNeverOffendedSexually() {
        for (Case row : List.of(
                Cases.given("dcsrp", "sex", "F"), Cases.given("dcsrp", "sex", "M", "ever_sexual_offence", "N"))) {
            assertThat(row.line()).startsWith("{\"probability\":0,\"pct\":0.00,\"band\":\"NOT_APPLICABLE\",\"detail\"");
        }
    }

    @Test
    void fiveYearsAtLargeWithoutOffenceLowerTheContactBandByOne() {
        Case row = Cases.row("dcsrp", "DC019") // VERY_HIGH
                .with("in_custody", "N")
                .with("assessment_date", "2026-03-01")
                .with("start_of_followup_date", "2021-03-01");
        assertThat(row.result("band")).isEqualTo("HIGH");
        assertThat(row.result("points")).isEqualTo("42");
        assertThat(row.with("start_of_followup_date", "2021-03-02").result("band"))
                .isEqualTo("VERY_HIGH");
        assertThat(row.with("in_custody", "Y").result("band")).isEqualTo("VERY_HIGH");
        assertThat(row.without("in_custody").result("band")).isEqualTo("VERY_HIGH");
        assertThat(row.with("last_offence_date", "2021-03-02").result("band")).isEqualTo("VERY_HIGH");
        assertThat(row.with("last_sexual_offence_date", "2021-03-01").result("band"))
                .isEqualTo("HIGH");
        assertThat(row.with("last_sexual_offence_date", "2026-03-02").missing())
                .containsExactly("last_sexual_offence_date");
        Case low = Cases.row("dcsrp", "DC023")
                .with("in_custody", "N")
                .with("assessment_date", "2026-03-01")
                .with("start_of_followup_date", "2011-03-01");
        assertThat(low.result("band")).isEqualTo("LOW");
    }

    @Test
    void aWomanHasNoImageScoreAndWhoNeverOffendedHasNoneToo() {
        assertThat(Cases.given("iicsrp", "sex", "F", "ever_sexual_offence", "Y").line())
                .startsWith("{\"probability\":0,\"pct\":0.00,\"band\":\"LOW\"");
        assertThat(Cases.given("iicsrp", "sex", "M", "ever_sexual_offence", "N").line())
                .startsWith("{\"probability\":0,\"pct\":0.00,\"band\":\"NOT_APPLICABLE\"");
    }

    @Test
    void pretrialContradictionsAreRefusedWithTheFactorThatContradicts() {
        Case row = Cases.row("psa", "PS001");
        assertThat(row.with("prior_conviction", "N").missing()).containsExactly("prior_conviction");
        assertThat(row.with("age_at_arrest", "21").missing()).containsExactly("current_violent_and_20_or_younger");
        Case innocent =
                row.with("prior_misdemeanour", "N").with("prior_felony", "N").with("prior_conviction", "N");
        assertThat(innocent.missing()).containsExactly("prior_violent_convictions", "prior_incarceration");
        assertThat(innocent.result("valid")).isEqualTo("N");
    }

    @Test
    void threeViolentConvictionsWeighTwo() {
        Case row = Cases.row("psa", "PS001");
        assertThat(row.with("prior_violent_convictions", "3").number("nca_raw") - row.number("nca_raw"))
                .isEqualTo(1);
        assertThat(row.with("prior_violent_convictions", "7").number("nvca_raw"))
                .isEqualTo(row.with("prior_violent_convictions", "3").number("nvca_raw"));
    }

    @Test
    void withoutAnActiveOrderNobodyIsSupervised() {
        assertThat(Cases.given("tier-v3", "active_order", "N").line())
                .startsWith("{\"tier\":\"NOT_SUPERVISED\",\"detail\"");
        Case medium = Cases.row("tier-v3", "T3003").with("dcsrp_band", "MEDIUM");
        assertThat(medium.missing()).containsExactly("dcsrp_pct");
        assertThat(medium.with("dcsrp_pct", "0.59").missing()).containsExactly("dcsrp_pct");
    }

    @Test
    void hoursThatAreNotThereGiveNoData() {
        Case row = Cases.row("workload-points", "WP002").with("reduction_hours", "30");
        assertThat(row.line())
                .startsWith(
                        "{\"available_points\":0,\"workload_points\":539,\"capacity_pct\":0,\"status\":\"NO_DATA\"");
        assertThat(row.with("reduction_hours", "31").result("available_points")).isEqualTo("0");
        assertThat(row.with("cases", "LICENCE:E1x3").missing()).containsExactly("cases");
        assertThat(row.with("cases", "LICENCE:D2").missing()).containsExactly("cases");
        assertThat(row.with("cases", "LICENCE:D2x8;;").missing()).containsExactly("cases");
    }

    private static String months(Case row) {
        return contribution(row, "static", "offence_free_months").replaceAll("^0E?.*$", "0");
    }

    private static String contribution(Case row, String sum, String term) {
        return row.assessed().path("detail").path(sum).path(term).asText().replaceAll("^-?0(\\.0+)?$", "0");
    }
}
