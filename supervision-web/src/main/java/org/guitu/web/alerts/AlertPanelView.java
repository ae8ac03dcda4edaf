package org.guitu.web.alerts;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.alerts.AlertService.NamedStep;
import org.guitu.web.alerts.Handling.State;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * One alert opened: its words, its history and what the reader may do now.
 *
 * @param findings ids of those behind it, the newest first, for a reader who may see their evidence
 * @param mayAcknowledge whether nobody has seen it and the reader handles alerts
 * @param mayUndo whether the reader may still take the acknowledgement back
 * @param mayStep whether a step may be recorded
 * @param mayResolve whether it may be judged
 * @param blocked why it cannot be judged yet, in words; empty if it can
 * @param form as the reader filled it in
 * @param notice what came of the last act, in words; empty if nothing to say
 * @param noticeBad whether the notice is a refusal
 */
public record AlertPanelView(
        AlertView alert,
        List<Step> steps,
        List<Choice> stepKinds,
        List<Choice> outcomes,
        List<Long> findings,
        boolean mayAcknowledge,
        boolean mayUndo,
        boolean mayStep,
        boolean mayResolve,
        String blocked,
        Form form,
        String notice,
        boolean noticeBad) {

    /** One line of the history. */
    public record Step(String at, String atText, String who, String what, String note) {}

    /** One thing to choose. */
    public record Choice(String value, String words, boolean chosen) {}

    /** The words for one alert. */
    public static AlertPanelView of(
            Page page,
            AlertRow row,
            List<NamedStep> steps,
            List<Long> findings,
            Instant now,
            Form form,
            Optional<String> notice,
            boolean bad) {
        Alert alert = row.alert();
        boolean handles = page.may(Permission.HANDLE_ALERTS);
        long reader = page.staff().map(staff -> staff.id()).orElse(0L);
        boolean undo = AlertMachine.next(alert.handling(), new AlertAct.Undo(), alert.facts(), reader, now)
                instanceof AlertMachine.Verdict.Changed;
        return new AlertPanelView(
                AlertView.of(page, row),
                steps.stream().map(step -> step(page, step)).toList(),
                Arrays.stream(StepKind.values())
                        .filter(StepKind::recordable)
                        .map(kind -> choice(page, "alerts.step.", kind, form.text("kind")))
                        .toList(),
                Arrays.stream(Outcome.values())
                        .map(outcome -> choice(page, "alerts.outcome.", outcome, form.text("outcome")))
                        .toList(),
                page.may(Permission.VIEW_TRACKS) && !row.hidden() ? findings : List.of(),
                handles && alert.state() == State.NEW,
                handles && undo,
                handles,
                handles && alert.open(),
                blocked(page, alert),
                form,
                notice.map(key -> page.text(key)).orElse(""),
                bad);
    }

    /** What stands in the way of judging it, asked of the machine itself. */
    private static String blocked(Page page, Alert alert) {
        AlertMachine.Verdict verdict = AlertMachine.next(
                alert.handling(), new AlertAct.Resolve(Outcome.TRUE, "-"), alert.facts(), 0, Instant.EPOCH);
        return verdict instanceof AlertMachine.Verdict.Refused(AlertMachine.Reason reason)
                ? page.text("alerts.refused." + reason)
                : "";
    }

    private static Step step(Page page, NamedStep named) {
        AlertStep step = named.step();
        String what = page.text("alerts.did." + step.kind());
        Outcome outcome = step.outcome();
        return new Step(
                page.times().iso(step.at()),
                page.times().second(step.at()),
                named.name().orElseGet(() -> page.text("alerts.platform")),
                outcome == null ? what : what + page.text("alerts.colon") + page.text("alerts.outcome." + outcome),
                step.kind() == StepKind.WITHDRAWN ? "" : step.note());
    }

    private static Choice choice(Page page, String prefix, Enum<?> value, String chosen) {
        return new Choice(
                value.name(), page.text(prefix + value.name()), value.name().equals(chosen));
    }
}
