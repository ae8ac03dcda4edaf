package org.guitu.web.education;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EducationIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser office;
    private static Browser volunteer;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试教育所");
        office = world.browser(world.officer);
        volunteer = WEB.signedIn(world.office, Role.VOLUNTEER);
    }

    @Test
    void sessionIsArrangedAttendedFromTheListAndCounts() {
        long came = world.person("测试甲到");
        long away = world.person("测试乙缺");
        long session = session("LAW", "2", begun());
        plan(session, came, away);
        assertThat(office.get("/education/sessions/" + session).body()).contains("测试甲到", "测试乙缺", "已到 0 / 应到 2");

        note(office, session, "", List.of(came, away), Map.of("present." + came, "on", "excuse." + away, "住院"));
        assertThat(office.get("/education/sessions/" + session).body()).contains("已到 1 / 应到 2", "住院");
        assertThat(office.get("/people/" + came + "/education").body()).contains("2 小时", "测试课程");
        assertThat(office.get("/people/" + came).body()).contains("教育与公益（");

        assertThat(office.post("/education/sessions/" + session + "/close", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(entries(came)).contains("education.log.attended");
        assertThat(entries(away)).contains("education.log.excused");
        assertThat(world.count("supervision.incident", "person_id = :id", away)).isZero();
    }

    @Test
    void everybodyIsTickedAtOnceAndACorrectionKeepsWhatWasNoted() {
        long one = world.person("测试全到一");
        long two = world.person("测试全到二");
        long session = session("MORALS", "1.5", begun());
        plan(session, one, two);
        note(office, session, "", List.of(one, two), Map.of("all", "on"));
        assertThat(office.get("/education/sessions/" + session).body()).contains("已到 2 / 应到 2");
        note(office, session, "", List.of(one, two), Map.of("present." + one, "on"));
        assertThat(office.get("/education/sessions/" + session).body()).contains("已到 1 / 应到 2");
        assertThat(world.count("supervision.attendance", "person_id = :id", two))
                .isEqualTo(2);
        assertThat(world.count("supervision.education_credit", "person_id = :id", two))
                .isZero();
    }

    @Test
    void absenceAfterAnAdmonitionBecomesAnIncidentForTheLadder() {
        long person = world.person("测试再缺");
        long first = session("LAW", "2", begun());
        plan(first, person);
        close(first);
        assertThat(world.count("supervision.incident", "person_id = :id", person))
                .isZero();

        assertThat(office.post(
                                "/people/" + person + "/education/admonitions",
                                Map.of(
                                        "admonishedOn",
                                        world.today().minusDays(1).toString(),
                                        "admonition",
                                        "当面教育"))
                        .statusCode())
                .isEqualTo(303);
        long second = session("LAW", "2", begun());
        plan(second, person);
        close(second);
        assertThat(world.count(
                        "supervision.incident",
                        "person_id = :id and kind = 'ABSENT_FROM_STUDY' and source = 'session:" + second + "'",
                        person))
                .isEqualTo(1);
        assertThat(office.get("/people/" + person + "/conduct").body()).contains("建议训诫", "经教育仍不改正");
    }

    @Test
    void whoCouldNotComeIsExcused() {
        for (String state : List.of("ON_LEAVE", "OUT_OF_SUPERVISION", "SUSPENDED_DETAINED", "ACTIVE")) {
            long person = admonished("测试不能来" + state);
            long session = session("LAW", "2", begun());
            plan(session, person);
            WEB.jdbi()
                    .useHandle(handle -> handle.execute(
                            "update supervision.person_state set state = ?, valid_from = valid_from - interval '3 days' where person_id = ?",
                            state,
                            person));
            close(session);
            boolean answerable = state.equals("ACTIVE");
            assertThat(world.count("supervision.incident", "person_id = :id", person))
                    .as(state)
                    .isEqualTo(answerable ? 1 : 0);
            assertThat(entries(person)).contains(answerable ? "education.log.absent" : "education.log.excused");
        }
    }

    @Test
    void correctionToPresentTakesTheIncidentWithIt() {
        long person = admonished("测试补到");
        long session = session("LAW", "2", begun());
        plan(session, person);
        close(session);
        String page = "/people/" + person + "/conduct";
        assertThat(office.get(page).body()).contains("建议训诫");
        note(office, session, "", List.of(person), Map.of("present." + person, "on"));
        assertThat(office.get(page).body()).doesNotContain("建议训诫");
        assertThat(entries(person)).contains("education.log.attended-corrected", "conduct.log.incident-withdrawn");

        long reasoned = admonished("测试补假");
        long other = session("LAW", "2", begun());
        plan(other, reasoned);
        close(other);
        note(office, other, "", List.of(reasoned), Map.of("excuse." + reasoned, "住院，补交证明"));
        assertThat(office.get("/people/" + reasoned + "/conduct").body()).doesNotContain("建议训诫");
    }

    private static long admonished(String name) {
        long person = world.person(name);
        String day = world.today().minusDays(1).toString();
        assertThat(office.post(
                                "/people/" + person + "/education/admonitions",
                                Map.of("admonishedOn", day, "admonition", "当面教育"))
                        .statusCode())
                .isEqualTo(303);
        return person;
    }

    @Test
    void admonitionOfTheSameDayIsNotBeforeTheAbsence() {
        long person = world.person("测试同日");
        office.post(
                "/people/" + person + "/education/admonitions",
                Map.of("admonishedOn", world.today().toString(), "admonition", "当面教育"));
        long session = session("LAW", "2", begun());
        plan(session, person);
        close(session);
        assertThat(world.count("supervision.incident", "person_id = :id", person))
                .isZero();
    }

    @Test
    void codeInTheRoomOpensTheListAndIsNoted() {
        long person = world.person("测试扫码");
        long session = session("SKILLS", "1", begun());
        plan(session, person);
        String page = volunteer.get("/education/sessions/" + session + "/code").body();
        String link = page.replaceAll("(?s).*href=\"(/education/sessions/\\d+/attend\\?code=[^\"]+)\".*", "$1");
        String picture = page.replaceAll("(?s).*src=\"([^\"]+code.svg[^\"]+)\".*", "$1");
        HttpResponse<String> svg = volunteer.get(picture);
        assertThat(svg.statusCode()).isEqualTo(200);
        assertThat(svg.headers().firstValue("content-type")).contains("image/svg+xml");
        assertThat(svg.body()).startsWith("<svg");

        assertThat(volunteer.get(link).body()).contains("已扫描现场二维码", "测试扫码");
        String code = link.substring(link.indexOf('=') + 1);
        note(volunteer, session, code, List.of(person), Map.of("present." + person, "on"));
        assertThat(world.count("supervision.attendance", "person_id = :id and present and how = 'CODE'", person))
                .isEqualTo(1);
        assertThat(volunteer.get(link.replace("code=", "code=z")).statusCode()).isEqualTo(403);
        assertThat(WEB.browser().get(link).statusCode()).isEqualTo(303);
    }

    @Test
    void volunteerTicksTheListAndSeesNoFile() {
        long person = world.person("测试名单");
        long session = session("PUBLIC_BENEFIT", "3", begun());
        plan(session, person);
        String page = volunteer.get("/education/sessions/" + session).body();
        assertThat(page).contains("测试名单").doesNotContain("/people/" + person, "结束签到", "列入名单");
        note(volunteer, session, "", List.of(person), Map.of("present." + person, "on"));
        assertThat(world.count("supervision.attendance", "person_id = :id and present and how = 'LIST'", person))
                .isEqualTo(1);
        for (String path : List.of("/people/" + person + "/education", "/education/months", "/people/" + person)) {
            assertThat(volunteer.get(path).statusCode()).as(path).isEqualTo(403);
        }
        for (String path : List.of(
                "/education/sessions/" + session + "/close",
                "/education/sessions/" + session + "/attendees",
                "/people/" + person + "/education/ability",
                "/education/courses")) {
            assertThat(volunteer.post(path, Map.of()).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void anotherOfficesSessionsAndPeopleAreNotSeen() {
        long person = world.person("测试别家");
        long session = session("LAW", "2", begun());
        plan(session, person);
        Browser elsewhere = WEB.signedIn(WEB.below(WEB.root(), "测试隔壁所"), Role.OFFICER);
        assertThat(elsewhere.get("/education/sessions/" + session).statusCode()).isEqualTo(404);
        assertThat(elsewhere
                        .post(
                                "/education/sessions/" + session + "/attend",
                                Map.of("listed", Long.toString(person), "present." + person, "on"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.count("supervision.attendance", "person_id = :id", person))
                .isZero();
        assertThat(elsewhere.get("/education/months").body()).doesNotContain("测试别家");
    }

    @Test
    void citySessionIsSeenBelowWithTheOwnPeopleAlone() {
        long person = world.person("测试市课");
        Browser city = WEB.signedIn(WEB.root(), Role.DECIDER);
        city.post("/education/courses", Map.of("title", "测试市级课程", "subject", "LAW", "note", ""));
        long session = arrange(city, "测试市级课程", "2", begun());
        long other = WEB.jdbi()
                .withHandle(handle -> handle.createQuery("select max(person_id) from supervision.person")
                        .mapTo(Long.class)
                        .one());
        assertThat(city.post("/education/sessions/" + session + "/attendees", Map.of("person", Long.toString(other)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.get("/education/sessions/" + session).body())
                .contains("测试市课")
                .doesNotContain("结束签到");
        Browser elsewhere = WEB.signedIn(WEB.below(WEB.root(), "测试外边所"), Role.OFFICER);
        assertThat(elsewhere.get("/education/sessions/" + session).body()).doesNotContain("测试市课");
        assertThat(person).isEqualTo(other);
    }

    @Test
    void sessionFormsAreCheckedAsAWhole() {
        HttpResponse<String> refused = office.post(
                "/education/sessions/new",
                Map.of("courseId", "999999", "startsAt", "", "hours", "13", "place", "", "teacher", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请从列表中选择", "请填写此项", "十五分钟至十二小时");
        long session = session("LAW", "1", today().plusDays(2));
        assertThat(office.post("/education/sessions/" + session + "/close", Map.of())
                        .body())
                .contains("活动还没有开始");
        assertThat(office.post("/education/sessions/" + session + "/attendees", Map.of())
                        .body())
                .contains("请选择要列入的人");
        assertThat(office.post("/education/sessions/" + session + "/cancel", Map.of("reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(office.post("/education/sessions/" + session + "/cancel", Map.of("reason", "停电"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.get("/education/sessions/" + session).body()).contains("已取消", "停电");
    }

    @Test
    void dutyOfTheMonthOpensByClassOnceAndIsMetByHours() {
        long person = world.person("测试月时");
        long fresh = world.person("测试新来");
        inCorrectionsSince(person, world.today().withDayOfMonth(1).minusDays(40));
        YearMonth month = YearMonth.from(world.today());
        tick();
        tick();
        assertThat(open(person)).containsExactly("education.study", "education.work");
        assertThat(open(fresh)).isEmpty();

        credit(person, "LAW", "7.5", world.today());
        assertThat(open(person)).contains("education.study");
        assertThat(office.get("/education/months?month=" + month).body()).contains("测试月时", "7.5 / ");
        int due = due(person);
        credit(person, "SKILLS", "4.5", world.today());
        if (due > 12) {
            credit(person, "SKILLS", Integer.toString(due - 12), world.today());
        }
        assertThat(open(person)).containsExactly("education.work");
        assertThat(office.get("/education/months?short=on").body()).contains("测试月时");
        assertThat(world.count(
                        "supervision.duty",
                        "person_id = :id and kind = 'education.study' and met_at is not null and proof <> ''",
                        person))
                .isEqualTo(1);
    }

    @Test
    void correctionThatTakesHoursAwayOpensTheDutyAgain() {
        long person = world.person("测试退时");
        inCorrectionsSince(person, world.today().withDayOfMonth(1).minusDays(40));
        tick();
        credit(person, "PUBLIC_BENEFIT", "12", world.today());
        assertThat(open(person)).containsExactly("education.study");
        long own = WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select max(own_hours_id) from supervision.own_hours where person_id = :id")
                        .bind("id", person)
                        .mapTo(Long.class)
                        .one());
        assertThat(office.post("/people/" + person + "/education/hours/" + own + "/withdraw", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(open(person)).containsExactly("education.study", "education.work");
    }

    @Test
    void whoCannotWorkHasNoDutyOfWork() {
        long person = world.person("测试病弱");
        inCorrectionsSince(person, world.today().withDayOfMonth(1).minusDays(40));
        tick();
        assertThat(office.post("/people/" + person + "/education/ability", Map.of("able", "no", "abilityReason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(office.post(
                                "/people/" + person + "/education/ability",
                                Map.of("able", "no", "abilityReason", "三级伤残，有证明"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(open(person)).containsExactly("education.study");
        tick();
        assertThat(open(person)).containsExactly("education.study");
        assertThat(office.get("/people/" + person + "/education").body()).contains("不能参加公益活动", "三级伤残，有证明");
    }

    @Test
    void hoursOfOnesOwnAreCheckedAndLieInThePast() {
        long person = world.person("测试自学");
        HttpResponse<String> refused = office.post(
                "/people/" + person + "/education/hours",
                Map.of("subject", "", "day", world.today().plusDays(1).toString(), "hours", "0.1", "note", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请从列表中选择", "日期不能晚于今天", "十五分钟至十二小时", "请填写此项");
        assertThat(world.count("supervision.own_hours", "person_id = :id", person))
                .isZero();
    }

    /** The first minute of today: begun at any time of the day at which a test runs. */
    private static LocalDateTime begun() {
        return today().toLocalDate().atStartOfDay();
    }

    private static LocalDateTime today() {
        return LocalDateTime.ofInstant(Instant.now(), CaseWorld.SHANGHAI);
    }

    private static long session(String subject, String hours, LocalDateTime at) {
        String title = "测试课程" + subject;
        if (!office.get("/education/courses").body().contains(title)) {
            office.post("/education/courses", Map.of("title", title, "subject", subject, "note", ""));
        }
        return arrange(office, title, hours, at);
    }

    private static long arrange(Browser browser, String title, String hours, LocalDateTime at) {
        long course = WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select max(course_id) from supervision.course where title = :title")
                        .bind("title", title)
                        .mapTo(Long.class)
                        .one());
        Map<String, String> form = new LinkedHashMap<>();
        form.put("courseId", Long.toString(course));
        form.put(
                "startsAt",
                at.truncatedTo(java.time.temporal.ChronoUnit.MINUTES).toString());
        form.put("hours", hours);
        form.put("place", "测试活动室");
        form.put("teacher", "测试老师");
        HttpResponse<String> made = browser.post("/education/sessions/new", form);
        assertThat(made.statusCode()).isEqualTo(303);
        return Long.parseLong(
                made.headers().firstValue("location").orElseThrow().replaceAll(".*/sessions/(\\d+).*", "$1"));
    }

    private static void plan(long session, long... people) {
        for (long person : people) {
            assertThat(office.post(
                                    "/education/sessions/" + session + "/attendees",
                                    Map.of("person", Long.toString(person)))
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    private static void note(Browser browser, long session, String code, List<Long> listed, Map<String, String> marks) {
        Map<String, String> form = new LinkedHashMap<>(marks);
        form.put("code", code);
        form.put("listed", String.join(",", listed.stream().map(String::valueOf).toList()));
        assertThat(browser.post("/education/sessions/" + session + "/attend", form)
                        .statusCode())
                .isEqualTo(303);
    }

    private static void close(long session) {
        assertThat(office.post("/education/sessions/" + session + "/close", Map.of())
                        .statusCode())
                .isEqualTo(303);
    }

    private static void credit(long person, String subject, String hours, LocalDate day) {
        assertThat(office.post(
                                "/people/" + person + "/education/hours",
                                Map.of("subject", subject, "day", day.toString(), "hours", hours, "note", "测试证明人"))
                        .statusCode())
                .isEqualTo(303);
    }

    /** Moves the beginning of corrections, which tests cannot wait for. */
    private static void inCorrectionsSince(long person, LocalDate day) {
        WEB.jdbi().useHandle(handle -> {
            for (String table : List.of("person_state", "person_class", "person_category")) {
                handle.createUpdate("update supervision." + table + " set valid_from = :at where person_id = :id")
                        .bind("at", day.atStartOfDay(CaseWorld.SHANGHAI).toInstant())
                        .bind("id", person)
                        .execute();
            }
        });
    }

    private static void tick() {
        new MonthTick(WEB.jdbi()).run(Instant.now());
    }

    /** Hours of study due a month, by the class of the person. */
    private static int due(long person) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select l.value from supervision.limit_value l join supervision.person_class k
                               on l.limit_key = 'education.' || lower(k.class) || '-study-hours'
                         where k.person_id = :id and k.superseded_at is null and l.organisation_id is null""")
                        .bind("id", person)
                        .mapTo(Integer.class)
                        .one());
    }

    private static List<String> open(long person) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select kind from supervision.duty where person_id = :id and kind like 'education.%'
                           and met_at is null and cancelled_at is null order by kind""")
                        .bind("id", person)
                        .mapTo(String.class)
                        .list());
    }

    private static List<String> entries(long person) {
        return WEB.jdbi()
                .withHandle(
                        handle -> handle.createQuery("select kind from supervision.case_entry where person_id = :id")
                                .bind("id", person)
                                .mapTo(String.class)
                                .list());
    }
}
