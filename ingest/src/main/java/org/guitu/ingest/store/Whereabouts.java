package org.guitu.ingest.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.protocols.report.Report;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Asks many stored tracks at once: who came near a place, who was observed at all, who shared a spot with whom. The caller names the
 * subjects, so that who may see whom stays its business, and every question is bounded in time and in rows. Of a subject with an
 * authorised bracelet only that bracelet is heard, as in judgement. Thread-safe.
 */
public final class Whereabouts {

    /** A longer silence than this is a gap for whoever had no device with a plan. */
    public static final Duration GAP_UNPLANNED = Duration.ofMinutes(25);

    /** Positions of the wanted subjects and time that say where a device was, were not faked, and come from the device that is heard. */
    private static final String HEARD = """
              from telemetry.position p
             where p.subject_id = any(:subjects) and p.fix_time >= :from and p.fix_time < :to
               and p.located and p.latitude is not null and p.longitude is not null
               and (p.accuracy_m is null or p.accuracy_m <= :roughest) and p.marks & :faked = 0
               and (not exists (select 1 from telemetry.basis b
                                 where b.subject_id = p.subject_id and b.kind = 'AUTHORISATION'
                                   and b.valid_from <= p.fix_time and p.fix_time < b.valid_to)
                    or exists (select 1 from telemetry.basis b
                                where b.subject_id = p.subject_id and b.kind = 'AUTHORISATION' and b.device_id = p.device_id
                                  and b.valid_from <= p.fix_time and p.fix_time < b.valid_to))
            """;

    private static final int FAKED = MarkBits.of(Set.of(Report.Mark.MOCK_LOCATION));

    private final Database database;

    public Whereabouts(Database database) {
        this.database = database;
    }

    /**
     * Whom and when a question is about.
     *
     * @param subjectIds whose positions
     * @param from device time, inclusive
     * @param to exclusive
     * @param roughestMeters positions that report a larger error are left out
     */
    public record Asked(Collection<Long> subjectIds, Instant from, Instant to, double roughestMeters) {

        public Asked {
            subjectIds = List.copyOf(subjectIds);
        }

        /** The same about others, or about some of them. */
        public Asked about(Collection<Long> others) {
            return new Asked(others, from, to, roughestMeters);
        }

        /** The same with some time more at both ends. */
        public Asked around(Duration more) {
            return new Asked(subjectIds, from.minus(more), to.plus(more), roughestMeters);
        }
    }

    /**
     * How much was known of a subject.
     *
     * @param fixes positions in the time asked about
     * @param observed the time from position to position without the gaps
     */
    public record Watched(int fixes, Duration observed) {}

    /** Two subjects, the smaller id first. */
    public record Pair(long one, long other) {}

    /** The subjects with a position within so many metres of a point: a box by plain columns first, then the true distance. */
    public List<Long> near(Asked asked, double latitude, double longitude, double meters) {
        double north = meters / 110_000;
        double east = meters / (110_000 * Math.max(0.01, Math.cos(Math.toRadians(Math.abs(latitude) + north))));
        return database.jdbi()
                .withHandle(handle -> bind(handle, "select distinct p.subject_id" + HEARD + """
                               and p.latitude between :south and :north and p.longitude between :west and :east
                               and ST_DWithin(ST_SetSRID(ST_MakePoint(p.longitude, p.latitude), 4326)::geography,
                                              ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4326)::geography, :meters)
                             order by p.subject_id
                            """, asked)
                        .bind("south", latitude - north)
                        .bind("north", latitude + north)
                        .bind("west", longitude - east)
                        .bind("east", longitude + east)
                        .bind("latitude", latitude)
                        .bind("longitude", longitude)
                        .bind("meters", meters)
                        .mapTo(Long.class)
                        .list());
    }

    /**
     * The positions of each subject, oldest first; subjects without any are left out. Empty if there are more than {@code rowsMax}.
     */
    public Optional<Map<Long, List<PositionRow>>> tracks(Asked asked, int rowsMax) {
        return database.jdbi().withHandle(handle -> {
            Map<Long, List<PositionRow>> tracks = new LinkedHashMap<>();
            int rows = 0;
            List<PositionRow> all = bind(
                            handle,
                            "select p.*" + HEARD + " order by p.subject_id, p.fix_time, p.content_hash limit :rows",
                            asked)
                    .bind("rows", rowsMax + 1)
                    .map((row, context) -> PositionCursor.read(row))
                    .list();
            for (PositionRow row : all) {
                rows++;
                tracks.computeIfAbsent(row.subjectId(), id -> new ArrayList<>()).add(row);
            }
            return rows > rowsMax ? Optional.empty() : Optional.of(tracks);
        });
    }

    /**
     * How much was known of each subject of whom anything was. Positions shortly before and after the time count as its neighbours.
     *
     * @param gapAfter of each subject; {@link #GAP_UNPLANNED} where absent
     */
    public Map<Long, Watched> watched(Asked asked, Map<Long, Duration> gapAfter) {
        Duration longest = gapAfter.values().stream().reduce(GAP_UNPLANNED, (a, b) -> a.compareTo(b) > 0 ? a : b);
        List<Long> subjects = List.copyOf(asked.subjectIds());
        Map<Long, Watched> watched = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> bind(handle, """
                        with gaps as (select * from unnest(:subjects, :gaps) as g (subject_id, gap_s)),
                        seen as (select p.subject_id, p.fix_time,
                                        lag(p.fix_time) over (partition by p.subject_id order by p.fix_time) as before
                        """ + HEARD + """
                        ) select s.subject_id, count(*) filter (where s.fix_time >= :first and s.fix_time < :last) as fixes,
                                 coalesce(sum(extract(epoch from least(s.fix_time, :last) - greatest(s.before, :first)))
                                          filter (where s.fix_time > :first and s.before < :last
                                                    and extract(epoch from s.fix_time - s.before) <= g.gap_s), 0) as observed_s
                            from seen s join gaps g on g.subject_id = s.subject_id group by s.subject_id
                        """, asked.around(longest))
                        .bindArray(
                                "gaps",
                                Long.class,
                                subjects.stream()
                                        .map(id -> gapAfter.getOrDefault(id, GAP_UNPLANNED)
                                                .toSeconds())
                                        .toList())
                        .bind("first", Times.value(asked.from()))
                        .bind("last", Times.value(asked.to()))
                        .map((row, context) -> Map.entry(
                                row.getLong("subject_id"),
                                new Watched(
                                        row.getInt("fixes"),
                                        Duration.ofMillis(Math.round(row.getDouble("observed_s") * 1000)))))
                        .forEach(entry -> watched.put(entry.getKey(), entry.getValue())));
        return watched;
    }

    /** Of each subject with a basis in that time, the longest plan and buffer of its devices: a longer silence is a gap. */
    public Map<Long, Duration> gapAfter(Asked asked) {
        Map<Long, Duration> gaps = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery("""
                        select b.subject_id, max(d.send_interval_s + d.buffer_s) as gap_s
                          from telemetry.basis b join telemetry.device d on d.device_id = b.device_id
                         where b.subject_id = any(:subjects) and b.valid_from < :to and b.valid_to > :from and b.valid_from < b.valid_to
                         group by b.subject_id""")
                        .bindArray("subjects", Long.class, asked.subjectIds())
                        .bind("from", Times.value(asked.from()))
                        .bind("to", Times.value(asked.to()))
                        .map((row, context) ->
                                Map.entry(row.getLong("subject_id"), Duration.ofSeconds(row.getLong("gap_s"))))
                        .forEach(entry -> gaps.put(entry.getKey(), entry.getValue())));
        return gaps;
    }

    /**
     * Pairs of subjects with positions within about {@code meters} of each other in the same half hour, those with most such half hours
     * first: a coarse sieve for closer questions, good up to 60 degrees of latitude. Empty if more than {@code rowsMax} positions would
     * have to be looked at.
     *
     * @param pairsMax at most this many pairs
     */
    public Optional<List<Pair>> sharingASpot(Asked asked, double meters, int pairsMax, int rowsMax) {
        return database.jdbi().withHandle(handle -> {
            long rows = bind(handle, "select count(*) from (select 1" + HEARD + " limit :rows) as counted", asked)
                    .bind("rows", rowsMax + 1)
                    .mapTo(Long.class)
                    .one();
            return rows > rowsMax ? Optional.<List<Pair>>empty() : Optional.of(pairs(handle, asked, meters, pairsMax));
        });
    }

    /**
     * Cells as wide as {@code meters}, in degrees, and each position beside those of the nine cells around it. Those nine are made first, so
     * that the join is by all three columns whatever the planner expects of their numbers: by time alone it takes many times as long.
     */
    private static List<Pair> pairs(Handle handle, Asked asked, double meters, int pairsMax) {
        return bind(handle, """
                        with seen as materialized (
                          select distinct p.subject_id, floor(extract(epoch from p.fix_time) / 1800)::bigint as slot,
                                 floor(p.latitude / :north)::bigint as y, floor(p.longitude / :east)::bigint as x
                        """ + HEARD + """
                        ), around as materialized (
                          select subject_id, slot, y + dy as y, x + dx as x
                            from seen cross join generate_series(-1, 1) dy cross join generate_series(-1, 1) dx
                        ) select a.subject_id as one, b.subject_id as other
                            from around a join seen b on b.slot = a.slot and b.y = a.y and b.x = a.x and b.subject_id > a.subject_id
                           group by 1, 2 order by count(distinct a.slot) desc, 1, 2 limit :pairs
                        """, asked)
                .bind("north", meters / 110_500)
                .bind("east", meters / 55_500)
                .bind("pairs", pairsMax)
                .map((row, context) -> new Pair(row.getLong("one"), row.getLong("other")))
                .list();
    }

    private static Query bind(Handle handle, String sql, Asked asked) {
        return handle.createQuery(sql)
                .bindArray("subjects", Long.class, asked.subjectIds())
                .bind("from", Times.value(asked.from()))
                .bind("to", Times.value(asked.to()))
                .bind("roughest", asked.roughestMeters())
                .bind("faked", FAKED);
    }
}
