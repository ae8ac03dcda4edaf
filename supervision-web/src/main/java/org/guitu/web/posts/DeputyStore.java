package org.guitu.web.posts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of deputies. */
final class DeputyStore {

    private DeputyStore() {}

    /** Standing deputyships for someone or by someone, the newest first. */
    static List<Deputyship> of(Handle handle, long staffId) {
        return handle.createQuery("""
                        select d.*, p.name as principal_name, s.name as staff_name, coalesce(b.name, '') as recorded_by_name
                          from supervision.deputy d
                          join supervision.staff p on p.staff_id = d.principal_id
                          join supervision.staff s on s.staff_id = d.staff_id
                          left join supervision.staff b on b.staff_id = d.recorded_by
                         where d.superseded_at is null and (d.principal_id = :staff or d.staff_id = :staff)
                         order by d.first_day desc, d.deputy_id desc""")
                .bind("staff", staffId)
                .map((row, context) -> new Deputyship(
                        row.getLong("deputy_id"),
                        row.getLong("principal_id"),
                        row.getString("principal_name"),
                        row.getLong("staff_id"),
                        row.getString("staff_name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("reason"),
                        row.getString("recorded_by_name")))
                .list();
    }

    static long nextId(Handle handle) {
        return handle.createQuery("select nextval('supervision.deputy_seq')")
                .mapTo(Long.class)
                .one();
    }

    static void insert(Handle handle, Deputyship deputy, long by) {
        handle.createUpdate("""
                        insert into supervision.deputy (deputy_id, principal_id, staff_id, first_day, last_day, reason, recorded_by)
                        values (:id, :principal, :staff, :first, :last, :reason, :by)""")
                .bind("id", deputy.id())
                .bind("principal", deputy.principalId())
                .bind("staff", deputy.staffId())
                .bind("first", deputy.first())
                .bind("last", deputy.last())
                .bind("reason", deputy.reason())
                .bind("by", by)
                .execute();
    }

    /** Ends one with this last day; without one it never was. */
    static void end(Handle handle, Deputyship deputy, Optional<LocalDate> last, long by) {
        handle.createUpdate("update supervision.deputy set superseded_at = now(), superseded_by = :by"
                        + " where deputy_id = :id and superseded_at is null")
                .bind("id", deputy.id())
                .bind("by", by)
                .execute();
        last.ifPresent(day -> insert(
                handle,
                new Deputyship(
                        deputy.id(),
                        deputy.principalId(),
                        "",
                        deputy.staffId(),
                        "",
                        deputy.first(),
                        day,
                        deputy.reason(),
                        ""),
                by));
    }
}
