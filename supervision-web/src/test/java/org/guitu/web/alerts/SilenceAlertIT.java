package org.guitu.web.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
            ingest.basis(person, ingest.device(DeviceSpec.of("osmand", "silent-1")));
            ingest.rule(person, PLAN, Optional.empty(), start.minusSeconds(60));
            ingest.assembly().rereadBooks();
            report(ingest, clock.instant());

            clock.advance(Duration.ofMinutes(25));
            String lost = await().atMost(Duration.ofSeconds(20))
                    .until(() -> alerts(officer, person), items -> items.contains("COMM_LOSS"));
            assertThat(lost)
                    .contains(
                            "\"severity\":\"SERIOUS\"",
                            "\"startedAt\":\"" + start,
                            "\"confirmedAt\":\"" + start.plus(25, ChronoUnit.MINUTES))
                    .doesNotContain("endedAt", "NO_FIX");

            clock.advance(Duration.ofMinutes(5));
            report(ingest, clock.instant());
            String heard = await().atMost(Duration.ofSeconds(20))
                    .until(() -> alerts(officer, person), items -> items.contains("endedAt"));
            assertThat(heard).contains("\"endedAt\":\"" + start.plus(30, ChronoUnit.MINUTES));
        }
    }

    private static String alerts(Browser officer, long person) {
        return officer.get("/api/v1/alerts?personId=" + person).body();
    }

    private static void report(TestIngest ingest, Instant at) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + ingest.port("osmand") + "/?id=silent-1&timestamp="
                + at.getEpochSecond() + "&lat=31.2&lon=121.4&accuracy=8");
        HttpResponse<String> stored =
                CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(stored.statusCode()).isEqualTo(200);
    }
}
