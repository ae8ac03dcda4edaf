package org.guitu.web.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guitu.web.conduct.MeasureKind.PUBLIC_SECURITY_PROPOSAL;
import static org.guitu.web.conduct.MeasureKind.RECALL_PROPOSAL;
import static org.guitu.web.conduct.MeasureKind.REPRIMAND;
import static org.guitu.web.conduct.MeasureKind.REVOCATION_PROPOSAL;
import static org.guitu.web.conduct.MeasureKind.WARNING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guitu.web.people.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The arithmetic of reprimand, warning and proposal. Figures as shipped: 10 days, one month, two and two. */
class LadderTest {

    private static final LadderFigures SHIPPED = new LadderFigures(10, 1, 2, 2);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    @ParameterizedTest(name = "{0} {1}..{2} of {3}: {4}")
    @CsvSource({
        "LATE_REPORT, 2026-03-02, 2026-03-03, PROBATION, REPRIMAND",
        "LATE_REPORT, 2026-03-02, 2026-03-12, PROBATION, REPRIMAND", // ten days: 未超过十日 includes the tenth
        "LATE_REPORT, 2026-03-02, 2026-03-13, PROBATION, WARNING", // eleven
        "LATE_REPORT, 2026-03-02, 2026-04-02, PROBATION, WARNING", // a month
        "LATE_REPORT, 2026-03-02, 2026-04-03, PROBATION, REVOCATION_PROPOSAL", // a month and a day
        "LATE_REPORT, 2026-03-02, 2026-04-03, PAROLE, REVOCATION_PROPOSAL",
        "LATE_REPORT, 2026-03-02, 2026-04-03, TEMPORARY_EXECUTION, RECALL_PROPOSAL",
        "LATE_REPORT, 2026-03-02, 2026-04-03, CONTROL, PUBLIC_SECURITY_PROPOSAL",
        "LATE_REPORT, 2026-01-31, 2026-02-28, PROBATION, WARNING", // the month ends with the last of February
        "LATE_REPORT, 2026-01-31, 2026-03-01, PROBATION, REVOCATION_PROPOSAL",
        "LATE_REPORT, 2028-01-31, 2028-02-29, PROBATION, WARNING",
        "LATE_REPORT, 2026-02-28, 2026-03-28, PROBATION, WARNING", // 28 days are a month of February
        "LATE_REPORT, 2026-02-28, 2026-03-29, PROBATION, REVOCATION_PROPOSAL",
        "OUT_OF_SUPERVISION, 2026-03-02, 2026-03-02, PROBATION, REPRIMAND", // found the same day
        "OUT_OF_SUPERVISION, 2026-03-02, 2026-03-12, PAROLE, REPRIMAND",
        "OUT_OF_SUPERVISION, 2026-03-02, 2026-03-13, PAROLE, WARNING",
        "OUT_OF_SUPERVISION, 2026-03-02, 2026-04-02, TEMPORARY_EXECUTION, WARNING",
        "OUT_OF_SUPERVISION, 2026-03-02, 2026-04-03, TEMPORARY_EXECUTION, RECALL_PROPOSAL",
    })
    void absenceIsAnsweredByItsLength(
            IncidentKind kind, LocalDate first, LocalDate last, Category category, MeasureKind expected) {
        LocalDate later = LocalDate.parse("2030-01-01");
        assertThat(Ladder.climb(category, List.of(absence(1, kind, first, last)), List.of(), SHIPPED, later))
                .extracting(Rung::kind)
                .containsExactly(expected);
    }

    @ParameterizedTest(name = "still away on {0}: {1}")
    @CsvSource({
        "2026-03-12, REPRIMAND",
        "2026-03-13, WARNING",
        "2026-04-02, WARNING",
        "2026-04-03, REVOCATION_PROPOSAL",
        "2026-12-31, REVOCATION_PROPOSAL"
    })
    void absenceThatGoesOnIsAnsweredByItsLengthSoFar(LocalDate today, MeasureKind expected) {
        Incident away = absence(1, IncidentKind.OUT_OF_SUPERVISION, LocalDate.parse("2026-03-02"), null);
        assertThat(Ladder.climb(Category.PROBATION, List.of(away), List.of(), SHIPPED, today))
                .extracting(Rung::kind)
                .containsExactly(expected);
    }

    @Test
    void dayOnWhichOneMustReportIsNotLate() {
        Incident due = absence(1, IncidentKind.LATE_REPORT, TODAY, null);
        assertThat(Ladder.climb(Category.PROBATION, List.of(due), List.of(), SHIPPED, TODAY))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} of {2}: {3}")
    @CsvSource({
        "LEFT_WITHOUT_LEAVE, LIGHT, PROBATION, REPRIMAND",
        "LEFT_WITHOUT_LEAVE, HEAVIER, PROBATION, WARNING",
        "LEFT_WITHOUT_LEAVE, SERIOUS, PROBATION, REVOCATION_PROPOSAL",
        "FORBIDDEN_CONTACT, LIGHT, PAROLE, REPRIMAND",
        "MOVED_WITHOUT_APPROVAL, HEAVIER, PAROLE, WARNING",
        "REFUSED_TO_REPORT, SERIOUS, TEMPORARY_EXECUTION, RECALL_PROPOSAL",
        "OTHER_BREACH, SERIOUS, CONTROL, PUBLIC_SECURITY_PROPOSAL",
        "INJUNCTION_BREACH, LIGHT, PROBATION, WARNING", // an injunction is never only reprimanded
        "INJUNCTION_BREACH, HEAVIER, PROBATION, PUBLIC_SECURITY_PROPOSAL",
        "INJUNCTION_BREACH, SERIOUS, PROBATION, REVOCATION_PROPOSAL",
        "INJUNCTION_BREACH, SERIOUS, CONTROL, PUBLIC_SECURITY_PROPOSAL",
    })
    void breachIsAnsweredByItsGravity(IncidentKind kind, Gravity gravity, Category category, MeasureKind expected) {
        assertThat(climb(category, List.of(breach(1, kind, gravity, "2026-11-01"))))
                .extracting(Rung::kind)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = IncidentKind.class,
            names = {"ABSENT_FROM_STUDY", "REVIEW_PAPERS_MISSING"})
    void omissionIsAnsweredOnlyAfterAdmonition(IncidentKind kind) {
        assertThat(climb(Category.TEMPORARY_EXECUTION, List.of(omission(1, kind, "2026-11-01", null))))
                .isEmpty();
        assertThat(climb(Category.TEMPORARY_EXECUTION, List.of(omission(1, kind, "2026-11-01", "2026-11-05"))))
                .extracting(Rung::kind)
                .containsExactly(kind == IncidentKind.ABSENT_FROM_STUDY ? REPRIMAND : WARNING);
    }

    @ParameterizedTest(name = "reprimands received {0}, breach on {1}: {2}")
    @CsvSource({
        "2026-05-01, 2026-11-01, REPRIMAND",
        "2026-05-01;2026-06-01, 2026-11-01, WARNING",
        "2026-05-01;2026-06-01, 2026-06-01, REPRIMAND", // on the very day the second was served
        "2026-05-01;2026-06-01, 2026-06-02, WARNING",
        "2026-05-01;2026-06-01, 2026-05-20, REPRIMAND", // between the two
        "2026-05-01;2026-06-01;2026-07-01, 2026-11-01, WARNING",
    })
    void twoReprimandsAndNoChangeIsAWarning(String served, String breach, MeasureKind expected) {
        List<Received> before = received(REPRIMAND, served);
        assertThat(climb(
                        Category.PROBATION,
                        List.of(breach(1, IncidentKind.FORBIDDEN_CONTACT, Gravity.LIGHT, breach)),
                        before))
                .singleElement()
                .satisfies(rung -> assertThat(rung.kind()).isEqualTo(expected))
                .satisfies(
                        rung -> assertThat(rung.earlier().size()).isEqualTo(expected == WARNING ? before.size() : 0));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "PROBATION, REVOCATION_PROPOSAL",
        "PAROLE, REVOCATION_PROPOSAL",
        "TEMPORARY_EXECUTION, RECALL_PROPOSAL",
        "CONTROL, PUBLIC_SECURITY_PROPOSAL"
    })
    void twoWarningsAndNoChangeIsTheHeaviest(Category category, MeasureKind expected) {
        assertThat(climb(
                        category,
                        List.of(breach(1, IncidentKind.OTHER_BREACH, Gravity.LIGHT, "2026-11-01")),
                        received(WARNING, "2026-05-01;2026-06-01")))
                .singleElement()
                .satisfies(rung -> {
                    assertThat(rung.kind()).isEqualTo(expected);
                    assertThat(rung.grounds()).containsExactly(Ground.WARNINGS_AND_NO_CHANGE);
                    assertThat(rung.earlier()).extracting(Received::measureId).containsExactly(1L, 2L);
                });
    }

    @Test
    void twoWarningsAreNothingWithoutAFurtherBreach() {
        assertThat(climb(Category.PROBATION, List.of(), received(WARNING, "2026-05-01;2026-06-01")))
                .isEmpty();
    }

    @Test
    void reprimandsThatAWarningWasBuiltOnAreNotCountedAgain() {
        Received warning = new Received(
                3, WARNING, LocalDate.parse("2026-07-01"), Set.of(Ground.REPRIMANDS_AND_NO_CHANGE), Set.of());
        List<Received> before = new java.util.ArrayList<>(received(REPRIMAND, "2026-05-01;2026-06-01"));
        before.add(warning);
        Incident next = breach(1, IncidentKind.OTHER_BREACH, Gravity.LIGHT, "2026-08-01");
        assertThat(climb(Category.PROBATION, List.of(next), before))
                .extracting(Rung::kind)
                .containsExactly(REPRIMAND);
        before.addAll(received(REPRIMAND, "2026-07-10;2026-07-20"));
        assertThat(climb(Category.PROBATION, List.of(next), before))
                .extracting(Rung::kind)
                .containsExactly(WARNING);
    }

    @Test
    void punishmentByThePoliceAndNoChangeIsTheHeaviestHoweverItCameAbout() {
        Incident punished = plain(1, IncidentKind.PUBLIC_SECURITY_PUNISHMENT, "2026-06-01");
        Incident next = breach(2, IncidentKind.OTHER_BREACH, Gravity.LIGHT, "2026-06-02");
        assertThat(climb(Category.PROBATION, List.of(punished))).isEmpty();
        assertThat(climb(Category.PROBATION, List.of(punished, next)))
                .extracting(Rung::kind)
                .containsExactly(REVOCATION_PROPOSAL);
        assertThat(climb(Category.PROBATION, List.of(next), received(PUBLIC_SECURITY_PROPOSAL, "2026-06-01")))
                .extracting(Rung::kind)
                .containsExactly(REVOCATION_PROPOSAL);
    }

    @Test
    void reviewPapersMissingAgainAfterAWarningOfThatIsARecall() {
        Received warned = new Received(
                1, WARNING, LocalDate.parse("2026-06-01"), Set.of(), Set.of(IncidentKind.REVIEW_PAPERS_MISSING));
        Incident again = omission(1, IncidentKind.REVIEW_PAPERS_MISSING, "2026-09-01", null);
        assertThat(climb(Category.TEMPORARY_EXECUTION, List.of(again), List.of(warned)))
                .extracting(Rung::kind)
                .containsExactly(RECALL_PROPOSAL);
    }

    @Test
    void leavingAgainAfterAWarningOfThatIsARecallForTemporaryExecutionAlone() {
        Received warned = new Received(
                1, WARNING, LocalDate.parse("2026-06-01"), Set.of(), Set.of(IncidentKind.LEFT_WITHOUT_LEAVE));
        Incident again = breach(1, IncidentKind.LEFT_WITHOUT_LEAVE, Gravity.LIGHT, "2026-09-01");
        assertThat(climb(Category.TEMPORARY_EXECUTION, List.of(again), List.of(warned)))
                .extracting(Rung::kind)
                .containsExactly(RECALL_PROPOSAL);
        assertThat(climb(Category.PROBATION, List.of(again), List.of(warned)))
                .extracting(Rung::kind)
                .containsExactly(REPRIMAND);
    }

    @Test
    void whatIsSettledIsNotProposedAgainUnlessItHasGoneOn() {
        Incident away = absence(1, IncidentKind.OUT_OF_SUPERVISION, LocalDate.parse("2026-03-02"), null);
        Incident settled = settled(away, REPRIMAND);
        assertThat(Ladder.climb(
                        Category.PROBATION, List.of(settled), List.of(), SHIPPED, LocalDate.parse("2026-03-12")))
                .isEmpty();
        assertThat(Ladder.climb(
                        Category.PROBATION, List.of(settled), List.of(), SHIPPED, LocalDate.parse("2026-03-13")))
                .extracting(Rung::kind)
                .containsExactly(WARNING);
    }

    @Test
    void settledBreachIsNotRaisedByMeasuresThatCameBeforeIt() {
        Incident settled = settled(breach(1, IncidentKind.OTHER_BREACH, Gravity.LIGHT, "2026-11-01"), REPRIMAND);
        assertThat(climb(Category.PROBATION, List.of(settled), received(WARNING, "2026-05-01;2026-06-01")))
                .isEmpty();
    }

    @Test
    void heaviestComesFirstAndOnlyItsOwnGroundsAreNamed() {
        Incident light = breach(1, IncidentKind.OTHER_BREACH, Gravity.LIGHT, "2026-11-01");
        Incident grave = breach(2, IncidentKind.INJUNCTION_BREACH, Gravity.SERIOUS, "2026-11-02");
        assertThat(climb(Category.PROBATION, List.of(light, grave)))
                .extracting(Rung::kind)
                .containsExactly(REVOCATION_PROPOSAL, REPRIMAND);
    }

    @Test
    void figuresOfAPlaceAreFollowed() {
        Incident late =
                absence(1, IncidentKind.LATE_REPORT, LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"));
        assertThat(Ladder.climb(Category.PROBATION, List.of(late), List.of(), new LadderFigures(5, 1, 2, 2), TODAY))
                .extracting(Rung::kind)
                .containsExactly(WARNING);
        assertThat(Ladder.climb(
                        Category.PROBATION,
                        List.of(breach(1, IncidentKind.OTHER_BREACH, Gravity.LIGHT, "2026-11-01")),
                        received(REPRIMAND, "2026-05-01"),
                        new LadderFigures(10, 1, 1, 2),
                        TODAY))
                .extracting(Rung::kind)
                .containsExactly(WARNING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"RELEASED", "DRUG_REHABILITATION"})
    void nothingIsEverProposedAgainstWhomWeDoNotSupervise(Category category) {
        List<Incident> all = Arrays.stream(IncidentKind.values())
                .map(kind -> new Incident(
                        kind.ordinal() + 1,
                        1,
                        kind,
                        Optional.of(Gravity.SERIOUS),
                        LocalDate.parse("2026-01-01"),
                        Optional.empty(),
                        Optional.of(LocalDate.parse("2026-01-02")),
                        "",
                        "",
                        Optional.empty(),
                        Instant.EPOCH,
                        ""))
                .toList();
        assertThat(climb(category, all, received(WARNING, "2025-05-01;2025-06-01")))
                .isEmpty();
    }

    private static List<Rung> climb(Category category, List<Incident> incidents) {
        return climb(category, incidents, List.of());
    }

    private static List<Rung> climb(Category category, List<Incident> incidents, List<Received> received) {
        return Ladder.climb(category, incidents, received, SHIPPED, TODAY);
    }

    private static List<Received> received(MeasureKind kind, String days) {
        String[] all = days.split(";");
        return java.util.stream.IntStream.range(0, all.length)
                .mapToObj(i -> new Received(i + 1L, kind, LocalDate.parse(all[i]), Set.of(), Set.of()))
                .toList();
    }

    private static Incident absence(long id, IncidentKind kind, LocalDate first, LocalDate last) {
        return incident(id, kind, null, first, last, null, null);
    }

    private static Incident breach(long id, IncidentKind kind, Gravity gravity, String day) {
        return incident(id, kind, gravity, LocalDate.parse(day), null, null, null);
    }

    private static Incident omission(long id, IncidentKind kind, String day, String admonished) {
        return incident(
                id,
                kind,
                null,
                LocalDate.parse(day),
                null,
                admonished == null ? null : LocalDate.parse(admonished),
                null);
    }

    private static Incident plain(long id, IncidentKind kind, String day) {
        return incident(id, kind, null, LocalDate.parse(day), null, null, null);
    }

    private static Incident settled(Incident of, MeasureKind by) {
        return incident(
                of.id(),
                of.kind(),
                of.gravity().orElse(null),
                of.first(),
                of.last().orElse(null),
                of.admonishedOn().orElse(null),
                by);
    }

    private static Incident incident(
            long id,
            IncidentKind kind,
            Gravity gravity,
            LocalDate first,
            LocalDate last,
            LocalDate admonishedOn,
            MeasureKind settled) {
        return new Incident(
                id,
                1,
                kind,
                Optional.ofNullable(gravity),
                first,
                Optional.ofNullable(last),
                Optional.ofNullable(admonishedOn),
                "",
                "",
                Optional.ofNullable(settled),
                Instant.EPOCH,
                "");
    }
}
