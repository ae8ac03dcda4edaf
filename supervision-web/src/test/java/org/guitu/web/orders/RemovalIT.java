package org.guitu.web.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.guitu.ingest.ManualClock;
import org.guitu.ingest.TestBracelet;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.web.Browser;
import org.guitu.web.CaseServices;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.devices.DeviceForm;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.PersonStates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An authorisation that is over: nothing more is stored or shown, and the bracelet comes off. */
class RemovalIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser officer;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试取下所");
        officer = world.browser(world.officer);
    }

    @Test
    void theDutyRunsFromTheLastDayIsMovedByARenewalAndMetByTakingItOff() {
        long id = world.person("测试到期");
        long device = world.bracelet();
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        assertThat(open(id)).isZero();
        long basis = world.authorise(id, Ground.REFUSED_TO_REPORT, "测取1号", world.today());
        LocalDate after = world.today().plusMonths(3);
        assertThat(due(id)).isEqualTo(midnight(after.plusDays(1)));
        world.services.renew(
                world.officer,
                world.head,
                id,
                basis,
                ApplicationForm.renewal(Ground.REFUSED_TO_REPORT, "测试证据", "仍有必要", after.plusDays(9)),
                "测取2号");
        assertThat(open(id)).isEqualTo(1);
        assertThat(due(id)).isEqualTo(midnight(after.plusDays(11)));
        world.services.devices().takeBack(world.officer, device).orThrow();
        assertThat(open(id)).isZero();
        assertThat(world.count(
                        "supervision.duty",
                        "person_id = :id and kind = 'devices.remove' and met_at is not null and proof like '/devices/%'",
                        id))
                .isEqualTo(1);
    }

    @Test
    void aBraceletThatNothingAuthorisesIsToBeApprovedOrTakenOff() {
        long id = world.person("测试无批准");
        long device = world.bracelet();
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        assertThat(owed(id, "devices.unauthorised")).isEqualTo(1);
        assertThat(officer.get("/worklist").body()).contains("手环没有批准：取得批准，否则取下", "测试无批准");
        world.authorise(id, Ground.REFUSED_TO_REPORT, "测取6号", world.today());
        assertThat(owed(id, "devices.unauthorised")).isZero();
        assertThat(open(id)).isEqualTo(1);

        long other = world.person("测试无批准二");
        long second = world.bracelet();
        world.services.devices().assign(world.officer, second, other, "").orThrow();
        world.services.devices().takeBack(world.officer, second).orThrow();
        assertThat(owed(other, "devices.unauthorised")).isZero();

        long planned = world.person("测试先批后戴");
        world.authorise(planned, Ground.REFUSED_TO_REPORT, "测取7号", world.today());
        world.services
                .devices()
                .assign(world.officer, world.bracelet(), planned, "")
                .orThrow();
        assertThat(world.count("supervision.duty", "person_id = :id and kind = 'devices.unauthorised'", planned))
                .isZero();
    }

    @Test
    void liftingItEarlyMakesItDueTheNextDay() {
        long id = world.person("测试提前");
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        long basis = world.authorise(id, Ground.REFUSED_TO_REPORT, "测取3号", world.today());
        world.services.orders().end(world.officer, id, basis, "不再需要").orThrow();
        assertThat(due(id)).isEqualTo(midnight(world.today().plusDays(2)));
        assertThat(officer.get("/worklist").body()).contains("取下手环", "测试提前");
        assertThat(officer.get("/people/" + id).body()).contains("采集依据已于", "只保留设备自身的状态");
    }

    @Test
    void theDutyStaysWhenTheCaseIsClosed() {
        long id = world.person("测试结案");
        long device = world.bracelet();
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        world.authorise(id, Ground.REFUSED_TO_REPORT, "测取4号", world.today());
        WEB.jdbi().useTransaction(handle -> {
            PersonStates.set(handle, id, CaseState.CLOSED_EXPIRED, Instant.now(), world.officer.id());
            world.services.orders().released(handle, world.officer, id, Instant.now());
            new org.guitu.web.duties.Duties().released(handle, world.officer, id, Instant.now());
        });
        assertThat(open(id)).isEqualTo(1);
        world.services.devices().takeBack(world.officer, device).orThrow();
        assertThat(open(id)).isZero();
    }

    @Test
    void whatArrivesAfterTheLastDayIsNeitherStoredNorShownAndTheDevicesHealthIs() throws Exception {
        String identity = "13800" + world.officer.id();
        Instant start = midnight(world.today()).minusSeconds(3600);
        long id = world.person("测试到期上报");
        ManualClock clock = new ManualClock(start);
        CaseServices then = CaseServices.of(WEB.jdbi(), InstantSource.fixed(start.minusSeconds(7200)));
        long device = then.devices()
                .register(
                        world.officer,
                        DeviceForm.of(DeviceSpec.of("jt808", identity).withAuthCode("code")))
                .orThrow();
        then.devices().assign(world.officer, device, id, "").orThrow();
        LocalDate last = world.today().minusDays(1);
        then.authorise(
                world.officer,
                world.head,
                id,
                ApplicationForm.of(Ground.INJUNCTION_BREACHED, "测试证据", last, last),
                "测取5号");
        try (TestIngest ingest = TestIngest.start(WEB.databaseUrl(), TestIngest.config(), clock);
                TestBracelet bracelet = TestBracelet.authenticated(ingest.port("jt808"), identity, "code")) {
            bracelet.report(start, 31.2, 121.4);
            assertThat(positions(device)).isEqualTo(1);
            clock.set(midnight(world.today()));
            bracelet.report(midnight(world.today()), 31.3, 121.5);
            bracelet.report(midnight(world.today()).plusSeconds(30), 31.3, 121.5);
            assertThat(positions(device)).isEqualTo(1);
            Map<String, Object> status = WEB.jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "select latitude, subject_id, last_seen_at from telemetry.device_status where device_id = :id")
                            .bind("id", device)
                            .mapToMap()
                            .one());
            assertThat(status).containsEntry("latitude", null).containsEntry("subject_id", null);
            assertThat(status.get("last_seen_at")).isNotNull();
        }
        assertThat(officer.get("/people/" + id).body()).contains("采集依据已于 " + world.today() + " 00:00 结束");
        assertThat(officer.get("/api/v1/positions").body()).doesNotContain("测试到期上报");
        assertThat(officer.get("/devices/" + device).body()).contains("最近上报");
    }

    private static long positions(long device) {
        return world.count("telemetry.position", "device_id = :id", device);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(CaseWorld.SHANGHAI).toInstant();
    }

    private static long open(long id) {
        return owed(id, "devices.remove");
    }

    private static long owed(long id, String kind) {
        return world.count(
                "supervision.duty",
                "person_id = :id and kind = '" + kind + "' and met_at is null and cancelled_at is null",
                id);
    }

    private static Instant due(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select due_at from supervision.duty
                                 where person_id = :id and kind = 'devices.remove' and met_at is null and cancelled_at is null""")
                        .bind("id", id)
                        .mapTo(Instant.class)
                        .one());
    }
}
