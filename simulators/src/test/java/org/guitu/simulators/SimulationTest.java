package org.guitu.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.simulators.city.City;
import org.guitu.simulators.device.FakePlatform;
import org.guitu.simulators.scenario.DemoCast;
import org.junit.jupiter.api.Test;

class SimulationTest {

    @Test
    void allThirtyDevicesSpeakWithinSecondsAndFallSilentWhenClosed() throws IOException {
        Set<String> phones = ConcurrentHashMap.newKeySet();
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            String said = exchange.getRequestURI()
                    + new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            phones.add(said.replaceAll("(?s).*(demo-phone-\\d+).*", "$1"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        http.start();
        DemoCast cast = DemoCast.of(City.generate(City.DEFAULT_SEED), Instant.now());
        try (FakePlatform platform = new FakePlatform()) {
            URI osmand = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
            try (Simulation simulation =
                    Simulation.start(cast, "127.0.0.1", platform.address().getPort(), osmand, true)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> identities(platform).size() == 24 && phones.size() == 6);
                await().atMost(Duration.ofSeconds(20)).until(() -> platform.stored.size() >= 5 * 960);
                assertThat(simulation.counters().acknowledged()).isGreaterThan(5 * 900);
            }
            assertThat(platform.all(Jt808Message.Batch.class))
                    .allMatch(batch -> batch.locations().size() <= 18);
            await().until(() -> platform.all(Jt808Message.Logout.class).size() == 24);
        } finally {
            http.stop(0);
        }
    }

    private static Set<String> identities(FakePlatform platform) {
        return platform.received.stream()
                .filter(message -> message instanceof Jt808Message.Location || message instanceof Jt808Message.Batch)
                .map(message -> message.header().deviceId())
                .collect(Collectors.toSet());
    }
}
