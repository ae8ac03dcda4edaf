package org.guitu.geofence.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.schedule.Phase;
import org.guitu.geofence.schedule.Span;
import org.jspecify.annotations.Nullable;

/** The gaps between arrivals that are longer than one plan allows. */
final class Gaps {

    private final Plan plan;
    private final Function<Order.ReportEvery, Duration> limit;
    /** Time that is no part of any gap, in order. */
    private final List<Span> downtime;

    private final Instant now;

    /**
     * @param limit how long a gap a plan allows
     */
    Gaps(Plan plan, Function<Order.ReportEvery, Duration> limit, List<Span> downtime, Instant now) {
        this.plan = plan;
        this.limit = limit;
        this.downtime = downtime;
        this.now = now;
    }

    /**
     * A gap that reached the limit.
     *
     * @param start the last arrival, or when the plan came into force after it
     * @param reachedAt when the limit was reached
     * @param end the next arrival, or when the plan went out of force; null while it lasts
     */
    record Gap(Instant start, Instant reachedAt, @Nullable Instant end) {
        boolean lasts() {
            return end == null;
        }
    }

    /** All gaps, oldest first. Before the first arrival nothing is asked: a device that was never heard of is not yet fitted. */
    List<Gap> of(List<Span> runs) {
        var gaps = new ArrayList<Gap>();
        for (int i = 0; i < runs.size(); i++) {
            Instant next = i + 1 < runs.size() ? runs.get(i + 1).from() : null;
            inForce(runs.get(i).to(), next, gaps);
        }
        return gaps;
    }

    /** The parts of one gap in which the plan is in force; each counts by itself. */
    private void inForce(Instant last, @Nullable Instant next, List<Gap> gaps) {
        Instant to = next == null || next.isAfter(now) ? now : next;
        Instant at = later(last, plan.from());
        Rule terms = plan.revisionAt(to);
        while (at.isBefore(to) && at.isBefore(plan.to())) {
            Phase phase = phase(terms, at);
            Instant until = earlier(phase.until(), plan.to());
            if (phase.open()) {
                Instant reached = Silence.reached(at, limit.apply(Plan.terms(terms)), downtime);
                Instant stops = next == null ? until : earlier(until, next);
                if (!reached.isAfter(to)
                        && !reached.isAfter(stops)
                        && !(reached.equals(stops) && stops.equals(until))) {
                    gaps.add(new Gap(listening(at), reached, stops.isAfter(now) ? null : stops));
                }
            }
            at = until;
        }
    }

    /** The first instant from {@code at} on that is part of a gap. */
    private Instant listening(Instant at) {
        Instant from = at;
        for (Span down : downtime) {
            if (!down.from().isAfter(from) && down.to().isAfter(from)) {
                from = down.to();
            }
        }
        return from;
    }

    /** When something next happens if nothing arrives; {@link Instant#MAX} for never. */
    Instant nextChange(List<Span> runs) {
        if (runs.isEmpty() || !now.isBefore(plan.to())) {
            return Instant.MAX;
        }
        Instant base = later(runs.getLast().to(), plan.from());
        Rule terms = plan.revisionAt(later(base, now));
        Phase phase = phase(terms, later(base, now));
        Instant change = earlier(phase.until(), terms.validTo());
        if (phase.open()) {
            Instant reached = Silence.reached(later(base, phase.since()), limit.apply(Plan.terms(terms)), downtime);
            change = reached.isAfter(now) ? earlier(change, reached) : change;
        }
        return change.isAfter(now) ? change : Instant.MAX;
    }

    private static Phase phase(Rule terms, Instant at) {
        return terms.schedule().map(schedule -> schedule.phaseAt(at)).orElse(Phase.ALWAYS);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
