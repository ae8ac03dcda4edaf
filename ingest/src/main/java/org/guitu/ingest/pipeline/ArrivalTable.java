package org.guitu.ingest.pipeline;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.schedule.Span;
import org.guitu.geofence.silence.Arrivals;
import org.guitu.ingest.store.Columns;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;

/**
 * {@code telemetry.arrival}: when subjects were heard of, by the platform's clock. Packets that come within {@link #UNBROKEN} of each other are one
 * run, so that a device that reports by the second costs one row. Who writes holds the subject's row.
 */
public final class ArrivalTable {

    /** Shorter than any limit of a plan: what happens within a run is never silence. */
    static final Duration UNBROKEN = Duration.ofSeconds(60);

    private static final String EXTEND_OR_INSERT = """
            with news as (
                select * from unnest(?::bigint[], ?::boolean[], ?::timestamptz[], ?::timestamptz[])
                    as n (subject_id, located, began_at, last_at)),
            extended as (
                update telemetry.arrival a set last_at = greatest(a.last_at, n.last_at)
                  from news n
                 where a.subject_id = n.subject_id and a.located = n.located
                   and a.last_at >= n.began_at - ?::int * interval '1 second'
                   and a.began_at = (select max(b.began_at) from telemetry.arrival b
                                      where b.subject_id = n.subject_id and b.located = n.located and b.began_at <= n.began_at)
                returning n.subject_id, n.located, n.began_at)
            insert into telemetry.arrival (subject_id, located, began_at, last_at)
            select n.* from news n
             where not exists (select from extended e where e.subject_id = n.subject_id and e.located = n.located
                                  and e.began_at = n.began_at)
            on conflict (subject_id, located, began_at) do update set last_at = greatest(arrival.last_at, excluded.last_at)
            """;

    /** From the last run that began before an instant, which the first gap is counted from. */
    private static final String SELECT = """
            select s.subject_id, a.located, a.began_at, a.last_at
              from unnest(?::bigint[], ?::timestamptz[]) as s (subject_id, reaches_to)
              cross join (values (false), (true)) as series (located)
              join telemetry.arrival a on a.subject_id = s.subject_id and a.located = series.located
               and a.began_at >= coalesce((select max(b.began_at) from telemetry.arrival b
                     where b.subject_id = s.subject_id and b.located = series.located and b.began_at < s.reaches_to), '-infinity')
             order by a.began_at
            """;

    /**
     * One run of arrivals.
     *
     * @param located whether it is of packets that brought a valid fix
     */
    record Run(long subjectId, boolean located, Instant beganAt, Instant lastAt) {}

    /** One packet. */
    record Packet(long subjectId, Instant at, boolean located) {}

    /** The runs that packets make; a located one counts as a packet too. */
    static List<Run> runs(Collection<Packet> packets) {
        Map<Long, List<Instant>> heard = new HashMap<>();
        Map<Long, List<Instant>> located = new HashMap<>();
        for (Packet packet : packets) {
            heard.computeIfAbsent(packet.subjectId(), id -> new ArrayList<>()).add(packet.at());
            if (packet.located()) {
                located.computeIfAbsent(packet.subjectId(), id -> new ArrayList<>())
                        .add(packet.at());
            }
        }
        List<Run> runs = new ArrayList<>();
        heard.forEach((subject, instants) -> addRuns(subject, false, instants, runs));
        located.forEach((subject, instants) -> addRuns(subject, true, instants, runs));
        return runs;
    }

    private static void addRuns(long subjectId, boolean located, List<Instant> instants, List<Run> runs) {
        instants.sort(null);
        Instant began = instants.getFirst();
        Instant last = began;
        for (Instant at : instants) {
            if (Duration.between(last, at).compareTo(UNBROKEN) > 0) {
                runs.add(new Run(subjectId, located, began, last));
                began = at;
            }
            last = at;
        }
        runs.add(new Run(subjectId, located, began, last));
    }

    /** Adds runs, each to the one before it if it follows closely. */
    void write(Handle handle, List<Run> runs) throws SQLException {
        if (runs.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(EXTEND_OR_INSERT)) {
            new Columns<>(statement, runs)
                    .add("int8", Run::subjectId)
                    .add("bool", Run::located)
                    .add("timestamptz", Run::beganAt)
                    .add("timestamptz", Run::lastAt);
            statement.setInt(5, Math.toIntExact(UNBROKEN.toSeconds()));
            statement.executeUpdate();
        }
    }

    /**
     * What was heard of subjects, each from the last arrival before an instant on; subjects that were never heard of are left out.
     *
     * @param downtime when the platform did not listen
     */
    public Map<Long, Arrivals> read(Handle handle, Map<Long, Instant> reachesTo, List<Span> downtime)
            throws SQLException {
        Map<Long, List<Span>> heard = new HashMap<>();
        Map<Long, List<Span>> located = new HashMap<>();
        try (PreparedStatement statement = handle.getConnection().prepareStatement(SELECT)) {
            new Columns<>(statement, List.copyOf(reachesTo.entrySet()))
                    .add("int8", Map.Entry::getKey)
                    .add("timestamptz", Map.Entry::getValue);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    (row.getBoolean("located") ? located : heard)
                            .computeIfAbsent(row.getLong("subject_id"), id -> new ArrayList<>())
                            .add(new Span(Times.get(row, "began_at"), Times.get(row, "last_at")));
                }
            }
        }
        Map<Long, Arrivals> arrivals = new HashMap<>();
        heard.forEach((subject, packets) ->
                arrivals.put(subject, new Arrivals(packets, located.getOrDefault(subject, List.of()), downtime)));
        return arrivals;
    }
}
