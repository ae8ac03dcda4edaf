package org.guitu.web.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guitu.web.people.SupervisionClass;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who of all people lacks a duty that comes back; for the clock, which sees everyone. */
final class RoutineStore {

    /** A duty that comes back whose figure is not that of the class any more. */
    record OtherPace(
            long dutyId,
            long personId,
            long organisationId,
            ZoneId zone,
            SupervisionClass supervisionClass,
            Instant classFrom,
            Instant eventAt,
            Instant dueAt) {}

    /** Someone under supervision who has no such duty open; {@code backAt} is when the person last came back into it. */
    record Waiting(
            long personId,
            long organisationId,
            ZoneId zone,
            SupervisionClass supervisionClass,
            Optional<Instant> lastMetAt,
            Optional<Instant> backAt) {}

    /** Someone within a sensitive period who has no check of it open. */
    record InPeriod(
            long personId,
            long periodId,
            ZoneId zone,
            int everyDays,
            Optional<Instant> lastMetAt,
            Optional<Instant> backAt) {}

    private static final String SUPERVISED = """
              from supervision.person_state z
              join supervision.assignment a on a.person_id = z.person_id and a.superseded_at is null and a.valid_to is null
              join supervision.organisation o on o.organisation_id = a.organisation_id
            """;

    private static final String NOW_AT_HOME =
            " z.superseded_at is null and z.valid_to is null and z.state in ('ACTIVE', 'TRANSFERRING') ";

    /** When the person last was where nobody reports: away, held, lost, or not in corrections. */
    private static final String BACK_AT = """
             (select max(w.valid_to) from supervision.person_state w where w.person_id = z.person_id and w.superseded_at is null
                 and w.state not in ('ACTIVE', 'TRANSFERRING')) as back_at
            """;

    private RoutineStore() {}

    /**
     * Drops what someone who has gone away, is held or lost cannot do meanwhile; what was overdue before stays owed. Answers how many.
     *
     * @param kinds of the duties
     */
    static int dropOfThoseAway(Handle handle, List<String> kinds) {
        return handle.createUpdate("""
                        update supervision.duty d set cancelled_at = now(), cancel_reason = 'away'
                          from supervision.person_state z
                         where z.person_id = d.person_id and z.superseded_at is null and z.valid_to is null
                           and z.state in ('ON_LEAVE', 'OUT_OF_SUPERVISION', 'SUSPENDED_DETAINED')
                           and d.kind in (<kinds>) and d.met_at is null and d.cancelled_at is null and d.due_at > z.valid_from""").bindList("kinds", kinds).execute();
    }

    /** Open duties of a kind reckoned by another figure than that of the class, and not overdue. */
    static List<OtherPace> otherPace(Handle handle, Routine routine, Instant now, int limit) {
        return handle.createQuery("""
                        select d.duty_id, d.event_at, d.due_at, z.person_id, a.organisation_id, o.time_zone, k.class,
                               k.valid_from as class_from
                        """ + SUPERVISED + """
                          join supervision.person_class k on k.person_id = z.person_id and k.superseded_at is null and k.valid_to is null
                          join supervision.duty d on d.person_id = z.person_id and d.kind = :kind
                               and d.met_at is null and d.cancelled_at is null
                         where""" + NOW_AT_HOME + """
                           and d.limit_key <> :prefix || lower(k.class) || '-days' and d.due_at > :now
                         order by d.duty_id limit :limit""")
                .bind("kind", routine.kind().key())
                .bind("prefix", routine.kind().key() + "-")
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> new OtherPace(
                        row.getLong("duty_id"),
                        row.getLong("person_id"),
                        row.getLong("organisation_id"),
                        ZoneId.of(row.getString("time_zone")),
                        SupervisionClass.valueOf(row.getString("class")),
                        row.getTimestamp("class_from").toInstant(),
                        row.getTimestamp("event_at").toInstant(),
                        row.getTimestamp("due_at").toInstant()))
                .list();
    }

    static List<Waiting> without(Handle handle, DutyKind kind, int limit) {
        return handle.createQuery("""
                        select z.person_id, a.organisation_id, o.time_zone, k.class,
                               (select max(d.met_at) from supervision.duty d where d.person_id = z.person_id and d.kind = :kind)
                                   as last_met_at,
                        """ + BACK_AT + SUPERVISED + """
                          join supervision.person_class k on k.person_id = z.person_id and k.superseded_at is null and k.valid_to is null
                         where""" + NOW_AT_HOME + """
                           and not exists (select 1 from supervision.duty d where d.person_id = z.person_id and d.kind = :kind
                                              and d.met_at is null and d.cancelled_at is null)
                         order by z.person_id limit :limit""")
                .bind("kind", kind.key())
                .bind("limit", limit)
                .map((row, context) -> new Waiting(
                        row.getLong("person_id"),
                        row.getLong("organisation_id"),
                        ZoneId.of(row.getString("time_zone")),
                        SupervisionClass.valueOf(row.getString("class")),
                        instant(row.getTimestamp("last_met_at")),
                        instant(row.getTimestamp("back_at"))))
                .list();
    }

    /** A check is asked for while its period runs where the person is supervised, and not after its last day. */
    static List<InPeriod> inSensitivePeriods(Handle handle, DutyKind kind, Instant now, int limit) {
        return handle.createQuery("""
                        select z.person_id, s.period_id, o.time_zone, s.check_every_days,
                               (select max(d.met_at) from supervision.duty d
                                 where d.person_id = z.person_id and d.kind = :kind and d.ref = 'period:' || s.period_id) as last_met_at,
                        """ + BACK_AT + SUPERVISED + """
                          join supervision.sensitive_period s on s.ended_at is null
                          join supervision.organisation declared on declared.organisation_id = s.organisation_id
                               and o.path like declared.path || '%'
                         where""" + NOW_AT_HOME + """
                           and cast(:now as timestamptz) >= s.first_day::timestamp at time zone o.time_zone
                           and cast(:now as timestamptz) < (s.last_day + 1)::timestamp at time zone o.time_zone
                           and not exists (select 1 from supervision.duty d where d.person_id = z.person_id and d.kind = :kind
                                              and d.ref = 'period:' || s.period_id and d.met_at is null and d.cancelled_at is null)
                         order by z.person_id, s.period_id limit :limit""")
                .bind("kind", kind.key())
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> new InPeriod(
                        row.getLong("person_id"),
                        row.getLong("period_id"),
                        ZoneId.of(row.getString("time_zone")),
                        row.getInt("check_every_days"),
                        instant(row.getTimestamp("last_met_at")),
                        instant(row.getTimestamp("back_at"))))
                .list();
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
