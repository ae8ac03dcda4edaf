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

    /** Someone under supervision who has no such duty open. */
    record Waiting(
            long personId,
            long organisationId,
            ZoneId zone,
            SupervisionClass supervisionClass,
            Optional<Instant> lastMetAt) {}

    /** Someone within a sensitive period who has no check of it open. */
    record InPeriod(long personId, long periodId, ZoneId zone, int everyDays, Optional<Instant> lastMetAt) {}

    private static final String SUPERVISED = """
              from supervision.person_state z
              join supervision.assignment a on a.person_id = z.person_id and a.superseded_at is null and a.valid_to is null
              join supervision.organisation o on o.organisation_id = a.organisation_id
            """;

    private static final String NOW_AT_HOME =
            " z.superseded_at is null and z.valid_to is null and z.state in ('ACTIVE', 'TRANSFERRING') ";

    private RoutineStore() {}

    static List<Waiting> without(Handle handle, DutyKind kind, int limit) {
        return handle.createQuery("""
                        select z.person_id, a.organisation_id, o.time_zone, k.class,
                               (select max(d.met_at) from supervision.duty d where d.person_id = z.person_id and d.kind = :kind)
                                   as last_met_at
                        """ + SUPERVISED + """
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
                        instant(row.getTimestamp("last_met_at"))))
                .list();
    }

    /** A check is asked for while its period runs where the person is supervised, and not after its last day. */
    static List<InPeriod> inSensitivePeriods(Handle handle, DutyKind kind, Instant now, int limit) {
        return handle.createQuery("""
                        select z.person_id, s.period_id, o.time_zone, s.check_every_days,
                               (select max(d.met_at) from supervision.duty d
                                 where d.person_id = z.person_id and d.kind = :kind and d.ref = 'period:' || s.period_id) as last_met_at
                        """ + SUPERVISED + """
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
                        instant(row.getTimestamp("last_met_at"))))
                .list();
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
