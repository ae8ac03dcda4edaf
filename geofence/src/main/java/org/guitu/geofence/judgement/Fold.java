package org.guitu.geofence.judgement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.geofence.rule.RuleKind;

/**
 * What a fold over a stretch of the timeline yields.
 *
 * @param from the earliest instant the findings of this fold can reach back to: standing findings that ended before it are not its concern
 * @param end the state to continue from
 * @param daily checkpoints passed at the start of each UTC day on the way, oldest first: to be kept, so that later truth can begin there
 * @param settled what had already ended in the checkpoint, by kind and rule: {@link Reconciliation} leaves it alone
 * @param findings all findings that were open at {@code from} or began after it, oldest first
 * @param standings how the subject stands to each rule of the book at {@code now}
 * @param wakeAt when the judge next wants to be woken although nothing arrives; empty for never
 */
public record Fold(
        Instant from,
        Checkpoint end,
        List<Checkpoint> daily,
        List<Settled> settled,
        List<Finding> findings,
        List<Standing> standings,
        Optional<Instant> wakeAt) {

    public Fold {
        daily = List.copyOf(daily);
        settled = List.copyOf(settled);
        findings = List.copyOf(findings);
        standings = List.copyOf(standings);
    }

    /** A fold over arrivals, which keeps no state of its own. */
    public static Fold ofArrivals(
            Instant from, List<Finding> findings, List<Standing> standings, Optional<Instant> wakeAt) {
        return new Fold(from, Checkpoint.start(), List.of(), List.of(), findings, standings, wakeAt);
    }

    /**
     * Findings of one kind and rule that the checkpoint already knew as ended.
     *
     * @param until the end of the newest of them
     */
    public record Settled(FindingKind kind, OptionalLong ruleId, Instant until) {}

    /** How the subject stands to one rule now. */
    public record Standing(long ruleId, RuleKind kind, State state, double posterior) {

        /** Silence is UNOBSERVED, never COMPLIANT. */
        public enum State {
            NOT_IN_FORCE,
            COMPLIANT,
            VIOLATING,
            UNOBSERVED
        }
    }
}
