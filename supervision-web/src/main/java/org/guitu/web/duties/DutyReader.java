package org.guitu.web.duties;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.guitu.web.access.Principal;
import org.guitu.web.access.ScopePlans;
import org.guitu.web.access.Staff;
import org.guitu.web.limits.Limit;
import org.guitu.web.limits.LimitTable;
import org.guitu.web.limits.Limits;
import org.jdbi.v3.core.Jdbi;

/** Reads duties for pages; scoped to the subtree of the reader. */
public final class DutyReader {

    static final Limit SOON_DAYS = Limit.of("duties.soon-days");
    static final Limit COUNTY_DAYS = Limit.of("duties.escalate-county-days");
    static final Limit CITY_DAYS = Limit.of("duties.escalate-city-days");

    private final Jdbi jdbi;
    private final InstantSource clock;

    public DutyReader(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * What is overdue, due today and coming.
     *
     * @param mine only of the people this member of staff is responsible for, and whoever he or she stands in for
     */
    Worklist worklist(Staff staff, boolean mine, int limit) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, staff.organisation().zone());
        return jdbi.inTransaction(handle -> {
            ScopePlans.each(handle);
            LimitTable table = Limits.of(handle, staff.organisation().id());
            List<Duty> open = DutyStore.open(
                    handle,
                    staff,
                    DutiesFeature.horizon(now, table.value(SOON_DAYS, today)),
                    mine ? responsible(staff) : List.of(),
                    limit + 1);
            return new Worklist(
                    open.size() > limit ? open.subList(0, limit) : open,
                    open.size() > limit,
                    now,
                    new Escalation(table.value(COUNTY_DAYS, today), table.value(CITY_DAYS, today)));
        });
    }

    private static List<Long> responsible(Staff staff) {
        return Stream.concat(Stream.of(staff.id()), staff.standsInFor().map(Principal::id).stream())
                .toList();
    }

    List<Duty> ofPerson(Staff staff, long personId) {
        return jdbi.withHandle(handle -> DutyStore.ofPerson(handle, staff, personId));
    }
}
