package org.guitu.ingest.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The record of when this server could store: a row from each start, moved on by every beat. What lies between rows is our own downtime
 * and nobody's silence. Thread-safe.
 */
public final class UptimeStore {

    private final Jdbi jdbi;

    public UptimeStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A stretch of downtime.
     *
     * @param from the last sign of life, inclusive
     * @param to the next start, exclusive
     */
    public record Downtime(Instant from, Instant to) {}

    /** Begins a row and returns its id. */
    public long begin(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "insert into telemetry.uptime (started_at, beat_at) values (:now::timestamptz, :now::timestamptz)"
                                + " returning uptime_id")
                .bind("now", Times.text(now))
                .mapTo(Long.class)
                .one());
    }

    /**
     * Moves a row on: up until now. If it last moved more than {@code atMost} ago, nothing could be stored in between: it stays where it
     * is and a new one begins.
     *
     * @return the row to beat next
     */
    public long beat(long uptimeId, Instant now, Duration atMost) {
        int moved = jdbi.withHandle(handle -> handle.execute(
                "update telemetry.uptime set beat_at = greatest(beat_at, ?::timestamptz)"
                        + " where uptime_id = ? and beat_at >= ?::timestamptz",
                Times.text(now),
                uptimeId,
                Times.text(now.minus(atMost))));
        return moved > 0 ? uptimeId : begin(now);
    }

    /** Ends a row: stopped on purpose. */
    public void end(long uptimeId, Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "update telemetry.uptime set beat_at = greatest(beat_at, ?::timestamptz), stopped_at = ?::timestamptz"
                        + " where uptime_id = ?",
                Times.text(now),
                Times.text(now),
                uptimeId));
    }

    /** The downtimes between rows that touch {@code [from, to)}, oldest first. */
    public List<Downtime> downtimes(Instant from, Instant to) {
        return jdbi.withHandle(handle -> downtimes(handle, from, to));
    }

    /** The last sign of life; empty before the first. */
    public static Optional<Instant> lastBeat(Handle handle) {
        return handle.createQuery("select beat_at from telemetry.uptime order by beat_at desc limit 1")
                .map((row, context) -> Times.get(row, "beat_at"))
                .findOne();
    }

    /** The same, in the caller's transaction. Of all rows before {@code from} only the last to beat matters: years of starts are not read. */
    public static List<Downtime> downtimes(Handle handle, Instant from, Instant to) {
        List<Downtime> gaps = new ArrayList<>();
        handle.createQuery("""
                        select up_to, started_at from (
                            select started_at,
                                   max(beat_at) over (order by started_at, uptime_id rows between unbounded preceding and 1 preceding)
                                       as up_to
                              from telemetry.uptime
                             where beat_at >= coalesce((select max(beat_at) from telemetry.uptime where beat_at <= :from::timestamptz),
                                                       '-infinity')) rows
                         where up_to < started_at and started_at > :from::timestamptz and up_to < :to::timestamptz
                         order by started_at
                        """)
                .bind("from", Times.text(from))
                .bind("to", Times.text(to))
                .map((row, context) -> new Downtime(Times.get(row, "up_to"), Times.get(row, "started_at")))
                .forEach(gaps::add);
        return gaps;
    }
}
