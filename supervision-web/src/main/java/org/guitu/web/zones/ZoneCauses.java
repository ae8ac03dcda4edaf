package org.guitu.web.zones;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of what approvals did to zones. */
final class ZoneCauses {

    /**
     * One thing that was done.
     *
     * @param pause by the wall clock of the zone's hours; empty: the zone was ordered for the cause
     */
    record Done(long id, long zoneId, Optional<ZoneHours.Pause> pause) {}

    private ZoneCauses() {}

    static void add(Handle handle, String cause, long personId, long zoneId, ZoneHours.@Nullable Pause pause, long by) {
        handle.createUpdate("""
                        insert into supervision.zone_cause (cause, person_id, zone_id, paused_from, paused_to, recorded_by)
                        values (:cause, :person, :zone, :from, :to, :by)""")
                .bind("cause", cause)
                .bind("person", personId)
                .bind("zone", zoneId)
                .bind("from", pause == null ? null : pause.from())
                .bind("to", pause == null ? null : pause.to())
                .bind("by", by)
                .execute();
    }

    /** What stands of a cause. */
    static List<Done> standing(Handle handle, String cause) {
        return handle.createQuery("""
                        select zone_cause_id, zone_id, paused_from, paused_to from supervision.zone_cause
                         where cause = :cause and undone_at is null order by zone_cause_id""")
                .bind("cause", cause)
                .map((row, context) -> new Done(row.getLong("zone_cause_id"), row.getLong("zone_id"), pause(row)))
                .list();
    }

    /** A stretch for which some other approval put a zone out of force. */
    record Other(String cause, Instant from, Instant to) {}

    /** What stands of other causes on any of these zones, each once. */
    static List<Other> others(Handle handle, String cause, List<Zone> zones) {
        return zones.stream()
                .flatMap(zone -> handle
                        .createQuery("""
                        select cause, paused_from, paused_to from supervision.zone_cause
                         where zone_id = :zone and cause <> :cause and undone_at is null and paused_from is not null""")
                        .bind("zone", zone.id())
                        .bind("cause", cause)
                        .map((row, context) -> {
                            ZoneHours.Pause pause = pause(row).orElseThrow();
                            return new Other(
                                    row.getString("cause"),
                                    pause.from().atZone(zone.hours().zone()).toInstant(),
                                    pause.to().atZone(zone.hours().zone()).toInstant());
                        })
                        .list()
                        .stream())
                .distinct()
                .toList();
    }

    static void undone(Handle handle, long doneId, Instant at, long by) {
        handle.createUpdate(
                        "update supervision.zone_cause set undone_at = :at, undone_by = :by where zone_cause_id = :id")
                .bind("at", at)
                .bind("by", by)
                .bind("id", doneId)
                .execute();
    }

    /** The zones of a person that were ordered for some cause: they go with it. */
    static Set<Long> ordered(Handle handle, long personId) {
        return Set.copyOf(handle.createQuery(
                        "select zone_id from supervision.zone_cause where person_id = :person and paused_from is null")
                .bind("person", personId)
                .mapTo(Long.class)
                .list());
    }

    private static Optional<ZoneHours.Pause> pause(ResultSet row) throws SQLException {
        LocalDateTime from = row.getObject("paused_from", LocalDateTime.class);
        return from == null
                ? Optional.empty()
                : Optional.of(new ZoneHours.Pause(from, row.getObject("paused_to", LocalDateTime.class), ""));
    }
}
