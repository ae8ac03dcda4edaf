package org.guitu.web.education;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of hours, of who can work, and of admonitions. Scoping is done on the person. */
final class HoursStore {

    private HoursStore() {}

    /** Minutes of a branch in a month, and when the last of them were done. */
    record Done(int minutes, Optional<Instant> last) {}

    /** Hours that count. */
    record Credit(
            Optional<Long> ownId,
            Optional<Long> sessionId,
            String title,
            Subject subject,
            Instant at,
            int minutes,
            String note) {}

    /** Whether someone can work, and why or why not. */
    record Ability(boolean able, String reason, Instant from, String by) {}

    /** That someone was admonished. */
    record Admonition(LocalDate day, String note, String by) {}

    static Done done(Handle handle, long personId, Branch branch, YearMonth month, ZoneId zone) {
        return handle.createQuery("""
                        select coalesce(sum(minutes), 0) as minutes, max(done_at) as last from supervision.education_credit
                         where person_id = :person and work = :work and done_at >= :from and done_at < :to""")
                .bind("person", personId)
                .bind("work", branch == Branch.WORK)
                .bind("from", start(month, zone))
                .bind("to", start(month.plusMonths(1), zone))
                .map((row, context) -> new Done(row.getInt("minutes"), instant(row.getTimestamp("last"))))
                .one();
    }

    /** The newest hours of a person that count. */
    static List<Credit> credits(Handle handle, long personId, int limit) {
        return handle.createQuery("""
                        select e.*, coalesce(c.title, '') as title, coalesce(s.place, h.note, '') as note
                          from supervision.education_credit e
                          left join supervision.course_session s on s.session_id = e.session_id
                          left join supervision.course c on c.course_id = s.course_id
                          left join supervision.own_hours h on h.own_hours_id = e.own_hours_id
                         where e.person_id = :person order by e.done_at desc limit :limit""")
                .bind("person", personId)
                .bind("limit", limit)
                .map((row, context) -> new Credit(
                        Optional.of(row.getLong("own_hours_id")).filter(id -> id > 0),
                        Optional.of(row.getLong("session_id")).filter(id -> id > 0),
                        row.getString("title"),
                        Subject.valueOf(row.getString("subject")),
                        row.getTimestamp("done_at").toInstant(),
                        row.getInt("minutes"),
                        row.getString("note")))
                .list();
    }

    static long credit(Handle handle, long personId, Subject subject, Instant at, int minutes, String note, long by) {
        return handle.createUpdate("""
                        insert into supervision.own_hours (person_id, subject, done_at, minutes, note, recorded_by)
                        values (:person, :subject, :at, :minutes, :note, :by)""")
                .bind("person", personId)
                .bind("subject", subject.name())
                .bind("at", at)
                .bind("minutes", minutes)
                .bind("note", note)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("own_hours_id")
                .mapTo(Long.class)
                .one();
    }

    /** Withdraws hours entered by mistake; answers when they were done, empty if there are none such. */
    static Optional<Instant> withdraw(Handle handle, long personId, long ownHoursId, long by) {
        return handle.createQuery("""
                        update supervision.own_hours set superseded_at = now(), superseded_by = :by
                         where own_hours_id = :id and person_id = :person and superseded_at is null returning done_at""")
                .bind("by", by)
                .bind("id", ownHoursId)
                .bind("person", personId)
                .map((row, context) -> row.getTimestamp("done_at").toInstant())
                .findOne();
    }

    static Optional<Ability> ability(Handle handle, long personId) {
        return handle.createQuery("""
                        select a.*, s.name as staff_name from supervision.work_ability a
                          join supervision.staff s on s.staff_id = a.recorded_by
                         where a.person_id = :person and a.superseded_at is null and a.valid_to is null""")
                .bind("person", personId)
                .map((row, context) -> new Ability(
                        row.getBoolean("able"),
                        row.getString("reason"),
                        row.getTimestamp("valid_from").toInstant(),
                        row.getString("staff_name")))
                .findOne();
    }

    static void ability(Handle handle, long personId, boolean able, String reason, Instant from, long by) {
        handle.createUpdate("""
                        with old as (update supervision.work_ability set superseded_at = now()
                                      where person_id = :person and superseded_at is null and valid_to is null returning *)
                        insert into supervision.work_ability (person_id, able, reason, valid_from, valid_to, recorded_by)
                        select person_id, able, reason, valid_from, :from, :by from old where valid_from < :from""")
                .bind("person", personId)
                .bind("from", from)
                .bind("by", by)
                .execute();
        handle.createUpdate("""
                        insert into supervision.work_ability (person_id, able, reason, valid_from, recorded_by)
                        values (:person, :able, :reason, :from, :by)""")
                .bind("person", personId)
                .bind("able", able)
                .bind("reason", reason)
                .bind("from", from)
                .bind("by", by)
                .execute();
    }

    static List<Admonition> admonitions(Handle handle, long personId) {
        return handle.createQuery("""
                        select a.*, s.name as staff_name from supervision.admonition a
                          join supervision.staff s on s.staff_id = a.recorded_by
                         where a.person_id = :person order by a.day desc, a.admonition_id desc limit 50""")
                .bind("person", personId)
                .map((row, context) -> new Admonition(
                        row.getObject("day", LocalDate.class), row.getString("note"), row.getString("staff_name")))
                .list();
    }

    static void admonish(Handle handle, long personId, LocalDate day, String note, long by) {
        handle.createUpdate(
                        "insert into supervision.admonition (person_id, day, note, recorded_by) values (:person, :day, :note, :by)")
                .bind("person", personId)
                .bind("day", day)
                .bind("note", note)
                .bind("by", by)
                .execute();
    }

    /** The last day on which someone was admonished before another. */
    static Optional<LocalDate> admonishedBefore(Handle handle, long personId, LocalDate day) {
        return admonitions(handle, personId).stream()
                .map(Admonition::day)
                .filter(on -> on.isBefore(day))
                .findFirst();
    }

    /** Whether someone was on leave, detained or lost while a session went on. */
    static boolean couldNotCome(Handle handle, long personId, Session session) {
        return handle.createQuery("""
                        select exists (select 1 from supervision.person_state
                         where person_id = :person and superseded_at is null
                           and state in ('ON_LEAVE', 'OUT_OF_SUPERVISION', 'SUSPENDED_DETAINED')
                           and valid_from < :end and (valid_to is null or valid_to > :start))""")
                .bind("person", personId)
                .bind("start", session.startsAt())
                .bind("end", session.startsAt().plus(Duration.ofMinutes(session.minutes())))
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether someone was in corrections before an instant. */
    static boolean inCorrectionsBefore(Handle handle, long personId, Instant start) {
        return handle.createQuery("""
                        select exists (select 1 from supervision.person_state
                         where person_id = :person and superseded_at is null and valid_from < :start
                           and state in ('ACTIVE', 'ON_LEAVE', 'TRANSFERRING', 'OUT_OF_SUPERVISION', 'SUSPENDED_DETAINED'))""")
                .bind("person", personId)
                .bind("start", start)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether the duty of a month was met once. */
    static boolean wasMet(Handle handle, Person person, Branch branch, YearMonth month) {
        return handle.createQuery("""
                        select exists (select 1 from supervision.duty
                         where person_id = :person and kind = :kind and ref = :ref and met_at is not null)""")
                .bind("person", person.id())
                .bind("kind", branch.duty().key())
                .bind("ref", month.toString())
                .mapTo(Boolean.class)
                .one();
    }

    static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
