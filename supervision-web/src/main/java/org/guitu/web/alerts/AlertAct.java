package org.guitu.web.alerts;

/** What an officer does to an alert. */
public sealed interface AlertAct {

    /** "I have seen it and take it on." */
    record Acknowledge() implements AlertAct {}

    /** Takes one's own acknowledgement back, shortly after. */
    record Undo() implements AlertAct {}

    /**
     * Records a step of verifying, or a note.
     *
     * @param kind one that is {@link StepKind#recordable()}
     */
    record Step(StepKind kind, String note) implements AlertAct {
        public Step {
            if (!kind.recordable()) {
                throw new IllegalArgumentException(kind + " is not an officer's step");
            }
        }
    }

    /** Judges it. */
    record Resolve(Outcome outcome, String note) implements AlertAct {}
}
