package org.guitu.ingest.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.schedule.Span;
import org.guitu.ingest.pipeline.StoredFindings;
import org.guitu.ingest.registry.Areas;
import org.guitu.ingest.registry.PlaceSpec;
import org.guitu.ingest.store.Times;
import org.guitu.ingest.store.UptimeStore;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Geometry;

/** What stands beside the fixes of a finding: whom it is about, the rule, the place, and what was heard. */
final class ExplainedRule {

    private ExplainedRule() {}

    static Explanation.About about(Handle handle, StoredFindings.Stored stored) {
        Finding finding = stored.finding();
        if (stored.subjectId() >= 0) {
            return new Explanation.About(
                    stored.subjectId(), OptionalLong.empty(), false, finding.start(), finding.end());
        }
        return handle.createQuery(
                        "select first_subject_id, second_subject_id from telemetry.pair where pair_id = :pair")
                .bind("pair", stored.subjectId())
                .map((row, context) -> {
                    long first = row.getLong("first_subject_id");
                    long second = row.getLong("second_subject_id");
                    OptionalLong other = first == second ? OptionalLong.empty() : OptionalLong.of(second);
                    return new Explanation.About(first, other, true, finding.start(), finding.end());
                })
                .one();
    }

    /** The revision that was in force when the finding was confirmed; of one that has been taken out of the book since, the last. */
    static Optional<Rule> rule(RuleBook book, Finding finding) {
        List<Rule> revisions = book.rules().stream()
                .filter(rule -> finding.ruleId().isPresent()
                        && rule.id() == finding.ruleId().getAsLong())
                .toList();
        return revisions.stream()
                .filter(rule -> !rule.validFrom().isAfter(finding.confirmedAt())
                        && finding.confirmedAt().isBefore(rule.validTo()))
                .findFirst()
                .or(() -> revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getLast()));
    }

    static Optional<PlaceSpec> place(Handle handle, OptionalLong placeId) {
        if (placeId.isEmpty()) {
            return Optional.empty();
        }
        return handle.createQuery("select name, area, lengths_m from telemetry.place where place_id = :place")
                .bind("place", placeId.getAsLong())
                .map((row, context) -> {
                    Geometry area = context.findColumnMapperFor(Geometry.class)
                            .orElseThrow()
                            .map(row, "area", context);
                    return new PlaceSpec(row.getString("name"), Areas.of(area, Areas.lengths(row, "lengths_m")));
                })
                .findOne();
    }

    /** Arrivals are kept as runs: of one that goes on past the end, the end is as far as it matters here. */
    static Explanation.Heard heard(Handle handle, long subjectId, Finding finding, Instant now) {
        Instant end = finding.end();
        Instant to = end == null ? now : end;
        return handle.createQuery("""
                        select (select max(least(last_at, :before::timestamptz)) from telemetry.arrival
                                 where subject_id = :subject and not located and began_at < :before::timestamptz) as packet_at,
                               (select max(least(last_at, :before::timestamptz)) from telemetry.arrival
                                 where subject_id = :subject and located and began_at < :before::timestamptz) as fix_at
                        """)
                .bind("subject", subjectId)
                .bind("before", Times.text(to))
                .map((row, context) -> new Explanation.Heard(
                        Times.find(row, "packet_at"), Times.find(row, "fix_at"), downtime(handle, finding.start(), to)))
                .one();
    }

    private static List<Span> downtime(Handle handle, Instant from, Instant to) {
        return UptimeStore.downtimes(handle, from, to).stream()
                .map(down -> new Span(down.from(), down.to()))
                .toList();
    }
}
