package org.guitu.web.audit;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Links audit rows into the chain about once a second, and keeps the daily anchor. While the database is away it simply tries again. */
public final class AuditAppender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditAppender.class);

    private final AuditChain chain;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("audit-chain").daemon().factory());

    /** Cancelled at the end; {@link #round} catches what it throws. */
    private @Nullable ScheduledFuture<?> rounds;

    private AuditAppender(AuditChain chain, InstantSource clock) {
        this.chain = chain;
        this.clock = clock;
    }

    public static AuditAppender start(AuditChain chain, InstantSource clock) {
        AuditAppender appender = new AuditAppender(chain, clock);
        appender.rounds = appender.timer.scheduleWithFixedDelay(appender::round, 1, 1, TimeUnit.SECONDS);
        return appender;
    }

    /** Links what is left and stops. */
    @Override
    public void close() {
        if (rounds != null) {
            rounds.cancel(false);
        }
        timer.shutdown();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
        round();
    }

    private void round() {
        try {
            chain.anchor(clock.instant());
            while (chain.append() > 0) {
                LOG.debug("linked audit rows");
            }
        } catch (RuntimeException failure) {
            LOG.warn("cannot link audit rows now, will try again: {}", failure.getMessage());
        }
    }
}
