package org.guitu.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.guitu.simulators.city.Route;
import org.guitu.simulators.motion.DayPlan;
import org.guitu.simulators.motion.Leg;
import org.guitu.simulators.motion.Mode;
import org.guitu.simulators.scenario.Haunts.Haunt;

/**
 * Fills time with a varied life: home, work, park, shop, friends, and home again, at all hours, so that there is always something to see.
 * Nobody goes out who could not be home well before the curfew.
 */
final class Routine {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How long before the curfew one is home, and how long after it one stays. */
    private static final Duration MARGIN = Duration.ofMinutes(12);

    /** Daily hours at home, by the clock of {@link #ZONE}. */
    record Curfew(LocalTime from, LocalTime to) {

        /** The first instant at or after which the curfew holds, seen from one at which it does not. */
        Instant nextStart(Instant after) {
            LocalDate day = after.atZone(ZONE).toLocalDate();
            Instant today = day.atTime(from).atZone(ZONE).toInstant();
            return today.isBefore(after)
                    ? day.plusDays(1).atTime(from).atZone(ZONE).toInstant()
                    : today;
        }

        /** The end of the curfew that holds at an instant, if one does. */
        Optional<Instant> endIfHolding(Instant when) {
            for (int back = 1; back >= 0; back--) {
                LocalDate day = when.atZone(ZONE).toLocalDate().minusDays(back);
                Instant start = day.atTime(from).atZone(ZONE).toInstant();
                LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
                Instant end = last.atTime(to).atZone(ZONE).toInstant();
                if (!when.isBefore(start) && when.isBefore(end)) {
                    return Optional.of(end);
                }
            }
            return Optional.empty();
        }
    }

    private final Haunts haunts;
    private final Optional<Curfew> curfew;
    private final Optional<Haunt> temptation;
    private final RandomGenerator random;

    /**
     * @param temptation a forbidden place to which the person goes now and then all the same
     */
    Routine(Haunts haunts, Optional<Curfew> curfew, Optional<Haunt> temptation, RandomGenerator random) {
        this.haunts = haunts;
        this.curfew = curfew;
        this.temptation = temptation;
        this.random = random;
    }

    /** Lives from home to home until an instant, and is at home at that instant. */
    void fill(DayPlan.Builder plan, Instant until) {
        int outings = 0;
        while (plan.now().isBefore(until)) {
            Optional<Instant> curfewEnd = curfew.flatMap(hours -> hours.endIfHolding(plan.now()));
            Instant free = curfewEnd.orElse(plan.now());
            Instant leave = curfewEnd.isPresent() ? free.plus(MARGIN) : free.plusSeconds(random.nextInt(120, 900));
            List<Leg> outing = outing(leave, outings++);
            Instant back = outing.isEmpty() ? leave : outing.getLast().to();
            Optional<Instant> curfewStart = curfew.map(hours -> hours.nextStart(free));
            if (curfewStart.isPresent() && curfewStart.get().isBefore(back.plus(MARGIN))) {
                plan.stayUntil(min(curfewStart.get().plusSeconds(1), until), home().at(), true);
            } else if (back.isAfter(until)) {
                plan.stayUntil(until, home().at(), true);
            } else {
                plan.stayUntil(leave, home().at(), true);
                outing.forEach(leg -> add(plan, leg));
            }
        }
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private List<Leg> outing(Instant leave, int number) {
        List<Leg> legs = new ArrayList<>();
        List<Haunt> away = haunts.places().subList(1, haunts.places().size());
        Haunt here = home();
        Instant now = leave;
        int stops = away.isEmpty() ? 0 : random.nextInt(1, 4);
        for (int i = 0; i < stops; i++) {
            boolean tempted = temptation.isPresent() && i == 0 && number % 2 == 1;
            Haunt there = tempted ? temptation.orElseThrow() : away.get(random.nextInt(away.size()));
            if (there.equals(here)) {
                continue;
            }
            now = travel(legs, now, here, there);
            int seconds = tempted ? 200 : random.nextInt(150, 1000);
            legs.add(new Leg.Stay(now, now.plusSeconds(seconds), there.at(), there.indoors()));
            now = now.plusSeconds(seconds);
            here = there;
        }
        if (!here.equals(home())) {
            travel(legs, now, here, home());
        }
        return legs;
    }

    private Instant travel(List<Leg> legs, Instant now, Haunt from, Haunt to) {
        Route route = haunts.route(from, to);
        Mode mode = Mode.forMeters(route.lengthMeters());
        Leg.Trip trip = new Leg.Trip(now, route, mode, mode.usualKmh() * random.nextDouble(0.85, 1.2));
        legs.add(trip);
        return trip.to();
    }

    private static void add(DayPlan.Builder plan, Leg leg) {
        switch (leg) {
            case Leg.Stay stay -> plan.stayUntil(stay.to(), stay.at(), stay.indoors());
            case Leg.Trip trip -> plan.go(trip.route(), trip.mode(), trip.speedKmh());
        }
    }

    private Haunt home() {
        return haunts.home();
    }
}
