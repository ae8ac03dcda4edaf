package org.guitu.web.lifecycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.http.Json;
import org.guitu.web.people.CaseState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of steps. Scoping is done on the person, whose row callers hold. */
final class StepStore {

    private StepStore() {}

    /** All steps of a person, those undone too, newest first. */
    static List<TakenStep> list(Handle handle, long personId) {
        return handle.createQuery("""
                        select c.*, s.name as staff_name from supervision.case_step c
                          join supervision.staff s on s.staff_id = c.recorded_by
                         where c.person_id = :person order by c.step_id desc""")
                .bind("person", personId)
                .map(StepStore::step)
                .list();
    }

    static long insert(
            Handle handle,
            long personId,
            CaseStep step,
            Optional<CaseState> from,
            CaseState to,
            LocalDate happenedOn,
            String documentNumber,
            String note,
            long entryId,
            long by) {
        return handle.createUpdate("""
                        insert into supervision.case_step (person_id, step, from_state, to_state, happened_on, document_number, note,
                               entry_id, recorded_by)
                        values (:person, :step, :from, :to, :on, :document, :note, :entry, :by)""")
                .bind("person", personId)
                .bind("step", step.name())
                .bind("from", from.map(Enum::name).orElse(""))
                .bind("to", to.name())
                .bind("on", happenedOn)
                .bind("document", documentNumber)
                .bind("note", note)
                .bind("entry", entryId)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("step_id")
                .mapTo(Long.class)
                .one();
    }

    /** The steps of the case that stands, those undone too, newest first. */
    static List<TakenStep> ofCase(Handle handle, long personId) {
        List<TakenStep> steps = list(handle, personId);
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).step() == CaseStep.NEW_CASE
                    && steps.get(i).undoReason().isEmpty()) {
                return steps.subList(0, i + 1);
            }
        }
        return steps;
    }

    /** Keeps how a person stood before a new case. */
    static void before(Handle handle, long stepId, Before before) {
        handle.createUpdate("update supervision.case_step set before = cast(:before as jsonb) where step_id = :step")
                .bind("before", Json.write(before))
                .bind("step", stepId)
                .execute();
    }

    /** How the person stood before the new case that this step began. */
    static Before before(Handle handle, long stepId) {
        String json = handle.createQuery("select before::text from supervision.case_step where step_id = :step")
                .bind("step", stepId)
                .mapTo(String.class)
                .one();
        return Json.mapper().convertValue(Json.tree(json), Before.class);
    }

    /** Keeps when what was ordered ended with a step. */
    static void left(Handle handle, long stepId, Instant at) {
        handle.createUpdate("update supervision.case_step set left_at = :at where step_id = :step")
                .bind("at", at)
                .bind("step", stepId)
                .execute();
    }

    static void undo(Handle handle, long stepId, String reason, long by) {
        handle.createUpdate("""
                        update supervision.case_step set undone_at = now(), undone_by = :by, undo_reason = :reason where step_id = :step""")
                .bind("step", stepId)
                .bind("reason", reason)
                .bind("by", by)
                .execute();
    }

    private static TakenStep step(ResultSet row, StatementContext context) throws SQLException {
        return new TakenStep(
                row.getLong("step_id"),
                CaseStep.valueOf(row.getString("step")),
                Optional.of(row.getString("from_state"))
                        .filter(from -> !from.isEmpty())
                        .map(CaseState::valueOf),
                CaseState.valueOf(row.getString("to_state")),
                row.getObject("happened_on", LocalDate.class),
                row.getString("document_number"),
                row.getString("note"),
                row.getLong("entry_id"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("staff_name"),
                Optional.ofNullable(row.getTimestamp("left_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("undo_reason")));
    }
}
