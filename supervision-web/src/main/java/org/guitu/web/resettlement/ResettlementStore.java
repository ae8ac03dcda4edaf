package org.guitu.web.resettlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The SQL of stretches of help. Scoping is done on the person, whose row callers hold. */
final class ResettlementStore {

    private ResettlementStore() {}

    static Optional<Resettlement> standing(Handle handle, long personId) {
        return handle.createQuery(
                        "select * from supervision.resettlement where person_id = :person and ended_on is null")
                .bind("person", personId)
                .map(ResettlementStore::resettlement)
                .findOne();
    }

    /** Whose corrections have ended and who is still of their category: nobody has taken them over. */
    static List<Long> toTakeOver(Handle handle, Staff staff, int limit) {
        return handle.createQuery("""
                        select z.person_id from supervision.person_state z
                          join supervision.person_category c on c.person_id = z.person_id and c.superseded_at is null and c.valid_to is null
                               and c.category not in ('RELEASED', 'DRUG_REHABILITATION')
                          join supervision.person p on p.person_id = z.person_id
                          join supervision.assignment a on a.person_id = z.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                         where z.superseded_at is null and z.valid_to is null and z.state in ('CLOSED_EXPIRED', 'CLOSED_PARDON')
                           and o.path like :scope || '%' and (not p.minor or :minors)
                         order by z.valid_from desc limit :limit""")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    /** All of a person, the newest first. */
    static List<Resettlement> ofPerson(Handle handle, long personId) {
        return handle.createQuery(
                        "select * from supervision.resettlement where person_id = :person order by resettlement_id desc limit 50")
                .bind("person", personId)
                .map(ResettlementStore::resettlement)
                .list();
    }

    /** Those whose last day has passed where they are, and who have not been ended. */
    static List<Long> expired(Handle handle, java.time.Instant now, int limit) {
        return handle.createQuery("""
                        select r.person_id from supervision.resettlement r
                          join supervision.assignment a on a.person_id = r.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                         where r.ended_on is null and r.until_on < (cast(:now as timestamptz) at time zone o.time_zone)::date
                         order by r.resettlement_id limit :limit""")
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    static long insert(
            Handle handle,
            long personId,
            Origin origin,
            LocalDate releasedOn,
            LocalDate untilOn,
            List<KeyReason> reasons,
            @Nullable Long inmateId,
            long by) {
        return handle.createUpdate("""
                        insert into supervision.resettlement
                               (person_id, origin, released_on, until_on, key_reasons, inmate_id, recorded_by)
                        values (:person, :origin, :released, :until, :reasons, :inmate, :by)""")
                .bind("person", personId)
                .bind("origin", origin.name())
                .bind("released", releasedOn)
                .bind("until", untilOn)
                .bind("reasons", KeyReasons.names(reasons))
                .bind("inmate", inmateId)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("resettlement_id")
                .mapTo(Long.class)
                .one();
    }

    /** Keeps what stood before, then writes what can be changed. */
    static void update(
            Handle handle,
            Resettlement before,
            Origin origin,
            LocalDate releasedOn,
            LocalDate untilOn,
            List<KeyReason> reasons,
            long by) {
        keep(handle, before, by);
        handle.createUpdate("""
                        update supervision.resettlement set origin = :origin, released_on = :released, until_on = :until,
                               key_reasons = :reasons, version = version + 1, recorded_at = now(), recorded_by = :by
                         where resettlement_id = :id""")
                .bind("id", before.id())
                .bind("origin", origin.name())
                .bind("released", releasedOn)
                .bind("until", untilOn)
                .bind("reasons", KeyReasons.names(reasons))
                .bind("by", by)
                .execute();
    }

    static void notice(Handle handle, Resettlement before, LocalDate noticeOn, Optional<LocalDate> receiptOn, long by) {
        keep(handle, before, by);
        handle.createUpdate("""
                        update supervision.resettlement set notice_on = :notice, receipt_on = :receipt, version = version + 1
                         where resettlement_id = :id""")
                .bind("id", before.id())
                .bind("notice", noticeOn)
                .bind("receipt", receiptOn.orElse(null))
                .execute();
    }

    static void met(
            Handle handle, Resettlement before, Optional<LocalDate> metOn, String metBy, String notMet, long by) {
        keep(handle, before, by);
        handle.createUpdate("""
                        update supervision.resettlement set met_on = :on, met_by = :by, not_met = :not, version = version + 1
                         where resettlement_id = :id""")
                .bind("id", before.id())
                .bind("on", metOn.orElse(null))
                .bind("by", metBy)
                .bind("not", notMet)
                .execute();
    }

    static void end(Handle handle, long id, LocalDate on, EndReason reason, String note) {
        handle.createUpdate("""
                        update supervision.resettlement set ended_on = :on, end_reason = :reason, end_note = :note, version = version + 1
                         where resettlement_id = :id""")
                .bind("id", id)
                .bind("on", on)
                .bind("reason", reason.name())
                .bind("note", note)
                .execute();
    }

    private static void keep(Handle handle, Resettlement before, long by) {
        handle.createUpdate("""
                        insert into supervision.resettlement_revision (resettlement_id, version, resettlement, replaced_by)
                        select resettlement_id, version, to_jsonb(r), :by from supervision.resettlement r where resettlement_id = :id""").bind("id", before.id()).bind("by", by).execute();
    }

    static Resettlement resettlement(ResultSet row, StatementContext context) throws SQLException {
        return new Resettlement(
                row.getLong("resettlement_id"),
                row.getLong("person_id"),
                Origin.valueOf(row.getString("origin")),
                row.getObject("released_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                KeyReasons.of(row.getArray("key_reasons")),
                day(row, "notice_on"),
                day(row, "receipt_on"),
                day(row, "met_on"),
                row.getString("met_by"),
                row.getString("not_met"),
                day(row, "ended_on"),
                Optional.ofNullable(row.getString("end_reason")).map(EndReason::valueOf),
                row.getString("end_note"),
                row.getInt("version"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
