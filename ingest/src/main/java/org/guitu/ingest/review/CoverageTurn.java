package org.guitu.ingest.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.guitu.geofence.coverage.Coverage;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.SqlStates;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the coverage of days that are over, from the oldest on that a fold has touched. A day that late truth reaches is written anew. What is folded
 * while a subject's days are counted leaves them owed: the next turn counts them again.
 */
public final class CoverageTurn implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CoverageTurn.class);
    private static final int SUBJECTS_AT_ONCE = 500;
    private static final int DAYS_AT_ONCE = 31;

    private final Database database;
    private final Coverages coverages;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * @param zone whose days
     */
    public CoverageTurn(Database database, ZoneId zone, InstantSource clock) {
        this.database = database;
        this.coverages = new Coverages(database, clock);
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * @param from as marked
     * @param since not before the first basis in law
     */
    private record Owed(long subjectId, Instant from, Instant since) {}

    @Override
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Instant midnight = today.atStartOfDay(zone).toInstant();
        long after = Long.MIN_VALUE;
        for (List<Owed> owed = owed(midnight, after); !owed.isEmpty(); owed = owed(midnight, after)) {
            for (Owed one : owed) {
                after = one.subjectId();
                alone(one, today, midnight);
            }
        }
    }

    /** One whose days cannot be counted must not keep those of the others. */
    private void alone(Owed owed, LocalDate today, Instant midnight) {
        try {
            count(owed, today, midnight);
        } catch (RuntimeException failed) {
            if (SqlStates.isSql(failed)) {
                throw failed;
            }
            LOG.error("the coverage of subject {} could not be counted and stays owed", owed.subjectId(), failed);
        }
    }

    private void count(Owed owed, LocalDate today, Instant midnight) {
        LocalDate first = LocalDate.ofInstant(owed.since(), zone);
        LocalDate last = today.minusDays(1);
        LocalDate until = first.plusDays(DAYS_AT_ONCE - 1L).isBefore(last) ? first.plusDays(DAYS_AT_ONCE - 1L) : last;
        if (!first.isAfter(last)) {
            write(owed.subjectId(), coverages.of(owed.subjectId(), first, until, zone));
        }
        Instant left =
                until.isBefore(last) ? until.plusDays(1).atStartOfDay(zone).toInstant() : midnight;
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update telemetry.subject_state set coverage_from = ?::timestamptz"
                                + " where subject_id = ? and coverage_from = ?::timestamptz",
                        Times.text(left),
                        owed.subjectId(),
                        Times.text(owed.from())));
    }

    private void write(long subjectId, List<DayCoverage> days) {
        database.jdbi().useHandle(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("""
                    insert into telemetry.coverage (subject_id, day, zone, observed_s, breach_s, no_packet_s, no_fix_s, powered_off_s,
                        server_down_s, not_authorised_s, computed_at)
                    values (:subject, :day, :zone, :observed, :breach, :packet, :fix, :off, :down, :law, :now::timestamptz)
                    on conflict (subject_id, day) do update
                       set zone = excluded.zone, observed_s = excluded.observed_s, breach_s = excluded.breach_s,
                           no_packet_s = excluded.no_packet_s, no_fix_s = excluded.no_fix_s, powered_off_s = excluded.powered_off_s,
                           server_down_s = excluded.server_down_s, not_authorised_s = excluded.not_authorised_s,
                           computed_at = excluded.computed_at
                    """)) {
                for (DayCoverage day : days) {
                    Coverage coverage = day.coverage();
                    batch.bind("subject", subjectId)
                            .bind("day", day.day())
                            .bind("zone", zone.getId())
                            .bind("observed", seconds(coverage.observed()))
                            .bind("breach", seconds(coverage.breach()))
                            .bind("packet", seconds(coverage.noPacket()))
                            .bind("fix", seconds(coverage.noFix()))
                            .bind("off", seconds(coverage.poweredOff()))
                            .bind("down", seconds(coverage.serverDown()))
                            .bind("law", seconds(coverage.notAuthorised()))
                            .bind("now", Times.text(clock.instant()))
                            .add();
                }
                batch.execute();
            }
        });
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }

    /** A pair has no day of its own, nor has who was never under supervision, a protected person too; a day before the first basis is not owed. */
    private List<Owed> owed(Instant midnight, long after) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select s.subject_id, greatest(s.coverage_from, b.first_from) as owed_from, s.coverage_from
                                  from telemetry.subject_state s
                                  join (select subject_id, min(valid_from) as first_from from telemetry.basis where kind <> 'CONSENT' group by 1) b
                                    using (subject_id)
                                 where s.coverage_from < :midnight::timestamptz and s.subject_id > :after order by s.subject_id limit :limit
                                """)
                        .bind("midnight", Times.text(midnight))
                        .bind("after", after)
                        .bind("limit", SUBJECTS_AT_ONCE)
                        .map((row, context) -> new Owed(
                                row.getLong("subject_id"),
                                Times.get(row, "coverage_from"),
                                Times.get(row, "owed_from")))
                        .list());
    }
}
