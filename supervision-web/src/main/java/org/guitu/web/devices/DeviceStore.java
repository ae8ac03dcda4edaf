package org.guitu.web.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The SQL of devices. The acting staff see what their subtree holds and what its people wear, whoever holds it; the rest is not found.
 */
final class DeviceStore {

    private static final String SELECT = """
            select h.*, d.protocol, d.identity, d.model, d.send_interval_s, d.buffer_s, d.datum, d.clock_offset_s,
                   o.name as organisation_name, w.person_id as wearer_id,
                   case when p.minor and not :minors then '***·' || right(p.case_number, 4) else p.name end as wearer_name, w.valid_from as worn_since,
                   z.state, z.valid_from as state_since, t.last_seen_at, t.battery_percent, coalesce(t.connected, false) as connected
              from supervision.device_holding h
              join telemetry.device d on d.device_id = h.device_id
              join supervision.organisation o on o.organisation_id = h.organisation_id
              join supervision.device_state z on z.device_id = h.device_id and z.superseded_at is null and z.valid_to is null
              left join supervision.wearing w on w.device_id = h.device_id and w.superseded_at is null and w.valid_to is null
              left join supervision.person p on p.person_id = w.person_id
              left join telemetry.device_status t on t.device_id = h.device_id
             where (o.path like :scope || '%' or exists (
                       select 1 from supervision.assignment a join supervision.organisation r on r.organisation_id = a.organisation_id
                        where a.person_id = w.person_id and a.superseded_at is null and a.valid_to is null
                          and r.path like :scope || '%'))""";

    private DeviceStore() {}

    static Optional<Device> find(Handle handle, Staff staff, long deviceId) {
        return handle.createQuery(SELECT + " and h.device_id = :device")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("device", deviceId)
                .map(DeviceStore::device)
                .findOne();
    }

    /** The same, the holding's row locked: every act about a device takes this lock first. */
    static Optional<Device> lock(Handle handle, Staff staff, long deviceId) {
        handle.createQuery("select 1 from supervision.device_holding where device_id = :device for update")
                .bind("device", deviceId)
                .mapTo(Integer.class)
                .findOne();
        return find(handle, staff, deviceId);
    }

    /** One row more than the limit, if there is one, tells that there is a next page. */
    static List<Device> list(Handle handle, Staff staff, DeviceQuery query) {
        String words = query.words().strip();
        String sql = SELECT
                + (words.isEmpty()
                        ? ""
                        : " and (d.identity ilike :words or h.inventory_number ilike :words or d.model ilike :words)")
                + query.worn()
                        .map(worn -> worn ? " and w.device_id is not null" : " and w.device_id is null")
                        .orElse("")
                + query.state().map(state -> " and z.state = :state").orElse("")
                + query.organisationId()
                        .map(organisation -> " and h.organisation_id = :organisation")
                        .orElse("")
                + " and h.device_id > :after order by h.device_id limit :limit";
        Query statement = handle.createQuery(sql)
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("after", query.afterId())
                .bind("limit", Math.clamp(query.limit(), 1, 200) + 1);
        query.state().ifPresent(state -> statement.bind("state", state.name()));
        query.organisationId().ifPresent(organisation -> statement.bind("organisation", organisation));
        if (!words.isEmpty()) {
            statement.bind("words", "%" + words.replaceAll("[%_\\\\]", "") + "%");
        }
        return statement.map(DeviceStore::device).list();
    }

    static List<Device> wornBy(Handle handle, Staff staff, long personId) {
        return handle.createQuery(SELECT + " and w.person_id = :person order by h.kind, w.valid_from")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("person", personId)
                .map(DeviceStore::device)
                .list();
    }

    /** Devices that can be put on somebody. */
    static List<Device> free(Handle handle, Staff staff, int limit) {
        return handle.createQuery(SELECT + " and z.state = 'IN_STOCK' order by d.protocol, d.identity limit :limit")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("limit", limit)
                .map(DeviceStore::device)
                .list();
    }

    static boolean onTheBooks(Handle handle, Protocol protocol, String identity, long exceptDeviceId) {
        return handle.createQuery("""
                        select exists (select 1 from telemetry.device
                         where protocol = :protocol and identity = :identity and device_id <> :except)""")
                .bind("protocol", protocol.code())
                .bind("identity", identity)
                .bind("except", exceptDeviceId)
                .mapTo(Boolean.class)
                .one();
    }

    static void insert(Handle handle, long deviceId, long organisationId, DeviceDraft draft, long by) {
        handle.createUpdate("""
                        insert into supervision.device_holding (device_id, organisation_id, kind, inventory_number, note, recorded_by)
                        values (:device, :organisation, :kind, :inventoryNumber, :note, :by)""")
                .bind("device", deviceId)
                .bind("organisation", organisationId)
                .bind("kind", draft.protocol().kind().name())
                .bind("inventoryNumber", draft.inventoryNumber())
                .bind("note", draft.note())
                .bind("by", by)
                .execute();
    }

    static void update(Handle handle, long deviceId, long organisationId, DeviceDraft draft, long by) {
        handle.createUpdate("""
                        update supervision.device_holding set organisation_id = :organisation, inventory_number = :inventoryNumber,
                               note = :note, version = version + 1, recorded_at = now(), recorded_by = :by
                         where device_id = :device""")
                .bind("device", deviceId)
                .bind("organisation", organisationId)
                .bind("inventoryNumber", draft.inventoryNumber())
                .bind("note", draft.note())
                .bind("by", by)
                .execute();
    }

    static void hold(Handle handle, long deviceId, long organisationId, long by) {
        handle.createUpdate("""
                        update supervision.device_holding set organisation_id = :organisation, version = version + 1, recorded_at = now(),
                               recorded_by = :by where device_id = :device""")
                .bind("device", deviceId)
                .bind("organisation", organisationId)
                .bind("by", by)
                .execute();
    }

    static void retire(Handle handle, long deviceId) {
        handle.createUpdate(
                        "update supervision.device_holding set retired_at = now(), version = version + 1 where device_id = :device")
                .bind("device", deviceId)
                .execute();
    }

    private static Device device(ResultSet row, StatementContext context) throws SQLException {
        long wearer = row.getLong("wearer_id");
        int offset = row.getInt("clock_offset_s");
        Optional<String> clockOffset = row.wasNull()
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds(offset).getId());
        double battery = row.getDouble("battery_percent");
        Optional<Double> batteryPercent = row.wasNull() ? Optional.empty() : Optional.of(battery);
        return new Device(
                row.getLong("device_id"),
                row.getInt("version"),
                Protocol.ofCode(row.getString("protocol")).orElseThrow(),
                row.getString("identity"),
                row.getString("model"),
                Duration.ofSeconds(row.getInt("send_interval_s")),
                Duration.ofSeconds(row.getInt("buffer_s")),
                row.getString("datum"),
                clockOffset,
                row.getString("inventory_number"),
                row.getString("note"),
                row.getLong("organisation_id"),
                row.getString("organisation_name"),
                DeviceState.valueOf(row.getString("state")),
                row.getTimestamp("state_since").toInstant(),
                Optional.ofNullable(row.getTimestamp("retired_at")).map(Timestamp::toInstant),
                wearer == 0 ? Optional.empty() : Optional.of(wearer),
                Optional.ofNullable(row.getString("wearer_name")),
                Optional.ofNullable(row.getTimestamp("worn_since")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("last_seen_at")).map(Timestamp::toInstant),
                batteryPercent,
                row.getBoolean("connected"));
    }
}
