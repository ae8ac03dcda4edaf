package org.guitu.ingest.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code telemetry.device_status}: what is newest about each device. An older fix or battery level never replaces a newer one;
 * when it was last heard of always moves on. A place belongs to the subject of its basis: it vanishes when the basis ends or another one
 * gets the device.
 */
public final class StatusTable {

    private static final String UPSERT = """
            insert into telemetry.device_status as s (device_id, subject_id, last_seen_at, fix_time, latitude, longitude, accuracy_m,
                speed_kmh, course_deg, health_at, battery_percent, charging, alarms, connected)
            select device_id, subject_id, last_seen_at, fix_time, latitude, longitude, accuracy_m, speed_kmh, course_deg, health_at,
                   battery_percent, charging, coalesce(alarms, 0), coalesce(connected, false)
              from unnest(?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::float8[], ?::float8[], ?::real[], ?::real[],
                ?::real[], ?::timestamptz[], ?::real[], ?::boolean[], ?::int[], ?::boolean[])
                as news (device_id, subject_id, last_seen_at, fix_time, latitude, longitude, accuracy_m, speed_kmh, course_deg,
                    health_at, battery_percent, charging, alarms, connected)
            on conflict (device_id) do update set
                subject_id = coalesce(excluded.subject_id, s.subject_id),
                last_seen_at = greatest(s.last_seen_at, excluded.last_seen_at),
                fix_time = case when %1$s then excluded.fix_time when %2$s then null else s.fix_time end,
                latitude = case when %1$s then excluded.latitude when %2$s then null else s.latitude end,
                longitude = case when %1$s then excluded.longitude when %2$s then null else s.longitude end,
                accuracy_m = case when %1$s then excluded.accuracy_m when %2$s then null else s.accuracy_m end,
                speed_kmh = case when %1$s then excluded.speed_kmh when %2$s then null else s.speed_kmh end,
                course_deg = case when %1$s then excluded.course_deg when %2$s then null else s.course_deg end,
                battery_percent = case when %3$s then coalesce(excluded.battery_percent, s.battery_percent) else s.battery_percent end,
                charging = case when %3$s then coalesce(excluded.charging, s.charging) else s.charging end,
                alarms = case when %3$s then excluded.alarms else s.alarms end,
                health_at = greatest(s.health_at, excluded.health_at),
                connected = excluded.connected,
                change_xid = pg_current_xact_id(),
                change_seq = nextval('telemetry.change_seq')
            """.formatted(
                    "(excluded.fix_time is not null and (s.fix_time is null or excluded.fix_time >= s.fix_time"
                            + " or s.subject_id is distinct from excluded.subject_id))",
                    "(excluded.subject_id is not null and s.subject_id is distinct from excluded.subject_id)",
                    "(excluded.health_at is not null and excluded.health_at >= coalesce(s.health_at, '-infinity'))");

    private static final String CLEARED = """
            update telemetry.device_status set subject_id = null, fix_time = null, latitude = null, longitude = null, accuracy_m = null,
                speed_kmh = null, course_deg = null, change_xid = pg_current_xact_id(), change_seq = nextval('telemetry.change_seq')
            """;

    /** Devices whose news says that nobody carries them. */
    private static final String CLEAR_NAMED = CLEARED + " where device_id = any(?) and subject_id is not null";

    /** Devices whose subject no basis names now; one that somebody else writes at this moment is left for the next turn. */
    private static final String CLEAR_ENDED = CLEARED + """
             where device_id in (
                select device_id from telemetry.device_status held
                 where subject_id is not null and not exists (
                    select from telemetry.basis b where b.device_id = held.device_id and b.subject_id = held.subject_id
                       and b.valid_from <= ? and b.valid_to > ?)
                 order by device_id for update skip locked)
            """;

    /**
     * News about one device; the newest of a batch.
     *
     * @param subjectId by the basis that covers the news; null leaves what is known, unless it is known to be nobody
     * @param nobodys whether it is certain that nobody carries the device: who did, and where, is forgotten
     * @param fix a located report under a basis, or null
     * @param healthAt of the three after it; null if there is no such news
     * @param alarms what it raises, null if there is no such news
     * @param connected whether it holds a connection
     */
    public record News(
            long deviceId,
            @Nullable Long subjectId,
            boolean nobodys,
            Instant lastSeenAt,
            @Nullable PositionRow fix,
            @Nullable Instant healthAt,
            @Nullable Float batteryPercent,
            @Nullable Boolean charging,
            @Nullable Integer alarms,
            boolean connected) {}

    /**
     * Writes news.
     *
     * @param news at most one for each device, ordered by device
     */
    public void write(Handle handle, List<News> news) throws SQLException {
        if (news.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(UPSERT)) {
            new Columns<>(statement, news)
                    .add("int8", News::deviceId)
                    .add("int8", News::subjectId)
                    .add("timestamptz", News::lastSeenAt)
                    .add("timestamptz", n -> n.fix() == null ? null : n.fix().fixTime())
                    .add("float8", n -> n.fix() == null ? null : n.fix().latitude())
                    .add("float8", n -> n.fix() == null ? null : n.fix().longitude())
                    .add("float4", n -> n.fix() == null ? null : n.fix().accuracyMeters())
                    .add("float4", n -> n.fix() == null ? null : n.fix().speedKmh())
                    .add("float4", n -> n.fix() == null ? null : n.fix().courseDegrees())
                    .add("timestamptz", News::healthAt)
                    .add("float4", News::batteryPercent)
                    .add("bool", News::charging)
                    .add("int4", News::alarms)
                    .add("bool", News::connected);
            statement.executeUpdate();
        }
        Long[] nobodys = news.stream().filter(News::nobodys).map(News::deviceId).toArray(Long[]::new);
        if (nobodys.length > 0) {
            handle.execute(CLEAR_NAMED, (Object) nobodys);
        }
    }

    /** Forgets the subject and the place of devices whose basis has ended, though they have said nothing since. */
    public int forgetEnded(Handle handle, Instant now) {
        return handle.execute(CLEAR_ENDED, Times.value(now), Times.value(now));
    }

    /** After a start nobody is connected, whatever a killed process left. */
    public void disconnectAll(Handle handle) {
        handle.execute("update telemetry.device_status set connected = false, change_xid = pg_current_xact_id(),"
                + " change_seq = nextval('telemetry.change_seq') where connected");
    }
}
