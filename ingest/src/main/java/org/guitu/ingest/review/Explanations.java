package org.guitu.ingest.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.judgement.Traced;
import org.guitu.geofence.rule.Aspect;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.ingest.pipeline.StoredFindings;
import org.guitu.ingest.pipeline.StoredTimeline;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;

/** Says why findings stand, by folding their stretch of the timeline again and watching what each fix comes to. */
public final class Explanations {

    /** What is shown before the beginning and after the end. */
    private static final Duration AROUND = Duration.ofMinutes(30);

    /** Of a finding that lasts for longer only its beginning is folded again; what ended it is kept with it. */
    private static final Duration TOLD_MAX = Duration.ofDays(3);

    private final Database database;
    private final StoredTimeline timelines = new StoredTimeline();
    private final InstantSource clock;

    public Explanations(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whom a finding is about, before anything of it is read; empty if there is none of this id. */
    public Optional<Explanation.About> about(long findingId) {
        return database.jdbi()
                .withHandle(handle ->
                        StoredFindings.find(handle, findingId).map(stored -> ExplainedRule.about(handle, stored)));
    }

    /** The explanation of a finding, standing or taken back; empty if there is none of this id. */
    public Optional<Explanation> find(long findingId) {
        return database.jdbi()
                .inTransaction(handle -> StoredFindings.find(handle, findingId).map(stored -> explain(handle, stored)));
    }

    private Explanation explain(Handle handle, StoredFindings.Stored stored) {
        Finding finding = stored.finding();
        Optional<RuleBook> book = timelines.book(handle, stored.subjectId());
        return new Explanation(
                stored.findingId(),
                ExplainedRule.about(handle, stored),
                stored.finding(),
                stored.raisedAt(),
                stored.standing(),
                stored.retractionReason(),
                stored.retrospective(),
                stored.bookVersion(),
                book.flatMap(rules -> ExplainedRule.rule(rules, finding)),
                ExplainedRule.place(handle, finding.place()),
                finding.kind().isOfArrival()
                        ? Optional.of(ExplainedRule.heard(handle, stored.subjectId(), finding, clock.instant()))
                        : Optional.empty(),
                stored.mergedInto(),
                trace(handle, stored, book),
                history(handle, stored.findingId()));
    }

    private List<Traced> trace(Handle handle, StoredFindings.Stored stored, Optional<RuleBook> book) {
        Finding finding = stored.finding();
        if (finding.ruleId().isEmpty() || finding.kind().isOfArrival()) {
            return List.of();
        }
        Instant from = finding.start().minus(AROUND);
        Instant end = finding.end();
        Instant last = (end == null ? clock.instant() : end).plus(AROUND);
        Instant to = last.isBefore(from.plus(TOLD_MAX)) ? last : from.plus(TOLD_MAX);
        if (book.isEmpty()) {
            return List.of();
        }
        Aspect aspect = finding.kind() == FindingKind.APPROACH ? Aspect.APPROACH : Aspect.ORDER;
        Checkpoint base = timelines.checkpointBefore(handle, stored.subjectId(), from);
        List<Traced> shown = new ArrayList<>();
        timelines.read(
                handle,
                stored.subjectId(),
                base,
                from.minus(Duration.ofDays(1)),
                to,
                fixes -> new Judge()
                        .explain(base, fixes, book.get(), finding.ruleId().getAsLong(), aspect).stream()
                                .filter(one -> !one.at().isBefore(from))
                                .forEach(shown::add));
        return few(shown);
    }

    /** Of too many the first and the last. */
    private static List<Traced> few(List<Traced> all) {
        if (all.size() <= Explanation.TRACE_MAX) {
            return all;
        }
        int half = Explanation.TRACE_MAX / 2;
        List<Traced> few = new ArrayList<>(all.subList(0, half));
        few.addAll(all.subList(all.size() - half, all.size()));
        return few;
    }

    private static List<Explanation.Change> history(Handle handle, long findingId) {
        return handle.createQuery(
                        "select recorded_at, change, started_at, ended_at, note from telemetry.finding_history"
                                + " where finding_id = :finding order by recorded_at")
                .bind("finding", findingId)
                .map((row, context) -> new Explanation.Change(
                        Times.get(row, "recorded_at"),
                        row.getString("change"),
                        Times.get(row, "started_at"),
                        Times.find(row, "ended_at"),
                        row.getString("note")))
                .list();
    }
}
