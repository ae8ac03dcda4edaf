package org.guitu.ingest.registry;

import java.time.Instant;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.schedule.WeeklySchedule;

/**
 * One rule about one subject, as ordered.
 *
 * @param subjectId the supervisee, or a pair
 * @param order what is ordered
 * @param schedule when; empty means always
 * @param validFrom inclusive
 * @param validTo exclusive; {@link Instant#MAX} for no end
 */
public record RuleSpec(
        long subjectId, Order order, Optional<WeeklySchedule> schedule, Instant validFrom, Instant validTo) {

    public RuleSpec {
        if (!validFrom.isBefore(validTo)) {
            throw new IllegalArgumentException("a rule must begin before it ends");
        }
    }
}
