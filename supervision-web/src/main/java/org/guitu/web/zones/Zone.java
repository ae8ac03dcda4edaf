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
 * @param order what it orders; a group of places stands in it without its places, see {@link PlaceGroup#unread}
 * @param groupName of the group of places it is about, {@code ""} if it is about an area
 * @param validTo as ordered; empty: until ended
 * @param endedAt when it was ended by hand
 */
public record Zone(
        long id,
        long personId,
        long ruleId,
        int version,
        String name,
        Order order,
        String groupName,
        ZoneHours hours,
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

    public RuleKind kind() {
        return order.kind();
    }

    public Area area() {
        return order.ground().orElseThrow();
    }

    /** When the judge takes it to be in force; empty: always. */
    public Optional<WeeklySchedule> schedule() {
        return hours.schedule();
    }

    /** The same order about another ground. */
    public static Order on(Order order, Area area) {
        return switch (order) {
            case Order.StayIn stay -> new Order.StayIn(area, stay.dwell());
            case Order.KeepOut out -> new Order.KeepOut(area, out.approachMeters());
            default -> throw new IllegalArgumentException("a zone is not of kind " + order.kind());
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
