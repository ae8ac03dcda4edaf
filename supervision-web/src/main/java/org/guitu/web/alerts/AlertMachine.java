package org.guitu.web.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.web.alerts.Handling.Acknowledged;
import org.guitu.web.alerts.Handling.New;
import org.guitu.web.alerts.Handling.Resolved;
import org.guitu.web.alerts.Handling.Verified;

/** What becomes of an alert's handling by an officer's act. Pure. */
public final class AlertMachine {

    /** How long an acknowledgement may be taken back. */
    public static final Duration UNDO_WITHIN = Duration.ofMinutes(2);

    /** Longest note, in characters. */
    public static final int NOTE_MAX = 2_000;

    private AlertMachine() {}

    /**
     * What the handling depends on besides itself.
     *
     * @param kind of the finding
     * @param lasting whether a standing finding of the alert has not ended
     * @param seen whether the person has been seen, face to face or by video
     */
    public record Facts(FindingKind kind, boolean lasting, boolean seen) {}

    /** What came of an act. */
    public sealed interface Verdict {
        /** The next state and the steps to record, in order. */
        record Changed(Handling next, List<StepKind> steps) implements Verdict {}

        /** Done before, by this person: nothing changes and nothing is wrong. */
        record Already(long by, Instant at) implements Verdict {}

        record Refused(Reason reason) implements Verdict {}
    }

    /** Why an act is refused. */
    public enum Reason {
        NOTE_MISSING,
        NOTE_TOO_LONG,
        /** Tamper clears only when the strap is closed and a note was made. */
        STRAP_OPEN,
        /** SOS clears when it has been answered: the person was spoken to or met. */
        NOT_ANSWERED,
        /** Bracelet and phone apart clears when the person has been seen: a voice does not tell who carries which. */
        NOT_SEEN,
        UNDO_TOO_LATE,
        UNDO_NOT_YOURS,
        NOTHING_TO_UNDO,
        ALREADY_RESOLVED
    }

    /**
     * The verdict on an act.
     *
     * @param by the officer's id
     */
    public static Verdict next(Handling now, AlertAct act, Facts facts, long by, Instant at) {
        return switch (act) {
            case AlertAct.Acknowledge a -> acknowledge(now, by, at);
            case AlertAct.Undo u -> undo(now, by, at);
            case AlertAct.Step step -> step(now, step, by, at);
            case AlertAct.Resolve resolve -> resolve(now, resolve, facts, by, at);
        };
    }

    private static Verdict acknowledge(Handling now, long by, Instant at) {
        return switch (now) {
            case New n -> changed(new Acknowledged(by, at), StepKind.ACKNOWLEDGED);
            case Acknowledged a -> new Verdict.Already(a.by(), a.at());
            case Verified v -> new Verdict.Already(v.by(), v.at());
            case Resolved r -> new Verdict.Already(r.by(), r.at());
        };
    }

    private static Verdict undo(Handling now, long by, Instant at) {
        return switch (now) {
            case Acknowledged a when a.by() != by -> new Verdict.Refused(Reason.UNDO_NOT_YOURS);
            case Acknowledged a when at.isAfter(a.at().plus(UNDO_WITHIN)) -> new Verdict.Refused(Reason.UNDO_TOO_LATE);
            case Acknowledged a -> changed(new New(), StepKind.UNACKNOWLEDGED);
            case New n -> new Verdict.Refused(Reason.NOTHING_TO_UNDO);
            case Verified v -> new Verdict.Refused(Reason.NOTHING_TO_UNDO);
            case Resolved r -> new Verdict.Refused(Reason.NOTHING_TO_UNDO);
        };
    }

    private static Verdict step(Handling now, AlertAct.Step step, long by, Instant at) {
        if (step.note().length() > NOTE_MAX) {
            return new Verdict.Refused(Reason.NOTE_TOO_LONG);
        }
        if (step.kind() == StepKind.NOTED) {
            return step.note().isBlank() ? new Verdict.Refused(Reason.NOTE_MISSING) : note(now, by, at);
        }
        Verified verified = new Verified(by, at, step.kind().contacts());
        return switch (now) {
            case New n -> changed(verified, StepKind.ACKNOWLEDGED, step.kind());
            case Acknowledged a -> changed(verified, step.kind());
            case Verified v ->
                changed(new Verified(v.by(), v.at(), v.contacted() || verified.contacted()), step.kind());
            case Resolved r -> new Verdict.Refused(Reason.ALREADY_RESOLVED);
        };
    }

    /** A note moves nothing, but who writes one has seen the alert. Follow-up notes are welcome after the resolution too. */
    private static Verdict note(Handling now, long by, Instant at) {
        return now instanceof New
                ? changed(new Acknowledged(by, at), StepKind.ACKNOWLEDGED, StepKind.NOTED)
                : changed(now, StepKind.NOTED);
    }

    private static Verdict resolve(Handling now, AlertAct.Resolve act, Facts facts, long by, Instant at) {
        if (now instanceof Resolved done) {
            return new Verdict.Already(done.by(), done.at());
        }
        if (act.note().isBlank()) {
            return new Verdict.Refused(Reason.NOTE_MISSING);
        }
        if (act.note().length() > NOTE_MAX) {
            return new Verdict.Refused(Reason.NOTE_TOO_LONG);
        }
        if (facts.kind() == FindingKind.TAMPER && facts.lasting()) {
            return new Verdict.Refused(Reason.STRAP_OPEN);
        }
        if (facts.kind() == FindingKind.SOS && !(now instanceof Verified v && v.contacted())) {
            return new Verdict.Refused(Reason.NOT_ANSWERED);
        }
        if (facts.kind() == FindingKind.SEPARATION && !facts.seen()) {
            return new Verdict.Refused(Reason.NOT_SEEN);
        }
        Resolved resolved = new Resolved(by, at, act.outcome());
        return now instanceof New
                ? changed(resolved, StepKind.ACKNOWLEDGED, StepKind.RESOLVED)
                : changed(resolved, StepKind.RESOLVED);
    }

    private static Verdict changed(Handling next, StepKind... steps) {
        return new Verdict.Changed(next, List.of(steps));
    }
}
