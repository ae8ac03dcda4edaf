package org.guitu.web.zones;

import java.time.Instant;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;

/**
 * One version of a zone, for its history.
 *
 * @param effectiveFrom from when it replaces the version before
 * @param recordedBy the name of whoever recorded it
 */
public record ZoneRevision(
        int version,
        String name,
        RuleKind kind,
        Area area,
        Optional<WeeklySchedule> schedule,
        Instant effectiveFrom,
        Instant recordedAt,
        String recordedBy,
        String note) {}
