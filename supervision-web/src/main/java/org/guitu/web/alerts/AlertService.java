package org.guitu.web.alerts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.alerts.AlertMachine.Verdict;
import org.guitu.web.audit.Audit;
import org.guitu.web.http.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What officers see of alerts and do with them. Thread-safe. */
public final class AlertService {

    private static final int FINDINGS_SHOWN = 3;

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final Runnable changed;

    /**
     * @param changed called after an alert has changed and is committed; must return at once
     */
    public AlertService(Jdbi jdbi, Audit audit, InstantSource clock, Runnable changed) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.changed = changed;
    }

    /** The alert if it is of the reader's own subtree. */
    public Optional<AlertRow> find(Staff reader, long alertId) {
        return jdbi.withHandle(handle -> AlertList.find(handle, reader, alertId));
    }

    /** Alerts for the desk, most urgent first. */
    public List<AlertRow> listByUrgency(Staff reader, AlertQuery query) {
        return jdbi.withHandle(handle -> AlertList.byUrgency(handle, reader, query));
    }

    /** Alerts for programs, the newest first. */
    public List<AlertRow> listById(Staff reader, AlertQuery query) {
        return jdbi.withHandle(handle -> AlertList.byId(handle, reader, query));
    }

    /** The findings behind an alert, the newest first: few, for asking why each stands. */
    public List<Long> findings(long alertId) {
        return jdbi.withHandle(handle -> AlertStore.findings(handle, alertId, FINDINGS_SHOWN));
    }

    /** The steps of an alert, oldest first, with the names of those who took them. */
    public List<NamedStep> steps(long alertId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.step_id, t.alert_id, t.at, t.staff_id, t.kind, t.note, t.outcome, s.name
                        from supervision.alert_step t left join supervision.staff s using (staff_id)
                        where t.alert_id = :id order by t.step_id
                        """)
                .bind("id", alertId)
                .map((rs, context) ->
                        new NamedStep(AlertStore.STEP.map(rs, context), Optional.ofNullable(rs.getString("name"))))
                .list());
    }

    /**
     * A step with the name of who took it.
     *
     * @param name empty for the platform's own steps
     */
    public record NamedStep(AlertStep step, Optional<String> name) {}

    /**
     * Does something to an alert. Two officers who do the same at once: the second is told who was first.
     *
     * @throws Refusal 404 if the alert is not there or outside the officer's subtree
     */
    public Verdict act(Staff officer, long alertId, AlertAct act) {
        Verdict verdict = jdbi.inTransaction(handle -> act(handle, officer, alertId, act));
        if (verdict instanceof Verdict.Changed) {
            changed.run();
        }
        return verdict;
    }

    private Verdict act(Handle handle, Staff officer, long alertId, AlertAct act) {
        if (AlertList.find(handle, officer, alertId).isEmpty()) {
            throw Refusal.notFound();
        }
        Alert alert = AlertStore.lock(handle, alertId).orElseThrow(Refusal::notFound);
        Instant now = clock.instant();
        Verdict verdict = AlertMachine.next(alert.handling(), act, alert.facts(), officer.id(), now);
        if (verdict instanceof Verdict.Changed(Handling next, List<StepKind> steps)) {
            AlertStore.putHandling(handle, alert, next, officer.id(), now);
            for (StepKind step : steps) {
                boolean own = step == steps.getLast();
                AlertStore.addStep(
                        handle,
                        alertId,
                        now,
                        officer.id(),
                        step,
                        own ? note(act) : "",
                        own ? outcome(act) : Optional.empty());
                audit.record(
                        handle,
                        officer.id(),
                        "alerts." + step.action(),
                        alert.personId(),
                        "",
                        Map.of("alertId", alertId));
            }
        }
        return verdict;
    }

    private static String note(AlertAct act) {
        return switch (act) {
            case AlertAct.Step step -> step.note().strip();
            case AlertAct.Resolve resolve -> resolve.note().strip();
            case AlertAct.Acknowledge a -> "";
            case AlertAct.Undo u -> "";
        };
    }

    private static Optional<Outcome> outcome(AlertAct act) {
        return act instanceof AlertAct.Resolve resolve ? Optional.of(resolve.outcome()) : Optional.empty();
    }
}
