package org.guitu.web.permits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.ManualClock;
import org.guitu.web.Browser;
import org.guitu.web.CaseServices;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.leave.DecisionForm;
import org.guitu.web.leave.LeaveForm;
import org.guitu.web.leave.LeaveReason;
import org.guitu.web.papers.PaperFacts;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.guitu.web.rules.RuleForm;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Regular travel, meetings and forbidden places: approved by the county, open for exactly their hours. */
class PermitsIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final Area HOME = new Area.Circle(31.2, 121.4, 3_000);
    private static final Area WORK = new Area.Circle(31.6, 121.4, 2_000);
    private static final ManualClock CLOCK = new ManualClock(at("2027-04-20T09:00"));

    private static CaseServices services;
    private static Organisation office;
    private static Staff officer;
    private static Staff county;
    private static int numbers;

    @BeforeAll
    static void openTheHouses() {
        services = CaseServices.of(WEB.jdbi(), CLOCK);
        Organisation above = WEB.county(WEB.root(), "测试审批县司法局");
        office = WEB.below(above, "测试审批司法所");
        officer = staff(office, Role.OFFICER);
        county = staff(above, Role.DECIDER);
    }

    @BeforeEach
    void backToApril() {
        CLOCK.set(at("2027-04-20T09:00"));
    }

    @Test
    void travelIsTheCountysAndLastsSixMonths() {
        long id = person("测试通勤");
        refused(apply(id, travel("2027-05-01", "2027-11-01")), "permits.error.months");
        long permit = apply(id, travel("2027-05-01", "2027-10-31")).orThrow();
        refused(services.permits().decide(officer, id, permit, true, "", ""), "permits.error.level");
        approve(id, permit);
        refused(services.permits().decide(county, id, permit, true, "", ""), "permits.error.decided");
    }

    @Test
    void aDecisionIsDueTonightAtTheEarliest() {
        long id = person("测试当日");
        apply(id, travel("2027-04-20", "2027-05-31")).orThrow();
        assertThat(due(id, "permits.decide")).isEqualTo(at("2027-04-21T00:00"));
        long later = person("测试次日");
        apply(later, travel("2027-04-25", "2027-05-31")).orThrow();
        assertThat(due(later, "permits.decide")).isEqualTo(at("2027-04-25T00:00"));
    }

    @Test
    void travelIsAppliedForAnewBeforeItEnds() {
        long id = person("测试续批");
        long first = apply(id, travel("2027-05-01", "2027-10-31")).orThrow();
        assertThat(duties(id)).containsExactly("permits.decide");
        approve(id, first);
        assertThat(due(id, "permits.renew-travel")).isEqualTo(at("2027-10-17T00:00"));
        long second = apply(id, travel("2027-11-01", "2028-04-30")).orThrow();
        assertThat(duties(id)).containsExactly("permits.decide");
        approve(id, second);
        assertThat(duties(id)).containsExactly("permits.renew-travel");
        services.permits().revoke(county, id, second, "测试不再需要").orThrow();
        assertThat(duties(id)).isEmpty();
        long shortly = person("测试短期");
        approve(shortly, apply(shortly, travel("2027-04-21", "2027-04-30")).orThrow());
        assertThat(due(shortly, "permits.renew-travel")).isEqualTo(at("2027-05-01T00:00"));
    }

    @Test
    void whoIsReleasedIsGivenNoPermit() {
        long id = services.people()
                .create(
                        officer,
                        PersonForm.of(
                                office.id() + "-" + ++numbers, "测试刑满" + numbers, "Ce Shi", Sex.MALE, Category.RELEASED))
                .orThrow();
        Browser browser = browser(officer);
        String page = "/people/" + id + "/permits";
        assertThat(browser.get(page).body()).doesNotContain("/permits/new");
        assertThat(browser.get("/people/" + id).body()).doesNotContain("/permits/new");
        for (Permit.Kind kind : Permit.Kind.values()) {
            assertThat(browser.get(page + "/new?kind=" + kind).statusCode()).isEqualTo(409);
        }
        refused(apply(id, travel("2027-05-01", "2027-10-31")), "permits.error.not-supervised");
        assertThat(services.permits().list(officer, id)).isEmpty();
    }

    @Test
    void travelOpensTheBoundaryInItsWeeklyHoursAndKeepsTheNights() {
        long id = person("测试跨市");
        long home = zone(id, "测试居住地", RuleKind.STAY_IN, HOME);
        approve(id, apply(id, travel("2027-05-03", "2027-10-31")).orThrow());

        assertThat(mayBe(id, "2027-05-02T12:00", WORK)).as("the day before").isFalse();
        assertThat(mayBe(id, "2027-05-03T12:00", WORK)).as("Monday at noon").isTrue();
        assertThat(mayBe(id, "2027-05-03T21:00", WORK)).as("Monday night").isFalse();
        assertThat(mayBe(id, "2027-05-08T12:00", WORK)).as("Saturday").isFalse();
        assertThat(mayBe(id, "2027-05-03T12:00", HOME)).isTrue();
        assertThat(mayBe(id, "2027-05-03T21:00", HOME)).isTrue();
        assertThat(mayBe(id, "2027-11-01T12:00", WORK)).as("after its last day").isFalse();
        assertThat(zone(id, home).hours().pauses())
                .extracting(pause -> pause.from() + " " + pause.to())
                .containsExactly("2027-05-03T00:00 2027-11-01T00:00");
    }

    @Test
    void revocationOfTravelBringsTheBoundaryBack() {
        long id = person("测试撤销通勤");
        zone(id, "测试居住地", RuleKind.STAY_IN, HOME);
        long permit = apply(id, travel("2027-05-03", "2027-10-31")).orThrow();
        approve(id, permit);
        CLOCK.set(at("2027-05-10T10:00"));
        services.permits().revoke(county, id, permit, "测试不再需要").orThrow();
        assertThat(mayBe(id, "2027-05-11T12:00", WORK)).isFalse();
        assertThat(mayBe(id, "2027-05-11T12:00", HOME)).isTrue();
    }

    @Test
    void leaveAndTravelDoNotHinderEachOther() {
        Area far = new Area.Circle(33.0, 121.4, 2_000);
        for (boolean leaveFirst : new boolean[] {true, false}) {
            long id = person("测试并行");
            zone(id, "测试居住地", RuleKind.STAY_IN, HOME);
            long leave = services.leave()
                    .apply(
                            officer,
                            id,
                            LeaveForm.of(
                                    LeaveReason.MEDICAL,
                                    "测试丙市",
                                    AreaForm.written(far),
                                    "2027-05-11",
                                    "2027-05-14",
                                    "测试证明",
                                    "13900000000"))
                    .orThrow();
            long travel = apply(id, travel("2027-05-03", "2027-10-31")).orThrow();
            if (!leaveFirst) {
                approve(id, travel);
            }
            services.leave()
                    .decide(officer, id, leave, DecisionForm.approve(""))
                    .orThrow();
            if (leaveFirst) {
                approve(id, travel);
            }
            assertThat(mayBe(id, "2027-05-12T12:00", far))
                    .as("leave first: " + leaveFirst)
                    .isTrue();
            assertThat(mayBe(id, "2027-05-12T12:00", WORK)).isFalse();
            assertThat(mayBe(id, "2027-05-18T12:00", WORK)).isTrue();
            assertThat(mayBe(id, "2027-05-18T12:00", far)).isFalse();

            CLOCK.set(at("2027-05-12T13:00"));
            services.leave().returned(officer, id, leave, "", "").orThrow();
            assertThat(mayBe(id, "2027-05-13T12:00", WORK)).as("back at work").isTrue();
            assertThat(mayBe(id, "2027-05-13T12:00", far)).isFalse();
            CLOCK.set(at("2027-04-20T09:00"));
        }
    }

    @Test
    void aMeetingPausesTheOrderToKeepAwayForItsHours() {
        long id = person("测试会客");
        long other = person("测试同案");
        long rule = services.rules()
                .create(
                        officer,
                        id,
                        new RuleForm(
                                "KEEP_AWAY", "", "", "", "200", Long.toString(other), "on", "", List.of(), "", "", ""))
                .orThrow();
        PermitForm form = contact("2027-04-21T10:00", "2027-04-21T12:00", List.of("rule:" + rule));
        long permit = apply(id, form).orThrow();
        String page = "/people/" + id + "/permits/" + permit;
        assertThat(browser(officer).get(page).body()).doesNotContain(PaperKind.CONTACT_APPROVAL.path(id));
        approve(id, permit);
        assertThat(browser(officer).get(page).body()).contains(PaperKind.CONTACT_APPROVAL.path(id));
        assertThat(keptAway(id, rule, "2027-04-21T09:59")).isTrue();
        assertThat(keptAway(id, rule, "2027-04-21T10:00")).isFalse();
        assertThat(keptAway(id, rule, "2027-04-21T12:00")).isTrue();

        RuleForm wider = new RuleForm("KEEP_AWAY", "", "", "", "300", "", "on", "", List.of(), "", "", "");
        services.rules().revise(officer, id, rule, 2, wider).orThrow();
        assertThat(keptAway(id, rule, "2027-04-21T11:00"))
                .as("a revision keeps what was approved")
                .isFalse();

        CLOCK.set(at("2027-04-21T11:00"));
        services.permits().revoke(county, id, permit, "测试取消").orThrow();
        assertThat(keptAway(id, rule, "2027-04-21T11:30")).isTrue();
        assertThat(keptAway(id, rule, "2027-04-21T10:30"))
                .as("what was, was approved")
                .isFalse();
    }

    @Test
    void aPlaceOfAnInjunctionIsOpenForItsHoursAndTheBodiesAreTold() {
        long id = person("测试禁止令");
        long mall = zone(id, "测试商场", RuleKind.KEEP_OUT, WORK);
        refused(
                apply(id, place("2027-04-21T10:00", "2027-04-21T12:00", List.of("zone:999999"))),
                "permits.error.opens");
        refused(apply(id, place("2027-04-21T10:00", "2027-04-25T12:00", List.of())), "permits.error.hours");
        refused(apply(id, place("2027-04-19T10:00", "2027-04-19T12:00", List.of())), "permits.error.past");
        long permit = apply(id, place("2027-04-21T10:00", "2027-04-21T12:00", List.of("zone:" + mall)))
                .orThrow();
        assertThat(duties(id)).containsExactly("permits.decide");
        approve(id, permit);
        assertThat(browser(officer).get("/people/" + id + "/permits/" + permit).body())
                .contains(PaperKind.PLACE_APPROVAL.path(id))
                .doesNotContain(PaperKind.CONTACT_APPROVAL.path(id));
        assertThat(inForce(zone(id, mall), at("2027-04-21T11:00"))).isFalse();
        assertThat(inForce(zone(id, mall), at("2027-04-21T12:00"))).isTrue();
        assertThat(duties(id)).containsExactly("permits.inform-court", "permits.inform-procuratorate");
        PaperFacts facts = new PaperFacts();
        WEB.jdbi()
                .useHandle(handle -> new PermitFacts()
                        .fill(
                                handle,
                                officer,
                                services.people().find(officer, id).orElseThrow(),
                                PaperKind.PLACE_APPROVAL,
                                facts));
        assertThat(facts.all()).containsEntry("place.name", "测试对象").containsEntry("place.decision", "批准");
        assertThat(facts.value("place.when")).startsWith("2027年4月21日").contains("10:00", "12:00");
        services.permits().informed(officer, id, permit, "COURT", "测函1号").orThrow();
        refused(services.permits().informed(officer, id, permit, "COURT", "测函1号"), "permits.error.told");
        services.permits()
                .informed(officer, id, permit, "PROCURATORATE", "测函2号")
                .orThrow();
        assertThat(duties(id)).isEmpty();
    }

    @Test
    void aRefusalSaysWhyAndOpensNothing() {
        long id = person("测试不批");
        long mall = zone(id, "测试商场", RuleKind.KEEP_OUT, WORK);
        long permit = apply(id, place("2027-04-21T10:00", "2027-04-21T12:00", List.of("zone:" + mall)))
                .orThrow();
        refused(services.permits().decide(county, id, permit, false, "", ""), "ui.form.required");
        services.permits().decide(county, id, permit, false, "", "测试理由不足").orThrow();
        assertThat(inForce(zone(id, mall), at("2027-04-21T11:00"))).isTrue();
        Staff elsewhere = staff(WEB.below(WEB.root(), "测试别处"), Role.OFFICER);
        assertThat(services.permits().list(elsewhere, id)).isEmpty();
        refused(services.permits().withdraw(elsewhere, id, permit, "x"), "people.error.unknown");
    }

    @Test
    void thePagesLeadFromTheApplicationToTheReport() {
        long id = person("测试页面");
        Browser mine = browser(officer);
        String base = "/people/" + id + "/permits";
        for (String kind : List.of("TRAVEL", "CONTACT", "PLACE")) {
            assertThat(mine.get(base + "/new?kind=" + kind).body())
                    .contains("提交申请")
                    .doesNotContain("permits.");
            assertThat(mine.post(base + "/new", Map.of("kind", kind)).statusCode())
                    .isEqualTo(422);
        }
        // The site's own clock stands in another year.
        String today = java.time.LocalDate.now(CaseWorld.SHANGHAI).toString();
        Map<String, String> fields = new HashMap<>(
                Map.of("kind", "TRAVEL", "subject", "测试丁市", "reason", "测试上班", "area", AreaForm.written(WORK)));
        fields.putAll(Map.of("always", "on", "validFrom", today, "validTo", today, "proof", "测试劳动合同"));
        HttpResponse<String> applied = mine.post(base + "/new", fields);
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(303);
        String path = applied.headers().firstValue("location").orElseThrow();
        assertThat(mine.get(path).body()).contains("等待县级社区矫正机构审批").doesNotContain("permits.");
        Browser theirs = browser(county);
        assertThat(theirs.post(path + "/decision", Map.of("decision", "APPROVED", "documentNumber", "测经1号"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(mine.post(path + "/reports", Map.of("words", "测试已到单位")).statusCode())
                .isEqualTo(303);
        assertThat(mine.get(path).body()).contains("测试已到单位", "测经1号", "有效").doesNotContain("permits.");
        assertThat(mine.get("/people/" + id).body()).contains(path, "经常性跨市县活动 · 测试丁市");
        assertThat(mine.get(base).body()).contains("测试丁市");
        assertThat(mine.speaking("en-GB").get(path).body())
                .contains("Regular travel")
                .doesNotContain("permits.");
    }

    @Test
    void permitsEndWithTheCase() {
        long id = person("测试终结");
        long mall = zone(id, "测试商场", RuleKind.KEEP_OUT, WORK);
        long permit = apply(id, place("2027-04-21T10:00", "2027-04-21T12:00", List.of("zone:" + mall)))
                .orThrow();
        approve(id, permit);
        WEB.jdbi().useTransaction(handle -> services.permits().released(handle, officer, id, CLOCK.instant()));
        assertThat(services.permits().find(officer, id, permit).orElseThrow().state(CLOCK.instant()))
                .isEqualTo(Permit.State.CLOSED);
        assertThat(inForce(zone(id, mall), at("2027-04-21T11:00"))).isTrue();
    }

    private static PermitForm travel(String first, String last) {
        return new PermitForm(
                "TRAVEL",
                "测试上班",
                "测试丁市",
                "",
                "每周五天",
                "",
                ZoneForm.Ground.of(AreaForm.written(WORK)),
                "",
                List.of(new WeeklyHours.Row(List.of("MON", "TUE", "WED", "THU", "FRI"), "07:00", "20:00")),
                first,
                last,
                "测试劳动合同",
                "",
                List.of());
    }

    private static PermitForm contact(String from, String to, List<String> opens) {
        return opening("CONTACT", "ACCOMPLICE", from, to, opens);
    }

    private static PermitForm place(String from, String to, List<String> opens) {
        return opening("PLACE", "", from, to, opens);
    }

    private static PermitForm opening(String kind, String relation, String from, String to, List<String> opens) {
        return new PermitForm(
                kind,
                "测试理由",
                "测试对象",
                relation,
                "",
                "on",
                ZoneForm.Ground.of(""),
                "",
                List.of(),
                from,
                to,
                "测试材料",
                "",
                opens);
    }

    private static Outcome<Long> apply(long id, PermitForm form) {
        return services.permits().apply(officer, id, form);
    }

    private static void approve(long id, long permit) {
        services.permits().decide(county, id, permit, true, "测批1号", "").orThrow();
    }

    /** Whether no area a person must be in forbids being at the centre of another at a time. */
    private static boolean mayBe(long id, String local, Area where) {
        return services.zones().list(officer, id).stream()
                .filter(zone -> zone.kind() == RuleKind.STAY_IN && inForce(zone, at(local)))
                .allMatch(zone -> covers(zone.area(), where));
    }

    private static boolean covers(Area area, Area where) {
        return area.equals(where)
                || (area instanceof Area.AnyOf anyOf && anyOf.parts().contains(where));
    }

    private static boolean inForce(Zone zone, Instant at) {
        return !zone.validFrom().isAfter(at)
                && zone.until().isAfter(at)
                && zone.schedule().map(schedule -> schedule.isOpen(at)).orElse(true);
    }

    private static boolean keptAway(long id, long rule, String local) {
        Optional<WeeklySchedule> schedule =
                services.rules().find(officer, id, rule).orElseThrow().schedule();
        return schedule.map(known -> known.isOpen(at(local))).orElse(true);
    }

    private static long zone(long id, String name, RuleKind kind, Area area) {
        return services.zones()
                .create(officer, id, ZoneForm.of(name, kind, area, Optional.empty()))
                .orThrow();
    }

    private static Zone zone(long id, long zone) {
        return services.zones().find(officer, id, zone).orElseThrow();
    }

    private static long person(String name) {
        return services.people()
                .create(
                        officer,
                        PersonForm.of(
                                office.id() + "-" + ++numbers, name + numbers, "Ce Shi", Sex.MALE, Category.PROBATION))
                .orThrow();
    }

    private static List<String> duties(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select kind from supervision.duty where person_id = :person and kind like 'permits.%'
                           and met_at is null and cancelled_at is null order by 1""")
                        .bind("person", id)
                        .mapTo(String.class)
                        .list());
    }

    private static Instant due(long id, String kind) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select due_at from supervision.duty where person_id = :person and kind = :kind
                           and met_at is null and cancelled_at is null""")
                        .bind("person", id)
                        .bind("kind", kind)
                        .mapTo(Instant.class)
                        .one());
    }

    private static Staff staff(Organisation place, Role role) {
        String userName = WEB.staff(place, role);
        long id = WEB.jdbi()
                .withHandle(
                        handle -> handle.select("select staff_id from supervision.staff where user_name = ?", userName)
                                .mapTo(Long.class)
                                .one());
        return new Staff(id, userName, "测试" + userName, place, Set.of(role), Optional.empty());
    }

    private static Browser browser(Staff who) {
        Browser browser = WEB.browser();
        browser.signIn(who.userName(), WebFixture.PASSWORD);
        return browser;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CaseWorld.SHANGHAI).toInstant();
    }

    private static void refused(Outcome<Long> outcome, String key) {
        assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
        assertThat(((Outcome.Invalid<Long>) outcome).problems().byField().values())
                .extracting(problem -> problem.key())
                .contains(key);
    }
}
