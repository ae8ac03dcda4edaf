package org.guitu.web.rules;

import java.time.Instant;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;

/**
 * An order that is not a zone, as its newest revision says.
 *
 * @param judgedId the rule of telemetry whose findings are about it
 * @param subjectId of telemetry: the person, or a pair
 * @param version the number of the newest revision, from 1
 * @param otherId whom to keep away from: a person, or a protected one
 * @param validTo as ordered; empty: until ended
 * @param endedAt when it was ended by hand
 */
public record OrderedRule(
        long id,
        long personId,
        long judgedId,
        long subjectId,
        int version,
        Order order,
        Optional<Long> otherId,
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

    public RuleKind kind() {
        return order.kind();
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
