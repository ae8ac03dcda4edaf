package org.guitu.web.leave;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The SQL of leave. Rows are scoped by their person, whom callers have found first; lists are scoped in {@link LeaveQuery}. */
final class LeaveStore {

    /** With the organisation whose decision it is: the nearest at or above the person's that stands high enough. */
    static final String SELECT = """
            select l.*, l.area::text as area_text, r.name as recorded_by_name, coalesce(d.name, '') as decided_by_name,
                   coalesce(i.name, '') as decided_in_name, coalesce(e.name, '') as ended_by_name,
                   (select x.leave_id from supervision.leave x where x.extends_leave_id = l.leave_id and x.approved
                       and (x.end_kind is null or x.end_kind in ('RETURNED', 'CLOSED')) limit 1) as extended_by,
                   c.organisation_id as decider_id, coalesce(c.name, '') as decider_name
              from supervision.leave l
              join supervision.assignment a on a.person_id = l.person_id and a.superseded_at is null and a.valid_to is null
              join supervision.organisation o on o.organisation_id = a.organisation_id
              join supervision.staff r on r.staff_id = l.recorded_by
              left join supervision.staff d on d.staff_id = l.decided_by
              left join supervision.organisation i on i.organisation_id = l.decided_in
              left join supervision.staff e on e.staff_id = l.ended_by
              left join lateral (
                   select q.organisation_id, q.name from supervision.organisation q
                    where o.path like q.path || '%'
                      and array_position(array['PROVINCE', 'CITY', 'COUNTY', 'OFFICE', 'STATION'], q.level)
                          <= array_position(array['PROVINCE', 'CITY', 'COUNTY', 'OFFICE'], l.authority)
                    order by length(q.path) desc limit 1) c on true
            """;

    private LeaveStore() {}

    /** All leave of a person, the newest days first. */
    static List<Leave> ofPerson(Handle handle, long personId) {
        return handle.createQuery(
                        SELECT + " where l.person_id = :person order by l.first_day desc, l.leave_id desc limit 1000")
                .bind("person", personId)
                .map(LeaveStore::leave)
                .list();
    }

    static Optional<Leave> find(Handle handle, long leaveId) {
        return handle.createQuery(SELECT + " where l.leave_id = :leave")
                .bind("leave", leaveId)
                .map(LeaveStore::leave)
                .findOne();
    }

    static long insert(Handle handle, long personId, LeaveDraft draft, LeaveAuthority authority, long by) {
        return handle.createUpdate("""
                        insert into supervision.leave (person_id, reason, destination, area, first_day, last_day, time_zone, proof,
                               document_number, companion, phone, urgency, extends_leave_id, applied_on, recorded_by, authority, days, total_days)
                        values (:person, :reason, :destination, :area::jsonb, :first, :last, :zone, :proof, :document, :companion, :phone,
                                :urgency, :extends, :applied, :by, :authority, :days, :total)""")
                .bind("person", personId)
                .bind("reason", draft.reason().name())
                .bind("destination", draft.destination())
                .bind("area", draft.area())
                .bind("first", draft.firstDay())
                .bind("last", draft.lastDay())
                .bind("zone", draft.zone().getId())
                .bind("proof", draft.proof())
                .bind("document", draft.documentNumber())
                .bind("companion", draft.companion())
                .bind("phone", draft.phone())
                .bind("urgency", draft.urgency())
                .bind("extends", draft.extendsId().orElse(null))
                .bind("applied", draft.appliedOn())
                .bind("by", by)
                .bind("authority", authority.level().name())
                .bind("days", authority.days())
                .bind("total", authority.totalDays())
                .executeAndReturnGeneratedKeys("leave_id")
                .mapTo(Long.class)
                .one();
    }

    static void reckoned(Handle handle, long leaveId, LeaveAuthority authority) {
        handle.createUpdate("""
                        update supervision.leave set authority = :authority, days = :days, total_days = :total where leave_id = :leave""")
                .bind("authority", authority.level().name())
                .bind("days", authority.days())
                .bind("total", authority.totalDays())
                .bind("leave", leaveId)
                .execute();
    }

    static void decide(
            Handle handle,
            long leaveId,
            boolean approved,
            Instant at,
            long by,
            long organisationId,
            String document,
            String reason) {
        handle.createUpdate("""
                        update supervision.leave set approved = :approved, decided_at = :at, decided_by = :by, decided_in = :organisation,
                               decision_document = :document, decision_reason = :reason where leave_id = :leave""")
                .bind("approved", approved)
                .bind("at", at)
                .bind("by", by)
                .bind("organisation", organisationId)
                .bind("document", document)
                .bind("reason", reason)
                .bind("leave", leaveId)
                .execute();
    }

    static void begun(Handle handle, long leaveId, Instant at) {
        handle.createUpdate("update supervision.leave set begun_at = :at where leave_id = :leave")
                .bind("at", at)
                .bind("leave", leaveId)
                .execute();
    }

    static void alerted(Handle handle, long leaveId, @Nullable Long alertId) {
        handle.createUpdate("update supervision.leave set alert_id = :alert where leave_id = :leave")
                .bind("alert", alertId)
                .bind("leave", leaveId)
                .execute();
    }

    static void end(
            Handle handle,
            long leaveId,
            Leave.End.Kind kind,
            Instant at,
            String note,
            long by,
            Instant now,
            long entryId) {
        handle.createUpdate("""
                        update supervision.leave set ended_at = :at, end_kind = :kind, end_note = :note, ended_by = :by,
                               end_recorded_at = :now, end_entry_id = :entry where leave_id = :leave""")
                .bind("at", at)
                .bind("kind", kind.name())
                .bind("note", note)
                .bind("by", by)
                .bind("now", now)
                .bind("entry", entryId)
                .bind("leave", leaveId)
                .execute();
    }

    /** Takes the end off again, keeping what it was; answers the timeline's entry of it. */
    static long reopen(Handle handle, long leaveId, String reason, long by, Instant now) {
        handle.createUpdate("""
                        insert into supervision.leave_return_undone (leave_id, returned_at, recorded_at, recorded_by, undone_at, undone_by, reason)
                        select leave_id, ended_at, end_recorded_at, ended_by, :now, :by, :reason from supervision.leave where leave_id = :leave""")
                .bind("now", now)
                .bind("by", by)
                .bind("reason", reason)
                .bind("leave", leaveId)
                .execute();
        long entryId = handle.createQuery("select end_entry_id from supervision.leave where leave_id = :leave")
                .bind("leave", leaveId)
                .mapTo(Long.class)
                .one();
        handle.createUpdate("""
                        update supervision.leave set ended_at = null, end_kind = null, end_note = '', ended_by = null, end_recorded_at = null,
                               end_entry_id = null, alert_id = null where leave_id = :leave""").bind("leave", leaveId).execute();
        return entryId;
    }

    static void informed(Handle handle, long leaveId, LocalDate on, String document) {
        handle.createUpdate("""
                        update supervision.leave set informed_on = :on, informed_document = :document where leave_id = :leave""")
                .bind("on", on)
                .bind("document", document)
                .bind("leave", leaveId)
                .execute();
    }

    static void insertCheck(
            Handle handle, long leaveId, Instant at, LeaveCheck.Way way, String place, String note, long by) {
        handle.createUpdate("""
                        insert into supervision.leave_check (leave_id, at, way, place, note, recorded_by)
                        values (:leave, :at, :way, :place, :note, :by)""")
                .bind("leave", leaveId)
                .bind("at", at)
                .bind("way", way.name())
                .bind("place", place)
                .bind("note", note)
                .bind("by", by)
                .execute();
    }

    /** Oldest first. */
    static List<LeaveCheck> checks(Handle handle, long leaveId) {
        return handle.createQuery("""
                        select c.at, c.way, c.place, c.note, s.name from supervision.leave_check c
                          join supervision.staff s on s.staff_id = c.recorded_by
                         where c.leave_id = :leave order by c.at, c.check_id""")
                .bind("leave", leaveId)
                .map((row, context) -> new LeaveCheck(
                        row.getTimestamp("at").toInstant(),
                        LeaveCheck.Way.valueOf(row.getString("way")),
                        row.getString("place"),
                        row.getString("note"),
                        row.getString("name")))
                .list();
    }

    static Leave leave(ResultSet row, StatementContext context) throws SQLException {
        return new Leave(
                row.getLong("leave_id"),
                row.getLong("person_id"),
                LeaveReason.valueOf(row.getString("reason")),
                row.getString("destination"),
                row.getString("area_text"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                ZoneId.of(row.getString("time_zone")),
                row.getString("proof"),
                row.getString("document_number"),
                row.getString("companion"),
                row.getString("phone"),
                row.getString("urgency"),
                id(row, "extends_leave_id"),
                id(row, "extended_by"),
                row.getObject("applied_on", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by_name"),
                LeaveAuthority.Level.valueOf(row.getString("authority")),
                row.getInt("days"),
                row.getInt("total_days"),
                id(row, "decider_id"),
                row.getString("decider_name"),
                decision(row),
                instant(row, "begun_at"),
                id(row, "alert_id"),
                end(row),
                Optional.ofNullable(row.getObject("informed_on", LocalDate.class)),
                row.getString("informed_document"));
    }

    private static Optional<Leave.Decision> decision(ResultSet row) throws SQLException {
        Optional<Instant> at = instant(row, "decided_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Leave.Decision(
                        row.getBoolean("approved"),
                        at.get(),
                        row.getLong("decided_by"),
                        row.getString("decided_by_name"),
                        row.getString("decided_in_name"),
                        row.getString("decision_document"),
                        row.getString("decision_reason")));
    }

    private static Optional<Leave.End> end(ResultSet row) throws SQLException {
        Optional<Instant> at = instant(row, "ended_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Leave.End(
                        Leave.End.Kind.valueOf(row.getString("end_kind")),
                        at.get(),
                        instant(row, "end_recorded_at").orElse(at.get()),
                        row.getString("ended_by_name"),
                        row.getString("end_note")));
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return id == 0 ? Optional.empty() : Optional.of(id);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
