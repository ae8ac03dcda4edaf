package org.guitu.web.conduct;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The SQL of measures and the steps that follow them. Scoping is done on the person. */
final class MeasureStore {

    private MeasureStore() {}

    /** All measures of a person, the newest first. */
    static List<Measure> ofPerson(Handle handle, long personId) {
        Map<Long, List<Measure.Step>> steps = handle
                .createQuery("""
                        select t.*, s.name as staff_name from supervision.conduct_step t
                          join supervision.conduct_measure m on m.measure_id = t.measure_id
                          join supervision.staff s on s.staff_id = t.recorded_by
                         where m.person_id = :person order by t.step_id""")
                .bind("person", personId)
                .map((row, context) -> Map.entry(row.getLong("measure_id"), step(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return handle.createQuery("""
                        select m.*, s.name as decider from supervision.conduct_measure m
                          join supervision.staff s on s.staff_id = m.decided_by
                         where m.person_id = :person order by m.decided_on desc, m.measure_id desc limit 1000""")
                .bind("person", personId)
                .map((row, context) -> measure(row, steps.getOrDefault(row.getLong("measure_id"), List.of())))
                .list();
    }

    static Optional<Measure> find(Handle handle, long personId, long measureId) {
        return ofPerson(handle, personId).stream()
                .filter(measure -> measure.id() == measureId)
                .findFirst();
    }

    static long insert(Handle handle, Proposal proposal, LocalDate decidedOn, String number, String reason, long by) {
        return handle.createUpdate("""
                        insert into supervision.conduct_measure
                               (proposal_id, person_id, kind, decided_on, document_number, reason, decided_by)
                        values (:proposal, :person, :kind, :day, :number, :reason, :by)""")
                .bind("proposal", proposal.id())
                .bind("person", proposal.personId())
                .bind("kind", proposal.kind().name())
                .bind("day", decidedOn)
                .bind("number", number)
                .bind("reason", reason)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("measure_id")
                .mapTo(Long.class)
                .one();
    }

    static void step(
            Handle handle,
            long measureId,
            Measure.StepKind kind,
            LocalDate day,
            Optional<Measure.Result> result,
            String note,
            long by) {
        handle.createUpdate("""
                        insert into supervision.conduct_step (measure_id, kind, day, result, note, recorded_by)
                        values (:measure, :kind, :day, :result, :note, :by)""")
                .bind("measure", measureId)
                .bind("kind", kind.name())
                .bind("day", day)
                .bind("result", result.map(Measure.Result::name).orElse(null))
                .bind("note", note)
                .bind("by", by)
                .execute();
    }

    static void state(Handle handle, long measureId, Measure.State state, Optional<MeasureKind> changedTo) {
        handle.createUpdate("""
                        update supervision.conduct_measure set state = :state, changed_to = :changed where measure_id = :measure""")
                .bind("state", state.name())
                .bind("changed", changedTo.map(MeasureKind::name).orElse(null))
                .bind("measure", measureId)
                .execute();
    }

    private static Measure.Step step(ResultSet row) throws SQLException {
        return new Measure.Step(
                Measure.StepKind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                Optional.ofNullable(row.getString("result")).map(Measure.Result::valueOf),
                row.getString("note"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("staff_name"));
    }

    private static Measure measure(ResultSet row, List<Measure.Step> steps) throws SQLException {
        return new Measure(
                row.getLong("measure_id"),
                row.getLong("proposal_id"),
                row.getLong("person_id"),
                MeasureKind.valueOf(row.getString("kind")),
                Measure.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("changed_to")).map(MeasureKind::valueOf),
                row.getObject("decided_on", LocalDate.class),
                row.getString("document_number"),
                row.getString("reason"),
                row.getString("decider"),
                row.getTimestamp("recorded_at").toInstant(),
                steps);
    }
}
