package org.guitu.web.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.web.alerts.AlertMachine.Facts;
import org.guitu.web.alerts.AlertMachine.Verdict;
import org.junit.jupiter.api.Test;

/** The whole matrix: every state by every act. */
class AlertMachineTest {

    private static final long ME = 1;
    private static final long OTHER = 2;
    private static final Instant T0 = Instant.parse("2026-05-04T01:00:00Z");
    private static final Instant SOON = T0.plusSeconds(60);
    private static final Facts ENDED = new Facts(FindingKind.EXCLUSION, false, false);

    private static Map<String, Handling> states() {
        Map<String, Handling> states = new LinkedHashMap<>();
        states.put("new", new Handling.New());
        states.put("acknowledged by me", new Handling.Acknowledged(ME, T0));
        states.put("acknowledged by other", new Handling.Acknowledged(OTHER, T0));
        states.put("verified", new Handling.Verified(OTHER, T0, false));
        states.put("resolved", new Handling.Resolved(OTHER, T0, Outcome.FALSE));
        return states;
    }

    private static Map<String, AlertAct> acts() {
        Map<String, AlertAct> acts = new LinkedHashMap<>();
        acts.put("acknowledge", new AlertAct.Acknowledge());
        acts.put("undo", new AlertAct.Undo());
        acts.put("call", new AlertAct.Step(StepKind.CALLED, ""));
        acts.put("note", new AlertAct.Step(StepKind.NOTED, "n"));
        acts.put("resolve", new AlertAct.Resolve(Outcome.TRUE, "n"));
        return acts;
    }

    private static String told(Handling now, AlertAct act, Facts facts, Instant at) {
        return switch (AlertMachine.next(now, act, facts, ME, at)) {
            case Verdict.Changed(Handling next, List<StepKind> steps) -> next.state() + " " + steps;
            case Verdict.Already(long by, Instant since) -> "already by " + by;
            case Verdict.Refused(AlertMachine.Reason reason) -> "refused " + reason;
        };
    }

    @Test
    void everyStateByEveryAct() {
        List<String> matrix = new ArrayList<>();
        states().forEach((state, now) ->
                acts().forEach((name, act) -> matrix.add(state + " + " + name + " = " + told(now, act, ENDED, SOON))));
        assertThat(matrix)
                .containsExactly(
                        "new + acknowledge = ACKNOWLEDGED [ACKNOWLEDGED]",
                        "new + undo = refused NOTHING_TO_UNDO",
                        "new + call = VERIFIED [ACKNOWLEDGED, CALLED]",
                        "new + note = ACKNOWLEDGED [ACKNOWLEDGED, NOTED]",
                        "new + resolve = RESOLVED [ACKNOWLEDGED, RESOLVED]",
                        "acknowledged by me + acknowledge = already by 1",
                        "acknowledged by me + undo = NEW [UNACKNOWLEDGED]",
                        "acknowledged by me + call = VERIFIED [CALLED]",
                        "acknowledged by me + note = ACKNOWLEDGED [NOTED]",
                        "acknowledged by me + resolve = RESOLVED [RESOLVED]",
                        "acknowledged by other + acknowledge = already by 2",
                        "acknowledged by other + undo = refused UNDO_NOT_YOURS",
                        "acknowledged by other + call = VERIFIED [CALLED]",
                        "acknowledged by other + note = ACKNOWLEDGED [NOTED]",
                        "acknowledged by other + resolve = RESOLVED [RESOLVED]",
                        "verified + acknowledge = already by 2",
                        "verified + undo = refused NOTHING_TO_UNDO",
                        "verified + call = VERIFIED [CALLED]",
                        "verified + note = VERIFIED [NOTED]",
                        "verified + resolve = RESOLVED [RESOLVED]",
                        "resolved + acknowledge = already by 2",
                        "resolved + undo = refused NOTHING_TO_UNDO",
                        "resolved + call = refused ALREADY_RESOLVED",
                        "resolved + note = RESOLVED [NOTED]",
                        "resolved + resolve = already by 2");
    }

    @Test
    void anAcknowledgementCanBeTakenBackForTwoMinutes() {
        Handling mine = new Handling.Acknowledged(ME, T0);
        Duration limit = AlertMachine.UNDO_WITHIN;
        assertThat(told(mine, new AlertAct.Undo(), ENDED, T0.plus(limit))).isEqualTo("NEW [UNACKNOWLEDGED]");
        assertThat(told(mine, new AlertAct.Undo(), ENDED, T0.plus(limit).plusMillis(1)))
                .isEqualTo("refused UNDO_TOO_LATE");
    }

    @Test
    void tamperClearsOnlyWithTheStrapClosedAndANote() {
        Handling seen = new Handling.Acknowledged(ME, T0);
        AlertAct resolve = new AlertAct.Resolve(Outcome.TRUE, "strap replaced at the office");
        assertThat(told(seen, resolve, new Facts(FindingKind.TAMPER, true, false), SOON))
                .isEqualTo("refused STRAP_OPEN");
        assertThat(told(seen, resolve, new Facts(FindingKind.TAMPER, false, false), SOON))
                .isEqualTo("RESOLVED [RESOLVED]");
        assertThat(told(
                        seen,
                        new AlertAct.Resolve(Outcome.TRUE, " "),
                        new Facts(FindingKind.TAMPER, false, false),
                        SOON))
                .isEqualTo("refused NOTE_MISSING");
    }

    @Test
    void sosClearsOnlyWhenAnswered() {
        Facts sos = new Facts(FindingKind.SOS, true, false);
        AlertAct resolve = new AlertAct.Resolve(Outcome.FALSE, "pressed by a child");
        assertThat(told(new Handling.New(), resolve, sos, SOON)).isEqualTo("refused NOT_ANSWERED");
        assertThat(told(new Handling.Verified(ME, T0, false), resolve, sos, SOON))
                .isEqualTo("refused NOT_ANSWERED");
        assertThat(told(new Handling.Verified(ME, T0, true), resolve, sos, SOON))
                .isEqualTo("RESOLVED [RESOLVED]");
    }

    @Test
    void aVoiceOnThePhoneDoesNotClearBraceletAndPhoneApart() {
        Handling called = new Handling.Verified(ME, T0, true);
        AlertAct resolve = new AlertAct.Resolve(Outcome.EXCUSED, "left the phone at home");
        assertThat(told(called, resolve, new Facts(FindingKind.SEPARATION, false, false), SOON))
                .isEqualTo("refused NOT_SEEN");
        assertThat(told(called, resolve, new Facts(FindingKind.SEPARATION, true, true), SOON))
                .isEqualTo("RESOLVED [RESOLVED]");
    }

    @Test
    void locatingIsNoContactAndALaterCallIs() {
        Verdict located =
                AlertMachine.next(new Handling.New(), new AlertAct.Step(StepKind.LOCATED, ""), ENDED, ME, SOON);
        Handling after = ((Verdict.Changed) located).next();
        assertThat(after).isEqualTo(new Handling.Verified(ME, SOON, false));
        Verdict called = AlertMachine.next(after, new AlertAct.Step(StepKind.CALLED, ""), ENDED, OTHER, SOON);
        assertThat(((Verdict.Changed) called).next()).isEqualTo(new Handling.Verified(ME, SOON, true));
    }

    @Test
    void aNoteNeedsWordsAndNotTooMany() {
        assertThat(told(new Handling.New(), new AlertAct.Step(StepKind.NOTED, "  "), ENDED, SOON))
                .isEqualTo("refused NOTE_MISSING");
        String long1 = "x".repeat(AlertMachine.NOTE_MAX + 1);
        assertThat(told(new Handling.New(), new AlertAct.Step(StepKind.CALLED, long1), ENDED, SOON))
                .isEqualTo("refused NOTE_TOO_LONG");
        assertThat(told(new Handling.New(), new AlertAct.Resolve(Outcome.TRUE, long1), ENDED, SOON))
                .isEqualTo("refused NOTE_TOO_LONG");
    }

    @Test
    void thePlatformsOwnStepsAreNotForOfficers() {
        assertThatThrownBy(() -> new AlertAct.Step(StepKind.ENDED, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
