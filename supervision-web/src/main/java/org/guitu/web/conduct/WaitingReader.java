package org.guitu.web.conduct;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What waits in a subtree: for someone to put forward, for a decision, for an answer. */
public final class WaitingReader {

    static final int LIST_MAX = 200;

    private final Jdbi jdbi;
    private final InstantSource clock;

    public WaitingReader(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * The files in which something waits.
     *
     * @param more whether there are more than were read
     */
    record Waiting(List<ConductFile> files, boolean more) {}

    Waiting read(Staff reader) {
        Instant now = clock.instant();
        return jdbi.inTransaction(handle -> {
            List<Long> people = people(handle, reader);
            List<ConductFile> files = people.stream()
                    .limit(LIST_MAX)
                    .flatMap(id -> PersonStore.find(handle, reader, id).stream())
                    .map(person -> ConductFile.read(handle, person, now))
                    .toList();
            return new Waiting(files, people.size() > LIST_MAX);
        });
    }

    /** Whoever has an open proposal, an objection without an answer, a step to come, or an incident that nothing was decided on. */
    private static List<Long> people(Handle handle, Staff reader) {
        return handle.createQuery("""
                select p.person_id from supervision.person p
                  join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
                  join supervision.organisation o on o.organisation_id = a.organisation_id
                 where o.path like :scope || '%' and (not p.minor or :minors)
                   and (exists (select 1 from supervision.conduct_proposal c where c.person_id = p.person_id and c.state = 'PROPOSED')
                     or exists (select 1 from supervision.conduct_measure m where m.person_id = p.person_id
                                   and (m.state = 'OBJECTED' or (m.state <> 'WITHDRAWN' and not exists (
                                        select 1 from supervision.conduct_step t
                                         where t.measure_id = m.measure_id and t.kind in ('SERVED', 'SENT')))))
                     or exists (select 1 from supervision.incident i
                                  join supervision.incident_version v on v.incident_id = i.incident_id and v.superseded_at is null
                                 where i.person_id = p.person_id and not v.withdrawn
                                   and (v.last_day is null and i.kind in ('LATE_REPORT', 'OUT_OF_SUPERVISION')
                                        or not exists (select 1 from supervision.conduct_evidence e
                                          join supervision.conduct_proposal c on c.proposal_id = e.proposal_id
                                         where e.incident_id = i.incident_id and c.state in ('DECIDED', 'REJECTED')))))
                 order by p.person_id desc limit :limit""")
                .bind("scope", reader.scope())
                .bind("minors", reader.may(Permission.VIEW_MINORS))
                .bind("limit", LIST_MAX + 1)
                .mapTo(Long.class)
                .list();
    }
}
