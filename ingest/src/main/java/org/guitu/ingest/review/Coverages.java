package org.guitu.ingest.review;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.coverage.Coverage;
import org.guitu.geofence.coverage.Evidence;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.schedule.Span;
import org.guitu.geofence.silence.Arrivals;
import org.guitu.ingest.admit.BasisReader;
import org.guitu.ingest.pipeline.ArrivalTable;
import org.guitu.ingest.pipeline.StoredFindings;
import org.guitu.ingest.pipeline.StoredTimeline;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.UptimeStore;
import org.jdbi.v3.core.Handle;

/** Tells for each day of a person what was observed, from what is stored of it. */
public final class Coverages {

    /** More days at once are not told. */
    public static final int DAYS_MAX = 92;

    private final Database database;
    private final InstantSource clock;
    private final StoredTimeline timelines = new StoredTimeline();
    private final ArrivalTable arrivals = new ArrivalTable();

    public Coverages(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The days from {@code first} to {@code last}, both included, oldest first; today up to now.
     *
     * @param zone whose days
     * @throws IllegalArgumentException for more than {@link #DAYS_MAX} days
     */
    public List<DayCoverage> of(long subjectId, LocalDate first, LocalDate last, ZoneId zone) {
        if (last.isBefore(first) || first.plusDays(DAYS_MAX).isBefore(last)) {
            throw new IllegalArgumentException("coverage is told for " + DAYS_MAX + " days at most");
        }
        try {
            return database.jdbi().inTransaction(handle -> of(handle, subjectId, first, last, zone));
        } catch (SQLException failed) {
            throw new IllegalStateException("could not tell the coverage of subject " + subjectId, failed);
        }
    }

    private List<DayCoverage> of(Handle handle, long subjectId, LocalDate first, LocalDate last, ZoneId zone)
            throws SQLException {
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(zone).toInstant();
        Instant now = clock.instant();
        Evidence evidence = evidence(handle, subjectId, from, to, now);
        List<DayCoverage> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Span span = new Span(
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant());
            days.add(new DayCoverage(day, Coverage.of(span, evidence, now)));
        }
        return days;
    }

    private Evidence evidence(Handle handle, long subjectId, Instant from, Instant to, Instant now)
            throws SQLException {
        RuleBook book = timelines.book(handle, subjectId).orElse(RuleBook.empty());
        Duration around = book.terms().stream()
                .map(DeviceTerms::freshFor)
                .max(Duration::compareTo)
                .orElseThrow();
        List<Instant> fixes = new ArrayList<>();
        List<Instant> blind = new ArrayList<>();
        timelines.read(
                handle,
                subjectId,
                Checkpoint.start(),
                from.minus(around),
                to.plus(around),
                read -> read.forEach(fix -> (fix.located() ? fixes : blind).add(fix.at())));
        List<Span> downtime = UptimeStore.downtimes(handle, from, to).stream()
                .map(down -> new Span(down.from(), down.to()))
                .toList();
        Arrivals heard = arrivals.read(handle, Map.of(subjectId, from), downtime)
                .getOrDefault(subjectId, new Arrivals(List.of(), List.of(), downtime));
        List<Span> off = new ArrayList<>();
        List<Span> breaches = new ArrayList<>();
        for (StoredFindings.Stored stored :
                StoredFindings.standing(handle, StoredFindings.subjectsOf(handle, subjectId), from, to)) {
            Instant end = stored.finding().end();
            Span span = new Span(
                    stored.finding().start(),
                    end == null ? later(now, stored.finding().start()) : end);
            if (stored.finding().kind() == FindingKind.POWER) {
                off.add(span);
            } else if (stored.finding().kind().isBreach()) {
                breaches.add(span);
            }
        }
        return new Evidence(
                fixes,
                blind,
                at -> book.termsAt(at).freshFor(),
                Span.merged(bases(handle, subjectId, from.minus(around), to.plus(around))),
                heard.packets(),
                Span.merged(downtime),
                Span.merged(off),
                Span.merged(breaches));
    }

    private static List<Span> bases(Handle handle, long subjectId, Instant from, Instant to) {
        return handle
                .createQuery("select " + BasisReader.COLUMNS + " from telemetry.basis"
                        + " where subject_id = :subject and valid_from < valid_to")
                .bind("subject", subjectId)
                .map((row, context) -> BasisReader.read(row))
                .stream()
                .flatMap(basis -> basis.spans(from, to).stream())
                .toList();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
