package org.guitu.simulators.load;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.device.Bracelet;
import org.guitu.simulators.device.BraceletConfig;
import org.guitu.simulators.device.BraceletReporter;
import org.guitu.simulators.device.DeviceCounters;
import org.guitu.simulators.device.Moment;
import org.guitu.simulators.device.Script;
import org.guitu.simulators.motion.Whereabouts;
import org.guitu.simulators.noise.GnssReceiver;
import org.guitu.simulators.noise.NoiseProfile;

/** Runs many bracelets against a server on this machine and says how it bore them. */
public final class LoadGenerator {

    /** How long to wait at the end for answers that are still due. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(15);

    private static final LatLon MIDDLE = new LatLon(26.42, 113.63);

    private LoadGenerator() {}

    /** Makes the load; returns when it is over. */
    public static LoadResult run(LoadPlan plan) throws InterruptedException {
        Latencies latencies = new Latencies();
        List<Bracelet> bracelets = new ArrayList<>();
        try (var group = new MultiThreadIoEventLoopGroup(plan.threads(), NioIoHandler.newFactory())) {
            Instant begun = Instant.now();
            for (int i = 0; i < plan.bracelets(); i++) {
                Bracelet bracelet = bracelet(plan, i, (EventLoop) group.next(), latencies);
                bracelet.start(plan.reportEvery().multipliedBy(i).dividedBy(plan.bracelets()));
                bracelets.add(bracelet);
            }
            TimeUnit.MILLISECONDS.sleep(plan.duration().toMillis());
            bracelets.forEach(Bracelet::quiet);
            Instant patience = Instant.now().plus(LAST_ANSWERS);
            while (sum(bracelets).stored() > 0 && Instant.now().isBefore(patience)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            Duration took = Duration.between(begun, Instant.now());
            DeviceCounters counters = sum(bracelets);
            bracelets.forEach(Bracelet::close);
            return new LoadResult(
                    counters, took, latencies.percentile(0.5), latencies.percentile(0.95), latencies.percentile(0.99));
        }
    }

    private static Bracelet bracelet(LoadPlan plan, int index, EventLoop loop, Latencies latencies) {
        BraceletConfig config = BraceletConfig.of(plan.identity(index), index % 2 == 1)
                .withTimes(plan.reportEvery(), Duration.ofSeconds(10), Duration.ofSeconds(1));
        // each at a place of its own, so that the server cannot profit from their likeness
        Whereabouts place = new Whereabouts(MIDDLE.offset(index % 100 * 30, index / 100.0 * 30), 0, 0, false);
        Script script = when -> new Moment(place, true, true, false, 80, false);
        BraceletReporter reporter = new BraceletReporter(script, new GnssReceiver(NoiseProfile.defaults(), index));
        return new Bracelet(config, script, reporter, plan.server(), loop, InstantSource.system(), latencies::add);
    }

    private static DeviceCounters sum(List<Bracelet> bracelets) {
        return bracelets.stream().map(Bracelet::counters).reduce(DeviceCounters.none(), DeviceCounters::plus);
    }
}
