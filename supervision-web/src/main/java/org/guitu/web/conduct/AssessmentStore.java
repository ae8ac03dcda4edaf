package org.guitu.web.conduct;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.http.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of monthly assessments. Scoping is done on the person. */
final class AssessmentStore {

    private AssessmentStore() {}

    /** Those that stand, the newest month first. */
    static List<Assessment> ofPerson(Handle handle, long personId) {
        return handle.createQuery("""
                        select a.*, s.name as staff_name from supervision.monthly_assessment a
                          join supervision.staff s on s.staff_id = a.recorded_by
                         where a.person_id = :person and a.superseded_at is null order by a.month desc limit 240""")
                .bind("person", personId)
                .map(AssessmentStore::assessment)
                .list();
    }

    /** The one that stands for a month. */
    static Optional<Assessment> find(Handle handle, long personId, LocalDate month) {
        return handle.createQuery("""
                        select a.*, s.name as staff_name from supervision.monthly_assessment a
                          join supervision.staff s on s.staff_id = a.recorded_by
                         where a.person_id = :person and a.month = :month and a.superseded_at is null""")
                .bind("person", personId)
                .bind("month", month)
                .map(AssessmentStore::assessment)
                .findOne();
    }

    /** Records one in place of what stood for the month; answers whether something did. */
    static boolean replace(Handle handle, long personId, AssessmentForm.Read read, long by) {
        boolean stood = handle.createUpdate("""
                                update supervision.monthly_assessment set superseded_at = now()
                                 where person_id = :person and month = :month and superseded_at is null""")
                        .bind("person", personId)
                        .bind("month", read.month())
                        .execute()
                > 0;
        handle.createUpdate("""
                        insert into supervision.monthly_assessment (person_id, month, grade, items, note, recorded_by)
                        values (:person, :month, :grade, cast(:items as jsonb), :note, :by)""")
                .bind("person", personId)
                .bind("month", read.month())
                .bind("grade", read.grade().name())
                .bind("items", Json.write(read.items()))
                .bind("note", read.note())
                .bind("by", by)
                .execute();
        return stood;
    }

    private static Assessment assessment(ResultSet row, StatementContext context) throws SQLException {
        Map<Assessment.Item, Assessment.Grade> items = new EnumMap<>(Assessment.Item.class);
        Json.tree(row.getString("items"))
                .properties()
                .forEach(item -> items.put(
                        Assessment.Item.valueOf(item.getKey()),
                        Assessment.Grade.valueOf(item.getValue().asText())));
        return new Assessment(
                row.getLong("assessment_id"),
                row.getObject("month", LocalDate.class),
                Assessment.Grade.valueOf(row.getString("grade")),
                items,
                row.getString("note"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("staff_name"));
    }
}
