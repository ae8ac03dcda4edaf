package org.guitu.web.help;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of relief. Scoping is done on the person. */
final class ReliefStore {

    private ReliefStore() {}

    static List<Relief> ofPerson(Handle handle, long personId) {
        return handle.createQuery("""
                        select r.*, s.name as staff_name from supervision.relief r
                          join supervision.staff s on s.staff_id = r.recorded_by
                         where r.person_id = :person and r.superseded_at is null order by r.day desc, r.relief_id desc limit 200""")
                .bind("person", personId)
                .map((row, context) -> new Relief(
                        row.getLong("relief_id"),
                        Relief.Kind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        Optional.of(row.getInt("yuan")).filter(yuan -> yuan > 0),
                        row.getString("giver"),
                        row.getString("note"),
                        row.getString("staff_name")))
                .list();
    }

    static long insert(
            Handle handle,
            long personId,
            Relief.Kind kind,
            LocalDate day,
            Optional<Integer> yuan,
            String giver,
            String note,
            long by) {
        return handle.createUpdate("""
                        insert into supervision.relief (person_id, kind, day, yuan, giver, note, recorded_by)
                        values (:person, :kind, :day, cast(:yuan as integer), :giver, :note, :by)""")
                .bind("person", personId)
                .bind("kind", kind.name())
                .bind("day", day)
                .bind("yuan", yuan.orElse(null))
                .bind("giver", giver)
                .bind("note", note)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("relief_id")
                .mapTo(Long.class)
                .one();
    }

    static boolean withdraw(Handle handle, long personId, long reliefId, long by) {
        return handle.createUpdate("""
                                update supervision.relief set superseded_at = now(), superseded_by = :by
                                 where relief_id = :relief and person_id = :person and superseded_at is null""")
                        .bind("by", by)
                        .bind("relief", reliefId)
                        .bind("person", personId)
                        .execute()
                > 0;
    }
}
