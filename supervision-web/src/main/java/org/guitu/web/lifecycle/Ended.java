package org.guitu.web.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What ended with a case: if the end was a mistake it is to be ordered anew, for nothing that collects or forbids begins by itself.
 *
 * @param what {@code bases}, {@code zones}, {@code rules}, {@code leave} or {@code permits}: the page where it is ordered
 */
record Ended(String what, int count) {

    /** Everything of a person that ended at the instant at which the case did. */
    static List<Ended> at(Handle handle, long personId, Instant leftAt) {
        return handle.createQuery("""
                        select what, count(*) as n from (
                            select 1 as place, 'bases' as what from supervision.basis where person_id = :person and ended_at = :at
                            union all
                            select 2, 'zones' from supervision.zone where person_id = :person and ended_at = :at
                            union all
                            select 3, 'rules' from supervision.rule where person_id = :person and ended_at = :at
                            union all
                            select 4, 'leave' from supervision.leave where person_id = :person and ended_at = :at
                            union all
                            select 5, 'permits' from supervision.permit where person_id = :person and ended_at = :at) e
                         group by place, what order by place""")
                .bind("person", personId)
                .bind("at", leftAt)
                .map((row, context) -> new Ended(row.getString("what"), row.getInt("n")))
                .list();
    }
}
