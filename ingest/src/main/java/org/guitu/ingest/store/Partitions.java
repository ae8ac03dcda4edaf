package org.guitu.ingest.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daily partitions of {@code telemetry.position}, made ahead and on demand. A day outside the retention window gets none: its
 * reports lie in the default partition, so that a device with a wild but plausible clock cannot make thousands of tables. Where
 * TimescaleDB keeps the table as a hypertable there is nothing to do. Thread-safe.
 */
public final class Partitions {

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;

    /** Nobody may queue behind a partition that waits for a long reader; it is tried again. */
    private static final String PATIENCE = "1s";

    /** Serialises the makers of all processes; the number means nothing. */
    private static final long LOCK = 0x6775697475706172L;

    private final Database database;
    private final Duration retention;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    public Partitions(Database database, Duration retention) {
        this.database = database;
        this.retention = retention;
    }

    /** Makes the days from yesterday to {@code ahead} days from now. */
    public void ensureAhead(Instant now, int ahead) {
        Set<LocalDate> days = new TreeSet<>();
        LocalDate today = day(now);
        for (int i = -1; i <= ahead; i++) {
            days.add(today.plusDays(i));
        }
        ensure(days, now);
    }

    /** Whether one of these days has not been looked after yet. */
    public boolean isNews(Set<LocalDate> days) {
        return !known.containsAll(days);
    }

    /** Makes what is missing among {@code days}, in transactions of its own: never within one that writes positions. */
    public void ensure(Set<LocalDate> days, Instant now) {
        LocalDate oldest = day(now.minus(retention));
        LocalDate newest = day(now).plusDays(14);
        for (LocalDate day : days) {
            if (!known.contains(day)) {
                if (!day.isBefore(oldest) && !day.isAfter(newest)) {
                    make(day);
                }
                remember(day);
            }
        }
    }

    /** The UTC day of an instant: what decides the partition. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private void remember(LocalDate day) {
        if (known.size() > 10_000) {
            known.clear();
        }
        known.add(day);
    }

    private void make(LocalDate day) {
        try {
            database.jdbi().useTransaction(handle -> {
                handle.execute("set local lock_timeout = '" + PATIENCE + "'");
                handle.execute("select pg_advisory_xact_lock(?)", LOCK);
                if (isPartitioned(handle) && !exists(handle, day)) {
                    attach(handle, day);
                    LOG.info("made the partition for {}", day);
                }
            });
        } catch (UnableToExecuteStatementException failed) {
            if (!"23514".equals(SqlStates.of(failed))) {
                throw failed;
            }
            // Rows of that day came while it was outside the window; they stay where they are, and so do its later
            // ones.
            LOG.warn("no partition for {}: the default partition already holds rows of that day", day);
        }
    }

    /** Made apart and attached: unlike {@code create table ... partition of}, this does not stop those who are writing. */
    private static void attach(Handle handle, LocalDate day) {
        handle.execute("create table telemetry.%s (like telemetry.position including defaults including constraints)"
                .formatted(name(day)));
        handle.execute("alter table telemetry.position attach partition telemetry.%s for values from ('%s') to ('%s')"
                .formatted(name(day), day + " 00:00:00+00", day.plusDays(1) + " 00:00:00+00"));
    }

    private static boolean isPartitioned(Handle handle) {
        return handle.select("select relkind = 'p' from pg_class where oid = 'telemetry.position'::regclass")
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean exists(Handle handle, LocalDate day) {
        return handle.select("select to_regclass(?) is not null", "telemetry." + name(day))
                .mapTo(Boolean.class)
                .one();
    }

    private static String name(LocalDate day) {
        return "position_p" + SUFFIX.format(day);
    }
}
