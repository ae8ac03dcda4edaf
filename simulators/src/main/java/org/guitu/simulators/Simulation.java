package org.guitu.simulators;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.simulators.device.Bracelet;
import org.guitu.simulators.device.BraceletConfig;
import org.guitu.simulators.device.BraceletReporter;
import org.guitu.simulators.device.DeviceCounters;
import org.guitu.simulators.device.Phone;
import org.guitu.simulators.device.PhoneConfig;
import org.guitu.simulators.noise.GnssReceiver;
import org.guitu.simulators.noise.NoiseProfile;
import org.guitu.simulators.scenario.DemoCast;
import org.guitu.simulators.scenario.DemoDevice;
import org.guitu.simulators.scenario.Supervisee;

/**
 * All devices of a cast, live: they report in real time on one event loop and stop when closed. The cast's {@link DemoCast#start} should
 * be about now; what happens to its people is told from there.
 */
public final class Simulation implements AutoCloseable {

    private static final Duration HISTORY = Duration.ofHours(24);
    private static final Duration HISTORY_EVERY = Duration.ofSeconds(90);

    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<Bracelet> bracelets = new ArrayList<>();
    private final List<Phone> phones = new ArrayList<>();

    private Simulation() {}

    /**
     * Starts every device of the cast.
     *
     * @param host where the server listens
     * @param jt808Port its port for bracelets
     * @param osmand scheme, host and port for phones
     * @param history whether those who have one send their stored previous day first: right at the first start on a fresh database
     */
    public static Simulation start(DemoCast cast, String host, int jt808Port, URI osmand, boolean history) {
        Simulation simulation = new Simulation();
        InetSocketAddress server = new InetSocketAddress(host, jt808Port);
        for (Supervisee person : cast.supervisees()) {
            EventLoop loop = (EventLoop) simulation.group.next();
            if (person.device().kind() == DemoDevice.Kind.BRACELET) {
                simulation.bracelet(person, server, loop, history ? stored(cast, person) : List.of());
            } else {
                simulation.phone(person, osmand, loop);
            }
        }
        return simulation;
    }

    /** How all devices together are doing. */
    public DeviceCounters counters() {
        DeviceCounters sum = DeviceCounters.none();
        for (Bracelet bracelet : bracelets) {
            sum = sum.plus(bracelet.counters());
        }
        for (Phone phone : phones) {
            sum = sum.plus(phone.counters());
        }
        return sum;
    }

    @Override
    public void close() {
        bracelets.forEach(Bracelet::close);
        phones.forEach(Phone::close);
        http.shutdownNow();
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }

    private void bracelet(Supervisee person, InetSocketAddress server, EventLoop loop, List<Jt808Location> stored) {
        BraceletReporter reporter = new BraceletReporter(person.script(), receiver(person, 0));
        BraceletConfig config =
                BraceletConfig.of(person.device().identity(), person.device().edition2019());
        Bracelet bracelet =
                new Bracelet(config, person.script(), reporter, server, loop, InstantSource.system(), nanos -> {});
        bracelet.remember(stored);
        bracelet.start(delay(person));
        bracelets.add(bracelet);
    }

    private void phone(Supervisee person, URI osmand, EventLoop loop) {
        PhoneConfig.Style style = person.number() % 2 == 0 ? PhoneConfig.Style.QUERY : PhoneConfig.Style.JSON;
        Phone phone = new Phone(
                PhoneConfig.of(person.device().identity(), style),
                person.script(),
                receiver(person, 0),
                osmand,
                http,
                loop,
                InstantSource.system());
        phone.start(delay(person));
        phones.add(phone);
    }

    /** The reports of the day before the start, as a device would have stored them. */
    static List<Jt808Location> stored(DemoCast cast, Supervisee person) {
        List<Jt808Location> reports = new ArrayList<>();
        if (person.history()) {
            BraceletReporter reporter = new BraceletReporter(person.script(), receiver(person, 1));
            for (Instant at = cast.start().minus(HISTORY); at.isBefore(cast.start()); at = at.plus(HISTORY_EVERY)) {
                reports.add(reporter.report(at));
            }
        }
        return reports;
    }

    private static GnssReceiver receiver(Supervisee person, int which) {
        return new GnssReceiver(NoiseProfile.defaults(), person.number() * 7919L + which);
    }

    /** Spread over the five seconds between reports; those to whom something happens speak first. */
    private static Duration delay(Supervisee person) {
        return Duration.ofMillis(person.number() * 160L);
    }
}
