package org.guitu.web.rules;

import java.time.Instant;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.schedule.WeeklySchedule;

/**
 * One version of a rule, for its history.
 *
 * @param effectiveFrom from when it replaces the version before
 * @param recordedBy the name of whoever recorded it
 */
record RuleRevision(
        int version,
        Order order,
        Optional<WeeklySchedule> schedule,
        Instant effectiveFrom,
        Instant recordedAt,
        String recordedBy,
        String note) {}
