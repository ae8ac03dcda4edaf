package org.guitu.web.resettlement;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of pairings, visits and listings. */
final class HelpStore {

    private HelpStore() {}

    static Help of(Handle handle, long resettlementId, long personId) {
        return new Help(
                handle.createQuery("""
                        select * from supervision.resettlement_pairing where resettlement_id = :id and superseded_at is null
                         order by valid_from desc, pairing_id desc limit 50""")
                        .bind("id", resettlementId)
                        .map((row, context) -> new Help.Pairing(
                                row.getLong("pairing_id"),
                                row.getString("helper"),
                                row.getString("phone"),
                                row.getObject("valid_from", LocalDate.class),
                                Optional.ofNullable(row.getObject("valid_to", LocalDate.class))))
                        .list(),
                handle.createQuery("""
                        select * from supervision.resettlement_visit where resettlement_id = :id
                         order by visited_on desc, visit_id desc limit 200""")
                        .bind("id", resettlementId)
                        .map((row, context) -> new Help.Visit(
                                row.getLong("visit_id"),
                                row.getObject("visited_on", LocalDate.class),
                                row.getString("visitor"),
                                Help.Way.valueOf(row.getString("way")),
                                row.getString("findings"),
                                row.getString("needs"),
                                Optional.ofNullable(row.getString("supersede_reason"))
                                        .orElse(""),
                                row.getLong("entry_id")))
                        .list(),
                handle.createQuery("""
                        select * from supervision.resettlement_listing where resettlement_id = :id and superseded_at is null
                         order by place""")
                        .bind("id", resettlementId)
                        .map((row, context) -> new Help.Listing(
                                Help.Place.valueOf(row.getString("place")),
                                row.getString("name"),
                                Optional.ofNullable(row.getObject("told_on", LocalDate.class)),
                                Optional.ofNullable(row.getObject("confirmed_on", LocalDate.class))))
                        .list(),
                BaseStore.placement(handle, personId));
    }

    static void endPairing(Handle handle, long resettlementId, LocalDate on) {
        handle.createUpdate("""
                        update supervision.resettlement_pairing set valid_to = greatest(valid_from, cast(:on as date))
                         where resettlement_id = :id and valid_to is null and superseded_at is null""").bind("id", resettlementId).bind("on", on).execute();
    }

    static void pair(
            Handle handle,
            long resettlementId,
            @Nullable Long staffId,
            String helper,
            String phone,
            LocalDate from,
            long by) {
        handle.createUpdate("""
                        insert into supervision.resettlement_pairing
                               (resettlement_id, staff_id, helper, phone, valid_from, recorded_by)
                        values (:id, :staff, :helper, :phone, :from, :by)""")
                .bind("id", resettlementId)
                .bind("staff", staffId)
                .bind("helper", helper)
                .bind("phone", phone)
                .bind("from", from)
                .bind("by", by)
                .execute();
    }

    static void visit(Handle handle, long resettlementId, Help.Visit visit, long by) {
        handle.createUpdate("""
                        insert into supervision.resettlement_visit
                               (resettlement_id, visited_on, visitor, way, findings, needs, entry_id, recorded_by)
                        values (:id, :on, :visitor, :way, :findings, :needs, :entry, :by)""")
                .bind("id", resettlementId)
                .bind("on", visit.on())
                .bind("visitor", visit.visitor())
                .bind("way", visit.way().name())
                .bind("findings", visit.findings())
                .bind("needs", visit.needs())
                .bind("entry", visit.entryId())
                .bind("by", by)
                .execute();
    }

    static void strike(Handle handle, long visitId, String reason, long by) {
        handle.createUpdate("""
                        update supervision.resettlement_visit
                           set superseded_at = now(), superseded_by = :by, supersede_reason = :reason where visit_id = :id""")
                .bind("id", visitId)
                .bind("by", by)
                .bind("reason", reason)
                .execute();
    }

    /** The first visit that stands, on or after the release. */
    static Optional<LocalDate> firstVisit(Handle handle, long resettlementId, LocalDate releasedOn) {
        return handle.createQuery("""
                        select min(visited_on) from supervision.resettlement_visit
                         where resettlement_id = :id and superseded_at is null and visited_on >= :released""")
                .bind("id", resettlementId)
                .bind("released", releasedOn)
                .map((row, context) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .one();
    }

    static void listing(
            Handle handle, long resettlementId, Help.Listing listing, @Nullable Long organisationId, long by) {
        handle.createUpdate("""
                        update supervision.resettlement_listing set superseded_at = now()
                         where resettlement_id = :id and place = :place and superseded_at is null""")
                .bind("id", resettlementId)
                .bind("place", listing.place().name())
                .execute();
        handle.createUpdate("""
                        insert into supervision.resettlement_listing
                               (resettlement_id, place, organisation_id, name, told_on, confirmed_on, recorded_by)
                        values (:id, :place, :organisation, :name, :told, :confirmed, :by)""")
                .bind("id", resettlementId)
                .bind("place", listing.place().name())
                .bind("organisation", organisationId)
                .bind("name", listing.name())
                .bind("told", listing.toldOn().orElse(null))
                .bind("confirmed", listing.confirmedOn().orElse(null))
                .bind("by", by)
                .execute();
    }
}
