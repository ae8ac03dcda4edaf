package org.guitu.simulators.device;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.guitu.simulators.device.Outbox.Kept;
import org.guitu.simulators.noise.GnssReceiver;
import org.guitu.simulators.noise.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A phone with a tracking app (OsmAnd, Traccar Client): one report a request, oldest first, the next only when the one before was
 * answered 2xx. Any other status, or no answer, and the same request is made again after a pause, for ever.
 */
public final class Phone implements AutoCloseable {

    private final PhoneConfig config;
    private final Script script;
    private final GnssReceiver receiver;
    private final URI server;
    private final HttpClient http;
    private final EventLoop loop;
    private final InstantSource clock;
    private final Outbox<PhoneReport> outbox;
    private @Nullable Future<?> timer;
    private boolean busy;
    private boolean closed;
    private long resent;
    private volatile DeviceCounters counters = DeviceCounters.none();

    /**
     * @param server scheme, host and port
     * @param http shared between phones; not closed here
     */
    public Phone(
            PhoneConfig config,
            Script script,
            GnssReceiver receiver,
            URI server,
            HttpClient http,
            EventLoop loop,
            InstantSource clock) {
        this.config = config;
        this.script = script;
        this.receiver = receiver;
        this.server = server;
        this.http = http;
        this.loop = loop;
        this.clock = clock;
        this.outbox = new Outbox<>(config.storeLimit());
    }

    /** Switches the app on: the first report comes after {@code delay}. */
    public void start(Duration delay) {
        long every = config.reportEvery().toMillis();
        loop.execute(
                () -> timer = loop.scheduleAtFixedRate(this::report, delay.toMillis(), every, TimeUnit.MILLISECONDS));
    }

    /** How it is doing; from any thread. */
    public DeviceCounters counters() {
        return counters;
    }

    /** Switches the app off. What is queued is lost with it. */
    @Override
    public void close() {
        Future<?> done = loop.submit(() -> {
            closed = true;
            if (timer != null) {
                timer.cancel(false);
            }
        });
        if (!loop.inEventLoop()) {
            done.awaitUninterruptibly(2, TimeUnit.SECONDS);
        }
    }

    private void report() {
        Instant now = clock.instant();
        Moment moment = script.at(now);
        Observation seen = receiver.observe(now, moment.whereabouts());
        outbox.add(
                new PhoneReport(
                        now,
                        seen.fixed() ? seen.position() : null,
                        seen.accuracyMeters(),
                        moment.whereabouts().speedKmh(),
                        moment.whereabouts().courseDegrees(),
                        moment.batteryPercent(),
                        moment.charging(),
                        moment.sos()),
                false);
        pump();
    }

    private void pump() {
        if (!busy && !closed && !outbox.isEmpty() && script.at(clock.instant()).online()) {
            busy = true;
            send(outbox.take(1));
        }
        counters = outbox.counters(resent, 0);
    }

    private void send(List<Kept<PhoneReport>> head) {
        var request = head.getFirst().report().request(server, config).timeout(config.replyTimeout());
        CompletableFuture<?> _ = http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                .handleAsync(
                        (answer, failure) -> {
                            answered(head, failure == null && answer.statusCode() / 100 == 2);
                            return null;
                        },
                        loop);
    }

    private void answered(List<Kept<PhoneReport>> head, boolean stored) {
        if (stored) {
            busy = false;
            outbox.acknowledge(head.size());
            pump();
            return;
        }
        outbox.giveBack(head);
        counters = outbox.counters(resent, 0);
        if (!closed) {
            Future<?> _ = loop.schedule(this::again, config.retryAfter().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void again() {
        resent++;
        busy = false;
        pump();
    }
}
