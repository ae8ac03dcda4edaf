package org.guitu.web.resettlement;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.limits.Limit;
import org.guitu.web.limits.LimitTable;
import org.guitu.web.limits.Limits;
import org.jdbi.v3.core.Jdbi;

/**
 * Who is helped in an area, and what is still to be done for whom. Somebody is listed where he or she is assigned, and where the household
 * is listed; the latter without the file, which lies with the other.
 */
final class ResettlementList {

    private static final Limit COMING_DAYS = Limit.of("resettlement.coming-days");
    private static final Limit VISIT_DAYS = Limit.of("resettlement.visit-days");

    /** What is looked for. */
    enum Filter {
        ALL,
        /** To be released soon. */
        COMING,
        /** Released and without a helper. */
        UNPAIRED,
        /** The first visit, or the next, is late. */
        VISIT,
        KEY
    }

    /**
     * One person.
     *
     * @param ours whether the file lies in the reader's area; else it is only listed there too
     * @param helper {@code ""} for none
     */
    record Row(
            long personId,
            String name,
            String caseNumber,
            String organisation,
            boolean ours,
            LocalDate releasedOn,
            LocalDate untilOn,
            boolean key,
            String helper,
            Optional<LocalDate> lastVisit,
            boolean visitLate,
            boolean coming) {}

    private static final String SQL = """
            select * from (
              select r.resettlement_id, r.person_id, p.name, p.case_number, h.name as organisation_name,
                     h.path like :scope || '%' as ours, r.released_on, r.until_on, cardinality(r.key_reasons) > 0 as key,
                     coalesce((select g.helper from supervision.resettlement_pairing g
                                where g.resettlement_id = r.resettlement_id and g.valid_to is null and g.superseded_at is null), '') as helper,
                     v.last_visit,
                     r.released_on <= :today and case when v.last_visit is null or v.last_visit < r.released_on
                          then r.released_on + cast(:firstDays as integer) < :today
                          else v.last_visit + cast(:visitDays as integer) < :today end as visit_late,
                     r.released_on > :today as coming
                from supervision.resettlement r
                join supervision.person p on p.person_id = r.person_id
                join supervision.assignment a on a.person_id = r.person_id and a.superseded_at is null and a.valid_to is null
                join supervision.organisation h on h.organisation_id = a.organisation_id
                left join lateral (select max(visited_on) as last_visit from supervision.resettlement_visit w
                                    where w.resettlement_id = r.resettlement_id and w.superseded_at is null) v on true
               where r.ended_on is null and r.until_on >= :today and (not p.minor or :minors)
                 and (h.path like :scope || '%'
                      or exists (select 1 from supervision.resettlement_listing l
                                   join supervision.organisation lo on lo.organisation_id = l.organisation_id
                                  where l.resettlement_id = r.resettlement_id and l.superseded_at is null
                                    and lo.path like :scope || '%'))) x
             where case :filter when 'COMING' then x.coming and x.released_on <= cast(:today as date) + cast(:comingDays as integer)
                                when 'UNPAIRED' then not x.coming and x.helper = ''
                                when 'VISIT' then x.visit_late
                                when 'KEY' then x.key
                                else true end
             order by case when :filter = 'COMING' then x.released_on end, x.released_on desc, x.resettlement_id
             limit :limit offset :offset
            """;

    private final Jdbi jdbi;
    private final InstantSource clock;

    ResettlementList(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    List<Row> find(Staff staff, Filter filter, int limit, int offset) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, staff.organisation().zone());
        return jdbi.withHandle(handle -> {
            LimitTable limits = Limits.of(handle, staff.organisation().id());
            return handle.createQuery(SQL)
                    .bind("scope", staff.scope())
                    .bind("minors", staff.may(Permission.VIEW_MINORS))
                    .bind("today", today)
                    .bind("firstDays", limits.value(ResettlementDuties.FIRST_VISIT_DAYS, today))
                    .bind("visitDays", limits.value(VISIT_DAYS, today))
                    .bind("comingDays", limits.value(COMING_DAYS, today))
                    .bind("filter", filter.name())
                    .bind("limit", limit)
                    .bind("offset", offset)
                    .map((row, context) -> new Row(
                            row.getLong("person_id"),
                            row.getString("name"),
                            row.getString("case_number"),
                            row.getString("organisation_name"),
                            row.getBoolean("ours"),
                            row.getObject("released_on", LocalDate.class),
                            row.getObject("until_on", LocalDate.class),
                            row.getBoolean("key"),
                            row.getString("helper"),
                            Optional.ofNullable(row.getObject("last_visit", LocalDate.class)),
                            row.getBoolean("visit_late"),
                            row.getBoolean("coming")))
                    .list();
        });
    }
}
