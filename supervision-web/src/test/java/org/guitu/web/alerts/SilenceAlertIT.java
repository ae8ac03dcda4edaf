package org.guitu.web.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.ingest.ManualClock;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.web.Browser;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a phone's request to the officer's alert and back: who is not heard of is an alert by the clock alone. */
class SilenceAlertIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Order PLAN =
            new Order.ReportEvery(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(15));

    @Test
    void silenceRaisesLostContactByTheClockAndThePacketEndsIt() throws Exception {
        Organisation office = WEB.below(WEB.root(), "测试失联所");
        long person = new Town(WEB.jdbi()).person(office, "测试失联");
        Browser officer = WEB.signedIn(office, Role.OFFICER);
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ManualClock clock = new ManualClock(start);
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl(), TestIngest.config(), clock)) {
            new Town(WEB.jdbi()).listening(start, Duration.ofHours(1));
            ingest.basis(person, ingest.device(DeviceSpec.of("osmand", "silent-1")));
            ingest.rule(person, PLAN, Optional.empty(), start.minusSeconds(60));
            ingest.assembly().rereadBooks();
            report(ingest, clock.instant());

            clock.advance(Duration.ofMinutes(25));
            JsonNode lost =
                    await().atMost(Duration.ofSeconds(20)).until(() -> alert(officer, person), one -> one.has("id"));
            assertThat(lost.path("kind").asText()).isEqualTo("COMM_LOSS");
            assertThat(lost.path("severity").asText()).isEqualTo("SERIOUS");
            assertThat(lost.has("endedAt")).isFalse();
            assertThat(at(lost, "startedAt")).isEqualTo(start);
            assertThat(at(lost, "confirmedAt")).isEqualTo(start.plus(25, ChronoUnit.MINUTES));

            clock.advance(Duration.ofMinutes(5));
            report(ingest, clock.instant());
            JsonNode heard = await().atMost(Duration.ofSeconds(20))
                    .until(() -> alert(officer, person), one -> one.has("endedAt"));
            assertThat(at(heard, "endedAt")).isEqualTo(start.plus(30, ChronoUnit.MINUTES));
            assertThat(heard.has("withdrawnAt")).isFalse();
            assertThat(officer.get("/?alert=" + heard.path("id").asLong() + "&show=all")
                            .body())
                    .contains("失联", "满上报间隔加缓冲时间没有收到数据", "接警，然后联系本人");
        }
    }

    /** The person's first alert; an object without members if there is none. */
    private static JsonNode alert(Browser officer, long person) throws Exception {
        JsonNode items = Json.mapper()
                .readTree(officer.get("/api/v1/alerts?personId=" + person).body())
                .path("items");
        return items.isEmpty() ? items : items.get(items.size() - 1);
    }

    private static Instant at(JsonNode alert, String name) {
        return Instant.parse(alert.path(name).asText());
    }

    private static void report(TestIngest ingest, Instant at) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + ingest.port("osmand") + "/?id=silent-1&timestamp="
                + at.getEpochSecond() + "&lat=31.2&lon=121.4&accuracy=8");
        HttpResponse<String> stored =
                CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(stored.statusCode()).isEqualTo(200);
    }
}
