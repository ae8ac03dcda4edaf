package org.guitu.web.zones;

import java.time.Instant;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;

/**
 * A zone as its newest revision says.
 *
 * @param ruleId the rule of telemetry whose findings are about this zone
 * @param version the number of the newest revision, from 1
 * @param validTo as ordered; empty: until ended
 * @param endedAt when it was ended by hand
 */
public record Zone(
        long id,
        long personId,
        long ruleId,
        int version,
        String name,
        RuleKind kind,
        Area area,
        Optional<WeeklySchedule> schedule,
        Instant validFrom,
        Optional<Instant> validTo,
        Optional<Instant> endedAt,
        String note) {

    /** Where it stands. */
    public enum State {
        COMING,
        IN_FORCE,
        OVER
    }

    /** What the zone orders. */
    public Order order() {
        return order(kind, area);
    }

    static Order order(RuleKind kind, Area area) {
        return switch (kind) {
            case STAY_IN -> Order.stayIn(area);
            case KEEP_OUT -> Order.keepOut(area);
            default -> throw new IllegalArgumentException("a zone is not of kind " + kind);
        };
    }

    public State state(Instant now) {
        if (!until().isAfter(now)) {
            return State.OVER;
        }
        return validFrom.isAfter(now) ? State.COMING : State.IN_FORCE;
    }

    /** Exclusive; {@link Instant#MAX} for no end. */
    public Instant until() {
        Instant ordered = validTo.orElse(Instant.MAX);
        return endedAt.filter(ended -> ended.isBefore(ordered)).orElse(ordered);
    }
}
