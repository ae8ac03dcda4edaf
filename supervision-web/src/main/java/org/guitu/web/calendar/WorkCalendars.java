package org.guitu.web.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Loads the table of holidays as it holds for an organisation. */
public final class WorkCalendars {

    private WorkCalendars() {}

    /** That of an organisation: what it or one above it has entered goes before what holds everywhere. */
    public static WorkCalendar of(Handle handle, long organisationId) {
        Map<LocalDate, Boolean> days = new HashMap<>();
        handle.createQuery("""
                        select h.day, h.off from supervision.holiday h
                          left join supervision.organisation o on o.organisation_id = h.organisation_id
                         where h.superseded_at is null
                           and (h.organisation_id is null
                                or (select path from supervision.organisation where organisation_id = :organisation)
                                   like o.path || '%')
                         order by length(o.path) nulls first""")
                .bind("organisation", organisationId)
                .map((row, context) -> Map.entry(row.getObject("day", LocalDate.class), row.getBoolean("off")))
                .forEach(day -> days.put(day.getKey(), day.getValue()));
        return new WorkCalendar(days);
    }

    /** How the law counts in an organisation. */
    public static LegalDays legalDays(Handle handle, long organisationId) {
        return new LegalDays(of(handle, organisationId));
    }
}
