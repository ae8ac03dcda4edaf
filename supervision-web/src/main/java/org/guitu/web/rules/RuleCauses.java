package org.guitu.web.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.guitu.geofence.schedule.ScheduleExceptions;
import org.jdbi.v3.core.Handle;

/** The SQL of what approvals did to rules. */
final class RuleCauses {

    /** One pause that stands, by the wall clock of the rule's schedule. */
    record Done(long id, long ruleId, ScheduleExceptions.Pause pause) {}

    private RuleCauses() {}

    static void add(Handle handle, String cause, OrderedRule rule, ScheduleExceptions.Pause pause, long by) {
        handle.createUpdate("""
                        insert into supervision.rule_cause (cause, person_id, rule_id, paused_from, paused_to, recorded_by)
                        values (:cause, :person, :rule, :from, :to, :by)""")
                .bind("cause", cause)
                .bind("person", rule.personId())
                .bind("rule", rule.id())
                .bind("from", pause.from())
                .bind("to", pause.to())
                .bind("by", by)
                .execute();
    }

    static List<Done> standing(Handle handle, String cause) {
        return handle.createQuery("""
                        select rule_cause_id, rule_id, paused_from, paused_to from supervision.rule_cause
                         where cause = :cause and undone_at is null order by rule_cause_id""")
                .bind("cause", cause)
                .map((row, context) -> new Done(
                        row.getLong("rule_cause_id"),
                        row.getLong("rule_id"),
                        new ScheduleExceptions.Pause(
                                row.getObject("paused_from", LocalDateTime.class),
                                row.getObject("paused_to", LocalDateTime.class))))
                .list();
    }

    static void undone(Handle handle, long doneId, Instant at, long by) {
        handle.createUpdate(
                        "update supervision.rule_cause set undone_at = :at, undone_by = :by where rule_cause_id = :id")
                .bind("at", at)
                .bind("by", by)
                .bind("id", doneId)
                .execute();
    }
}
