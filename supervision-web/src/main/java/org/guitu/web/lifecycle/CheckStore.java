package org.guitu.web.lifecycle;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The SQL of the items of reception and discharge; those of the case that stands. */
final class CheckStore {

    private CheckStore() {}

    static List<Check> list(Handle handle, long personId) {
        return handle.createQuery("""
                        select c.item, c.done_on, c.note, s.name from supervision.case_check c
                          join supervision.staff s on s.staff_id = c.recorded_by
                         where c.person_id = :person and c.undone_at is null and c.case_id = supervision.case_of(:person)""")
                .bind("person", personId)
                .map((row, context) -> new Check(
                        CheckItem.valueOf(row.getString("item")),
                        row.getObject("done_on", LocalDate.class),
                        row.getString("note"),
                        row.getString("name")))
                .list();
    }

    static boolean done(Handle handle, long personId, CheckItem item) {
        return list(handle, personId).stream().anyMatch(check -> check.item() == item);
    }

    static void insert(Handle handle, long personId, CheckItem item, LocalDate doneOn, String note, long by) {
        handle.createUpdate("""
                        insert into supervision.case_check (person_id, case_id, item, done_on, note, recorded_by)
                        values (:person, supervision.case_of(:person), :item, :on, :note, :by)""")
                .bind("person", personId)
                .bind("item", item.name())
                .bind("on", doneOn)
                .bind("note", note)
                .bind("by", by)
                .execute();
    }

    static boolean undo(Handle handle, long personId, CheckItem item, long by) {
        return handle.createUpdate("""
                                update supervision.case_check set undone_at = now(), undone_by = :by
                                 where person_id = :person and item = :item and undone_at is null
                                   and case_id = supervision.case_of(:person)""")
                        .bind("person", personId)
                        .bind("item", item.name())
                        .bind("by", by)
                        .execute()
                > 0;
    }
}
