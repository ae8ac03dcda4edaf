package org.guitu.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.device.PhoneConfig.Style;
import org.guitu.simulators.motion.Whereabouts;
import org.guitu.simulators.noise.GnssReceiver;
import org.guitu.simulators.noise.NoiseProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhoneTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Whereabouts PLACE = new Whereabouts(new LatLon(26.42, 113.63), 18.52, 90, false);

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger ticks = new AtomicInteger();
    /** Every request, and those that were answered 200. */
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String query = exchange.getRequestURI().getQuery();
            String said = body.isEmpty() ? query == null ? "" : query : body;
            int answer = status;
            asked.add(said);
            if (answer == 200) {
                taken.add(said);
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void switchOff() {
        server.stop(0);
        http.shutdownNow();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    private Phone phone(Style style) {
        PhoneConfig config =
                PhoneConfig.of("demo-phone-31", style).withTimes(Duration.ofMillis(15), Duration.ofMillis(25));
        return new Phone(
                config,
                when -> new Moment(PLACE, true, true, false, 64, true),
                new GnssReceiver(NoiseProfile.none(), 1),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                http,
                group.next(),
                () -> NOON.plusSeconds(ticks.incrementAndGet()));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void aRequestIsMadeUntilItIsTakenAndOrderIsKept(Style style) {
        try (Phone phone = phone(style)) {
            phone.start(Duration.ZERO);
            await().until(() -> taken.size() >= 3);
            status = 503;
            await().until(() ->
                    phone.counters().resent() >= 3 && phone.counters().stored() >= 5);
            status = 400;
            await().until(() -> phone.counters().resent() >= 5);
            status = 200;
            await().until(() -> taken.size() >= 15);
        }
        List<Integer> seconds = taken.stream().map(PhoneTest::second).toList();

        assertThat(seconds).isSorted().doesNotHaveDuplicates();
        assertThat(asked.size()).isGreaterThan(taken.size() + 4);
    }

    @Test
    void theAddressCarriesKnots() {
        try (Phone phone = phone(Style.QUERY)) {
            phone.start(Duration.ZERO);
            await().until(() -> !taken.isEmpty());
        }

        assertThat(taken.getFirst())
                .startsWith("id=demo-phone-31&timestamp=")
                .contains("&lat=26.4200000&lon=113.6300000&speed=10.00&bearing=90.0&accuracy=")
                .endsWith("&batt=64&charge=true");
    }

    @Test
    void theBodyCarriesMetresASecond() throws IOException {
        try (Phone phone = phone(Style.JSON)) {
            phone.start(Duration.ZERO);
            await().until(() -> !taken.isEmpty());
        }
        JsonNode said = new ObjectMapper().readTree(taken.getFirst());

        assertThat(said.path("device_id").asText()).isEqualTo("demo-phone-31");
        assertThat(said.at("/location/coords/speed").asDouble()).isBetween(5.14, 5.15);
        assertThat(said.at("/location/battery/level").asDouble()).isEqualTo(0.64);
        assertThat(Instant.parse(said.at("/location/timestamp").asText())).isAfter(NOON);
    }

    /** Seconds after noon, whatever the shape. */
    private static int second(String said) {
        String epoch = said.startsWith("id=")
                ? said.replaceAll(".*timestamp=(\\d+).*", "$1")
                : String.valueOf(Instant.parse(said.replaceAll(".*\"timestamp\":\"([^\"]+)\".*", "$1"))
                        .getEpochSecond());
        return (int) (Long.parseLong(epoch) - NOON.getEpochSecond());
    }
}
