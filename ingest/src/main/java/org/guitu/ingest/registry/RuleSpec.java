package org.guitu.ingest.registry;

import java.time.Instant;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;

/**
 * One rule about one subject, as ordered.
 *
 * @param subjectId the supervisee
 * @param kind what is ordered
 * @param area where
 * @param schedule when; empty means always
 * @param validFrom inclusive
 * @param validTo exclusive; {@link Instant#MAX} for no end
 */
public record RuleSpec(
        long subjectId,
        RuleKind kind,
        Area area,
        Optional<WeeklySchedule> schedule,
        Instant validFrom,
        Instant validTo) {

    public RuleSpec {
        if (!validFrom.isBefore(validTo)) {
            throw new IllegalArgumentException("a rule must begin before it ends");
        }
    }
}
