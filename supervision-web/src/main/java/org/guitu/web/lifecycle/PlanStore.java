package org.guitu.web.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of correction plans; a plan is never changed, a newer version follows it. */
final class PlanStore {

    private PlanStore() {}

    /** All versions, newest first. */
    static List<Plan> list(Handle handle, long personId) {
        return handle.createQuery("""
                        select p.*, s.name from supervision.correction_plan p join supervision.staff s on s.staff_id = p.recorded_by
                         where p.person_id = :person order by p.version desc""")
                .bind("person", personId)
                .map((row, context) -> new Plan(
                        row.getInt("version"),
                        row.getString("situation"),
                        row.getString("measures"),
                        row.getString("help"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("name")))
                .list();
    }

    static Optional<Plan> newest(Handle handle, long personId) {
        return list(handle, personId).stream().findFirst();
    }

    /** Whether one was written in the case that stands. */
    static boolean written(Handle handle, long personId) {
        return handle.createQuery("""
                        select exists (select 1 from supervision.correction_plan
                         where person_id = :person and case_id = supervision.case_of(:person))""")
                .bind("person", personId)
                .mapTo(Boolean.class)
                .one();
    }

    static void insert(Handle handle, long personId, Plan plan, long by) {
        handle.createUpdate("""
                        insert into supervision.correction_plan (person_id, case_id, version, situation, measures, help, valid_from, recorded_by)
                        values (:person, supervision.case_of(:person), :version, :situation, :measures, :help, :from, :by)""")
                .bind("person", personId)
                .bind("version", plan.version())
                .bind("situation", plan.situation())
                .bind("measures", plan.measures())
                .bind("help", plan.help())
                .bind("from", plan.validFrom())
                .bind("by", by)
                .execute();
    }
}
