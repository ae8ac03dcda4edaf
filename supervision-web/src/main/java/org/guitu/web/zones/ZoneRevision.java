package org.guitu.web.zones;

import java.time.Instant;
import org.guitu.geofence.rule.Order;

/**
 * One version of a zone, for its history.
 *
 * @param groupName of the group of places it is about, {@code ""} if it is about an area
 * @param effectiveFrom from when it replaces the version before
 * @param recordedBy the name of whoever recorded it
 */
public record ZoneRevision(
        int version,
        String name,
        Order order,
        String groupName,
        ZoneHours hours,
        Instant effectiveFrom,
        Instant recordedAt,
        String recordedBy,
        String note) {}
