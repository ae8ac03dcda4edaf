package org.guitu.web.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Who wore which device when, as known now. What was thought earlier stays in the table, marked superseded. */
public final class WearingStore {

    static final String SELECT = """
            select w.activation_id, w.device_id, h.kind, d.identity, d.model, w.person_id, w.valid_from, w.valid_to,
                   case when p.minor and not :minors then '***·' || right(p.case_number, 4) else p.name end as name
              from supervision.wearing w
              join supervision.device_holding h on h.device_id = w.device_id
              join telemetry.device d on d.device_id = w.device_id
              join supervision.person p on p.person_id = w.person_id
             where w.superseded_at is null""";

    private WearingStore() {}

    /** All a person ever wore, newest first. */
    public static List<Wearing> ofPerson(Handle handle, long personId) {
        return handle.createQuery(SELECT + " and w.person_id = :id order by w.valid_from desc")
                .bind("minors", true)
                .bind("id", personId)
                .map(WearingStore::wearing)
                .list();
    }

    /** All who ever wore a device, newest first. */
    static List<Wearing> ofDevice(Handle handle, Staff staff, long deviceId) {
        return handle.createQuery(SELECT + " and w.device_id = :id order by w.valid_from desc")
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("id", deviceId)
                .map(WearingStore::wearing)
                .list();
    }

    /** Who wears a device now. */
    static Optional<Wearing> now(Handle handle, long deviceId) {
        return handle.createQuery(SELECT + " and w.device_id = :id and w.valid_to is null")
                .bind("minors", true)
                .bind("id", deviceId)
                .map(WearingStore::wearing)
                .findOne();
    }

    /** Whether someone wore the device at or after this instant. */
    static boolean wornSince(Handle handle, long deviceId, Instant from) {
        return handle.createQuery("""
                        select exists (select 1 from supervision.wearing where device_id = :device and superseded_at is null
                           and (valid_to is null or valid_to > :from))""")
                .bind("device", deviceId)
                .bind("from", from)
                .mapTo(Boolean.class)
                .one();
    }

    static void begin(Handle handle, long deviceId, long personId, Instant from, long by) {
        handle.createUpdate("""
                        insert into supervision.wearing (device_id, person_id, valid_from, recorded_by)
                        values (:device, :person, :from, :by)""")
                .bind("device", deviceId)
                .bind("person", personId)
                .bind("from", from)
                .bind("by", by)
                .execute();
        refreshTokens(handle, personId);
    }

    /** Ends what is worn now. */
    static void end(Handle handle, long deviceId, long personId, Instant at, long by) {
        handle.createUpdate("""
                        with old as (
                            update supervision.wearing set superseded_at = now()
                             where device_id = :device and superseded_at is null and valid_to is null returning *)
                        insert into supervision.wearing (activation_id, device_id, person_id, valid_from, valid_to, recorded_by)
                        select activation_id, device_id, person_id, valid_from, :at, :by from old where valid_from < :at""")
                .bind("device", deviceId)
                .bind("at", at)
                .bind("by", by)
                .execute();
        refreshTokens(handle, personId);
    }

    private static void refreshTokens(Handle handle, long personId) {
        List<String> identities = handle.createQuery("""
                        select d.identity from supervision.wearing w join telemetry.device d on d.device_id = w.device_id
                         where w.person_id = :person and w.superseded_at is null and w.valid_to is null""")
                .bind("person", personId)
                .mapTo(String.class)
                .list();
        PersonStore.deviceTokens(handle, personId, identities);
    }

    static Wearing wearing(ResultSet row, StatementContext context) throws SQLException {
        return new Wearing(
                row.getLong("activation_id"),
                row.getLong("device_id"),
                DeviceKind.valueOf(row.getString("kind")),
                row.getString("identity"),
                row.getString("model"),
                row.getLong("person_id"),
                row.getString("name"),
                row.getTimestamp("valid_from").toInstant(),
                Optional.ofNullable(row.getTimestamp("valid_to")).map(Timestamp::toInstant));
    }
}
