package org.guitu.web.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.guitu.web.leave.LeaveWorld.at;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Fields;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.zones.ZoneForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the judge makes of approved leave: reports go in at the socket, findings come out. */
class JudgedLeaveIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final double HOME = 31.2;
    private static final double IN_B = 31.6;
    private static final double IN_C = 32.2;
    private static final double VICTIM = 31.62;

    private static LeaveWorld world;
    private static Staff officer;
    private static Staff decider;

    @BeforeAll
    static void openTheOffice() {
        world = new LeaveWorld(WEB, "判断");
        officer = world.staff(world.office, Role.OFFICER);
        decider = world.staff(world.county, Role.DECIDER);
    }

    @Test
    void leaveOpensExactlyItsDaysAndItsPlace() throws Exception {
        world.clock.set(at("2027-04-20T09:00"));
        long id = world.person(officer, "测试外出");
        world.zone(officer, id, "测试居住地", RuleKind.STAY_IN, LeaveWorld.HOME);
        curfew(id);
        world.zone(officer, id, "测试被害人住处", RuleKind.KEEP_OUT, new Area.Circle(VICTIM, 121.4, 300));
        long leave = world.services
                .leave()
                .apply(officer, id, LeaveWorld.form("2027-05-01", "2027-05-05"))
                .orThrow();
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl(), TestIngest.config(), world.clock)) {
            ingest.basis(id, ingest.device(DeviceSpec.of("osmand", "leave-1")));
            ingest.assembly().rereadBooks();
            stay(ingest, "leave-1", "2027-04-22T12:00", HOME);
            world.services
                    .leave()
                    .decide(decider, id, leave, DecisionForm.approve("测外批1号"))
                    .orThrow();

            stay(ingest, "leave-1", "2027-04-30T20:00", HOME);
            stay(ingest, "leave-1", "2027-05-01T09:00", IN_B);
            stay(ingest, "leave-1", "2027-05-01T22:00", IN_B);
            stay(ingest, "leave-1", "2027-05-02T03:00", IN_B);
            stay(ingest, "leave-1", "2027-05-03T12:00", IN_C);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(findings(id)).containsExactly("BOUNDARY 测试乙市 05-03 12:00"));

            stay(ingest, "leave-1", "2027-05-03T16:00", IN_B);
            stay(ingest, "leave-1", "2027-05-04T10:00", VICTIM);
            stay(ingest, "leave-1", "2027-05-04T14:00", IN_B);
            stay(ingest, "leave-1", "2027-05-05T20:00", IN_B);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(findings(id))
                            .containsExactly("BOUNDARY 测试乙市 05-03 12:00", "EXCLUSION 测试被害人住处 05-04 10:00"));

            stay(ingest, "leave-1", "2027-05-06T00:20", IN_B);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(findings(id))
                            .as("at midnight the residence and its nights hold again")
                            .contains("BOUNDARY 测试居住地 05-06 00:20", "CURFEW 测试夜间在家 05-06 00:20")
                            .hasSize(4));
        }
    }

    @Test
    void earlyReturnBringsTheBoundaryBackForTheRest() throws Exception {
        world.clock.set(at("2027-04-20T09:00"));
        long id = world.person(officer, "测试早归");
        world.zone(officer, id, "测试居住地", RuleKind.STAY_IN, LeaveWorld.HOME);
        long leave = world.services
                .leave()
                .apply(officer, id, LeaveWorld.form("2027-05-01", "2027-05-05"))
                .orThrow();
        world.services
                .leave()
                .decide(officer, id, leave, DecisionForm.approve(""))
                .orThrow();
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl(), TestIngest.config(), world.clock)) {
            ingest.basis(id, ingest.device(DeviceSpec.of("osmand", "leave-2")));
            ingest.assembly().rereadBooks();
            stay(ingest, "leave-2", "2027-05-01T09:00", IN_B);
            stay(ingest, "leave-2", "2027-05-02T18:00", HOME);
            world.services.leave().returned(officer, id, leave, "", "").orThrow();
            stay(ingest, "leave-2", "2027-05-04T09:00", IN_B);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(findings(id)).containsExactly("BOUNDARY 测试居住地 05-04 09:00"));
        }
    }

    private static void curfew(long id) {
        Optional<WeeklySchedule> nights = WeeklyHours.read(
                "Asia/Shanghai",
                List.of(new WeeklyHours.Row(
                        List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"), "21:00", "06:00")),
                new Fields());
        world.services
                .zones()
                .create(officer, id, ZoneForm.of("测试夜间在家", RuleKind.STAY_IN, new Area.Circle(HOME, 121.4, 300), nights))
                .orThrow();
    }

    /** Half an hour at a place, a report every three minutes. */
    private static void stay(TestIngest ingest, String identity, String from, double lat) throws Exception {
        for (int i = 0; i < 10; i++) {
            world.clock.set(at(from).plusSeconds(180L * i));
            report(ingest, identity, world.clock.instant(), lat);
        }
    }

    private static void report(TestIngest ingest, String identity, Instant at, double lat) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + ingest.port("osmand") + "/?id=" + identity + "&timestamp="
                + at.getEpochSecond() + "&lat=" + lat + "&lon=121.4&accuracy=8");
        HttpResponse<String> stored = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(stored.statusCode()).isEqualTo(200);
    }

    /** Standing findings in their order: kind, zone, local time of the beginning. */
    private static List<String> findings(long personId) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select f.kind || ' ' || r.name || ' ' || to_char(f.started_at at time zone :zone, 'MM-DD HH24:MI')
                          from telemetry.finding f join supervision.zone z on z.rule_id = f.rule_id
                          join supervision.zone_revision r on r.zone_id = z.zone_id and r.version = z.version
                         where f.subject_id = :person and f.standing order by f.started_at, f.kind""")
                        .bind("person", personId)
                        .bind("zone", CaseWorld.SHANGHAI.getId())
                        .mapTo(String.class)
                        .list());
    }
}
