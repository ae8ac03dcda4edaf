package org.guitu.ingest.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicInteger;

/** What one protocol's server counts; every meter has the tag {@code protocol}. */
public final class ServerMeters {

    /** Connections open now. */
    public static final String CONNECTIONS = "guitu.server.connections";

    /** Connections turned away because of a limit. */
    public static final String TURNED_AWAY = "guitu.server.turned_away";

    /** Connections closed for idleness, for not authenticating in time or for a frame that does not end. */
    public static final String DEADLINES = "guitu.server.deadlines";

    /** Whole frames received. */
    public static final String FRAMES = "guitu.server.frames";

    /** Frames refused because they cannot be read. */
    public static final String MALFORMED = "guitu.server.malformed";

    /** Messages of devices that are not on the books. */
    public static final String UNKNOWN_DEVICE = "guitu.session.unknown_device";

    /** Messages of known devices that have not authenticated, or with the wrong code. */
    public static final String NOT_AUTHENTICATED = "guitu.session.not_authenticated";

    /** Devices that authenticated while another connection still held them. */
    public static final String SUPERSEDED = "guitu.session.superseded";

    /** Times a connection was asked to wait because the log or the device is slow. */
    public static final String PAUSES = "guitu.server.pauses";

    /** Time from a frame's arrival to the acknowledgement of its commit. */
    public static final String ACKNOWLEDGED = "guitu.server.acknowledged";

    private final AtomicInteger connections = new AtomicInteger();
    private final Counter turnedAway;
    private final Counter deadlines;
    private final Counter frames;
    private final Counter malformed;
    private final Counter unknownDevice;
    private final Counter notAuthenticated;
    private final Counter superseded;
    private final Counter pauses;
    private final Timer acknowledged;

    public ServerMeters(MeterRegistry meters, String protocol) {
        meters.gauge(CONNECTIONS, io.micrometer.core.instrument.Tags.of("protocol", protocol), connections);
        turnedAway = meters.counter(TURNED_AWAY, "protocol", protocol);
        deadlines = meters.counter(DEADLINES, "protocol", protocol);
        frames = meters.counter(FRAMES, "protocol", protocol);
        malformed = meters.counter(MALFORMED, "protocol", protocol);
        unknownDevice = meters.counter(UNKNOWN_DEVICE, "protocol", protocol);
        notAuthenticated = meters.counter(NOT_AUTHENTICATED, "protocol", protocol);
        superseded = meters.counter(SUPERSEDED, "protocol", protocol);
        pauses = meters.counter(PAUSES, "protocol", protocol);
        acknowledged = Timer.builder(ACKNOWLEDGED)
                .tag("protocol", protocol)
                .publishPercentileHistogram()
                .register(meters);
    }

    AtomicInteger connections() {
        return connections;
    }

    void turnedAway() {
        turnedAway.increment();
    }

    void deadline() {
        deadlines.increment();
    }

    void frame() {
        frames.increment();
    }

    void malformed() {
        malformed.increment();
    }

    void unknownDevice() {
        unknownDevice.increment();
    }

    void notAuthenticated() {
        notAuthenticated.increment();
    }

    void superseded() {
        superseded.increment();
    }

    void paused() {
        pauses.increment();
    }

    Timer acknowledged() {
        return acknowledged;
    }
}
