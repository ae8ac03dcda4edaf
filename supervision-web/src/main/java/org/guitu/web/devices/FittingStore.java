package org.guitu.web.devices;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.protocols.report.Alarm;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of fitting checks, and of what telemetry has to say about them. */
final class FittingStore {

    private static final int STRAP = Alarm.toBits(java.util.EnumSet.of(Alarm.STRAP_REMOVED));
    private static final int TESTABLE =
            Alarm.toBits(java.util.EnumSet.of(Alarm.SOS, Alarm.STRAP_REMOVED, Alarm.TAMPER));

    /** Reports since a bracelet was put on; its newest state speaks too, for without a basis no report is kept. */
    private static final String FOUND = """
            with said as (
                select fix_time as at, located, alarms from telemetry.position
                 where device_id = :device and subject_id = :person and fix_time >= :from and fix_time < :to
                 union all
                select health_at, false, alarms from telemetry.device_status
                 where device_id = :device and health_at >= :from and health_at < :to)
            select min(at) filter (where alarms & :strap = 0) as strap_closed,
                   min(at) filter (where located) as first_fix,
                   min(at) filter (where alarms & :testable <> 0) as test_alarm
              from said""";

    private FittingStore() {}

    /** What was ticked or kept of a wearing. */
    static Map<FittingItem, Fitting.Seen> kept(Handle handle, long activationId) {
        Map<FittingItem, Fitting.Seen> seen = new EnumMap<>(FittingItem.class);
        handle.createQuery("""
                        select f.item, f.seen_at, s.name from supervision.fitting_item f
                          left join supervision.staff s on s.staff_id = f.recorded_by where f.activation_id = :activation""")
                .bind("activation", activationId)
                .map((row, context) -> Map.entry(
                        FittingItem.valueOf(row.getString("item")),
                        new Fitting.Seen(
                                row.getTimestamp("seen_at").toInstant(), Optional.ofNullable(row.getString("name")))))
                .forEach(entry -> seen.put(entry.getKey(), entry.getValue()));
        return seen;
    }

    /** What the device itself has shown while it was worn. */
    static Map<FittingItem, Instant> found(Handle handle, Wearing worn) {
        Map<FittingItem, Instant> found = new EnumMap<>(FittingItem.class);
        handle.createQuery(FOUND)
                .bind("device", worn.deviceId())
                .bind("person", worn.personId())
                .bind("from", worn.from())
                .bind("to", worn.to().orElse(Instant.parse("9999-01-01T00:00:00Z")))
                .bind("strap", STRAP)
                .bind("testable", TESTABLE)
                .map((row, context) -> {
                    put(found, FittingItem.STRAP_CLOSED, row.getTimestamp("strap_closed"));
                    put(found, FittingItem.FIRST_FIX, row.getTimestamp("first_fix"));
                    put(found, FittingItem.TEST_ALARM, row.getTimestamp("test_alarm"));
                    return found;
                })
                .one();
        return found;
    }

    static void keep(Handle handle, long activationId, FittingItem item, Instant at, @Nullable Long by) {
        handle.createUpdate("""
                        insert into supervision.fitting_item (activation_id, item, seen_at, by_hand, recorded_by)
                        values (:activation, :item, :at, :hand, :by) on conflict (activation_id, item) do nothing""")
                .bind("activation", activationId)
                .bind("item", item.name())
                .bind("at", at)
                .bind("hand", by != null)
                .bind("by", by)
                .execute();
    }

    /** Bracelets that are worn and whose check is not complete, beginning after an activation. */
    static List<Wearing> unchecked(Handle handle, long afterActivation, int limit) {
        return handle.createQuery(WearingStore.SELECT + " " + """
                         and w.valid_to is null and h.kind = 'BRACELET' and w.activation_id > :after
                         and exists (select 1 from supervision.duty u where u.person_id = w.person_id and u.kind = :kind
                                        and u.ref = 'device:' || w.device_id and u.met_at is null and u.cancelled_at is null)
                         order by w.activation_id limit :limit""")
                .bind("minors", true)
                .bind("after", afterActivation)
                .bind("kind", DeviceDuties.FITTING_CHECK.key())
                .bind("limit", limit)
                .map(WearingStore::wearing)
                .list();
    }

    private static void put(Map<FittingItem, Instant> found, FittingItem item, java.sql.@Nullable Timestamp at) {
        if (at != null) {
            found.put(item, at.toInstant());
        }
    }
}
