package org.guitu.geofence.rule;

import java.time.Instant;
import java.util.Optional;
import org.guitu.geofence.schedule.WeeklySchedule;

/**
 * One revision of one rule about one subject.
 *
 * @param id the rule; all its revisions share it
 * @param order what is ordered
 * @param schedule when; empty means always
 * @param validFrom from when this revision is the rule, inclusive
 * @param validTo until when, exclusive; {@link Instant#MAX} for no end
 */
public record Rule(long id, Order order, Optional<WeeklySchedule> schedule, Instant validFrom, Instant validTo) {

    public Rule {
        if (order instanceof Order.StayIn stay && stay.dwell().isPresent() && schedule.isEmpty()) {
            throw new IllegalArgumentException("a required dwell needs windows to be counted in");
        }
    }

    public RuleKind kind() {
        return order.kind();
    }
}
