package org.guitu.web.lifecycle;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guitu.web.form.Problem;

/** The machine of a case: which steps may be taken, and what stands in the way. Pure. */
final class CaseMachine {

    private CaseMachine() {}

    /** The steps that may follow a state, in the order of the law. */
    static List<CaseStep> next(CaseFacts facts) {
        return Arrays.stream(CaseStep.values())
                .filter(step -> step.mayFollow(facts.state()) && !step.hasOwnPage())
                .toList();
    }

    /** What stands in the way of a step on a day; empty if nothing does. */
    static Optional<Problem> obstacle(CaseStep step, CaseFacts facts, LocalDate happenedOn) {
        if (!step.mayFollow(facts.state())) {
            return Optional.of(Problem.of("lifecycle.error.state"));
        }
        if (happenedOn.isAfter(facts.today())) {
            return Optional.of(Problem.of("lifecycle.error.future"));
        }
        if (facts.since().filter(happenedOn::isBefore).isPresent()) {
            return Optional.of(
                    Problem.of("lifecycle.error.before-last", facts.since().get()));
        }
        return switch (step) {
            case DECISION ->
                facts.investigationReported()
                        ? Optional.empty()
                        : Optional.of(Problem.of("lifecycle.error.investigation-open"));
            case NOT_REPORTED ->
                facts.reportBy()
                        .filter(last -> !happenedOn.isAfter(last))
                        .map(last -> Problem.of("lifecycle.error.not-yet-late", last));
            case RECEPTION ->
                !facts.identityKnown()
                        ? Optional.of(Problem.of("lifecycle.error.identity"))
                        : facts.termTo().isEmpty()
                                ? Optional.of(Problem.of("lifecycle.error.no-term"))
                                : Optional.empty();
            case EXPIRY -> expiry(facts, happenedOn);
            case NEW_CASE,
                    NOT_ADMITTED,
                    PAPERS,
                    LOST,
                    FOUND,
                    DETAINED,
                    DETENTION_OVER,
                    TRANSFER_START,
                    TRANSFER_OFF,
                    TRANSFER_ARRIVAL,
                    TRANSFERRED_OUT,
                    PARDON,
                    REVOCATION,
                    RECALL,
                    NEW_SENTENCE,
                    DEATH -> Optional.empty();
        };
    }

    /** Discharged on the last day, not before it: the day of the announcement is the day the term ends. */
    private static Optional<Problem> expiry(CaseFacts facts, LocalDate happenedOn) {
        if (facts.termTo().isEmpty()) {
            return Optional.of(Problem.of("lifecycle.error.no-term"));
        }
        if (happenedOn.isBefore(facts.termTo().get())) {
            return Optional.of(
                    Problem.of("lifecycle.error.term-runs", facts.termTo().get()));
        }
        return facts.summaryDone() ? Optional.empty() : Optional.of(Problem.of("lifecycle.error.no-summary"));
    }
}
