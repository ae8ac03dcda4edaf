package org.guitu.web.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.guitu.web.form.Problem;
import org.guitu.web.people.CaseState;
import org.junit.jupiter.api.Test;

class CaseMachineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    /** Every state with every step that may follow it; whatever is not here is refused. */
    @Test
    void everyStateHasJustItsSteps() {
        var matrix = new TreeMap<String, List<String>>();
        for (CaseState state : CaseState.values()) {
            List<String> steps = new ArrayList<>();
            for (CaseStep step : CaseStep.values()) {
                Optional<Problem> obstacle = CaseMachine.obstacle(step, ready(state), TODAY);
                if (obstacle.isEmpty()) {
                    steps.add(step + ">" + step.to());
                } else {
                    assertThat(obstacle).contains(Problem.of("lifecycle.error.state"));
                }
            }
            matrix.put(state.name(), steps);
        }

        String closing =
                "PARDON>CLOSED_PARDON, REVOCATION>TERMINATED, RECALL>TERMINATED, NEW_SENTENCE>TERMINATED, DEATH>TERMINATED";
        assertThat(lines(matrix))
                .containsExactlyInAnyOrder(
                        "INVESTIGATION: DECISION>DECIDED, NOT_ADMITTED>TERMINATED, DEATH>TERMINATED",
                        "DECIDED: NOT_ADMITTED>TERMINATED, PAPERS>AWAITING_REPORT, RECEPTION>ACTIVE, DEATH>TERMINATED",
                        "AWAITING_REPORT: NOT_REPORTED>NOT_TAKEN_UP, RECEPTION>ACTIVE, DEATH>TERMINATED",
                        "NOT_TAKEN_UP: RECEPTION>ACTIVE, DEATH>TERMINATED",
                        "ACTIVE: LOST>OUT_OF_SUPERVISION, DETAINED>SUSPENDED_DETAINED, TRANSFER_START>TRANSFERRING, EXPIRY>CLOSED_EXPIRED, "
                                + closing,
                        "ON_LEAVE: LOST>OUT_OF_SUPERVISION, DETAINED>SUSPENDED_DETAINED, EXPIRY>CLOSED_EXPIRED, "
                                + closing,
                        "TRANSFERRING: LOST>OUT_OF_SUPERVISION, DETAINED>SUSPENDED_DETAINED, TRANSFER_OFF>ACTIVE, TRANSFER_ARRIVAL>ACTIVE, TRANSFERRED_OUT>TERMINATED, EXPIRY>CLOSED_EXPIRED, "
                                + closing,
                        "OUT_OF_SUPERVISION: FOUND>ACTIVE, DETAINED>SUSPENDED_DETAINED, " + closing,
                        "SUSPENDED_DETAINED: DETENTION_OVER>ACTIVE, " + closing,
                        "CLOSED_EXPIRED: NEW_CASE>DECIDED",
                        "CLOSED_PARDON: NEW_CASE>DECIDED",
                        "TERMINATED: NEW_CASE>DECIDED");
    }

    @Test
    void nothingIsTakenInTheFutureOrBeforeTheStepBefore() {
        CaseFacts facts = new CaseFacts(
                CaseState.ACTIVE,
                Optional.of(TODAY.minusDays(3)),
                TODAY,
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                true);
        assertThat(CaseMachine.obstacle(CaseStep.LOST, facts, TODAY.plusDays(1)))
                .contains(Problem.of("lifecycle.error.future"));
        assertThat(CaseMachine.obstacle(CaseStep.LOST, facts, TODAY.minusDays(4)))
                .contains(Problem.of("lifecycle.error.before-last", TODAY.minusDays(3)));
        assertThat(CaseMachine.obstacle(CaseStep.LOST, facts, TODAY.minusDays(3)))
                .isEmpty();
    }

    @Test
    void whoMayStillReportInIsNotYetNotTakenUp() {
        CaseFacts facts = new CaseFacts(
                CaseState.AWAITING_REPORT,
                Optional.empty(),
                TODAY,
                Optional.empty(),
                Optional.of(TODAY),
                true,
                true,
                true);
        assertThat(CaseMachine.obstacle(CaseStep.NOT_REPORTED, facts, TODAY))
                .contains(Problem.of("lifecycle.error.not-yet-late", TODAY));
        CaseFacts later = new CaseFacts(
                CaseState.AWAITING_REPORT,
                Optional.empty(),
                TODAY,
                Optional.empty(),
                Optional.of(TODAY.minusDays(1)),
                true,
                true,
                true);
        assertThat(CaseMachine.obstacle(CaseStep.NOT_REPORTED, later, TODAY)).isEmpty();
    }

    @Test
    void receptionWantsToKnowWhoItIsAndForHowLong() {
        assertThat(CaseMachine.obstacle(
                        CaseStep.RECEPTION, facts(CaseState.AWAITING_REPORT, Optional.of(TODAY), false, true), TODAY))
                .contains(Problem.of("lifecycle.error.identity"));
        assertThat(CaseMachine.obstacle(
                        CaseStep.RECEPTION, facts(CaseState.AWAITING_REPORT, Optional.empty(), true, true), TODAY))
                .contains(Problem.of("lifecycle.error.no-term"));
    }

    @Test
    void dischargeIsOnTheLastDayAndNotBefore() {
        assertThat(CaseMachine.obstacle(
                        CaseStep.EXPIRY, facts(CaseState.ACTIVE, Optional.of(TODAY.plusDays(1)), true, true), TODAY))
                .contains(Problem.of("lifecycle.error.term-runs", TODAY.plusDays(1)));
        assertThat(CaseMachine.obstacle(
                        CaseStep.EXPIRY, facts(CaseState.ACTIVE, Optional.of(TODAY), true, false), TODAY))
                .contains(Problem.of("lifecycle.error.no-summary"));
        assertThat(CaseMachine.obstacle(
                        CaseStep.EXPIRY, facts(CaseState.ACTIVE, Optional.of(TODAY), true, true), TODAY))
                .isEmpty();
    }

    @Test
    void decisionWaitsForTheReportThatWasAskedFor() {
        CaseFacts asked = new CaseFacts(
                CaseState.INVESTIGATION,
                Optional.empty(),
                TODAY,
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                false);
        assertThat(CaseMachine.obstacle(CaseStep.DECISION, asked, TODAY))
                .contains(Problem.of("lifecycle.error.investigation-open"));
    }

    private static CaseFacts ready(CaseState state) {
        return facts(state, Optional.of(TODAY), true, true);
    }

    private static CaseFacts facts(CaseState state, Optional<LocalDate> termTo, boolean identity, boolean summary) {
        return new CaseFacts(state, Optional.empty(), TODAY, termTo, Optional.empty(), identity, true, summary);
    }

    private static List<String> lines(TreeMap<String, List<String>> matrix) {
        return matrix.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .toList();
    }
}
