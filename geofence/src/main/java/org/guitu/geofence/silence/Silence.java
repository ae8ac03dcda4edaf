package org.guitu.geofence.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.Phase;
import org.guitu.geofence.schedule.Span;

/**
 * Finds silence and blindness against the plans of a rule book.
 *
 * <p>A gap is the time between two arrivals, or from the last to now, while a plan is in force. Time in which the platform did not listen is no part
 * of it. A gap that reaches the plan's limit is a finding from the last arrival on: at the limit, not after it. A plan that comes into force counts
 * from then; one that is only changed goes on, by the terms it has when the gap ends. Blindness (packets without a fix) is asked only where there is no silence: a device that is not heard of is not said to be blind.
 */
public final class Silence {

    private final RuleBook book;
    private final Arrivals arrivals;
    private final Instant now;

    private Silence(RuleBook book, Arrivals arrivals, Instant now) {
        this.book = book;
        this.arrivals = arrivals;
        this.now = now;
    }

    /**
     * Judges arrivals.
     *
     * @param from the earliest instant the findings can reach back to; arrivals are told from the last before it on
     * @param arrivals what was heard, up to {@code now}
     * @param now the smaller of the clock and the log's watermark
     * @return findings, standings to each plan, and when to look again; its checkpoint says nothing
     */
    public static Fold judge(Instant from, RuleBook book, Arrivals arrivals, Instant now) {
        return new Silence(book, arrivals, now).fold(from);
    }

    private Fold fold(Instant from) {
        var findings = new ArrayList<Finding>();
        var standings = new ArrayList<Fold.Standing>();
        Instant wake = Instant.MAX;
        for (Plan plan : Plan.of(book.plans())) {
            var unheard = new Gaps(plan, Order.ReportEvery::silentAfter, arrivals.downtime(), now);
            List<Gaps.Gap> silent = unheard.of(arrivals.packets());
            var unseen = new Gaps(plan, Order.ReportEvery::lostAfter, notAsked(silent), now);
            List<Gaps.Gap> blind = unseen.of(arrivals.located());
            silent.forEach(gap -> findings.add(finding(FindingKind.COMM_LOSS, plan.ruleId(), gap)));
            blind.forEach(gap -> findings.add(finding(FindingKind.NO_FIX, plan.ruleId(), gap)));
            wake = earlier(wake, unheard.nextChange(arrivals.packets()));
            wake = earlier(wake, unseen.nextChange(arrivals.located()));
            if (!plan.from().isAfter(now) && now.isBefore(plan.to())) {
                standings.add(standing(plan.revisionAt(now), silent, blind));
            }
        }
        findings.removeIf(finding -> finding.end() != null && !finding.end().isAfter(from));
        findings.sort(Comparator.comparing(Finding::start).thenComparing(Finding::kind));
        return Fold.ofArrivals(
                from, findings, standings, wake.equals(Instant.MAX) ? Optional.empty() : Optional.of(wake));
    }

    /** When blindness is not asked for: the platform did not listen, or the device was not heard of at all. */
    private List<Span> notAsked(List<Gaps.Gap> silent) {
        var spans = new ArrayList<>(arrivals.downtime());
        for (Gaps.Gap gap : silent) {
            Instant end = gap.end();
            spans.add(new Span(gap.start(), end == null ? now : end));
        }
        return Span.merged(spans);
    }

    private Fold.Standing standing(Rule rule, List<Gaps.Gap> silent, List<Gaps.Gap> blind) {
        Phase phase = rule.schedule().map(schedule -> schedule.phaseAt(now)).orElse(Phase.ALWAYS);
        boolean broken =
                silent.stream().anyMatch(Gaps.Gap::lasts) || blind.stream().anyMatch(Gaps.Gap::lasts);
        Fold.Standing.State state = !phase.open()
                ? Fold.Standing.State.NOT_IN_FORCE
                : broken
                        ? Fold.Standing.State.VIOLATING
                        : arrivals.packets().isEmpty() ? Fold.Standing.State.UNOBSERVED : Fold.Standing.State.COMPLIANT;
        return new Fold.Standing(rule.id(), RuleKind.REPORT_EVERY, state, broken ? 1 : 0);
    }

    private static Finding finding(FindingKind kind, long ruleId, Gaps.Gap gap) {
        return new Finding(
                kind,
                OptionalLong.of(ruleId),
                OptionalLong.empty(),
                gap.start(),
                gap.reachedAt(),
                gap.end(),
                0,
                0,
                List.of());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** How long after an instant, listened to throughout but for downtime, a limit is reached. */
    static Instant reached(Instant from, Duration limit, List<Span> downtime) {
        Instant at = from.plus(limit);
        for (Span down : downtime) {
            if (!down.to().isAfter(from)) {
                continue;
            }
            Instant begins = down.from().isBefore(from) ? from : down.from();
            if (!begins.isBefore(at)) {
                break;
            }
            at = at.plus(Duration.between(begins, down.to()));
        }
        return at;
    }
}
