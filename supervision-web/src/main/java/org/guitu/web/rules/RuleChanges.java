package org.guitu.web.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.ScheduleExceptions;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.ingest.registry.Registry;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.form.WeeklyHours;
import org.jdbi.v3.core.Handle;

/**
 * The door by which an approval puts an order to keep away or a plan of reports out of force for exactly its hours, within the caller's own transaction, and takes
 * that back for the rest. Callers hold the person's row lock. Thread-safe.
 */
public final class RuleChanges {

    private static final int PAUSES_MAX = 100;

    private final Registry registry;
    private final Audit audit;

    public RuleChanges(Registry registry, Audit audit) {
        this.registry = registry;
        this.audit = audit;
    }

    /** The orders of a person to keep away from another, in force at some time of a stretch. */
    public List<OrderedRule> keepAways(Handle handle, long personId, Instant from, Instant to) {
        return inForce(handle, personId, RuleKind.KEEP_AWAY, from, to);
    }

    /** The plans of a person to report so often, in force at some time of a stretch. */
    public List<OrderedRule> reportPlans(Handle handle, long personId, Instant from, Instant to) {
        return inForce(handle, personId, RuleKind.REPORT_EVERY, from, to);
    }

    private static List<OrderedRule> inForce(Handle handle, long personId, RuleKind kind, Instant from, Instant to) {
        return RuleStore.ofPerson(handle, personId).stream()
                .filter(rule -> rule.kind() == kind)
                .filter(rule -> rule.validFrom().isBefore(to) && rule.until().isAfter(from))
                .toList();
    }

    /**
     * Puts a rule out of force for a stretch, from now on where it has begun.
     *
     * @param cause {@code <feature>:<its row>}, by which it is taken back
     */
    public void pause(
            Handle handle, Staff staff, String cause, OrderedRule rule, Instant from, Instant to, Instant now) {
        List<ScheduleExceptions.Pause> pauses = new ArrayList<>(pauses(rule));
        if (pauses.size() >= PAUSES_MAX) {
            throw new Refused(Problems.FORM, "rules.error.pauses", PAUSES_MAX);
        }
        ZoneId clock = clock(rule);
        Instant begins = from.isBefore(now) ? now.truncatedTo(ChronoUnit.MINUTES) : from;
        var pause = new ScheduleExceptions.Pause(
                LocalDateTime.ofInstant(begins, clock), LocalDateTime.ofInstant(to, clock));
        pauses.add(pause);
        rewrite(handle, staff, rule, pauses, now);
        RuleCauses.add(handle, cause, rule, pause, staff.id());
    }

    /** Takes back all that was done for a cause, from now on. */
    public void takeBack(Handle handle, Staff staff, long personId, String cause, Instant now) {
        for (RuleCauses.Done done : RuleCauses.standing(handle, cause)) {
            RuleStore.find(handle, personId, done.ruleId())
                    .filter(rule -> rule.state(now) != OrderedRule.State.OVER)
                    .ifPresent(rule -> resume(handle, staff, rule, done.pause(), now));
            RuleCauses.undone(handle, done.id(), now, staff.id());
        }
    }

    private void resume(Handle handle, Staff staff, OrderedRule rule, ScheduleExceptions.Pause pause, Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, clock(rule)).truncatedTo(ChronoUnit.MINUTES);
        List<ScheduleExceptions.Pause> pauses = new ArrayList<>(pauses(rule));
        if (!pauses.remove(pause) || !pause.to().isAfter(local)) {
            return; // it is gone, or over
        }
        if (pause.from().isBefore(local)) {
            pauses.add(new ScheduleExceptions.Pause(pause.from(), local));
        }
        rewrite(handle, staff, rule, pauses, now);
    }

    private void rewrite(
            Handle handle, Staff staff, OrderedRule rule, List<ScheduleExceptions.Pause> pauses, Instant now) {
        RuleDraft draft = new RuleDraft(rule.order(), rule.schedule(), rule.validFrom(), rule.validTo(), rule.note())
                .withPauses(pauses);
        registry.reviseRule(handle, rule.judgedId(), draft.spec(rule.subjectId()), now);
        RuleStore.insertRevision(handle, rule.id(), rule.version() + 1, draft, now, staff.id());
        audit.record(handle, staff.id(), "rules.revise", rule.personId(), "", Map.of("rule", rule.id()));
    }

    private static ZoneId clock(OrderedRule rule) {
        return rule.schedule().map(WeeklySchedule::zone).orElse(WeeklyHours.DEFAULT_TIME_ZONE);
    }

    private static List<ScheduleExceptions.Pause> pauses(OrderedRule rule) {
        Optional<WeeklySchedule> schedule = rule.schedule();
        return schedule.map(known -> known.exceptions().pauses()).orElse(List.of());
    }
}
