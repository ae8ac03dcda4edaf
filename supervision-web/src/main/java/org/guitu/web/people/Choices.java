package org.guitu.web.people;

import java.util.List;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Option;
import org.jdbi.v3.core.Jdbi;

/** The organisations and caseworkers one may choose from: those of the own subtree. */
public final class Choices {

    private final Jdbi jdbi;

    public Choices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<Option> organisations(Staff reader) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select organisation_id, name from supervision.organisation
                         where path like :scope || '%' and closed_at is null order by path""")
                .bind("scope", reader.scope())
                .map((row, context) -> new Option(row.getString("organisation_id"), row.getString("name")))
                .list());
    }

    /** Those who keep files in the subtree; whoever holds posts has one today, by the clock of its place. */
    public List<Option> officers(Staff reader) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select s.staff_id, s.name, o.name as organisation
                          from supervision.staff s join supervision.organisation o on o.organisation_id = s.organisation_id
                         where o.path like :scope || '%' and s.deactivated_at is null
                           and exists (select 1 from supervision.staff_role r where r.staff_id = s.staff_id and r.role in ('OFFICER', 'DECIDER', 'SOCIAL_WORKER'))
                           and (not exists (select 1 from supervision.staff_post p
                                             where p.staff_id = s.staff_id and p.superseded_at is null)
                                or exists (select 1 from supervision.staff_post p
                                            where p.staff_id = s.staff_id and p.superseded_at is null
                                              and (now() at time zone o.time_zone)::date
                                                  between p.first_day and coalesce(p.last_day, 'infinity')))
                         order by o.path, s.name""")
                .bind("scope", reader.scope())
                .map((row, context) -> new Option(
                        row.getString("staff_id"), row.getString("name") + " · " + row.getString("organisation")))
                .list());
    }
}
