package org.guitu.web.protectedpersons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guitu.ingest.store.Times;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.rules.ProtectedPeople;
import org.jdbi.v3.core.Handle;

/** The SQL of the register. What lies outside the subtree of the acting staff is not found. */
final class ProtectedStore {

    private static final String SELECT = """
            select p.*, o.name as organisation_name, o.time_zone
              from supervision.protected_person p
              join supervision.organisation o on o.organisation_id = p.organisation_id and o.path like :scope || '%'
             where true""";

    private ProtectedStore() {}

    static Optional<ProtectedPerson> find(Handle handle, Staff staff, long id) {
        return handle.createQuery(SELECT + " and p.protected_id = :id")
                .bind("scope", staff.scope())
                .bind("id", id)
                .map((row, context) -> person(handle, staff, row))
                .findOne();
    }

    /** The same, its row locked until the transaction ends. */
    static Optional<ProtectedPerson> lock(Handle handle, Staff staff, long id) {
        handle.createQuery("select 1 from supervision.protected_person where protected_id = :id for update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne();
        return find(handle, staff, id);
    }

    static List<ProtectedPeople.Found> search(Handle handle, Staff staff, String words, int limit) {
        return handle.createQuery(SELECT + " and p.name ilike :words order by p.name, p.protected_id limit :limit")
                .bind("scope", staff.scope())
                .bind("words", "%" + words.strip().replaceAll("[%_\\\\]", "") + "%")
                .bind("limit", limit)
                .map((row, context) -> new ProtectedPeople.Found(row.getLong("protected_id"), row.getString("name")))
                .list();
    }

    static long insert(Handle handle, ProtectedForm form, long organisationId, long by) {
        return handle.createUpdate("""
                        insert into supervision.protected_person (organisation_id, name, phone, note, recorded_by)
                        values (:organisation, :name, :phone, :note, :by)""")
                .bind("organisation", organisationId)
                .bind("name", form.name())
                .bind("phone", form.phone())
                .bind("note", form.note())
                .bind("by", by)
                .executeAndReturnGeneratedKeys("protected_id")
                .mapTo(Long.class)
                .one();
    }

    /** Keeps what stood before and writes the new values. */
    static void update(Handle handle, long id, ProtectedForm form, long by) {
        handle.createUpdate("""
                        insert into supervision.protected_person_revision (protected_id, version, protected_person, replaced_by)
                        select protected_id, version, to_jsonb(p), :by from supervision.protected_person p where protected_id = :id""").bind("id", id).bind("by", by).execute();
        handle.createUpdate("""
                        update supervision.protected_person set name = :name, phone = :phone, note = :note, version = version + 1,
                               recorded_at = now(), recorded_by = :by where protected_id = :id""")
                .bind("id", id)
                .bind("name", form.name())
                .bind("phone", form.phone())
                .bind("note", form.note())
                .bind("by", by)
                .execute();
    }

    static void consent(Handle handle, long id, String documentNumber, LocalDate signedOn, Instant from, long by) {
        handle.createUpdate("""
                        insert into supervision.protected_consent (protected_id, document_number, signed_on, valid_from, recorded_by)
                        values (:id, :document, :signed, :from, :by)""")
                .bind("id", id)
                .bind("document", documentNumber)
                .bind("signed", signedOn)
                .bind("from", from)
                .bind("by", by)
                .execute();
    }

    static void withdraw(Handle handle, long consentId, Instant at, String reason, long by) {
        handle.createUpdate("""
                        update supervision.protected_consent set withdrawn_at = :at, withdrawn_by = :by, withdrawal_reason = :reason
                         where consent_id = :consent and withdrawn_at is null""")
                .bind("consent", consentId)
                .bind("at", at)
                .bind("by", by)
                .bind("reason", reason)
                .execute();
    }

    static void give(Handle handle, long id, long deviceId, Instant from, long by) {
        handle.createUpdate("""
                        insert into supervision.protected_wearing (protected_id, device_id, valid_from, recorded_by)
                        values (:id, :device, :from, :by)""")
                .bind("id", id)
                .bind("device", deviceId)
                .bind("from", from)
                .bind("by", by)
                .execute();
    }

    static void takeBack(Handle handle, long id, long deviceId, Instant at, long by) {
        handle.createUpdate("""
                        update supervision.protected_wearing set valid_to = greatest(valid_from, :at), ended_by = :by
                         where protected_id = :id and device_id = :device and valid_to is null""")
                .bind("id", id)
                .bind("device", deviceId)
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    private static ProtectedPerson person(Handle handle, Staff staff, ResultSet row) throws SQLException {
        long id = row.getLong("protected_id");
        return new ProtectedPerson(
                id,
                row.getInt("version"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("note"),
                row.getLong("organisation_id"),
                row.getString("organisation_name"),
                ZoneId.of(row.getString("time_zone")),
                consents(handle, id),
                devices(handle, id),
                orders(handle, staff, id));
    }

    private static List<ProtectedPerson.Consent> consents(Handle handle, long id) {
        return handle.createQuery("""
                        select c.*, s.name as recorded_by_name from supervision.protected_consent c
                          join supervision.staff s on s.staff_id = c.recorded_by
                         where c.protected_id = :id order by c.consent_id desc""")
                .bind("id", id)
                .map((row, context) -> new ProtectedPerson.Consent(
                        row.getLong("consent_id"),
                        row.getString("document_number"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getTimestamp("valid_from").toInstant(),
                        row.getString("recorded_by_name"),
                        Optional.ofNullable(row.getTimestamp("withdrawn_at")).map(Timestamp::toInstant),
                        row.getString("withdrawal_reason")))
                .list();
    }

    private static List<ProtectedPerson.Held> devices(Handle handle, long id) {
        return handle.createQuery("""
                        select w.device_id, h.kind, d.identity, w.valid_from, w.valid_to
                          from supervision.protected_wearing w
                          join supervision.device_holding h on h.device_id = w.device_id
                          join telemetry.device d on d.device_id = w.device_id
                         where w.protected_id = :id order by w.wearing_id desc""")
                .bind("id", id)
                .map((row, context) -> new ProtectedPerson.Held(
                        row.getLong("device_id"),
                        row.getString("kind"),
                        row.getString("identity"),
                        row.getTimestamp("valid_from").toInstant(),
                        Optional.ofNullable(row.getTimestamp("valid_to")).map(Timestamp::toInstant)))
                .list();
    }

    /** Whoever may not open the file of the person ordered learns that there is an order, and not of whom. */
    private static List<ProtectedPerson.NamedBy> orders(Handle handle, Staff staff, long id) {
        return handle.createQuery("""
                        select w.rule_id, r.person_id, p.name, w.valid_from, w.valid_to,
                               w.ended_at is not null or w.valid_to <= now() as over,
                               (not p.minor or :minors) and exists (
                                   select 1 from supervision.assignment a
                                     join supervision.organisation o on o.organisation_id = a.organisation_id
                                    where a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
                                      and o.path like :scope || '%') as known
                          from supervision.protected_order w
                          join supervision.rule r on r.rule_id = w.rule_id
                          join supervision.person p on p.person_id = r.person_id
                         where w.protected_id = :id order by w.rule_id desc""")
                .bind("id", id)
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .map((row, context) -> new ProtectedPerson.NamedBy(
                        row.getLong("rule_id"),
                        row.getLong("person_id"),
                        row.getBoolean("known") ? Optional.of(row.getString("name")) : Optional.empty(),
                        Times.get(row, "valid_from"),
                        Times.get(row, "valid_to"),
                        row.getBoolean("over")))
                .list();
    }
}
