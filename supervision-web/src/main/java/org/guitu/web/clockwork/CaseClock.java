package org.guitu.web.clockwork;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the ticks once a minute on a thread of its own. Where several processes serve, each tick is run by one of them at a time. */
public final class CaseClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CaseClock.class);
    private static final Duration PACE = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final List<Tick> ticks;
    private final InstantSource clock;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("case-clock").daemon(true).factory());

    private CaseClock(Jdbi jdbi, List<Tick> ticks, InstantSource clock) {
        this.jdbi = jdbi;
        this.ticks = List.copyOf(ticks);
        this.clock = clock;
    }

    public static CaseClock start(Jdbi jdbi, List<Tick> ticks, InstantSource clock) {
        CaseClock started = new CaseClock(jdbi, ticks, clock);
        var _ = started.clockwork.scheduleWithFixedDelay(
                started::beat, PACE.toSeconds(), PACE.toSeconds(), TimeUnit.SECONDS);
        return started;
    }

    private void beat() {
        ticks.forEach(this::run);
    }

    private void run(Tick tick) {
        try {
            jdbi.useTransaction(handle -> {
                boolean ours = handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended(:name, 7))")
                        .bind("name", "tick:" + tick.name())
                        .mapTo(Boolean.class)
                        .one();
                if (ours) {
                    tick.run(clock.instant());
                }
            });
            if (failing.remove(tick.name())) {
                LOG.info("the tick {} runs again", tick.name());
            }
        } catch (RuntimeException failure) {
            if (failing.add(tick.name())) {
                LOG.warn("the tick {} failed; trying again every minute", tick.name(), failure);
            }
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
