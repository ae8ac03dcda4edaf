package org.guitu.web.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.limits.Figure;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The SQL of duties. */
final class DutyStore {

    private static final String OPEN = " met_at is null and cancelled_at is null ";

    private static final String NONE_OPEN =
            " not exists (select 1 from supervision.duty o where o.person_id = d.person_id and o.kind = d.kind"
                    + " and o.ref = d.ref and o.met_at is null and o.cancelled_at is null)";

    private static final String SELECT = """
            select d.*, p.name as person_name, p.case_number, o.name as organisation_name, a.officer_id,
                   coalesce(s.name, '') as officer_name, coalesce(m.name, '') as met_by_name
              from supervision.duty d
              join supervision.person p on p.person_id = d.person_id and (not p.minor or :minors)
              join supervision.assignment a on a.person_id = d.person_id and a.superseded_at is null and a.valid_to is null
              join supervision.organisation o on o.organisation_id = a.organisation_id
              left join supervision.staff s on s.staff_id = a.officer_id
              left join supervision.staff m on m.staff_id = d.met_by
             where o.path like :scope || '%'
            """;

    private DutyStore() {}

    static void open(
            Handle handle,
            long personId,
            DutyKind kind,
            String ref,
            Instant event,
            Instant due,
            Optional<Figure> figure) {
        handle.createUpdate("""
                        insert into supervision.duty (person_id, kind, ref, link, limit_key, source, event_at, due_at, outlasts, by_hand)
                        values (:person, :kind, :ref, :link, :limit, :source, :event, :due, :outlasts, :byHand) on conflict do nothing""")
                .bind("person", personId)
                .bind("kind", kind.key())
                .bind("ref", ref)
                .bind("link", kind.path().replace("{person}", Long.toString(personId)))
                .bind("limit", figure.map(found -> found.limit().key()).orElse(null))
                .bind("source", figure.map(Figure::source).orElse(""))
                .bind("event", event)
                .bind("due", due)
                .bind("outlasts", kind.outlasts())
                .bind("byHand", kind.byHand())
                .execute();
    }

    static boolean meet(
            Handle handle,
            long personId,
            String kind,
            String ref,
            @Nullable Long staffId,
            Instant metAt,
            String proof) {
        return handle.createUpdate("""
                                update supervision.duty set met_at = :at, met_by = :by, met_recorded_at = now(), proof = :proof
                                 where person_id = :person and kind = :kind and ref = :ref and""" + OPEN)
                        .bind("at", metAt)
                        .bind("by", staffId)
                        .bind("proof", proof)
                        .bind("person", personId)
                        .bind("kind", kind)
                        .bind("ref", ref)
                        .execute()
                > 0;
    }

    static boolean cancel(
            Handle handle, long personId, String kind, String ref, @Nullable Long staffId, String reason) {
        return handle.createUpdate("""
                                update supervision.duty set cancelled_at = now(), cancelled_by = :by, cancel_reason = :reason
                                 where person_id = :person and kind = :kind and ref = :ref and""" + OPEN)
                        .bind("by", staffId)
                        .bind("reason", reason)
                        .bind("person", personId)
                        .bind("kind", kind)
                        .bind("ref", ref)
                        .execute()
                > 0;
    }

    /** Drops all that is open for someone who left corrections, but for what is to be done after it. */
    static void cancelAll(Handle handle, long personId, long staffId, String reason) {
        handle.createUpdate("""
                        update supervision.duty set cancelled_at = now(), cancelled_by = :by, cancel_reason = :reason
                         where person_id = :person and not outlasts and""" + OPEN)
                .bind("by", staffId)
                .bind("reason", reason)
                .bind("person", personId)
                .execute();
    }

    static void cancelOpenedAt(Handle handle, long personId, Instant at, long staffId, String reason) {
        handle.createUpdate("""
                        update supervision.duty set cancelled_at = now(), cancelled_by = :by, cancel_reason = :reason
                         where person_id = :person and opened_at = :at and""" + OPEN)
                .bind("by", staffId)
                .bind("reason", reason)
                .bind("person", personId)
                .bind("at", at)
                .execute();
    }

    static void reopenMetAt(Handle handle, long personId, Instant at) {
        handle.createUpdate("""
                        update supervision.duty d set met_at = null, met_by = null, met_recorded_at = null, proof = ''
                         where person_id = :person and met_recorded_at = :at and""" + NONE_OPEN)
                .bind("person", personId)
                .bind("at", at)
                .execute();
    }

    static void reopenCancelledAt(Handle handle, long personId, Instant at, List<String> reasons) {
        handle.createUpdate("""
                        update supervision.duty d set cancelled_at = null, cancelled_by = null, cancel_reason = null
                         where person_id = :person and cancelled_at = :at and cancel_reason in (<reasons>) and""" + NONE_OPEN)
                .bind("person", personId)
                .bind("at", at)
                .bindList("reasons", reasons)
                .execute();
    }

    static Optional<Instant> openSince(Handle handle, long personId, String kind, String ref) {
        return handle.createQuery("select event_at from supervision.duty where person_id = :person and kind = :kind"
                        + " and ref = :ref and" + OPEN)
                .bind("person", personId)
                .bind("kind", kind)
                .bind("ref", ref)
                .mapTo(Instant.class)
                .findOne();
    }

    static boolean isOpen(Handle handle, long personId, String kind, String ref) {
        return handle.createQuery(
                        "select exists (select 1 from supervision.duty where person_id = :person and kind = :kind"
                                + " and ref = :ref and" + OPEN + ")")
                .bind("person", personId)
                .bind("kind", kind)
                .bind("ref", ref)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Open duties of the subtree that are due before an instant, the most urgent first.
     *
     * @param officers whose people; empty for everybody's
     */
    static List<Duty> open(Handle handle, Staff staff, Instant dueBefore, List<Long> officers, int limit) {
        return handle.createQuery(SELECT + """
                         and d.met_at is null and d.cancelled_at is null and d.due_at <= :before
                         and (:everybody or a.officer_id = any(:officers))
                         order by d.due_at, d.duty_id limit :limit""")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("before", dueBefore)
                .bind("everybody", officers.isEmpty())
                .bindArray("officers", Long.class, officers)
                .bind("limit", limit)
                .map(DutyStore::duty)
                .list();
    }

    /** All duties of one person, those still open first. */
    static List<Duty> ofPerson(Handle handle, Staff staff, long personId) {
        return handle.createQuery(SELECT + """
                         and d.person_id = :person
                         order by (d.met_at is null and d.cancelled_at is null) desc,
                                  case when d.met_at is null and d.cancelled_at is null then d.due_at end, d.due_at desc limit 500""")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("person", personId)
                .map(DutyStore::duty)
                .list();
    }

    private static Duty duty(ResultSet row, StatementContext context) throws SQLException {
        long officer = row.getLong("officer_id");
        return new Duty(
                row.getLong("duty_id"),
                row.getLong("person_id"),
                row.getString("person_name"),
                row.getString("case_number"),
                row.getString("organisation_name"),
                officer == 0 ? Optional.empty() : Optional.of(officer),
                row.getString("officer_name"),
                row.getString("kind"),
                row.getString("ref"),
                row.getString("link"),
                row.getBoolean("by_hand"),
                row.getString("source"),
                row.getTimestamp("event_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                instant(row.getTimestamp("met_at")),
                row.getString("met_by_name"),
                row.getString("proof"),
                instant(row.getTimestamp("cancelled_at")),
                Optional.ofNullable(row.getString("cancel_reason")).orElse(""));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
