package org.guitu.ingest.pipeline;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.judgement.Reconciliation.Standing;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.schedule.Span;
import org.guitu.geofence.silence.Arrivals;
import org.guitu.geofence.silence.Silence;
import org.guitu.ingest.admit.BasisReader;
import org.guitu.ingest.store.UptimeStore;
import org.jdbi.v3.core.Handle;

/**
 * Judges whether subjects report as their plans say, within a transaction that holds their rows. It keeps no state: what was heard is read again
 * from shortly before the oldest open finding, a handful of rows.
 */
final class SilenceJudge {

    /** A plan that is being changed may have had a longer limit. */
    private static final Duration SLACK = Duration.ofHours(1);

    /** So long without a beat nothing can have been stored. */
    private static final Duration BEAT_SLACK = Duration.ofSeconds(10);

    private final ArrivalTable arrivals = new ArrivalTable();
    private final Findings findings = new Findings();

    /** What is to be saved of one subject. */
    record Judged(long subjectId, long bookVersion, Fold fold) {}

    /**
     * Judges those of the subjects that have a plan.
     *
     * @param from judge from this instant on where that is earlier than what is open asks for; {@link Instant#MAX} for only that
     * @param now the log's watermark of each subject
     */
    List<Judged> judge(
            Handle handle,
            Map<Long, RuleBooks.Given> given,
            Collection<Long> subjectIds,
            Instant from,
            Map<Long, Instant> now)
            throws SQLException {
        Map<Long, RuleBook> planned = new HashMap<>();
        for (long subjectId : subjectIds) {
            RuleBooks.Given one = given.get(subjectId);
            if (one != null && one.readable().isPresent() && !one.book().plans().isEmpty()) {
                planned.put(subjectId, one.book());
            }
        }
        if (planned.isEmpty()) {
            return List.of();
        }
        Map<Long, Instant> heardTo = listenedTo(handle, now);
        Map<Long, Instant> reach = reach(handle, planned, from, heardTo);
        Instant earliest = reach.values().stream().min(Instant::compareTo).orElseThrow();
        Instant latest = heardTo.values().stream().max(Instant::compareTo).orElseThrow();
        List<Span> downtime = UptimeStore.downtimes(handle, earliest.minus(SLACK), latest).stream()
                .map(down -> new Span(down.from(), down.to()))
                .toList();
        Map<Long, Arrivals> heard = arrivals.read(handle, reach, Span.merged(downtime));
        Span all = new Span(earliest.minus(SLACK), latest.isAfter(earliest) ? latest : earliest);
        Map<Long, List<Span>> lawful = bases(handle, planned.keySet(), all);
        List<Judged> judged = new ArrayList<>();
        planned.forEach((subjectId, book) -> {
            Arrivals what = heard.getOrDefault(subjectId, new Arrivals(List.of(), List.of(), List.of()));
            List<Span> unlawful = Span.without(List.of(all), Span.merged(lawful.getOrDefault(subjectId, List.of())));
            Fold fold = Silence.judge(at(reach, subjectId), book, what.without(unlawful), at(heardTo, subjectId));
            judged.add(new Judged(subjectId, book.version(), fold));
        });
        return judged;
    }

    /**
     * Up to when each subject was listened to: not beyond our own last sign of life, for after an outage it is known only with the next one how long
     * it lasted.
     */
    private static Map<Long, Instant> listenedTo(Handle handle, Map<Long, Instant> now) {
        Instant alive =
                UptimeStore.lastBeat(handle).map(beat -> beat.plus(BEAT_SLACK)).orElse(Instant.MAX);
        Map<Long, Instant> heardTo = new HashMap<>();
        now.forEach((subject, instant) -> heardTo.put(subject, instant.isAfter(alive) ? alive : instant));
        return heardTo;
    }

    /** When a basis in law covered each subject: without one nobody may listen, and nothing is silence. */
    private static Map<Long, List<Span>> bases(Handle handle, Collection<Long> subjectIds, Span all) {
        Map<Long, List<Span>> bases = new HashMap<>();
        handle.createQuery("select " + BasisReader.COLUMNS + " from telemetry.basis"
                        + " where subject_id = any(:ids) and valid_from < valid_to")
                .bind("ids", subjectIds.toArray(Long[]::new))
                .map((row, context) -> BasisReader.read(row))
                .forEach(basis -> bases.computeIfAbsent(basis.subjectId(), id -> new ArrayList<>())
                        .addAll(basis.spans(all.from(), all.to())));
        return bases;
    }

    /** How far back each subject has to be looked at: to the oldest open finding, and over a gap that may still become one. */
    private Map<Long, Instant> reach(Handle handle, Map<Long, RuleBook> planned, Instant from, Map<Long, Instant> now)
            throws SQLException {
        Map<Long, Instant> reach = new HashMap<>();
        planned.forEach((subjectId, book) -> {
            Instant back =
                    at(now, subjectId).minus(longest(book).multipliedBy(2)).minus(SLACK);
            reach.put(subjectId, back.isBefore(from) ? back : from);
        });
        Map<Long, List<Standing>> standing = findings.standing(handle, reach, true);
        standing.forEach((subjectId, stands) ->
                stands.forEach(one -> reach.merge(subjectId, one.finding().start(), (a, b) -> a.isBefore(b) ? a : b)));
        return reach;
    }

    private static Duration longest(RuleBook book) {
        Duration longest = Duration.ZERO;
        for (Rule rule : book.plans()) {
            if (rule.order() instanceof Order.ReportEvery plan) {
                Duration limit =
                        plan.silentAfter().compareTo(plan.lostAfter()) > 0 ? plan.silentAfter() : plan.lostAfter();
                longest = limit.compareTo(longest) > 0 ? limit : longest;
            }
        }
        return longest;
    }

    private static Instant at(Map<Long, Instant> instants, long subjectId) {
        Instant instant = instants.get(subjectId);
        if (instant == null) {
            throw new IllegalStateException("no instant for subject " + subjectId);
        }
        return instant;
    }
}
