package org.guitu.web.help;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of the psychological file. Scoping is done on the person. */
final class PsychologyStore {

    private PsychologyStore() {}

    static List<Psychology> ofPerson(Handle handle, long personId) {
        return handle.createQuery("""
                        select e.*, s.name as staff_name from supervision.psychology_entry e
                          join supervision.staff s on s.staff_id = e.recorded_by
                         where e.person_id = :person and e.superseded_at is null order by e.day desc, e.entry_id desc limit 500""")
                .bind("person", personId)
                .map((row, context) -> new Psychology(
                        row.getLong("entry_id"),
                        Psychology.Kind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        row.getString("instrument"),
                        Optional.ofNullable(row.getString("level")).map(Psychology.Level::valueOf),
                        row.getString("summary"),
                        Optional.ofNullable(row.getObject("next_on", LocalDate.class)),
                        row.getString("staff_name")))
                .list();
    }

    static long insert(Handle handle, long personId, Psychology entry, long by) {
        return handle.createUpdate("""
                        insert into supervision.psychology_entry (person_id, kind, day, instrument, level, summary, next_on, recorded_by)
                        values (:person, :kind, :day, :instrument, :level, :summary, cast(:next as date), :by)""")
                .bind("person", personId)
                .bind("kind", entry.kind().name())
                .bind("day", entry.day())
                .bind("instrument", entry.instrument())
                .bind("level", entry.level().map(Psychology.Level::name).orElse(null))
                .bind("summary", entry.summary())
                .bind("next", entry.nextOn().orElse(null))
                .bind("by", by)
                .executeAndReturnGeneratedKeys("entry_id")
                .mapTo(Long.class)
                .one();
    }

    static boolean withdraw(Handle handle, long personId, long entryId, long by) {
        return handle.createUpdate("""
                                update supervision.psychology_entry set superseded_at = now(), superseded_by = :by
                                 where entry_id = :entry and person_id = :person and superseded_at is null""")
                        .bind("by", by)
                        .bind("entry", entryId)
                        .bind("person", personId)
                        .execute()
                > 0;
    }
}
