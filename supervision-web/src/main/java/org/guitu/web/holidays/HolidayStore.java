package org.guitu.web.holidays;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of holidays. */
final class HolidayStore {

    private HolidayStore() {}

    /** The standing days of a year for an organisation; of those entered twice for one day the nearest organisation's last. */
    static List<Holiday> list(Handle handle, long organisationId, int year) {
        return handle.createQuery("""
                        select h.day, h.off, h.name, h.organisation_id, coalesce(o.name, '') as organisation_name
                          from supervision.holiday h
                          left join supervision.organisation o on o.organisation_id = h.organisation_id
                         where h.superseded_at is null and extract(year from h.day) = :year
                           and (h.organisation_id is null
                                or (select path from supervision.organisation where organisation_id = :organisation)
                                   like o.path || '%')
                         order by h.day, length(o.path) nulls first""")
                .bind("organisation", organisationId)
                .bind("year", year)
                .map((row, context) -> new Holiday(
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("off"),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("organisation_id", Long.class)),
                        row.getString("organisation_name")))
                .list();
    }

    static void insert(Handle handle, long organisationId, LocalDate day, boolean off, String name, long by) {
        handle.createUpdate("""
                        insert into supervision.holiday (day, organisation_id, off, name, recorded_by)
                        values (:day, :organisation, :off, :name, :by)""")
                .bind("day", day)
                .bind("organisation", organisationId)
                .bind("off", off)
                .bind("name", name)
                .bind("by", by)
                .execute();
    }

    /** Takes an organisation's own entry for a day out of force; false if it has none. */
    static boolean supersede(Handle handle, long organisationId, LocalDate day, long by) {
        return handle.createUpdate("""
                                update supervision.holiday set superseded_at = now(), superseded_by = :by
                                 where organisation_id = :organisation and day = :day and superseded_at is null""")
                        .bind("organisation", organisationId)
                        .bind("day", day)
                        .bind("by", by)
                        .execute()
                > 0;
    }
}
