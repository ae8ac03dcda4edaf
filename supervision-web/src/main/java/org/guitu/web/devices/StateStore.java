package org.guitu.web.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/** The SQL of where devices are in their lives. Callers hold the lock of the holding. */
final class StateStore {

    /** One stretch of a device's life. */
    record Stretch(DeviceState state, String note, Instant from, Optional<Instant> to, String by) {}

    /** How many devices of an organisation are in a state. */
    record Count(long organisationId, String organisationName, DeviceKind kind, DeviceState state, long devices) {}

    /** One hand-over. */
    record Transfer(String from, String to, String note, Instant at, String by) {}

    private StateStore() {}

    /** From an instant on the device is in a state; not before it came into the one before. */
    static void set(Handle handle, long deviceId, DeviceState state, Instant from, String note, long by) {
        Instant begun = handle.createQuery("""
                        select greatest(:from, max(valid_from)) from supervision.device_state
                         where device_id = :device and superseded_at is null and valid_to is null""")
                .bind("device", deviceId)
                .bind("from", from)
                .mapTo(Instant.class)
                .one();
        handle.createUpdate("""
                        with old as (update supervision.device_state set superseded_at = now()
                                      where device_id = :device and superseded_at is null and valid_to is null returning *)
                        insert into supervision.device_state (device_id, state, note, valid_from, valid_to, recorded_by)
                        select device_id, state, note, valid_from, :from, :by from old where valid_from < :from""")
                .bind("device", deviceId)
                .bind("from", begun)
                .bind("by", by)
                .execute();
        handle.createUpdate("""
                        insert into supervision.device_state (device_id, state, note, valid_from, recorded_by)
                        values (:device, :state, :note, :from, :by)""")
                .bind("device", deviceId)
                .bind("state", state.name())
                .bind("note", note)
                .bind("from", begun)
                .bind("by", by)
                .execute();
    }

    /** The life of a device, newest first. */
    static List<Stretch> ofDevice(Handle handle, long deviceId) {
        return handle.createQuery("""
                        select d.state, d.note, d.valid_from, d.valid_to, coalesce(s.name, '') as by_name
                          from supervision.device_state d left join supervision.staff s on s.staff_id = d.recorded_by
                         where d.device_id = :device and d.superseded_at is null order by d.valid_from desc, d.fact_id desc limit 200""")
                .bind("device", deviceId)
                .map((row, context) -> new Stretch(
                        DeviceState.valueOf(row.getString("state")),
                        row.getString("note"),
                        row.getTimestamp("valid_from").toInstant(),
                        Optional.ofNullable(row.getTimestamp("valid_to")).map(java.sql.Timestamp::toInstant),
                        row.getString("by_name")))
                .list();
    }

    /** What the organisations of the subtree hold, by kind and state. */
    static List<Count> counts(Handle handle, Staff staff) {
        return handle.createQuery("""
                        select o.organisation_id, o.name, h.kind, s.state, count(*) as devices
                          from supervision.device_holding h
                          join supervision.organisation o on o.organisation_id = h.organisation_id
                          join supervision.device_state s on s.device_id = h.device_id and s.superseded_at is null and s.valid_to is null
                         where o.path like :scope || '%'
                         group by o.organisation_id, o.name, o.path, h.kind, s.state order by o.path, h.kind""")
                .bind("scope", staff.scope())
                .map((row, context) -> new Count(
                        row.getLong("organisation_id"),
                        row.getString("name"),
                        DeviceKind.valueOf(row.getString("kind")),
                        DeviceState.valueOf(row.getString("state")),
                        row.getLong("devices")))
                .list();
    }

    static void transfer(Handle handle, long deviceId, long from, long to, String note, Instant at, long by) {
        handle.createUpdate("""
                        insert into supervision.device_transfer
                               (device_id, from_organisation_id, to_organisation_id, note, transferred_at, recorded_by)
                        values (:device, :from, :to, :note, :at, :by)""")
                .bind("device", deviceId)
                .bind("from", from)
                .bind("to", to)
                .bind("note", note)
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    /** Hand-overs of a device, newest first. */
    static List<Transfer> transfers(Handle handle, long deviceId) {
        return handle.createQuery("""
                        select f.name as from_name, t.name as to_name, d.note, d.transferred_at, s.name as by_name
                          from supervision.device_transfer d
                          join supervision.organisation f on f.organisation_id = d.from_organisation_id
                          join supervision.organisation t on t.organisation_id = d.to_organisation_id
                          join supervision.staff s on s.staff_id = d.recorded_by
                         where d.device_id = :device order by d.transferred_at desc, d.transfer_id desc limit 200""")
                .bind("device", deviceId)
                .map((row, context) -> new Transfer(
                        row.getString("from_name"),
                        row.getString("to_name"),
                        row.getString("note"),
                        row.getTimestamp("transferred_at").toInstant(),
                        row.getString("by_name")))
                .list();
    }
}
