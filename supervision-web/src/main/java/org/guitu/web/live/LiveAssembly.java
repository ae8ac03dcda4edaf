package org.guitu.web.live;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.guitu.ingest.feed.Feed;
import org.guitu.ingest.feed.FeedWaker;
import org.guitu.ingest.store.Database;
import org.guitu.web.alerts.AlertOpener;
import org.guitu.web.alerts.AlertService;
import org.guitu.web.alerts.AlertsFeature;
import org.guitu.web.audit.Audit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds alerts and the live page with {@code new}, top to bottom, and runs what keeps them fresh. */
public final class LiveAssembly implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveAssembly.class);
    private static final int BEAT_SECONDS = 15;

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-clock").daemon(true).factory());
    private final LiveFeed feed;
    private final LiveStream stream;
    private final FeedWaker waker;
    private final AlertsFeature alertsFeature;
    private final LiveFeature liveFeature;
    private volatile boolean reading = true;

    /**
     * @param database its address also serves for a connection of the waker's own
     * @param storing false while reports cannot be stored
     */
    public LiveAssembly(Database database, Audit audit, InstantSource clock, BooleanSupplier storing) {
        Jdbi jdbi = database.jdbi();
        Feed findings = new Feed(database);
        LiveHub hub = new LiveHub(LiveHub.RING_MAX, clock.millis() * 1_000);
        Positions positions = new Positions(jdbi, clock);
        stream = new LiveStream(hub, clock);
        feed = new LiveFeed(jdbi, findings, new AlertOpener(jdbi, findings, clock), positions, hub);
        AlertService alerts = new AlertService(jdbi, audit, clock, this::wakeSoon);
        alertsFeature = new AlertsFeature(alerts);
        liveFeature = new LiveFeature(new Desk(jdbi, alerts, audit, clock), alerts, positions, stream);
        waker = FeedWaker.start(database.config(), this::wake);
        var unusedBeat = clockwork.scheduleWithFixedDelay(stream::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        var unusedStatus = clockwork.scheduleWithFixedDelay(
                () -> stream.storing(reading && storing.getAsBoolean()), 1, 1, TimeUnit.SECONDS);
    }

    public AlertsFeature alerts() {
        return alertsFeature;
    }

    public LiveFeature live() {
        return liveFeature;
    }

    private void wakeSoon() {
        clockwork.execute(this::wake);
    }

    private void wake() {
        try {
            feed.wake();
            reading = true;
        } catch (RuntimeException failure) {
            if (reading) {
                LOG.warn("cannot follow the findings; trying again", failure);
            }
            reading = false;
        }
    }

    @Override
    public void close() {
        waker.close();
        clockwork.shutdownNow();
        stream.close();
    }
}
