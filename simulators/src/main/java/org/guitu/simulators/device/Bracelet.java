package org.guitu.simulators.device;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.guitu.protocols.jt808.Jt808Header;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.simulators.device.Outbox.Kept;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JT/T 808 bracelet on a real socket.
 *
 * <pre>
 *             network there            code known            code accepted
 *   SILENT ----------------> OPENING ---------------> AUTHENTICATING ---------> READY
 *     ^  ^                     |  no code yet              ^                      |
 *     |  |                     +-------> REGISTERING ------+                      |
 *     |  +---- network gone, answer missing too often, server gone, refused ------+
 *   CLOSED at the end
 * </pre>
 *
 * <p>Every report is kept until the server says 8001 with result 0. Live reports go one by one as 0x0200; what missed its moment goes
 * first, oldest first, as 0x0704 batches of type 1, one at a time. A message without an answer is sent again under the same serial after
 * one, two, three … timeouts; after the last the bracelet connects anew and everything on its way becomes late.
 */
public final class Bracelet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bracelet.class);
    private static final int BACKOFF_MAX = 32;

    private enum Phase {
        SILENT,
        OPENING,
        REGISTERING,
        AUTHENTICATING,
        READY,
        CLOSED
    }

    /** A message waiting for its answer. */
    private record Underway(Jt808Message message, List<Kept<Jt808Location>> reports, int tries, long sentNanos) {}

    private final BraceletConfig config;
    private final Script script;
    private final BraceletReporter reporter;
    private final EventLoop loop;
    private final InstantSource clock;
    private final LongConsumer latencyNanos;
    private final BraceletLink link;
    private final Outbox<Jt808Location> outbox;
    private final Map<Integer, Underway> underway = new TreeMap<>();
    private final List<Future<?>> timers = new ArrayList<>();
    private Phase phase = Phase.SILENT;
    private String authCode = "";
    private int serial;
    private int failures;
    private long resent;
    private long connects;
    private @Nullable Future<?> redial;
    private volatile DeviceCounters counters = DeviceCounters.none();

    /**
     * @param reporter what it says; used from {@code loop} only, once started
     * @param latencyNanos told the time from first sending a message with reports to its acknowledgement
     */
    public Bracelet(
            BraceletConfig config,
            Script script,
            BraceletReporter reporter,
            SocketAddress server,
            EventLoop loop,
            InstantSource clock,
            LongConsumer latencyNanos) {
        this.config = config;
        this.script = script;
        this.reporter = reporter;
        this.loop = loop;
        this.clock = clock;
        this.latencyNanos = latencyNanos;
        this.outbox = new Outbox<>(config.storeLimit());
        this.link = new BraceletLink(loop, server, new Listener());
    }

    /** Puts reports into the store as if they had been made while there was no network; before {@link #start}. */
    public void remember(List<Jt808Location> history) {
        history.forEach(report -> outbox.add(report, true));
    }

    /** Switches the bracelet on: the first report comes after {@code delay}, so that many bracelets do not speak as one. */
    public void start(Duration delay) {
        long every = config.reportEvery().toMillis();
        long beat = config.heartbeatEvery().toMillis();
        loop.execute(() -> {
            timers.add(loop.scheduleAtFixedRate(this::report, delay.toMillis(), every, TimeUnit.MILLISECONDS));
            timers.add(loop.scheduleAtFixedRate(this::heartbeat, beat, beat, TimeUnit.MILLISECONDS));
        });
    }

    /** How it is doing; from any thread. */
    public DeviceCounters counters() {
        return counters;
    }

    /** Makes no more reports, but goes on sending what is stored. */
    public void quiet() {
        loop.execute(() -> timers.forEach(timer -> timer.cancel(false)));
    }

    /** Logs out and closes the socket. What is stored is lost with the device. */
    @Override
    public void close() {
        Future<?> done = loop.submit(() -> {
            timers.forEach(timer -> timer.cancel(false));
            if (phase == Phase.READY) {
                link.send(new Jt808Message.Logout(header()));
            }
            phase = Phase.CLOSED;
            link.close();
        });
        if (!loop.inEventLoop()) {
            done.awaitUninterruptibly(2, TimeUnit.SECONDS);
        }
    }

    private void report() {
        Instant now = clock.instant();
        Jt808Location location = reporter.report(now);
        outbox.add(location, phase != Phase.READY);
        if (!script.at(now).online()) {
            link.close();
        } else if (phase == Phase.SILENT && redial == null) {
            open();
        }
        pump();
    }

    private void heartbeat() {
        if (phase == Phase.READY) {
            send(new Jt808Message.Heartbeat(header()), List.of());
        }
    }

    private void open() {
        redial = null;
        if (phase == Phase.SILENT && script.at(clock.instant()).online()) {
            phase = Phase.OPENING;
            link.open();
        }
    }

    /** Sends what may be sent now: late reports in batches, one batch at a time, and only then live ones. */
    private void pump() {
        while (phase == Phase.READY && !outbox.isEmpty() && reportsUnderway() < (outbox.late() ? 1 : config.window())) {
            boolean late = outbox.late();
            List<Kept<Jt808Location>> reports = outbox.take(late ? config.batchSize() : 1);
            List<Jt808Location> locations = reports.stream().map(Kept::report).toList();
            send(
                    late
                            ? new Jt808Message.Batch(header(), Jt808Message.Batch.TYPE_LATE, locations, 0)
                            : new Jt808Message.Location(header(), locations.getFirst()),
                    reports);
        }
        counters = outbox.counters(resent, connects);
    }

    private long reportsUnderway() {
        return underway.values().stream()
                .filter(sent -> !sent.reports().isEmpty())
                .count();
    }

    private void send(Jt808Message message, List<Kept<Jt808Location>> reports) {
        Underway sent = new Underway(message, reports, 1, System.nanoTime());
        underway.put(message.header().serial(), sent);
        link.send(message);
        await(sent);
    }

    private void await(Underway sent) {
        long patience = config.replyTimeout().toMillis() * sent.tries();
        Future<?> _ = loop.schedule(() -> unanswered(sent), patience, TimeUnit.MILLISECONDS);
    }

    private void unanswered(Underway sent) {
        if (!sent.equals(underway.get(sent.message().header().serial()))) {
            return; // answered, or the connection is another
        }
        if (sent.tries() > config.resends()) {
            LOG.debug("bracelet {} connects anew: no answer", config.identity());
            link.close();
            return;
        }
        resent++;
        Underway again = new Underway(sent.message(), sent.reports(), sent.tries() + 1, sent.sentNanos());
        underway.put(again.message().header().serial(), again);
        link.send(again.message());
        await(again);
    }

    private void answered(int answeredSerial, int result) {
        Underway sent = underway.remove(answeredSerial);
        if (sent == null) {
            return; // a second answer to a message sent twice
        }
        int count = sent.reports().size();
        if (result == 0 || result == 4) {
            if (sent.message() instanceof Jt808Message.Authenticate) {
                phase = Phase.READY;
                failures = 0;
            } else if (count > 0) {
                latencyNanos.accept(System.nanoTime() - sent.sentNanos());
            }
            outbox.acknowledge(count);
        } else if (result == 2 || result == 3) {
            outbox.refuse(count);
        } else {
            outbox.giveBack(sent.reports());
            authCode = "";
            link.close();
        }
        pump();
    }

    private void registered(Jt808Message.RegisterReply reply) {
        underway.remove(reply.ackSerial());
        if (reply.result() == 0) {
            authCode = reply.authCode();
            authenticate();
        } else {
            LOG.debug("bracelet {} is not registered: result {}", config.identity(), reply.result());
            link.close();
        }
    }

    private void authenticate() {
        phase = Phase.AUTHENTICATING;
        String imei = config.edition2019() ? config.identity() + "000" : "";
        send(new Jt808Message.Authenticate(header(), authCode, imei, config.edition2019() ? "SIM-1" : ""), List.of());
    }

    private void register() {
        phase = Phase.REGISTERING;
        String terminal = config.identity().substring(5);
        send(new Jt808Message.Register(header(), 0, 0, "GUITU", "SIM-1", terminal, 0, ""), List.of());
    }

    private Jt808Header header() {
        serial = serial + 1 & 0xFFFF;
        return config.edition2019()
                ? Jt808Header.of2019(config.identity(), serial)
                : Jt808Header.of2013(config.identity(), serial);
    }

    private final class Listener implements BraceletLink.Listener {

        @Override
        public void opened() {
            connects++;
            if (phase == Phase.CLOSED) {
                link.close();
            } else if (authCode.isEmpty()) {
                register();
            } else {
                authenticate();
            }
        }

        @Override
        public void received(Jt808Message message) {
            switch (message) {
                case Jt808Message.PlatformReply reply -> answered(reply.ackSerial(), reply.result());
                case Jt808Message.RegisterReply reply -> registered(reply);
                case Jt808Message.LocateNow ask ->
                    link.send(new Jt808Message.LocationAnswer(
                            header(), ask.header().serial(), reporter.report(clock.instant())));
                default ->
                    link.send(new Jt808Message.TerminalReply(
                            header(), message.header().serial(), message.messageId(), 0));
            }
        }

        @Override
        public void closed() {
            if (phase == Phase.CLOSED) {
                return;
            }
            phase = Phase.SILENT;
            List<Underway> lost = new ArrayList<>(underway.values());
            underway.clear();
            lost.sort((a, b) -> Long.compare(a.sentNanos(), b.sentNanos()));
            lost.reversed().forEach(sent -> outbox.giveBack(sent.reports()));
            outbox.allLate();
            counters = outbox.counters(resent, connects);
            long pause = config.reconnectAfter().toMillis() * Math.min(BACKOFF_MAX, 1L << Math.min(failures, 5));
            failures++;
            redial = loop.schedule(Bracelet.this::open, pause, TimeUnit.MILLISECONDS);
        }
    }
}
