package org.guitu.web.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.guitu.web.clockwork.Tick;
import org.guitu.web.duties.Duties;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Opens, once a month is over, the duty to assess it. Run twice, it changes nothing. */
public final class MonthlyDuties implements Tick {

    private static final int BATCH = 500;

    private final Jdbi jdbi;
    private final Duties duties = new Duties();

    public MonthlyDuties(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "monthly-assessments";
    }

    @Override
    public void run(Instant now) {
        while (jdbi.inTransaction(handle -> batch(handle, now)) == BATCH) {
            // the next batch
        }
    }

    private int batch(Handle handle, Instant now) {
        List<Long> people = people(handle, now);
        people.forEach(id -> open(handle, PersonStore.get(handle, id), now));
        return people.size();
    }

    /** Whoever was in corrections before this month began, has no such duty for the last one and was not assessed. */
    private static List<Long> people(Handle handle, Instant now) {
        return handle.createQuery("""
                        select p.person_id from supervision.person p
                          join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                          join supervision.person_category c on c.person_id = p.person_id and c.superseded_at is null and c.valid_to is null
                          join supervision.person_state z on z.person_id = p.person_id and z.superseded_at is null and z.valid_to is null
                         cross join lateral (select date_trunc('month', :now at time zone o.time_zone) as this) t
                         cross join lateral (select to_char(t.this - interval '1 day', 'YYYY-MM') as name) month
                         where c.category in ('CONTROL', 'PROBATION', 'PAROLE', 'TEMPORARY_EXECUTION')
                           and z.state in ('ACTIVE', 'ON_LEAVE', 'TRANSFERRING', 'OUT_OF_SUPERVISION', 'SUSPENDED_DETAINED')
                           and exists (select 1 from supervision.person_state s
                                        where s.person_id = p.person_id and s.superseded_at is null
                                          and s.state in ('ACTIVE', 'ON_LEAVE', 'TRANSFERRING', 'OUT_OF_SUPERVISION', 'SUSPENDED_DETAINED')
                                          and s.valid_from < t.this at time zone o.time_zone)
                           and not exists (select 1 from supervision.duty d
                                            where d.person_id = p.person_id and d.kind = 'conduct.assessment' and d.ref = month.name)
                           and not exists (select 1 from supervision.monthly_assessment m
                                            where m.person_id = p.person_id and m.superseded_at is null
                                              and m.month = (t.this - interval '1 month')::date)
                         order by p.person_id limit :limit""")
                .bind("limit", BATCH)
                .bind("now", now)
                .map((row, context) -> row.getLong("person_id"))
                .list();
    }

    private void open(Handle handle, Person person, Instant now) {
        LocalDate last =
                LocalDate.ofInstant(now, person.zone()).withDayOfMonth(1).minusDays(1);
        duties.open(
                handle,
                person,
                ConductDuties.ASSESSMENT,
                last.atStartOfDay(person.zone()).toInstant(),
                YearMonth.from(last).toString());
    }
}
