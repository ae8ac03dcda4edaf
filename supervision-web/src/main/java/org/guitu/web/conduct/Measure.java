package org.guitu.web.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A measure that a named person decided.
 *
 * @param changedTo what it became after an objection
 */
record Measure(
        long id,
        long proposalId,
        long personId,
        MeasureKind kind,
        State state,
        Optional<MeasureKind> changedTo,
        LocalDate decidedOn,
        String documentNumber,
        String reason,
        String decidedBy,
        Instant recordedAt,
        List<Step> steps) {

    Measure {
        steps = List.copyOf(steps);
    }

    /** {@code DECIDED -> OBJECTED -> UPHELD | CHANGED | WITHDRAWN}. */
    enum State {
        DECIDED,
        OBJECTED,
        UPHELD,
        CHANGED,
        WITHDRAWN
    }

    /** What followed the decision. */
    enum StepKind {
        /** 送达: handed to the person. */
        SERVED,
        /** 提请: sent to the body that decides on it. */
        SENT,
        /** 抄送: copied to the procuratorate. */
        COPIED,
        /** 异议: the person objects. */
        OBJECTED,
        /** The objection is answered. */
        ANSWERED,
        /** The body that was asked has ruled. */
        RULED
    }

    /** How an objection was answered, or what the body that was asked ruled. */
    enum Result {
        UPHELD,
        CHANGED,
        WITHDRAWN,
        GRANTED,
        REFUSED
    }

    /** One step. */
    record Step(
            StepKind kind,
            LocalDate day,
            Optional<Result> result,
            String note,
            Instant recordedAt,
            String recordedBy) {}

    /** What it is now. */
    MeasureKind effective() {
        return changedTo.orElse(kind);
    }

    Optional<Step> find(StepKind of) {
        return steps.stream().filter(step -> step.kind() == of).reduce((first, second) -> second);
    }

    boolean done(StepKind of) {
        return find(of).isPresent();
    }

    /** From which day it counts as received: served to the person, or granted by the body that was asked; never if it was withdrawn. */
    Optional<LocalDate> receivedOn() {
        if (state == State.WITHDRAWN) {
            return Optional.empty();
        }
        if (!kind.outward()) {
            return find(StepKind.SERVED).map(Step::day);
        }
        if (state == State.CHANGED) {
            return find(StepKind.ANSWERED).map(Step::day);
        }
        return find(StepKind.RULED)
                .filter(step -> step.result().equals(Optional.of(Result.GRANTED)))
                .map(Step::day);
    }

    /** The steps that can be taken now. */
    List<StepKind> next() {
        if (state == State.WITHDRAWN) {
            return List.of();
        }
        return java.util.Arrays.stream(StepKind.values())
                .filter(step -> switch (step) {
                    case SERVED -> !kind.outward() && !done(StepKind.SERVED);
                    case SENT -> kind.outward() && !done(StepKind.SENT);
                    case COPIED -> kind.punishes() && !done(StepKind.COPIED);
                    case OBJECTED -> kind.punishes() && state == State.DECIDED;
                    case ANSWERED -> state == State.OBJECTED;
                    case RULED -> done(StepKind.SENT) && !done(StepKind.RULED);
                })
                .toList();
    }
}
