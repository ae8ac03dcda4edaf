package org.guitu.web.leave;

import java.time.Instant;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Lists of leave across people; scoped to the subtree of the reader. */
final class LeaveQuery {

    /** What is listed. */
    enum Show {
        /** Waits for the reader's own organisation. */
        MINE,
        /** Waits for anybody. */
        WAITING,
        AWAY,
        OVERDUE,
        COMING,
        ALL
    }

    /** One leave with its person. */
    record Row(Leave leave, String personName, String caseNumber, String organisation) {}

    private LeaveQuery() {}

    static List<Row> list(Handle handle, Staff staff, Show show, Instant now, int limit) {
        String rows = LeaveStore.SELECT.replace(
                "select l.*,", "select p.name as person_name, p.case_number, o.name as organisation_name, l.*,");
        Query query = handle.createQuery(rows
                        + " join supervision.person p on p.person_id = l.person_id and (not p.minor or :minors)"
                        + " where o.path like :scope || '%' and " + condition(show)
                        + " order by " + (show == Show.ALL ? "l.leave_id desc" : "l.first_day, l.leave_id")
                        + " limit :limit")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("limit", limit);
        if (show == Show.MINE) {
            query.bind("mine", staff.organisation().id());
        }
        if (show != Show.ALL) {
            query.bind("now", now);
        }
        return query.map((row, context) -> new Row(
                        LeaveStore.leave(row, context),
                        row.getString("person_name"),
                        row.getString("case_number"),
                        row.getString("organisation_name")))
                .list();
    }

    private static String condition(Show show) {
        String from = "(l.first_day::timestamp at time zone l.time_zone)";
        String until = "((l.last_day + 1)::timestamp at time zone l.time_zone)";
        String waiting = "l.approved is null and l.end_kind is null and " + until + " > :now";
        return switch (show) {
            case MINE -> waiting + " and c.organisation_id = :mine";
            case WAITING -> waiting + "";
            case COMING -> "l.approved and l.end_kind is null and " + from + " > :now";
            case AWAY -> "l.approved and l.end_kind is null and " + from + " <= :now and " + until + " > :now";
            case OVERDUE ->
                "l.approved and l.end_kind is null and " + until
                        + " <= :now and not exists (select 1 from"
                        + " supervision.leave x where x.extends_leave_id = l.leave_id and x.approved"
                        + " and (x.end_kind is null or x.end_kind in ('RETURNED', 'CLOSED')))";
            case ALL -> "true";
        };
    }
}
