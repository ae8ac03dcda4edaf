package org.guitu.web.zones;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of zones and places. Zones are scoped by their person, whom callers have found first. */
public final class ZoneStore {

    private static final String SELECT = """
            select z.zone_id, z.person_id, z.rule_id, z.version, z.ended_at, r.name, r.kind, r.area::text as area, r.dwell_s, r.approach_m,
                   r.place_group_id, coalesce(g.name, '') as group_name, r.schedule::text as schedule, r.valid_from, r.valid_to, r.note
              from supervision.zone z join supervision.zone_revision r on r.zone_id = z.zone_id and r.version = z.version
              left join telemetry.place_group g on g.group_id = r.place_group_id""";

    private static final String PLACES = """
            select p.place_id, p.name, p.area::text as area
              from supervision.place p join supervision.organisation o on o.organisation_id = p.organisation_id
             where p.removed_at is null and (o.path like :scope || '%' or :scope like o.path || '%')""";

    private ZoneStore() {}

    /** All zones ever ordered for a person, those that ended last. */
    public static List<Zone> ofPerson(Handle handle, long personId) {
        return handle.createQuery(
                        SELECT + " where z.person_id = :person order by z.ended_at desc nulls first, r.kind, z.zone_id")
                .bind("person", personId)
                .map(ZoneStore::zone)
                .list();
    }

    static Optional<Zone> find(Handle handle, long personId, long zoneId) {
        return handle.createQuery(SELECT + " where z.person_id = :person and z.zone_id = :zone")
                .bind("person", personId)
                .bind("zone", zoneId)
                .map(ZoneStore::zone)
                .findOne();
    }

    static long insert(Handle handle, long personId, long ruleId, long by) {
        return handle.createUpdate(
                        "insert into supervision.zone (person_id, rule_id, recorded_by) values (:person, :rule, :by)")
                .bind("person", personId)
                .bind("rule", ruleId)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("zone_id")
                .mapTo(Long.class)
                .one();
    }

    static void insertRevision(
            Handle handle, long zoneId, int version, ZoneDraft draft, Instant effectiveFrom, long by) {
        handle.createUpdate("""
                        insert into supervision.zone_revision (zone_id, version, name, kind, area, dwell_s, approach_m, place_group_id,
                               schedule, valid_from, valid_to, effective_from, place_id, note, recorded_by)
                        values (:zone, :version, :name, :kind, :area::jsonb, :dwell, :approach, :group, :schedule::jsonb, :from, :to,
                               :effective, :place, :note, :by)""")
                .bind("zone", zoneId)
                .bind("version", version)
                .bind("name", draft.name())
                .bind("kind", draft.order().kind().name())
                .bind("area", Json.write(ZoneArea.write(draft.order().ground().orElseThrow())))
                .bind("dwell", ZoneOrders.dwellSeconds(draft.order()).orElse(null))
                .bind("approach", ZoneOrders.approachMeters(draft.order()).orElse(null))
                .bind("group", ZoneOrders.placeGroupId(draft.order()).orElse(null))
                .bind(
                        "schedule",
                        draft.hours().schedule().isPresent() ? Json.write(ZoneHoursJson.write(draft.hours())) : null)
                .bind("from", draft.validFrom())
                .bind("to", draft.validTo().orElse(null))
                .bind("effective", effectiveFrom)
                .bind("place", draft.placeId().orElse(null))
                .bind("note", draft.note())
                .bind("by", by)
                .execute();
        handle.createUpdate("update supervision.zone set version = :version where zone_id = :zone")
                .bind("zone", zoneId)
                .bind("version", version)
                .execute();
    }

    static void end(Handle handle, long zoneId, Instant at, String reason, long by) {
        handle.createUpdate(
                        "update supervision.zone set ended_at = :at, ended_by = :by, end_reason = :reason where zone_id = :zone")
                .bind("zone", zoneId)
                .bind("at", at)
                .bind("reason", reason)
                .bind("by", by)
                .execute();
    }

    static void reopen(Handle handle, long zoneId) {
        handle.createUpdate(
                        "update supervision.zone set ended_at = null, ended_by = null, end_reason = null where zone_id = :zone")
                .bind("zone", zoneId)
                .execute();
    }

    /** From when the newest revision of a zone holds. */
    static Instant effectiveFrom(Handle handle, Zone zone) {
        return handle.createQuery(
                        "select effective_from from supervision.zone_revision where zone_id = :zone and version = :version")
                .bind("zone", zone.id())
                .bind("version", zone.version())
                .map((row, context) -> row.getTimestamp(1).toInstant())
                .one();
    }

    static List<ZoneRevision> revisions(Handle handle, long zoneId) {
        return handle.createQuery("""
                        select r.version, r.name, r.kind, r.area::text as area, r.dwell_s, r.approach_m, r.place_group_id,
                               coalesce(g.name, '') as group_name, r.schedule::text as schedule, r.effective_from, r.recorded_at,
                               coalesce(s.name, '') as recorded_by_name, r.note
                          from supervision.zone_revision r left join supervision.staff s on s.staff_id = r.recorded_by
                          left join telemetry.place_group g on g.group_id = r.place_group_id
                         where r.zone_id = :zone order by r.version desc""")
                .bind("zone", zoneId)
                .map((row, context) -> new ZoneRevision(
                        row.getInt("version"),
                        row.getString("name"),
                        ZoneOrders.stored(row),
                        row.getString("group_name"),
                        hours(row),
                        row.getTimestamp("effective_from").toInstant(),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("recorded_by_name"),
                        row.getString("note")))
                .list();
    }

    /** Places of the staff's organisation, those above it and those below it. */
    static List<Place> places(Handle handle, Staff staff) {
        return handle.createQuery(PLACES + " order by p.name, p.place_id")
                .bind("scope", staff.scope())
                .map(ZoneStore::place)
                .list();
    }

    /** One of them. */
    static Optional<Place> findPlace(Handle handle, Staff staff, long placeId) {
        return handle.createQuery(PLACES + " and p.place_id = :place")
                .bind("scope", staff.scope())
                .bind("place", placeId)
                .map(ZoneStore::place)
                .findOne();
    }

    private static Place place(ResultSet row, StatementContext context) throws SQLException {
        return new Place(row.getLong("place_id"), row.getString("name"), row.getString("area"));
    }

    static void insertPlace(Handle handle, Staff staff, ZoneDraft draft) {
        handle.createUpdate("""
                        insert into supervision.place (organisation_id, name, area, recorded_by)
                        values (:organisation, :name, :area::jsonb, :by)""")
                .bind("organisation", staff.organisation().id())
                .bind("name", draft.name())
                .bind("area", Json.write(ZoneArea.write(draft.order().ground().orElseThrow())))
                .bind("by", staff.id())
                .execute();
    }

    private static ZoneHours hours(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("schedule"))
                .map(ZoneHoursJson::stored)
                .orElse(ZoneHours.always(WeeklyHours.DEFAULT_TIME_ZONE));
    }

    private static Zone zone(ResultSet row, StatementContext context) throws SQLException {
        return new Zone(
                row.getLong("zone_id"),
                row.getLong("person_id"),
                row.getLong("rule_id"),
                row.getInt("version"),
                row.getString("name"),
                ZoneOrders.stored(row),
                row.getString("group_name"),
                hours(row),
                row.getTimestamp("valid_from").toInstant(),
                Optional.ofNullable(row.getTimestamp("valid_to")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getString("note"));
    }
}
