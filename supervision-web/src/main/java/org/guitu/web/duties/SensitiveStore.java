package org.guitu.web.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/** The SQL of sensitive periods. One sees those of one's own subtree and those above it that hold there too. */
final class SensitiveStore {

    private SensitiveStore() {}

    static List<SensitivePeriod> list(Handle handle, Staff staff) {
        return handle.createQuery("""
                        select p.*, p.hours::text as kept_hours, o.name as organisation_name, s.name as staff_name from supervision.sensitive_period p
                          join supervision.organisation o on o.organisation_id = p.organisation_id
                          join supervision.staff s on s.staff_id = p.recorded_by
                         where o.path like :scope || '%' or :scope like o.path || '%'
                         order by p.last_day desc, p.period_id desc limit 100""")
                .bind("scope", staff.scope())
                .map((row, context) -> new SensitivePeriod(
                        row.getLong("period_id"),
                        row.getString("name"),
                        row.getString("organisation_name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getInt("check_every_days"),
                        Optional.ofNullable(row.getString("kept_hours")),
                        row.getString("staff_name"),
                        Optional.ofNullable(row.getTimestamp("ended_at")).map(java.sql.Timestamp::toInstant)))
                .list();
    }

    static long insert(
            Handle handle,
            Staff staff,
            String name,
            LocalDate first,
            LocalDate last,
            int every,
            Optional<String> hours) {
        return handle.createUpdate("""
                        insert into supervision.sensitive_period
                               (organisation_id, name, first_day, last_day, check_every_days, hours, recorded_by)
                        values (:organisation, :name, :first, :last, :every, :hours::jsonb, :by)""")
                .bind("organisation", staff.organisation().id())
                .bind("name", name)
                .bind("first", first)
                .bind("last", last)
                .bind("every", every)
                .bind("hours", hours.orElse(null))
                .bind("by", staff.id())
                .executeAndReturnGeneratedKeys("period_id")
                .mapTo(Long.class)
                .one();
    }

    static boolean end(Handle handle, Staff staff, long periodId, Instant at) {
        boolean ended = handle.createUpdate("""
                                update supervision.sensitive_period p set ended_at = :at, ended_by = :by
                                  from supervision.organisation o
                                 where o.organisation_id = p.organisation_id and o.path like :scope || '%'
                                   and p.period_id = :period and p.ended_at is null""")
                        .bind("at", at)
                        .bind("by", staff.id())
                        .bind("scope", staff.scope())
                        .bind("period", periodId)
                        .execute()
                > 0;
        if (ended) {
            handle.createUpdate("""
                            update supervision.duty set cancelled_at = :at, cancelled_by = :by, cancel_reason = :reason
                             where kind = 'duties.sensitive' and ref = 'period:' || :period
                               and met_at is null and cancelled_at is null""")
                    .bind("at", at)
                    .bind("by", staff.id())
                    .bind("reason", "period-over")
                    .bind("period", periodId)
                    .execute();
        }
        return ended;
    }
}
