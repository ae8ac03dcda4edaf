package org.guitu.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.ingest.ManualClock;
import org.guitu.web.Browser;
import org.guitu.web.CaseServices;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebAssembly;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.access.Secrets;
import org.guitu.web.alerts.Town;
import org.guitu.web.http.Json;
import org.guitu.web.http.WebConfig;
import org.guitu.web.orders.ApplicationForm;
import org.guitu.web.orders.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stream over a real socket. */
class LiveIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static EventReader open(String token, String lastEventId) throws Exception {
        return new EventReader(CLIENT, WEB.url(), token, lastEventId);
    }

    /** An API token of a new officer. */
    private static String officer(Organisation place) {
        String userName = WEB.staff(place, Role.OFFICER);
        String token = Secrets.random();
        WEB.jdbi().useHandle(handle -> handle.execute("""
                        insert into supervision.api_token (token_hash, staff_id, created_at, expires_at)
                        select ?, staff_id, now(), now() + interval '1 day' from supervision.staff where user_name = ?
                        """, Secrets.sha256(token), userName));
        return token;
    }

    private static long alertId(EventReader.Event event) throws Exception {
        return Json.mapper().readTree(event.data()).path("id").asLong();
    }

    @Test
    void aStreamThatIsCutAgainAndAgainMissesNothingAndRepeatsNothing() throws Exception {
        Organisation office = WEB.below(WEB.root(), "测试甲司法所");
        Town town = new Town(WEB.jdbi());
        long person = town.person(office, "测试甲");
        String token = officer(office);
        EventReader reader = open(token, "");
        reader.next("status");
        int total = 60;
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < total; i++) {
                town.finding(person, FindingKind.EXCLUSION, 500L + i, Instant.now(), null, false);
            }
        });
        List<Long> seen = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        while (seen.size() < total) {
            EventReader.Event event = reader.next();
            if (event.name().equals("alert")) {
                seen.add(alertId(event));
                ids.add(Long.parseLong(event.id()));
            }
            assertThat(event.name()).isNotEqualTo("reset");
            if (seen.size() % 7 == 3 && event.name().equals("alert")) {
                reader.close();
                reader = open(token, event.id());
            }
        }
        writer.join();
        reader.close();
        long first = seen.stream().mapToLong(Long::longValue).min().orElseThrow();
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(first, first + total).boxed().toList());
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anUnknownIdIsToldToStartAfresh() throws Exception {
        String token = officer(WEB.root());
        for (String id : new String[] {"5", "99999999999999999", "not-a-number"}) {
            try (EventReader reader = open(token, id)) {
                assertThat(reader.next().name()).as(id).isEqualTo("reset");
                assertThat(reader.next().name()).isEqualTo("status");
            }
        }
    }

    @Test
    void everyOfficerSeesTheirOwnSubtreeOnly() throws Exception {
        Organisation root = WEB.root();
        Organisation left = WEB.below(root, "测试乙司法所");
        Organisation right = WEB.below(root, "测试丙司法所");
        Town town = new Town(WEB.jdbi());
        long ofLeft = town.person(left, "测试乙");
        long ofRight = town.person(right, "测试丙");
        long device = town.bracelet(ofRight, 31.2, 121.4);
        try (EventReader above = open(officer(root), "");
                EventReader reader = open(officer(left), "")) {
            above.next("status");
            reader.next("status");
            town.move(device, 31.201, 121.401);
            assertThat(above.next("position").data()).contains("\"personId\":" + ofRight);
            town.finding(ofRight, FindingKind.SOS, null, Instant.now(), null, false);
            assertThat(above.next("alert").data()).contains("\"personId\":" + ofRight);
            town.finding(ofLeft, FindingKind.SOS, null, Instant.now(), null, false);
            assertThat(above.next("alert").data()).contains("\"personId\":" + ofLeft);
            assertThat(reader.next().data()).contains("\"personId\":" + ofLeft);
            assertThat(reader.events).isEmpty();
        }
    }

    @Test
    void withoutALiveBasisAPositionIsNeitherStreamedNorListed() throws Exception {
        Organisation office = WEB.below(WEB.root(), "测试丁司法所");
        Town town = new Town(WEB.jdbi());
        long person = town.person(office, "测试丁");
        long device = town.bracelet(person, 31.2, 121.4);
        String token = officer(office);
        try (EventReader reader = open(token, "")) {
            reader.next("status");
            town.move(device, 31.21, 121.41);
            reader.next("position");
            assertThat(WEB.browser().bearer(token, "/api/v1/positions").body()).contains("\"personId\":" + person);
            WEB.jdbi()
                    .useHandle(
                            h -> h.execute("update telemetry.basis set valid_to = now() where subject_id = ?", person));
            town.move(device, 31.22, 121.42);
            town.finding(person, FindingKind.SOS, null, Instant.now(), null, false);
            assertThat(reader.next().name()).isEqualTo("alert");
            assertThat(WEB.browser().bearer(token, "/api/v1/positions").body()).doesNotContain("personId");
        }
    }

    @Test
    void theDisplayOfAnAuthorisationFromMarchEndsAsTheFirstOfJuneBegins() {
        CaseWorld world = new CaseWorld(WEB, "测试显示司法所");
        long person = world.person("测试显示");
        long device = world.bracelet();
        world.services.devices().assign(world.officer, device, person, "").orThrow();
        ManualClock clock = new ManualClock(Instant.parse("2027-02-20T01:00:00Z"));
        CaseServices.of(WEB.jdbi(), clock)
                .authorise(
                        world.officer,
                        world.head,
                        person,
                        ApplicationForm.of(
                                Ground.INJUNCTION_BREACHED,
                                "测试证据",
                                LocalDate.parse("2027-03-01"),
                                LocalDate.parse("2027-05-31")),
                        "测38号");
        WEB.jdbi().useHandle(handle -> handle.execute("""
                                insert into telemetry.device_status (device_id, subject_id, last_seen_at, fix_time, latitude, longitude)
                                values (?, ?, '2027-05-31T15:00:00Z', '2027-05-31T15:00:00Z', 31.2, 121.4)""", device, person));
        String token = officer(world.office);
        WEB.jdbi()
                .useHandle(handle -> handle.execute(
                        "update supervision.api_token set expires_at = '2028-01-01' where token_hash = ?",
                        Secrets.sha256(token)));
        try (WebAssembly web = WebAssembly.start(
                WebConfig.defaults().withHost("127.0.0.1").withPort(0),
                WEB.database(),
                clock,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                () -> true)) {
            Browser program = new Browser("http://127.0.0.1:" + web.port());
            String shown = "\"personId\":" + person;
            clock.set(Instant.parse("2027-02-28T15:59:59Z"));
            assertThat(program.bearer(token, "/api/v1/positions").body()).doesNotContain(shown);
            clock.set(Instant.parse("2027-02-28T16:00:00Z"));
            assertThat(program.bearer(token, "/api/v1/positions").body()).contains(shown);
            clock.set(Instant.parse("2027-05-31T15:59:59.999Z"));
            assertThat(program.bearer(token, "/api/v1/positions").body()).contains(shown);
            clock.set(Instant.parse("2027-05-31T16:00:00Z"));
            assertThat(program.bearer(token, "/api/v1/positions").statusCode()).isEqualTo(200);
            assertThat(program.bearer(token, "/api/v1/positions").body()).doesNotContain(shown);
        }
    }

    @Test
    void strangersAndTheSignedOutGetNoStream() throws Exception {
        for (String token : new String[] {"", "made up"}) {
            try (EventReader reader = open(token, "")) {
                assertThat(reader.status).isEqualTo(401);
            }
        }
    }

    @Test
    void everyPageIsToldWhenReportsCannotBeStoredAndWhenTheyCanAgain() throws Exception {
        AtomicBoolean storing = new AtomicBoolean(true);
        WebConfig config = WebConfig.defaults().withHost("127.0.0.1").withPort(0);
        String token = officer(WEB.root());
        try (WebAssembly web = WebAssembly.start(
                        config,
                        WEB.database(),
                        InstantSource.system(),
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        storing::get);
                EventReader reader = new EventReader(CLIENT, "http://127.0.0.1:" + web.port(), token, "")) {
            assertThat(reader.next("status").data()).isEqualTo("{\"storing\":true}");
            storing.set(false);
            assertThat(reader.next("status").data()).isEqualTo("{\"storing\":false}");
            storing.set(true);
            assertThat(reader.next("status").data()).isEqualTo("{\"storing\":true}");
        }
    }
}
