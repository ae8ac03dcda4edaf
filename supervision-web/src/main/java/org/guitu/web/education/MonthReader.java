package org.guitu.web.education;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.limits.LimitTable;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.SupervisionClass;
import org.jdbi.v3.core.Jdbi;

/** A month of everyone in a subtree: what was done, what was due by the class at its end, who is short. */
public final class MonthReader {

    static final int LIST_MAX = 1000;

    private final Jdbi jdbi;
    private final InstantSource clock;

    public MonthReader(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** One person's month. */
    record Row(
            long personId,
            String name,
            String caseNumber,
            String organisationName,
            SupervisionClass supervisionClass,
            boolean able,
            MonthHours study,
            MonthHours work) {

        boolean isShort() {
            return !study.met() || !work.met();
        }
    }

    YearMonth current(Staff reader) {
        return YearMonth.from(clock.instant().atZone(reader.organisation().zone()));
    }

    /** Everyone who was in corrections when the month began and for whom hours are or were due, by office and name. */
    List<Row> read(Staff reader, YearMonth month) {
        ZoneId zone = reader.organisation().zone();
        Instant from = HoursStore.start(month, zone);
        Instant to = HoursStore.start(month.plusMonths(1), zone);
        Instant now = clock.instant();
        Instant asOf = (to.isBefore(now) ? to : now).minusMillis(1);
        return jdbi.inTransaction(handle -> {
            Map<Long, LimitTable> tables = new HashMap<>();
            return handle.createQuery("""
                            select p.person_id, p.name, p.case_number, o.organisation_id, o.name as organisation_name,
                                   k.class, coalesce(w.able, true) as able,
                                   coalesce((select sum(minutes) from supervision.education_credit e where e.person_id = p.person_id
                                      and not e.work and e.done_at >= :from and e.done_at < :to), 0) as study,
                                   coalesce((select sum(minutes) from supervision.education_credit e where e.person_id = p.person_id
                                      and e.work and e.done_at >= :from and e.done_at < :to), 0) as work
                              from supervision.person p
                              join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
                              join supervision.organisation o on o.organisation_id = a.organisation_id
                              join supervision.person_class k on k.person_id = p.person_id and k.superseded_at is null
                                   and k.valid_from <= :asOf and (k.valid_to is null or k.valid_to > :asOf)
                              join supervision.person_category c on c.person_id = p.person_id and c.superseded_at is null
                                   and c.valid_from <= :asOf and (c.valid_to is null or c.valid_to > :asOf)
                              left join supervision.work_ability w on w.person_id = p.person_id and w.superseded_at is null
                                   and w.valid_from <= :asOf and (w.valid_to is null or w.valid_to > :asOf)
                             where o.path like :scope || '%' and (not p.minor or :minors)
                               and c.category in ('CONTROL', 'PROBATION', 'PAROLE', 'TEMPORARY_EXECUTION')
                               and exists (select 1 from supervision.person_state z where z.person_id = p.person_id
                                              and z.superseded_at is null and z.valid_from < :from
                                              and (z.valid_to is null or z.valid_to > :from)
                                              and z.state in ('ACTIVE', 'ON_LEAVE', 'TRANSFERRING', 'OUT_OF_SUPERVISION', 'SUSPENDED_DETAINED'))
                               and exists (select 1 from supervision.person_state z where z.person_id = p.person_id
                                              and z.superseded_at is null and z.valid_from <= :asOf
                                              and (z.valid_to is null or z.valid_to > :asOf)
                                              and z.state in ('ACTIVE', 'ON_LEAVE', 'TRANSFERRING', 'OUT_OF_SUPERVISION', 'SUSPENDED_DETAINED'))
                             order by o.path, p.sort_key, p.person_id limit :limit""")
                    .bind("from", from)
                    .bind("to", to)
                    .bind("asOf", asOf)
                    .bind("scope", reader.scope())
                    .bind("minors", reader.may(Permission.VIEW_MINORS))
                    .bind("limit", LIST_MAX)
                    .map((row, context) -> {
                        LimitTable table =
                                tables.computeIfAbsent(row.getLong("organisation_id"), id -> Limits.of(handle, id));
                        SupervisionClass of = SupervisionClass.valueOf(row.getString("class"));
                        boolean able = row.getBoolean("able");
                        return new Row(
                                row.getLong("person_id"),
                                row.getString("name"),
                                row.getString("case_number"),
                                row.getString("organisation_name"),
                                of,
                                able,
                                new MonthHours(
                                        row.getInt("study"), table.value(Branch.STUDY.hours(of), month.atDay(1))),
                                new MonthHours(
                                        row.getInt("work"),
                                        able ? table.value(Branch.WORK.hours(of), month.atDay(1)) : 0));
                    })
                    .list();
        });
    }
}
