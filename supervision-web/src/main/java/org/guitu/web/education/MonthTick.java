package org.guitu.web.education;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.guitu.web.clockwork.Tick;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens, once in each month, the duty of hours for everyone who was in corrections when it began; whoever comes later begins with the next.
 * Run twice, it changes nothing.
 */
public final class MonthTick implements Tick {

    private static final int BATCH = 500;

    private final Jdbi jdbi;
    private final MonthKeeper keeper = new MonthKeeper();

    public MonthTick(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "education-months";
    }

    @Override
    public void run(Instant now) {
        for (Branch branch : Branch.values()) {
            long after = 0;
            while (after >= 0) {
                long from = after;
                after = jdbi.inTransaction(handle -> batch(handle, branch, now, from));
            }
        }
    }

    /** The last person looked at, or -1 when there are no more. Whoever has nothing due is looked at and passed. */
    private long batch(Handle handle, Branch branch, Instant now, long after) {
        List<Long> people = handle.createQuery("""
                        select p.person_id from supervision.person p
                          join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                          join supervision.person_category c on c.person_id = p.person_id and c.superseded_at is null and c.valid_to is null
                          join supervision.person_state z on z.person_id = p.person_id and z.superseded_at is null and z.valid_to is null
                         cross join lateral (select date_trunc('month', :now at time zone o.time_zone) as month) t
                         where p.person_id > :after
                           and c.category in ('CONTROL', 'PROBATION', 'PAROLE', 'TEMPORARY_EXECUTION')
                           and z.state in ('ACTIVE', 'ON_LEAVE', 'TRANSFERRING')
                           and exists (select 1 from supervision.person_state s
                                        where s.person_id = p.person_id and s.superseded_at is null
                                          and s.state in ('ACTIVE', 'ON_LEAVE', 'TRANSFERRING', 'OUT_OF_SUPERVISION', 'SUSPENDED_DETAINED')
                                          and s.valid_from < t.month at time zone o.time_zone)
                           and not exists (select 1 from supervision.duty d where d.person_id = p.person_id and d.kind = :kind
                                              and d.ref = to_char(t.month, 'YYYY-MM'))
                           and (not :work or not exists (select 1 from supervision.work_ability w where w.person_id = p.person_id
                                              and w.superseded_at is null and w.valid_to is null and not w.able))
                         order by p.person_id limit :limit""")
                .bind("work", branch == Branch.WORK)
                .bind("now", now)
                .bind("after", after)
                .bind("kind", branch.duty().key())
                .bind("limit", BATCH)
                .mapTo(Long.class)
                .list();
        people.forEach(id -> open(handle, PersonStore.get(handle, id), branch, now));
        return people.size() < BATCH ? -1 : people.getLast();
    }

    private void open(Handle handle, Person person, Branch branch, Instant now) {
        YearMonth month = YearMonth.from(now.atZone(person.zone()));
        if (MonthKeeper.hours(handle, person, branch, month).dueHours() > 0) {
            keeper.open(handle, person, branch, month);
            keeper.keep(handle, person, month, null, now);
        }
    }
}
