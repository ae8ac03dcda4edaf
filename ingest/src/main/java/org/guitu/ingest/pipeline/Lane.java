package org.guitu.ingest.pipeline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.guitu.ingest.log.Storing;
import org.guitu.ingest.store.SqlStates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does one thing again and again until it is closed; a failure is logged and the next turn comes all the same. */
public final class Lane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final CountDownLatch stop = new CountDownLatch(1);
    private final String name;
    private final Duration period;
    private final Storing storing;
    private final Runnable turn;
    private final Thread thread;

    /**
     * Starts the lane.
     *
     * @param period the pause between turns
     * @param storing learns from the turns whether the database is there
     */
    public Lane(String name, Duration period, Storing storing, Runnable turn) {
        this.name = name;
        this.period = period;
        this.storing = storing;
        this.turn = turn;
        this.thread = Thread.ofPlatform().daemon().name("guitu-" + name).start(this::run);
    }

    private void run() {
        try {
            Duration pause = period;
            while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = once() ? period : PAUSE_AFTER_FAILURE;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean once() {
        try {
            turn.run();
            storing.succeeded(this);
            return true;
        } catch (RuntimeException failed) {
            if (stop.getCount() > 0) {
                LOG.warn("lane {} failed and will try again: {}", name, failed.toString());
                LOG.debug("lane {}", name, failed);
                if (SqlStates.isSql(failed) && !SqlStates.isDataAtFault(failed) && !SqlStates.isCollision(failed)) {
                    storing.failed(this, failed);
                }
            }
            return false;
        } catch (Error bug) {
            // A lane that ends is missed by nobody until something fails to happen: it goes on, and says so loudly.
            LOG.error("lane {} failed and will try again", name, bug);
            return false;
        }
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
