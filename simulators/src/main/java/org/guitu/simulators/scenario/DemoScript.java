package org.guitu.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import org.guitu.simulators.device.Moment;
import org.guitu.simulators.device.Script;
import org.guitu.simulators.motion.DayPlan;

/**
 * What happens to one member of the cast.
 *
 * @param plan where the person goes
 * @param strapOpen when the strap is open
 * @param silent when the radio network does not reach the device
 * @param batteryPhase where in its daily charge the battery is at the epoch
 */
record DemoScript(DayPlan plan, Span strapOpen, Span silent, Duration batteryPhase) implements Script {

    /** From inclusive, to exclusive. */
    record Span(Instant from, Instant to) {

        static final Span NEVER = new Span(Instant.MAX, Instant.MAX);

        boolean holds(Instant when) {
            return !when.isBefore(from) && when.isBefore(to);
        }
    }

    private static final double DAY_HOURS = 24;
    private static final double CHARGE_HOURS = 3;
    private static final double FULL = 98;
    private static final double LOWEST = 42;

    @Override
    public Moment at(Instant when) {
        double hour = Math.floorMod(when.plus(batteryPhase).toEpochMilli(), 86_400_000L) / 3_600_000.0;
        boolean charging = hour < CHARGE_HOURS;
        double battery = charging
                ? LOWEST + (FULL - LOWEST) * hour / CHARGE_HOURS
                : FULL - (FULL - LOWEST) * (hour - CHARGE_HOURS) / (DAY_HOURS - CHARGE_HOURS);
        return new Moment(plan.at(when), !silent.holds(when), !strapOpen.holds(when), false, battery, charging);
    }
}
