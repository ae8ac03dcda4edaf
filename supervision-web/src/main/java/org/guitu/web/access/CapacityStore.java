package org.guitu.web.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads what people may act as. */
public final class CapacityStore {

    /** Whether a standing row of posts ({@code p}) or deputies covers the day that an instant falls on where the organisation is. */
    private static final String TODAY = "(cast(:now as timestamptz) at time zone o.time_zone)::date";

    private static final String PLACE = "o.organisation_id, o.name as organisation_name, o.level, o.time_zone, o.path";

    private static final String POSTS = "select p.post_id, p.title, " + PLACE + " from supervision.staff_post p"
            + " join supervision.organisation o using (organisation_id)"
            + " where p.staff_id = :staff and p.superseded_at is null and p.first_day <= " + TODAY
            + " and (p.last_day is null or p.last_day >= " + TODAY + ") order by p.first_day, p.post_id";

    /** The principal must still be in office: nobody stands in for someone who has left. */
    private static final String DEPUTIES = "select d.deputy_id, s.staff_id, s.name, "
            + "(select string_agg(r.role, ',') from supervision.staff_role r where r.staff_id = s.staff_id) as roles, "
            + PLACE + " from supervision.deputy d join supervision.staff s on s.staff_id = d.principal_id"
            + " join supervision.organisation o on o.organisation_id = s.organisation_id"
            + " where d.staff_id = :staff and d.superseded_at is null and s.deactivated_at is null"
            + " and " + TODAY + " between d.first_day and d.last_day"
            + " and (not exists (select from supervision.staff_post p where p.staff_id = s.staff_id and p.superseded_at is null)"
            + "  or exists (select from supervision.staff_post p where p.staff_id = s.staff_id and p.superseded_at is null"
            + "   and p.organisation_id = s.organisation_id and p.first_day <= " + TODAY
            + "   and (p.last_day is null or p.last_day >= " + TODAY + "))) order by d.first_day, d.deputy_id";

    private CapacityStore() {}

    /** What someone may act as now: posts, the oldest first, then deputyships. */
    public static List<Capacity> live(Handle handle, long staffId, Instant now) {
        List<Capacity> live = new ArrayList<>(handle.createQuery(POSTS)
                .bind("staff", staffId)
                .bind("now", now)
                .map((row, context) -> new Capacity(
                        "post:" + row.getLong("post_id"),
                        row.getString("title"),
                        StaffRows.organisation(row, "organisation_name"),
                        Optional.empty(),
                        Set.of()))
                .list());
        live.addAll(handle.createQuery(DEPUTIES)
                .bind("staff", staffId)
                .bind("now", now)
                .map((row, context) -> deputy(row))
                .list());
        return live;
    }

    /** As whom someone acts, for whom a row of staff with {@code any_post} was read. */
    static Optional<Staff> acting(Handle handle, ResultSet row, Optional<String> chosen, Instant now)
            throws SQLException {
        Staff home = StaffRows.staff(row);
        boolean anyPost = row.getBoolean("any_post");
        return anyPost || chosen.isPresent()
                ? Capacity.acting(home, anyPost, live(handle, home.id(), now), chosen)
                : Optional.of(home);
    }

    private static Capacity deputy(ResultSet row) throws SQLException {
        return new Capacity(
                "deputy:" + row.getLong("deputy_id"),
                "",
                StaffRows.organisation(row, "organisation_name"),
                Optional.of(new Principal(row.getLong("staff_id"), row.getString("name"))),
                StaffRows.roles(row.getString("roles")));
    }
}
