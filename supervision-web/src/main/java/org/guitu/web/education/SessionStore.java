package org.guitu.web.education;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Option;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of sessions and of who is to come. One sees sessions of the own subtree and of those above, and of either the own people alone. */
final class SessionStore {

    private static final String SELECT = """
            select s.*, c.title, c.subject, o.name as organisation_name, o.path, o.time_zone,
                   (select count(*) from supervision.session_attendee t where t.session_id = s.session_id and t.removed_at is null) as planned,
                   (select count(*) from supervision.attendance a
                     where a.session_id = s.session_id and a.superseded_at is null and a.present) as present
              from supervision.course_session s
              join supervision.course c on c.course_id = s.course_id
              join supervision.organisation o on o.organisation_id = s.organisation_id
             where (o.path like :scope || '%' or :scope like o.path || '%')
            """;

    private SessionStore() {}

    /** Sessions from an instant on, the nearest to come first, and those before it, the latest first. */
    static List<Session> list(Handle handle, Staff reader, Instant from, boolean coming, int limit) {
        return handle.createQuery(SELECT
                        + (coming
                                ? " and s.starts_at >= :from and s.cancelled_at is null order by s.starts_at, s.session_id"
                                : " and s.starts_at < :from order by s.starts_at desc, s.session_id desc")
                        + " limit :limit")
                .bind("scope", reader.scope())
                .bind("from", from)
                .bind("limit", limit)
                .map(SessionStore::session)
                .list();
    }

    static Optional<Session> find(Handle handle, Staff reader, long sessionId) {
        return handle.createQuery(SELECT + " and s.session_id = :session")
                .bind("scope", reader.scope())
                .bind("session", sessionId)
                .map(SessionStore::session)
                .findOne();
    }

    /** The same, locked against a second list being saved at once. */
    static Optional<Session> lock(Handle handle, Staff staff, long sessionId) {
        handle.createQuery("select 1 from supervision.course_session where session_id = :session for update")
                .bind("session", sessionId)
                .mapTo(Integer.class)
                .findOne();
        return find(handle, staff, sessionId);
    }

    static long insert(Handle handle, Staff staff, SessionDraft draft, byte[] secret) {
        return handle.createUpdate("""
                        insert into supervision.course_session
                               (course_id, organisation_id, starts_at, minutes, place, teacher, secret, recorded_by)
                        values (:course, :organisation, :starts, :minutes, :place, :teacher, :secret, :by)""")
                .bind("course", draft.courseId())
                .bind("organisation", staff.organisation().id())
                .bind("starts", draft.startsAt())
                .bind("minutes", draft.minutes())
                .bind("place", draft.place())
                .bind("teacher", draft.teacher())
                .bind("secret", secret)
                .bind("by", staff.id())
                .executeAndReturnGeneratedKeys("session_id")
                .mapTo(Long.class)
                .one();
    }

    static void close(Handle handle, long sessionId, Instant at, long by) {
        handle.createUpdate(
                        "update supervision.course_session set closed_at = :at, closed_by = :by where session_id = :session")
                .bind("at", at)
                .bind("by", by)
                .bind("session", sessionId)
                .execute();
    }

    static void cancel(Handle handle, long sessionId, Instant at, String reason, long by) {
        handle.createUpdate("""
                        update supervision.course_session set cancelled_at = :at, cancelled_by = :by, cancel_reason = :reason
                         where session_id = :session""")
                .bind("at", at)
                .bind("by", by)
                .bind("reason", reason)
                .bind("session", sessionId)
                .execute();
    }

    /** Who is to come, as far as the reader may see them. */
    static List<Attendee> attendees(Handle handle, Staff reader, long sessionId) {
        return handle.createQuery("""
                        select t.person_id, p.name, a.present, coalesce(a.excuse, '') as excuse
                          from supervision.session_attendee t
                          join supervision.person p on p.person_id = t.person_id and (not p.minor or :minors)
                          join supervision.assignment g on g.person_id = p.person_id and g.superseded_at is null and g.valid_to is null
                          join supervision.organisation o on o.organisation_id = g.organisation_id
                          left join supervision.attendance a on a.session_id = t.session_id and a.person_id = t.person_id
                               and a.superseded_at is null
                         where t.session_id = :session and t.removed_at is null and o.path like :scope || '%'
                         order by p.sort_key, p.person_id limit 1000""")
                .bind("session", sessionId)
                .bind("scope", reader.scope())
                .bind("minors", reader.may(Permission.VIEW_MINORS))
                .map((row, context) -> {
                    boolean present = row.getBoolean("present");
                    return new Attendee(
                            row.getLong("person_id"),
                            row.getString("name"),
                            row.wasNull() ? Optional.empty() : Optional.of(present),
                            row.getString("excuse"));
                })
                .list();
    }

    /** Whom the reader may still plan for it: in corrections, below who holds it. */
    static List<Option> candidates(Handle handle, Staff reader, Session session, int limit) {
        return handle.createQuery("""
                        select p.person_id, p.name, p.case_number, o.name as organisation_name
                          from supervision.person p
                          join supervision.assignment g on g.person_id = p.person_id and g.superseded_at is null and g.valid_to is null
                          join supervision.organisation o on o.organisation_id = g.organisation_id
                          join supervision.person_state z on z.person_id = p.person_id and z.superseded_at is null and z.valid_to is null
                          join supervision.person_category c on c.person_id = p.person_id and c.superseded_at is null and c.valid_to is null
                         where o.path like :scope || '%' and o.path like :holder || '%' and (not p.minor or :minors)
                           and z.state in ('ACTIVE', 'ON_LEAVE', 'TRANSFERRING')
                           and c.category in ('CONTROL', 'PROBATION', 'PAROLE', 'TEMPORARY_EXECUTION')
                           and not exists (select 1 from supervision.session_attendee t
                                            where t.session_id = :session and t.person_id = p.person_id and t.removed_at is null)
                         order by p.sort_key, p.person_id limit :limit""")
                .bind("scope", reader.scope())
                .bind("holder", session.organisationPath())
                .bind("minors", reader.may(Permission.VIEW_MINORS))
                .bind("session", session.id())
                .bind("limit", limit)
                .map((row, context) -> new Option(
                        row.getString("person_id"),
                        row.getString("name") + " · " + row.getString("case_number") + " · "
                                + row.getString("organisation_name")))
                .list();
    }

    static void plan(Handle handle, long sessionId, long personId, long by) {
        handle.createUpdate("""
                        insert into supervision.session_attendee (session_id, person_id, planned_by)
                        values (:session, :person, :by) on conflict do nothing""")
                .bind("session", sessionId)
                .bind("person", personId)
                .bind("by", by)
                .execute();
    }

    /** Takes someone off the list who has not been noted as present or absent. */
    static boolean unplan(Handle handle, long sessionId, long personId, long by) {
        return handle.createUpdate("""
                                update supervision.session_attendee set removed_at = now(), removed_by = :by
                                 where session_id = :session and person_id = :person and removed_at is null
                                   and not exists (select 1 from supervision.attendance a where a.session_id = :session
                                                      and a.person_id = :person and a.superseded_at is null)""")
                        .bind("session", sessionId)
                        .bind("person", personId)
                        .bind("by", by)
                        .execute()
                > 0;
    }

    /** Takes someone who left corrections off the lists of what is to come. */
    static void unplanAll(Handle handle, long personId, Instant from, long by) {
        handle.createUpdate("""
                        update supervision.session_attendee t set removed_at = now(), removed_by = :by
                          from supervision.course_session s
                         where s.session_id = t.session_id and t.person_id = :person and t.removed_at is null and s.starts_at > :from""")
                .bind("by", by)
                .bind("person", personId)
                .bind("from", from)
                .execute();
    }

    private static Session session(ResultSet row, StatementContext context) throws SQLException {
        return new Session(
                row.getLong("session_id"),
                row.getLong("course_id"),
                row.getString("title"),
                Subject.valueOf(row.getString("subject")),
                row.getString("organisation_name"),
                row.getString("path"),
                ZoneId.of(row.getString("time_zone")),
                row.getTimestamp("starts_at").toInstant(),
                row.getInt("minutes"),
                row.getString("place"),
                row.getString("teacher"),
                row.getBytes("secret"),
                row.getInt("planned"),
                row.getInt("present"),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("cancelled_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("cancel_reason")).orElse(""));
    }
}
