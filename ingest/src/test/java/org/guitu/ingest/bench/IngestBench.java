package org.guitu.ingest.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.TestBracelet;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.postgres.LocalCluster;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.protocols.jt808.Jt808Message;

/**
 * How many reports a second are acknowledged, that is stored and judged, over loopback with everything on one machine?
 *
 * <p>{@code ./guitu bench ingest [bracelets] [seconds] [window]}; each bracelet keeps {@code window} reports unanswered, its subject has one forbidden zone and one home.
 */
public final class IngestBench {

    private IngestBench() {}

    public static void main(String[] args) throws Exception {
        int bracelets = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        int window = args.length > 2 ? Integer.parseInt(args[2]) : 8;
        LocalCluster cluster = PostgresFixture.privateCluster();
        try {
            cluster.start();
            TestIngest.migrate(cluster.url());
            try (TestIngest ingest = TestIngest.start(cluster.url())) {
                run(ingest, bracelets, seconds, window);
            }
        } finally {
            cluster.delete();
        }
    }

    private static void run(TestIngest ingest, int bracelets, int seconds, int window) throws Exception {
        Instant begin = Instant.now().minus(Duration.ofHours(12));
        for (int i = 0; i < bracelets; i++) {
            long device = ingest.device(phone(i), "code");
            ingest.basis(i + 1L, device);
            ingest.rule(i + 1L, RuleKind.KEEP_OUT, new Area.Circle(31.24, 121.47, 200), Optional.empty(), begin);
            ingest.rule(i + 1L, RuleKind.STAY_IN, new Area.Circle(31.23, 121.47, 3_000), Optional.empty(), begin);
        }
        AtomicLong acknowledged = new AtomicLong();
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        CountDownLatch ready = new CountDownLatch(bracelets);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        long[] until = new long[1];
        for (int i = 0; i < bracelets; i++) {
            String phone = phone(i);
            threads.add(Thread.startVirtualThread(() -> {
                try (TestBracelet bracelet = TestBracelet.authenticated(ingest.port("jt808"), phone, "code")) {
                    ready.countDown();
                    go.await();
                    drive(bracelet, begin, window, until[0], acknowledged, nanos);
                } catch (Exception failed) {
                    failed.printStackTrace(System.err);
                }
            }));
        }
        ready.await();
        long start = System.nanoTime();
        until[0] = start + TimeUnit.SECONDS.toNanos(seconds);
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        double took = (System.nanoTime() - start) / 1e9;
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d bracelets, window %d: %d acknowledged in %.1f s = %.0f/s; latency ms p50 %.1f p95 %.1f p99 %.1f%n",
                bracelets,
                window,
                acknowledged.get(),
                took,
                acknowledged.get() / took,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99));
        System.out.println("stored: " + ingest.number("select count(*) from telemetry.position"));
    }

    private static void drive(
            TestBracelet bracelet,
            Instant begin,
            int window,
            long until,
            AtomicLong acknowledged,
            ConcurrentLinkedQueue<Long> nanos)
            throws Exception {
        long[] sentAt = new long[65_536];
        int waiting = 0;
        for (int i = 0; System.nanoTime() < until || waiting > 0; i++) {
            if (System.nanoTime() < until) {
                Jt808Message.Location message = new Jt808Message.Location(
                        bracelet.header(),
                        Jt808Location.fix(begin.plusSeconds(i), 31.2304 + (i % 60) * 1e-5, 121.4737)
                                .withMotion(4.2, i % 360, 12));
                sentAt[message.header().serial()] = System.nanoTime();
                bracelet.send(message);
                waiting++;
            }
            if (waiting >= window || System.nanoTime() >= until) {
                var reply = (Jt808Message.PlatformReply)
                        bracelet.receive(Duration.ofSeconds(30)).orElseThrow();
                nanos.add(System.nanoTime() - sentAt[reply.ackSerial()]);
                acknowledged.incrementAndGet();
                waiting--;
            }
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    private static String phone(int i) {
        return "0150%08d".formatted(i);
    }
}
