package org.guitu.ingest.admit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.guitu.ingest.store.Database;
import org.guitu.protocols.jt808.Jt808Profiles;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Datum;
import org.guitu.protocols.report.DeviceProfile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the devices on the books and their bases, for lookups that must not wait for the database.
 *
 * <p>It follows the register by transaction id: every change stamps its row, and a reader asks for what is stamped not before the oldest
 * transaction that was open when it last asked. So a change is never missed and only changes are read. The copy may be a second old; it
 * only routes and greets. What is kept is decided again inside the transaction that keeps it. Thread-safe.
 */
public final class DeviceBook {

    private final Database database;
    private final Map<String, Device> byIdentity = new ConcurrentHashMap<>();
    private final Map<Long, Device> byId = new ConcurrentHashMap<>();
    private final Map<Long, List<Basis>> bases = new ConcurrentHashMap<>();
    private long seenBefore;

    public DeviceBook(Database database) {
        this.database = database;
    }

    /** The device with this identity, unless it is retired or not on the books. */
    public Optional<Device> find(String protocol, String identity) {
        return Optional.ofNullable(byIdentity.get(key(protocol, Identities.canonical(protocol, identity))));
    }

    /** Whose position a fix would be, as far as the copy knows. */
    public OptionalLong subjectAt(long deviceId, java.time.Instant instant) {
        return Basis.subjectAt(bases.getOrDefault(deviceId, List.of()), instant);
    }

    /** Whose device it is, as far as the copy knows. */
    public OptionalLong holderAt(long deviceId, java.time.Instant instant) {
        return Basis.holderAt(bases.getOrDefault(deviceId, List.of()), instant);
    }

    /** Reads what has changed since the last time; blocks on the database. */
    public synchronized void refresh() {
        database.jdbi().useHandle(handle -> {
            long horizon = handle.select("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                    .mapTo(Long.class)
                    .one();
            readDevices(handle);
            readBases(handle);
            seenBefore = horizon;
        });
    }

    /** How many devices are on the books. */
    public int size() {
        return byId.size();
    }

    private void readDevices(Handle handle) {
        handle.createQuery("""
                        select device_id, protocol, identity, model, clock_offset_s, datum, alarm_bits::text as alarm_bits, auth_code,
                               send_interval_s, buffer_s, retired_at is not null as retired
                          from telemetry.device where change_xid >= :since::text::xid8
                        """)
                .bind("since", seenBefore)
                .map((row, context) -> {
                    Device device = device(row);
                    if (row.getBoolean("retired")) {
                        forget(device.id());
                    } else {
                        enter(device);
                    }
                    return device.id();
                })
                .list();
    }

    private void readBases(Handle handle) {
        List<Long> touched = handle.createQuery(
                        "select distinct device_id from telemetry.basis where change_xid >= :since::text::xid8")
                .bind("since", seenBefore)
                .mapTo(Long.class)
                .list();
        if (!touched.isEmpty()) {
            bases.putAll(new BasisReader().ofDevices(handle, touched));
        }
    }

    private void enter(Device device) {
        Device before = byId.put(device.id(), device);
        if (before != null && !before.identity().equals(device.identity())) {
            byIdentity.remove(key(before.protocol(), before.identity()));
        }
        byIdentity.put(key(device.protocol(), device.identity()), device);
    }

    private void forget(long deviceId) {
        @Nullable Device before = byId.remove(deviceId);
        if (before != null) {
            byIdentity.remove(key(before.protocol(), before.identity()));
        }
    }

    private static Device device(ResultSet row) throws SQLException {
        int offset = row.getInt("clock_offset_s");
        Optional<ZoneOffset> clock = row.wasNull() ? Optional.empty() : Optional.of(ZoneOffset.ofTotalSeconds(offset));
        DeviceProfile profile =
                new DeviceProfile(row.getString("model"), clock, Datum.valueOf(row.getString("datum")), bits(row));
        return new Device(
                row.getLong("device_id"),
                row.getString("protocol"),
                row.getString("identity"),
                profile,
                Optional.ofNullable(row.getString("auth_code")),
                Duration.ofSeconds((long) row.getInt("send_interval_s") + row.getInt("buffer_s")));
    }

    /** What is known of the model, and over it what was entered for this very device. */
    private static Map<Integer, Optional<Alarm>> bits(ResultSet row) throws SQLException {
        Map<Integer, Optional<Alarm>> bits = new HashMap<>();
        if ("jt808".equals(row.getString("protocol"))) {
            bits.putAll(Jt808Profiles.named(row.getString("model")).alarmBits());
        }
        bits.putAll(AlarmBits.read(Objects.requireNonNull(row.getString("alarm_bits"))));
        return bits;
    }

    private static String key(String protocol, String identity) {
        return protocol + '/' + identity;
    }
}
