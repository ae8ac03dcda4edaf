package org.guitu.web.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guitu.web.leave.LeaveWorld.at;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Outcome;
import org.guitu.web.orders.ApplicationForm;
import org.guitu.web.orders.Ground;
import org.guitu.web.papers.FactName;
import org.guitu.web.papers.PaperFacts;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.people.CaseState;
import org.guitu.web.rules.RuleForm;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneForm;
import org.guitu.web.zones.ZoneHours;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Leave from the application to the return report, decided by whom its days say. */
class LeaveIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static LeaveWorld world;
    private static Staff officer;
    private static Staff county;
    private static Staff city;

    @BeforeAll
    static void openTheHouses() {
        world = new LeaveWorld(WEB, "外出");
        officer = world.staff(world.office, Role.OFFICER);
        county = world.staff(world.county, Role.DECIDER);
        city = world.staff(world.city, Role.DECIDER);
    }

    @BeforeEach
    void backToApril() {
        world.clock.set(at("2027-04-20T09:00"));
    }

    @Test
    void sevenDaysAreTheOfficesEightAndThirtyTheCountysThirtyOneTheCitys() {
        assertThat(decidedBy("2027-05-01", "2027-05-07")).isEqualTo("office");
        assertThat(decidedBy("2027-05-01", "2027-05-08")).isEqualTo("county");
        assertThat(decidedBy("2027-05-01", "2027-05-30")).isEqualTo("county");
        assertThat(decidedBy("2027-05-01", "2027-05-31")).isEqualTo("city");
    }

    @Test
    void twentyAndElevenDaysWithinTwoMonthsAreTheCitys() {
        long id = world.person(officer, "测试累计");
        approve(county, id, apply(id, "2027-05-01", "2027-05-20"));
        long second = apply(id, "2027-05-25", "2027-06-04");
        refused(decide(county, id, second), "leave.error.level.CITY");
        String page =
                world.browser(county).get("/people/" + id + "/leave/" + second).body();
        assertThat(page)
                .contains("11 天，两个月内累计 31 天：由上一级（市级）社区矫正机构批准", "等待 测试市司法局 审批")
                .doesNotContain("提交审批");
        approve(city, id, second);
        assertThat(world.duties(id)).anyMatch(duty -> duty.startsWith("leave.inform-procuratorate"));
        assertThat(world.services.leave().informed(county, id, second, "", "测检通1号"))
                .isInstanceOf(Outcome.Ok.class);
        assertThat(world.duties(id)).noneMatch(duty -> duty.startsWith("leave.inform-procuratorate"));
        refused(world.services.leave().informed(county, id, second, "", "测检通1号"), "leave.error.not-to-inform");
    }

    @Test
    void whatWaitsIsReckonedAnewWhenOtherLeaveIsApproved() {
        long id = world.person(officer, "测试并行");
        long first = apply(id, "2027-05-01", "2027-05-20");
        long second = apply(id, "2027-05-25", "2027-06-04");
        assertThat(leave(id, second).authority()).isEqualTo(LeaveAuthority.Level.COUNTY);
        approve(county, id, first);
        assertThat(leave(id, second).authority()).isEqualTo(LeaveAuthority.Level.CITY);
        world.services.leave().withdraw(officer, id, first, "测试不去了").orThrow();
        assertThat(leave(id, second).authority()).isEqualTo(LeaveAuthority.Level.COUNTY);
    }

    @Test
    void whatACountyKeepsItsOfficesMayNotDecide() {
        long id = world.person(officer, "测试未委托");
        long leave = apply(id, "2027-05-01", "2027-05-03");
        WEB.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into supervision.limit_value (limit_key, organisation_id, unit, value, valid_from, source)"
                                + " values ('leave.office-delegated', ?, 'YES_NO', 0, '2027-01-01', '测试县规定')",
                        world.county.id()));
        try {
            refused(decide(officer, id, leave), "leave.error.level.COUNTY");
            approve(county, id, leave);
        } finally {
            WEB.jdbi()
                    .useHandle(handle -> handle.execute(
                            "update supervision.limit_value set superseded_at = now() where organisation_id = ?",
                            world.county.id()));
        }
    }

    @Test
    void anApplicationIsCheckedAsAWhole() {
        long id = world.person(officer, "测试表单");
        Browser browser = world.browser(officer);
        String action = "/people/" + id + "/leave/new";
        assertThat(browser.get(action).body()).contains("一般应当提前三日", "没有任何时间都有效的居住地范围", "guitu-map");

        HttpResponse<String> empty = browser.post(action, Map.of());
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("请从列表中选择", "请填写此项");
        refused(
                world.services.leave().apply(officer, id, LeaveWorld.form("2027-04-19", "2027-04-25")),
                "leave.error.past");
        refused(
                world.services.leave().apply(officer, id, LeaveWorld.form("2027-05-05", "2027-05-01")),
                "leave.error.reversed");
        refused(
                world.services.leave().apply(officer, id, LeaveWorld.form("2027-04-22", "2027-04-25")),
                "leave.error.urgency");
        world.services
                .leave()
                .apply(officer, id, LeaveWorld.form("2027-04-22", "2027-04-25").urgent("测试急病"))
                .orThrow();
        refused(
                world.services.leave().apply(officer, id, LeaveWorld.form("2027-04-25", "2027-04-28")),
                "leave.error.overlap");
        apply(id, "2027-04-26", "2027-04-28");
    }

    @Test
    void onlyWhoIsSupervisedHereIsGivenLeave() {
        long id = world.person(officer, "测试羁押");
        WEB.jdbi()
                .useHandle(handle -> handle.execute(
                        "update supervision.person_state set state = 'SUSPENDED_DETAINED' where person_id = ?", id));
        refused(
                world.services.leave().apply(officer, id, LeaveWorld.form("2027-05-01", "2027-05-03")),
                "leave.error.not-supervised");
        Staff elsewhere = world.staff(WEB.below(world.county, "测试邻所"), Role.OFFICER);
        refused(
                world.services.leave().apply(elsewhere, id, LeaveWorld.form("2027-05-01", "2027-05-03")),
                "people.error.unknown");
        assertThat(world.services.leave().list(elsewhere, id)).isEmpty();
    }

    @Test
    void approvalPausesTheResidenceForExactlyItsDaysAndOrdersTheDestination() {
        long id = world.person(officer, "测试围栏");
        long home = world.zone(officer, id, "测试居住地", RuleKind.STAY_IN, LeaveWorld.HOME);
        long victim = world.zone(officer, id, "测试禁入", RuleKind.KEEP_OUT, LeaveWorld.B);
        approve(officer, id, apply(id, "2027-05-01", "2027-05-05"));

        assertThat(zone(id, home).hours().pauses())
                .extracting(pause -> pause.from() + " " + pause.to())
                .containsExactly("2027-05-01T00:00 2027-05-06T00:00");
        assertThat(zone(id, victim).hours().pauses())
                .as("forbidden places stay forbidden")
                .isEmpty();
        Zone ordered = ordered(id);
        assertThat(ordered.validFrom()).isEqualTo(at("2027-05-01T00:00"));
        assertThat(ordered.until()).isEqualTo(at("2027-05-06T00:00"));
        assertThat(AreaForm.written(ordered.area())).contains("121.4,31.6", "121.4,31.2");
        assertThat(world.duties(id))
                .containsExactly("leave.check until 2027-05-04 00:00", "leave.return until 2027-05-06 00:00");
    }

    @Test
    void anAreaOrderedDuringLeaveIsOutOfForceForItUnlessMeantForItsDays() {
        long id = world.person(officer, "测试途中新令");
        approve(officer, id, apply(id, "2027-05-01", "2027-05-05"));
        world.clock.set(at("2027-05-02T10:00"));
        world.tick();
        long home = world.zone(officer, id, "测试新居住地", RuleKind.STAY_IN, LeaveWorld.HOME);
        assertThat(pauses(id, home)).containsExactly("2027-05-02T10:00 2027-05-06T00:00");
        long forbidden = world.zone(officer, id, "测试新禁入", RuleKind.KEEP_OUT, LeaveWorld.B);
        assertThat(pauses(id, forbidden)).isEmpty();
        ZoneForm any = ZoneForm.of("测试住宿地", RuleKind.STAY_IN, LeaveWorld.B, Optional.empty());
        ZoneForm hotel = new ZoneForm(
                any.name(),
                any.kind(),
                any.ground(),
                "",
                "",
                any.times(),
                "2027-05-02T20:00",
                "2027-05-04T08:00",
                "",
                "");
        long meant = world.services.zones().create(officer, id, hotel).orThrow();
        assertThat(pauses(id, meant)).isEmpty();
        world.services.leave().revoke(county, id, leaves(id), "测试违规").orThrow();
        assertThat(pauses(id, home)).isEmpty();
    }

    @Test
    void reportsAreNotAskedForOnLeaveButOfWhoWearsAnAuthorisedBracelet() {
        long id = world.person(officer, "测试上报");
        long rule = reporting(id);
        long leave = approve(officer, id, apply(id, "2027-05-01", "2027-05-05"));
        assertThat(asked(id, rule, "2027-04-30T23:59")).isTrue();
        assertThat(asked(id, rule, "2027-05-01T00:00")).isFalse();
        assertThat(asked(id, rule, "2027-05-05T23:59")).isFalse();
        assertThat(asked(id, rule, "2027-05-06T00:00")).isTrue();
        world.clock.set(at("2027-05-03T10:00"));
        world.tick();
        world.services.leave().returned(officer, id, leave, "", "").orThrow();
        assertThat(asked(id, rule, "2027-05-03T09:59")).isFalse();
        assertThat(asked(id, rule, "2027-05-03T10:00")).isTrue();

        backToApril();
        long watched = world.person(officer, "测试手环外出");
        long kept = reporting(watched);
        world.services.authorise(
                officer,
                world.staff(world.county, Role.COUNTY_HEAD),
                watched,
                ApplicationForm.of(
                        Ground.REFUSED_TO_REPORT, "测试证据", LocalDate.parse("2027-04-20"), LocalDate.parse("2027-06-20")),
                "测外1号");
        approve(officer, watched, apply(watched, "2027-05-01", "2027-05-05"));
        assertThat(asked(watched, kept, "2027-05-02T12:00")).isTrue();
    }

    private static long reporting(long id) {
        Duration ten = Duration.ofMinutes(10);
        return world.services
                .rules()
                .create(officer, id, RuleForm.plan(new Order.ReportEvery(ten, ten, ten)))
                .orThrow();
    }

    private static boolean asked(long id, long rule, String local) {
        return world.services
                .rules()
                .find(officer, id, rule)
                .orElseThrow()
                .schedule()
                .map(schedule -> schedule.isOpen(at(local)))
                .orElse(true);
    }

    private static long leaves(long id) {
        return world.services.leave().list(officer, id).getFirst().id();
    }

    @Test
    void whoHasNoBoundaryTravelsOnTheFirstAndTheLastDay() {
        long id = world.person(officer, "测试无围栏");
        approve(officer, id, apply(id, "2027-05-01", "2027-05-05"));
        assertThat(ordered(id).validFrom()).isEqualTo(at("2027-05-02T00:00"));
        assertThat(ordered(id).until()).isEqualTo(at("2027-05-05T00:00"));
    }

    @Test
    void theClockNotesTheFirstDayAndTheMissingReturnOnce() {
        long id = world.person(officer, "测试未归");
        long leave = approve(officer, id, apply(id, "2027-05-01", "2027-05-05"));
        world.tick();
        assertThat(world.state(officer, id)).isEqualTo(CaseState.ACTIVE);
        world.clock.set(at("2027-05-01T00:01"));
        world.tick();
        assertThat(world.state(officer, id)).isEqualTo(CaseState.ON_LEAVE);
        world.clock.set(at("2027-05-05T23:59"));
        world.tick();
        assertThat(alerts(id)).isEmpty();

        world.clock.set(at("2027-05-06T00:00"));
        world.tick();
        world.tick();
        assertThat(alerts(id)).containsExactly("OVERDUE_RETURN SERIOUS 测试乙市 05-06 00:00 lasting");
        assertThat(leave(id, leave).state(world.clock.instant())).isEqualTo(Leave.State.OVERDUE);

        world.clock.set(at("2027-05-07T10:00"));
        world.services
                .leave()
                .returned(officer, id, leave, "2027-05-07T09:30", "")
                .orThrow();
        assertThat(alerts(id)).containsExactly("OVERDUE_RETURN SERIOUS 测试乙市 05-06 00:00 ended 05-07 09:30");
        assertThat(world.state(officer, id)).isEqualTo(CaseState.ACTIVE);
        assertThat(world.duties(id)).isEmpty();
        assertThat(log(id)).anyMatch(kind -> kind.equals("leave.log.returned-late"));
        world.tick();
        assertThat(alerts(id)).hasSize(1);
    }

    @Test
    void leaveOfPeopleWhoAreHeldDoesNotKeepTheClockFromOthers() {
        long held = world.person(officer, "测试羁押未归");
        long first = approve(officer, held, apply(held, "2027-05-01", "2027-05-03"));
        world.clock.set(at("2027-05-01T08:00"));
        world.tick();
        WEB.jdbi().useHandle(handle -> {
            handle.execute(
                    "update supervision.person_state set state = 'SUSPENDED_DETAINED' where person_id = ? and valid_to is null",
                    held);
            handle.execute("""
                            insert into supervision.leave (person_id, reason, destination, area, first_day, last_day, time_zone, proof, phone, applied_on,
                                   recorded_by, authority, days, total_days, approved, decided_at, decided_by, decided_in, begun_at)
                            select person_id, reason, destination, area, first_day, last_day, time_zone, proof, phone, applied_on, recorded_by, authority,
                                   days, total_days, approved, decided_at, decided_by, decided_in, begun_at
                              from supervision.leave, generate_series(1, 600) where leave_id = ?""", first);
        });
        world.clock.set(at("2027-05-04T09:00"));
        long later = world.person(officer, "测试后来");
        approve(officer, later, apply(later, "2027-05-08", "2027-05-09"));
        world.clock.set(at("2027-05-08T09:00"));
        world.tick();
        assertThat(world.state(officer, later)).isEqualTo(CaseState.ON_LEAVE);
        world.clock.set(at("2027-05-10T09:00"));
        world.tick();
        assertThat(alerts(later)).hasSize(1);
        assertThat(alerts(held)).isEmpty();
    }

    @Test
    void earlyReturnTakesTheRestBackAndCanBeCorrected() {
        long id = world.person(officer, "测试早归");
        long home = world.zone(officer, id, "测试居住地", RuleKind.STAY_IN, LeaveWorld.HOME);
        long leave = approve(officer, id, apply(id, "2027-05-01", "2027-05-05"));
        world.clock.set(at("2027-05-03T10:00"));
        world.tick();
        refused(
                world.services.leave().returned(officer, id, leave, "2027-05-03T11:00", ""),
                "leave.error.returned-later");
        world.services.leave().returned(officer, id, leave, "", "").orThrow();
        assertThat(pauses(id, home)).containsExactly("2027-05-01T00:00 2027-05-03T10:00");
        assertThat(world.services.zones().list(officer, id).stream()
                        .filter(zone -> zone.state(world.clock.instant()) != Zone.State.OVER))
                .hasSize(1);
        assertThat(world.state(officer, id)).isEqualTo(CaseState.ACTIVE);

        world.clock.set(at("2027-05-03T12:00"));
        world.services.leave().undoReturn(officer, id, leave, "测试登记错人").orThrow();
        assertThat(world.state(officer, id)).isEqualTo(CaseState.ON_LEAVE);
        assertThat(pauses(id, home))
                .containsExactly("2027-05-01T00:00 2027-05-03T10:00", "2027-05-03T12:00 2027-05-06T00:00");
        assertThat(world.duties(id))
                .containsExactly("leave.check until 2027-05-06 00:00", "leave.return until 2027-05-06 00:00");
    }

    @Test
    void wordOfLongLeaveIsOwedAfterTheReturnTooButNotOfWhatNobodyTook() {
        long id = world.person(officer, "测试通报");
        long leave = approve(city, id, apply(id, "2027-05-01", "2027-06-05"));
        world.clock.set(at("2027-05-02T10:00"));
        world.tick();
        world.services.leave().returned(officer, id, leave, "", "").orThrow();
        assertThat(world.duties(id))
                .allMatch(duty -> duty.startsWith("leave.inform-procuratorate"))
                .hasSize(1);
        long other = world.person(officer, "测试不通报");
        world.services
                .leave()
                .withdraw(officer, other, approve(city, other, apply(other, "2027-06-01", "2027-07-05")), "测试不去了")
                .orThrow();
        assertThat(world.duties(other)).isEmpty();
    }

    @Test
    void whatAnOfficeApprovesIsFiledWithItsCounty() {
        long id = world.person(officer, "测试备案");
        approve(officer, id, apply(id, "2027-05-01", "2027-05-05"));
        assertThat(world.owed(id)).contains("leave.file-county until 2027-04-24 00:00");
        assertThat(world.browser(officer).get("/people/" + id + "/duties").body())
                .contains("将批准外出报县级社区矫正机构备案", "第二十七条");
        long other = world.person(officer, "测试县批");
        approve(county, other, apply(other, "2027-05-01", "2027-05-05"));
        assertThat(world.owed(other)).noneMatch(duty -> duty.startsWith("leave.file-county"));
    }

    @Test
    void revocationDuringLeaveBringsTheUsualAreasBack() {
        long id = world.person(officer, "测试撤销");
        long home = world.zone(officer, id, "测试居住地", RuleKind.STAY_IN, LeaveWorld.HOME);
        long leave = approve(county, id, apply(id, "2027-05-01", "2027-05-10"));
        world.clock.set(at("2027-05-03T10:00"));
        world.tick();
        refused(world.services.leave().withdraw(officer, id, leave, "测试"), "leave.error.not-withdrawable");
        refused(world.services.leave().revoke(officer, id, leave, "测试"), "leave.error.level.COUNTY");
        world.services.leave().revoke(county, id, leave, "测试违规").orThrow();
        assertThat(pauses(id, home)).containsExactly("2027-05-01T00:00 2027-05-03T10:00");
        assertThat(world.state(officer, id)).isEqualTo(CaseState.ACTIVE);
        assertThat(world.duties(id)).isEmpty();
    }

    @Test
    void anExtensionCountsWithTheFirstAndMovesTheReturn() {
        long id = world.person(officer, "测试续期");
        long first = approve(officer, id, apply(id, "2027-05-01", "2027-05-05"));
        world.clock.set(at("2027-05-02T10:00"));
        world.tick();
        Browser browser = world.browser(officer);
        // The site's own clock stands in another year: the service is asked, the page only shown.
        assertThat(browser.get("/people/" + id + "/leave/new?extends=" + first).body())
                .contains("接续 2027-05-01 至 2027-05-05 前往 测试乙市 的外出，自 2027-05-06 起");
        long second = world.services
                .leave()
                .apply(officer, id, extension(first, "2027-05-08"))
                .orThrow();
        assertThat(leave(id, second).days()).isEqualTo(8);
        refused(decide(officer, id, second), "leave.error.level.COUNTY");
        approve(county, id, second);
        assertThat(world.duties(id))
                .contains("leave.return until 2027-05-09 00:00")
                .doesNotContain("leave.return until 2027-05-06 00:00");

        world.clock.set(at("2027-05-06T08:00"));
        world.tick();
        assertThat(leave(id, first).state(world.clock.instant())).isEqualTo(Leave.State.CONTINUED);
        assertThat(alerts(id)).isEmpty();
        assertThat(world.state(officer, id)).isEqualTo(CaseState.ON_LEAVE);
        world.services.leave().returned(officer, id, second, "", "").orThrow();
        assertThat(world.state(officer, id)).isEqualTo(CaseState.ACTIVE);
    }

    @Test
    void anExtensionThatIsWithdrawnLeavesTheFirstReturnOwed() {
        long id = world.person(officer, "测试撤续");
        long first = approve(officer, id, apply(id, "2027-05-01", "2027-05-04"));
        long second = world.services
                .leave()
                .apply(officer, id, extension(first, "2027-05-06"))
                .orThrow();
        approve(officer, id, second);
        world.services.leave().withdraw(officer, id, second, "测试不续了").orThrow();
        assertThat(world.duties(id))
                .contains("leave.return until 2027-05-05 00:00")
                .hasSize(2);
        world.clock.set(at("2027-05-05T00:10"));
        world.tick();
        assertThat(alerts(id)).hasSize(1);
    }

    @Test
    void checksAreOwedAtThePaceOfTheFigure() {
        long id = world.person(officer, "测试核查");
        long leave = approve(county, id, apply(id, "2027-05-01", "2027-05-10"));
        refused(
                world.services.leave().check(officer, id, leave, new CheckForm("PHONE", "", "测试乙市", "")),
                "leave.error.not-away");
        world.clock.set(at("2027-05-03T15:00"));
        world.services
                .leave()
                .check(officer, id, leave, new CheckForm("VIDEO", "", "测试乙市住处", ""))
                .orThrow();
        assertThat(world.duties(id)).contains("leave.check until 2027-05-07 00:00");
        world.clock.set(at("2027-05-08T15:00"));
        world.services
                .leave()
                .check(officer, id, leave, new CheckForm("PHONE", "2027-05-08T14:00", "测试乙市", ""))
                .orThrow();
        assertThat(world.duties(id)).containsExactly("leave.return until 2027-05-11 00:00");
    }

    @Test
    void whatWaitsForAHouseIsOnItsOwnList() {
        // The site's own clock decides what waits: the days lie well ahead of it.
        long id = world.person(officer, "测试待办");
        long eight = apply(id, "2027-07-01", "2027-07-08");
        String path = "/people/" + id + "/leave/" + eight;
        assertThat(world.browser(county).get("/leave").body()).contains(path, "8 天，两个月内累计 8 天：由县级社区矫正机构批准");
        assertThat(world.browser(officer).get("/leave").body()).doesNotContain(path);
        assertThat(world.browser(officer).get("/leave?show=waiting").body()).contains(path);
        assertThat(world.browser(world.staff(WEB.below(world.county, "测试别所"), Role.OFFICER))
                        .get("/leave?show=all")
                        .body())
                .doesNotContain(path);

        assertThat(world.browser(officer)
                        .post(path + "/decision", Map.of("decision", "APPROVED"))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> unreasoned = world.browser(county).post(path + "/decision", Map.of("decision", "REFUSED"));
        assertThat(unreasoned.statusCode()).isEqualTo(422);
        assertThat(unreasoned.body()).contains("请填写此项");
        HttpResponse<String> refused =
                world.browser(county).post(path + "/decision", Map.of("decision", "REFUSED", "reason", "测试理由不足"));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(303);
        String page = world.browser(officer).get(path).body();
        assertThat(page).contains("不批准", "测试理由不足", world.county.name()).doesNotContain("leave.");
        assertThat(world.browser(officer).get("/people/" + id + "/leave").body())
                .contains(path, "不批准");
        assertThat(world.duties(id)).isEmpty();
    }

    @Test
    void aWholeLeaveGoesThroughThePages() {
        long id = world.person(officer, "测试页面");
        Browser browser = world.browser(officer);
        HttpResponse<String> applied = browser.post("/people/" + id + "/leave/new", fields("2027-08-01", "2027-08-03"));
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(303);
        String path = applied.headers().firstValue("location").orElseThrow();
        String page = browser.get(path).body();
        assertThat(page).contains("3 天，两个月内累计 3 天：由司法所批准", "提交审批", "测试户籍证明", "待审批");
        assertThat(browser.post(path + "/decision", Map.of("decision", "APPROVED", "documentNumber", "测外1号"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(path).body()).contains("已批准", "测外1号", "撤回").doesNotContain("提交审批");
        assertThat(browser.get("/people/" + id).body()).contains(path, "2027-08-01 至 2027-08-03 · 测试乙市");
        assertThat(browser.speaking("en-GB").get(path).body()).contains("Approved");
        assertThat(browser.post(path + "/withdrawal", Map.of("reason", "测试改期")).statusCode())
                .isEqualTo(303);
        assertThat(world.count("supervision.audit", "subject_id = :id and action like 'leave.%'", id))
                .isEqualTo(3);
    }

    @Test
    void programsListAndApply() {
        long id = world.person(officer, "测试接口");
        Browser browser = world.browser(officer);
        HttpResponse<String> made =
                browser.json("POST", "/api/v1/people/" + id + "/leaves", """
                {"reason":"MEDICAL","destination":"测试乙市","area":%s,"firstDay":"2027-09-01","lastDay":"2027-09-08",
                 "proof":"测试诊断证明","phone":"13900000000"}""".formatted(CaseWorld.SQUARE));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body()).contains("\"authority\":\"COUNTY\"", "\"days\":8", "\"state\":\"WAITING\"");
        assertThat(browser.get("/api/v1/people/" + id + "/leaves").body()).contains("\"firstDay\":\"2027-09-01\"");
        HttpResponse<String> refused = browser.json("POST", "/api/v1/people/" + id + "/leaves", """
                {"reason":"MEDICAL","destination":"测试乙市","firstDay":"2027-10-01","lastDay":"2027-10-02","proof":"x","phone":"1"}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"area\"");
    }

    @Test
    void papersSayWhatWasDecided() {
        long id = world.person(officer, "测试文书");
        approve(officer, id, apply(id, "2027-05-01", "2027-05-05"));
        PaperFacts facts = new PaperFacts();
        WEB.jdbi()
                .useHandle(handle -> new LeaveFacts()
                        .fill(
                                handle,
                                officer,
                                world.services.people().find(officer, id).orElseThrow(),
                                PaperKind.LEAVE_APPROVAL,
                                facts));
        assertThat(facts.all())
                .containsEntry("leave.reason", "处理家庭重要事务")
                .containsEntry("leave.from", "2027年5月1日")
                .containsEntry("leave.days", "5")
                .containsEntry("leave.decision", "同意外出");
        assertThat(new LeaveFacts().offers())
                .extracting(FactName::name)
                .containsExactlyElementsOf(List.of(
                        "leave.reason", "leave.destination", "leave.from", "leave.to", "leave.days", "leave.decision"));
    }

    @Test
    void leaveEndsWithTheCase() {
        long id = world.person(officer, "测试终结");
        long leave = approve(officer, id, apply(id, "2027-05-01", "2027-05-05"));
        world.clock.set(at("2027-05-06T01:00"));
        world.tick();
        WEB.jdbi()
                .useTransaction(handle -> world.services.leave().released(handle, officer, id, world.clock.instant()));
        assertThat(leave(id, leave).state(world.clock.instant())).isEqualTo(Leave.State.CLOSED);
        assertThat(alerts(id)).allMatch(alert -> alert.contains("ended"));
    }

    private static String decidedBy(String first, String last) {
        long id = world.person(officer, "测试权限");
        long leave = apply(id, first, last);
        if (decide(officer, id, leave) instanceof Outcome.Ok) {
            return "office";
        }
        if (decide(county, id, leave) instanceof Outcome.Ok) {
            return "county";
        }
        return decide(city, id, leave) instanceof Outcome.Ok ? "city" : "nobody";
    }

    private static long apply(long id, String first, String last) {
        return world.services
                .leave()
                .apply(officer, id, LeaveWorld.form(first, last))
                .orThrow();
    }

    private static Outcome<Long> decide(Staff staff, long id, long leave) {
        return world.services.leave().decide(staff, id, leave, DecisionForm.approve(""));
    }

    private static long approve(Staff staff, long id, long leave) {
        return decide(staff, id, leave).orThrow();
    }

    private static LeaveForm extension(long before, String last) {
        LeaveForm form = LeaveWorld.form("", last).urgent("测试病情未愈");
        return new LeaveForm(
                form.reason(),
                form.destination(),
                form.ground(),
                "",
                last,
                form.proof(),
                "",
                "",
                form.phone(),
                form.urgency(),
                "",
                Long.toString(before));
    }

    private static Map<String, String> fields(String first, String last) {
        return Map.of(
                "reason",
                "FAMILY",
                "destination",
                "测试乙市",
                "area",
                AreaForm.written(LeaveWorld.B),
                "firstDay",
                first,
                "lastDay",
                last,
                "proof",
                "测试户籍证明",
                "phone",
                "13900000000");
    }

    private static Leave leave(long id, long leave) {
        return world.services.leave().find(officer, id, leave).orElseThrow();
    }

    private static Zone zone(long id, long zone) {
        return world.services.zones().find(officer, id, zone).orElseThrow();
    }

    private static List<String> pauses(long id, long zone) {
        return zone(id, zone).hours().pauses().stream()
                .map((ZoneHours.Pause pause) -> pause.from() + " " + pause.to())
                .toList();
    }

    /** The one zone that was ordered for leave. */
    private static Zone ordered(long id) {
        return world.services.zones().list(officer, id).stream()
                .filter(zone -> zone.name().equals("测试乙市"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> alerts(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select kind || ' ' || severity || ' ' || place_name || ' '
                               || to_char(started_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') || ' '
                               || coalesce('ended ' || to_char(ended_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI'), 'lasting')
                          from supervision.alert where person_id = :person order by alert_id""")
                        .bind("person", id)
                        .mapTo(String.class)
                        .list());
    }

    private static List<String> log(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.select("select kind from supervision.case_entry where person_id = ?", id)
                        .mapTo(String.class)
                        .list());
    }

    private static void refused(Outcome<Long> outcome, String key) {
        assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
        assertThat(((Outcome.Invalid<Long>) outcome).problems().byField().values())
                .extracting(problem -> problem.key())
                .contains(key);
    }
}
