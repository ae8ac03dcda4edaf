package org.guitu.web.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guitu.web.risk.Cases.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Missing is not zero: what is needed and not answered is named, and so is every answer that cannot be. */
class CompletenessTest {

    private static final Set<String> NO_FACTORS = Set.of("case_id", "basis");
    private static final Set<String> DRUGS = Set.of(
            "drug_motivation",
            "heroin",
            "methadone",
            "other_opiate",
            "crack",
            "powder",
            "prescribed",
            "benzo",
            "cannabis",
            "steroid",
            "otherdrug");

    /** A complete row of each instrument and the factors it can do without, because the instrument says so. */
    private static final Map<String, Set<String>> ROWS = Map.ofEntries(
            Map.entry("ogrs3 OG001", Set.of()),
            Map.entry("dcsrp DC019", Set.of("kind", "stranger_victim")),
            Map.entry("dcsrp DC001", Set.of("kind")),
            Map.entry("dcsrp DC012", Set.of()),
            Map.entry("iicsrp II002", Set.of()),
            Map.entry("csrp CS009", Set.of()),
            Map.entry("ovp1 OV001", Set.of()),
            Map.entry("ogp1 GP001", Set.of()),
            Map.entry("psa PS001", Set.of()),
            Map.entry("tier-v3 T3003", Set.of("arp_pct", "csrp_pct")),
            Map.entry(
                    "tier-v2 T2001",
                    Set.of("parenting_responsibilities", "impulsivity", "temper_control", "previous_enforcement")),
            Map.entry("workload-points WP002", Set.of("cases")));

    record Removal(Case row, String factor) {}

    static Stream<Removal> mandatory() {
        return ROWS.entrySet().stream().flatMap(entry -> {
            Case row = row(entry.getKey());
            return row.given().keySet().stream()
                    .filter(name ->
                            !NO_FACTORS.contains(name) && !entry.getValue().contains(name))
                    .map(name -> new Removal(row, name));
        });
    }

    @ParameterizedTest
    @MethodSource("mandatory")
    void eachMandatoryFactorIsNamedWhenItIsMissing(Removal removal) {
        if (removal.row().instrument().equals("dcsrp") && removal.factor().equals("kind")) {
            return; // an age alone is no whole scale
        }
        Case missing = removal.row().without(removal.factor());

        assertThat(missing.refused()).as(missing.line()).isTrue();
        assertThat(missing.missing()).as(missing.line()).containsExactly(removal.factor());
        assertThat(removal.row().with(removal.factor(), " ").missing()).containsExactly(removal.factor());
    }

    static Stream<Removal> predictors() {
        return Stream.of("arp AR001", "vrp VR001", "svrp SV001")
                .map(CompletenessTest::row)
                .flatMap(row -> row.given().keySet().stream()
                        .filter(name -> !NO_FACTORS.contains(name))
                        .map(name -> new Removal(row, name)));
    }

    @ParameterizedTest
    @MethodSource("predictors")
    void aPredictorFallsBackToStaticOnlyForWhatIsDynamic(Removal removal) {
        Set<String> history = Set.of(
                "assessment_date",
                "sex",
                "date_of_birth",
                "first_sanction_date",
                "current_conviction_date",
                "offence_category",
                "total_sanctions",
                "violent_sanctions");
        Case without = removal.row().without(removal.factor());
        if (history.contains(removal.factor())) {
            assertThat(without.refused()).as(without.line()).isTrue();
            assertThat(without.missing()).containsExactly(removal.factor());
        } else if (DRUGS.contains(removal.factor()) || removal.factor().equals("start_of_followup_date")) {
            assertThat(without.missing()).as(without.line()).isEmpty();
            assertThat(without.line()).contains("dynamic_pct", "\"version\":\"DYNAMIC\"");
        } else {
            assertThat(without.missing()).as(without.line()).containsExactly(removal.factor());
            assertThat(without.line()).contains("\"version\":\"STATIC\"").doesNotContain("dynamic_");
            assertThat(without.result("static_pct")).isEqualTo(removal.row().result("static_pct"));
        }
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        Case row = Cases.row("arp", "AR001")
                .without("sex")
                .without("date_of_birth")
                .without("impulsivity")
                .with("total_sanctions", "none");

        assertThat(row.missing()).containsExactly("sex", "date_of_birth", "total_sanctions");
        assertThat(row.assessed().path("error").asText())
                .isEqualTo("sex missing; date_of_birth missing; total_sanctions not a number");
    }

    /** A wrong answer is no missing one: the static version does not apply. */
    @Test
    void aWrongDynamicAnswerIsRefused() {
        for (String wrong : List.of("3", "-1", "1.5", "yes", "1e0")) {
            Case row = Cases.row("arp", "AR001").with("accommodation", wrong);
            assertThat(row.refused()).as(row.line()).isTrue();
            assertThat(row.missing()).containsExactly("accommodation");
        }
        assertThat(Cases.row("arp", "AR001").with("heroin", "true").missing()).containsExactly("heroin");
        assertThat(Cases.row("arp", "AR001").with("drug_motivation", "4").missing())
                .containsExactly("drug_motivation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-02-29", "2025-1-01", "01/02/2025", "20250101", "2025-13-01", "٢٠٢٥-٠١-٠١", "+2025-01-01"})
    void aDateIsADayThatExists(String date) {
        assertThat(Cases.row("arp", "AR001").with("assessment_date", date).missing())
                .containsExactly("assessment_date");
    }

    @Test
    void oneUnansweredQuestionOfTheMaturityScreenCountsNothingAndTwoAreTooMany() {
        Case one = Cases.row("mst", "MS001").without("impulsivity");
        assertThat(one.result("score")).isEqualTo("8");
        assertThat(one.missing()).containsExactly("impulsivity");
        assertThat(one.refused()).isFalse();

        Case two = one.without("peer_group_influences");
        assertThat(two.refused()).isTrue();
        assertThat(two.missing()).containsExactly("peer_group_influences", "impulsivity");
    }

    @Test
    void whomTheMaturityScreenIsNotForNeedsNoAnswers() {
        for (String age : List.of("17", "26")) {
            Case row = Cases.given("mst", "sex", "M", "age_at_assessment", age);
            assertThat(row.line()).startsWith("{\"applicable\":\"N\",\"maturity_flag\":\"N\",\"detail\"");
        }
        assertThat(Cases.given("mst", "sex", "M", "age_at_assessment", "18").missing())
                .hasSize(10);
    }

    @Test
    void aWomanNeedsTheAnswersThatCountForWomenOnly() {
        Case woman = Cases.row("tier-v2", "T2001").with("sex", "F");
        assertThat(woman.without("temper_control").missing()).containsExactly("temper_control");
        Case unassessed =
                Cases.row("tier-v2", "T2001").with("has_assessment", "N").without("need_drugs");
        assertThat(unassessed.result("tier")).isEqualTo("A2");
    }

    @Test
    void whatTheInstrumentDoesNotAskIsTold() {
        assertThat(Cases.row("csrp", "CS001").with("svrp_percent", "3").line())
                .contains("\"ignored\":[\"basis\",\"case_id\",\"svrp_percent\"]");
    }

    private static Case row(String nameAndId) {
        String[] parts = nameAndId.split(" ");
        return Cases.row(parts[0], parts[1]);
    }
}
