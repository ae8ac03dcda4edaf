package org.guitu.web.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guitu.ingest.admit.CollectionHours;
import org.guitu.ingest.admit.HoursJson;
import org.jdbi.v3.core.Handle;

/** The SQL of what sensitive periods ask of phones' plans. It sees everyone: callers are the clock and acts that are scoped already. */
final class PeriodStore {

    /** Where someone is supervised now. */
    record Place(long organisationId, String path, ZoneId zone) {}

    /** A period that asks for more. */
    record Asking(long id, String name, LocalDate firstDay, LocalDate lastDay, CollectionHours hours) {}

    private static final String NOT_OVER = " coalesce(c.ended_at, c.valid_to) > greatest(c.valid_from, :now) ";

    private PeriodStore() {}

    /** The person's row, locked as by everybody else, and where it is. */
    static Optional<Place> lock(Handle handle, long personId) {
        handle.createQuery("select 1 from supervision.person where person_id = :person for update")
                .bind("person", personId)
                .mapTo(Integer.class)
                .findOne();
        return handle.createQuery("""
                        select o.organisation_id, o.path, o.time_zone from supervision.assignment a
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                         where a.person_id = :person and a.superseded_at is null and a.valid_to is null""")
                .bind("person", personId)
                .map((row, context) -> new Place(
                        row.getLong("organisation_id"), row.getString("path"), ZoneId.of(row.getString("time_zone"))))
                .findOne();
    }

    /** The periods that hold or will hold at a place. */
    static List<Asking> asking(Handle handle, Place place, Instant now) {
        return handle.createQuery("""
                        select s.period_id, s.name, s.first_day, s.last_day, s.hours::text as hours
                          from supervision.sensitive_period s
                          join supervision.organisation o on o.organisation_id = s.organisation_id
                         where s.hours is not null and s.ended_at is null and s.last_day >= :today and :path like o.path || '%'
                         order by s.period_id""")
                .bind("today", LocalDate.ofInstant(now, place.zone()))
                .bind("path", place.path())
                .map((row, context) -> new Asking(
                        row.getLong("period_id"),
                        row.getString("name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        HoursJson.read(row.getString("hours"))))
                .list();
    }

    /** What stands for a person and is not over. */
    static List<PeriodCover> standing(Handle handle, long personId, Instant now) {
        return handle.createQuery("""
                        select c.telemetry_basis_id, c.period_id, c.basis_id, c.device_id, c.valid_from,
                               coalesce(c.ended_at, c.valid_to) as valid_to, s.name, s.first_day, s.last_day, t.hours::text as hours
                          from supervision.basis_cover c
                          join supervision.basis b on b.basis_id = c.basis_id
                          join supervision.sensitive_period s on s.period_id = c.period_id
                          join telemetry.basis t on t.basis_id = c.telemetry_basis_id
                         where b.person_id = :person and""" + NOT_OVER + """
                         order by c.valid_from, c.telemetry_basis_id""")
                .bind("person", personId)
                .bind("now", now)
                .map((row, context) -> new PeriodCover(
                        row.getLong("telemetry_basis_id"),
                        row.getLong("period_id"),
                        row.getLong("basis_id"),
                        row.getLong("device_id"),
                        row.getTimestamp("valid_from").toInstant(),
                        row.getTimestamp("valid_to").toInstant(),
                        row.getString("name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        HoursJson.read(row.getString("hours"))))
                .list();
    }

    /** Periods whose people have not all been gone through. */
    static List<Long> unfollowed(Handle handle, Instant now) {
        return handle.createQuery("""
                        select period_id from supervision.sensitive_period
                         where hours is not null and ended_at is null and followed_at is null
                           and last_day >= (cast(:now as timestamptz) - interval '1 day')::date order by period_id""").bind("now", now).mapTo(Long.class).list();
    }

    /** The next people below a period's organisation who have a plan. */
    static List<Long> planned(Handle handle, long periodId, Instant now, long after, int limit) {
        return handle.createQuery("""
                        select distinct b.person_id from supervision.basis b
                          join supervision.assignment a on a.person_id = b.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                          join supervision.sensitive_period s on s.period_id = :period
                          join supervision.organisation declared on declared.organisation_id = s.organisation_id
                               and o.path like declared.path || '%'
                         where b.kind = 'PHONE_PLAN' and not b.revoked and not b.continuous
                           and coalesce(b.ended_at, b.valid_to) > :now and b.person_id > :after
                         order by b.person_id limit :limit""")
                .bind("period", periodId)
                .bind("now", now)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    static void followed(Handle handle, long periodId, Instant now) {
        handle.createUpdate("update supervision.sensitive_period set followed_at = :now where period_id = :period")
                .bind("now", now)
                .bind("period", periodId)
                .execute();
    }

    /** People located more closely for a period that was ended, or that is no longer theirs. */
    static List<Long> outlived(Handle handle, Instant now, int limit) {
        return handle.createQuery("""
                        select distinct b.person_id from supervision.basis_cover c
                          join supervision.basis b on b.basis_id = c.basis_id
                          join supervision.sensitive_period s on s.period_id = c.period_id
                          join supervision.organisation declared on declared.organisation_id = s.organisation_id
                          join supervision.assignment a on a.person_id = b.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                         where""" + NOT_OVER + """
                           and (s.ended_at is not null or o.path not like declared.path || '%')
                         order by b.person_id limit :limit""")
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    /** People who have come, of late, to where a period holds. */
    static List<Long> arrived(Handle handle, Instant since, Instant now) {
        return handle.createQuery("""
                        select distinct a.person_id from supervision.assignment a
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                          join supervision.sensitive_period s on s.hours is not null and s.ended_at is null
                               and s.last_day >= (cast(:now as timestamptz) - interval '1 day')::date
                          join supervision.organisation declared on declared.organisation_id = s.organisation_id
                               and o.path like declared.path || '%'
                          join supervision.basis b on b.person_id = a.person_id and b.kind = 'PHONE_PLAN' and not b.revoked
                               and coalesce(b.ended_at, b.valid_to) > :now
                         where a.recorded_at > :since and a.superseded_at is null and a.valid_to is null
                         order by a.person_id""")
                .bind("since", since)
                .bind("now", now)
                .mapTo(Long.class)
                .list();
    }
}
